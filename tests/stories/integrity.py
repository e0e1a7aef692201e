"""What must hold of a negotiation whatever was interrupted: nothing half done, nothing lost, nothing twice."""

from collections import Counter
from collections.abc import Iterable

from sqlmodel import Session, col, select

from app.drafting.models import (
    Amendment,
    AmendmentVersion,
    Decision,
    Declaration,
    Incorporation,
    Landing,
    Revision,
    RevisionParagraph,
)
from app.drafting.states import UNTABLED, State
from app.drafting.texts import text_of
from app.record.chain import entries, verify
from app.record.models import Entry
from app.text.fingerprint import fingerprint


def require_record(session: Session, heads: Iterable[str]) -> None:
    """The chain holds and still contains every head that was noted, in the order in which they were."""
    verdict = verify(session)
    assert verdict.whole, verdict
    places = {entry.hash: entry.position for entry in entries(session)}
    noted = [places[head] for head in heads]
    assert noted == sorted(noted)


def require_whole(session: Session) -> None:
    """Every amendment, decision and revision is entirely there, and as the record tells it."""
    told: dict[str, list[Entry]] = {}
    for entry in entries(session):
        told.setdefault(entry.act, []).append(entry)
    _require_tabled(session, told.get("amendment.table", []))
    _require_decided(session, told)
    for declaration in session.exec(select(Declaration.id)):
        _require_issued(session, declaration, told)


def _require_tabled(session: Session, told: list[Entry]) -> None:
    rows = {str(row.id): row for row in session.exec(select(Amendment)) if row.state not in UNTABLED}
    first = {
        str(version.amendment_id): version
        for version in session.exec(select(AmendmentVersion).where(AmendmentVersion.number == 1))
    }
    tabled = {each for each in rows if rows[each].number is not None}
    assert Counter(entry.subject_id for entry in told) == Counter(tabled)
    assert set(first) == tabled
    for entry in told:
        assert entry.after["number"] == rows[entry.subject_id].number
        assert entry.after["acts"] == first[entry.subject_id].acts
    for declaration in {row.declaration_id for row in rows.values()}:
        numbers = sorted(row.number or 0 for row in rows.values() if row.declaration_id == declaration and row.number)
        assert numbers == list(range(1, len(numbers) + 1))


def _require_decided(session: Session, told: dict[str, list[Entry]]) -> None:
    recorded = Counter(
        (entry.subject_id, act.removeprefix("decision."))
        for act, found in told.items()
        if act.startswith("decision.")
        for entry in found
    )
    kept = Counter((str(row.amendment_id), row.outcome) for row in session.exec(select(Decision)))
    assert recorded == kept


def _require_issued(session: Session, declaration_id: object, told: dict[str, list[Entry]]) -> None:
    issued = session.exec(
        select(Revision).where(Revision.declaration_id == declaration_id).order_by(col(Revision.number))
    ).all()
    assert [row.number for row in issued] == list(range(len(issued)))
    recorded = {entry.subject_id: entry.after for entry in told["revision.issue"]}
    names = {
        row.id: f"AM.{row.number}"
        for row in session.exec(select(Amendment).where(Amendment.declaration_id == declaration_id))
    }
    for revision in issued:
        assert fingerprint(text_of(session, revision.id)) == revision.fingerprint
        places = session.exec(
            select(RevisionParagraph.position)
            .where(RevisionParagraph.revision_id == revision.id)
            .order_by(col(RevisionParagraph.position))
        ).all()
        assert places and len(set(places)) == places[-1] - places[0] + 1 == len(places)
        if revision.number == 0:
            continue
        after = recorded[str(revision.id)]
        assert after["fingerprint"] == revision.fingerprint
        incorporated = session.exec(select(Incorporation).where(Incorporation.revision_id == revision.id)).all()
        assert incorporated
        assert sorted(names[row.amendment_id] for row in incorporated) == sorted(after["incorporated"])
        landed = session.exec(select(Landing).where(Landing.revision_id == revision.id)).all()
        at_issue = {names[row.amendment_id]: row.outcome for row in landed}
        assert after["landed"].items() <= at_issue.items()
    inside = set(session.exec(select(Incorporation.amendment_id)))
    outside = session.exec(select(Amendment).where(Amendment.declaration_id == declaration_id)).all()
    assert {row.id for row in outside if row.state == State.INCORPORATED} == {row for row in inside if row in names}
