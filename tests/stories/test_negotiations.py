"""Whole negotiations at random: whatever people do, nothing that was said is lost, altered or doubled."""

from collections import Counter
from collections.abc import Iterable

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from app.db import reading
from app.drafting import queries
from app.drafting.models import Amendment, AmendmentVersion, Decision, Incorporation
from app.drafting.proof import discrepancies
from app.drafting.queries.desk import ON_THE_DESK
from app.drafting.states import AGREED, Outcome, State
from app.drafting.texts import revisions_of, text_of
from app.record.chain import verify
from app.text.change import Act, Delete, Insert, Replace
from app.text.document import Document
from app.text.fingerprint import fingerprint
from app.text.runs import Runs
from app.text.stored import acts_from_plain
from app.text.tokens import tokenise
from tests.drafting.room import Room
from tests.stories.negotiators import Negotiators
from tests.support.laws import DEPTH

ROUNDS, ACTS = 6, 25


@pytest.mark.parametrize("seed", range(3 * DEPTH))
def test_nothing_is_lost(engine: Engine, seed: int) -> None:
    room = Room(engine)
    room.issue()
    negotiators = Negotiators(room, seed)
    seen: dict[object, dict[str, object]] = {}
    for _ in range(ROUNDS):
        negotiators.play(ACTS)
        with reading(engine) as session:
            require_versions_unaltered(session, seen)
            require_states_told_by_decisions(session)
            require_words_accounted_for(session, room)
            assert verify(session).whole
            assert discrepancies(session) == ()
        require_everything_to_be_found(room)
    assert negotiators.done["table"] > 10, negotiators.refused
    assert negotiators.done["issue"] > 1, negotiators.refused


def require_versions_unaltered(session: Session, seen: dict[object, dict[str, object]]) -> None:
    rows = {row.id: row.model_dump() for row in session.exec(select(AmendmentVersion))}
    for known, row in seen.items():
        assert rows[known] == row
    seen.update(rows)


def require_states_told_by_decisions(session: Session) -> None:
    """Every tabled amendment has a number of its own, a version, and the one state that its rows tell."""
    tabled = session.exec(select(Amendment).where(col(Amendment.number).is_not(None))).all()
    assert sorted(row.number for row in tabled) == list(range(1, len(tabled) + 1))  # type: ignore[type-var]
    incorporated = set(session.exec(select(Incorporation.amendment_id)))
    versions = set(session.exec(select(AmendmentVersion.amendment_id)))
    for row in tabled:
        assert row.id in versions
        decided = session.exec(
            select(Decision).where(Decision.amendment_id == row.id).order_by(col(Decision.number).desc())
        ).first()
        outcome = decided.outcome if decided else Outcome.REOPENED
        assert (row.state == State.INCORPORATED) == (row.id in incorporated)
        if row.state in {*AGREED, State.NOT_ACCEPTED, State.HELD}:
            assert outcome == row.state
        elif row.state == State.INCORPORATED:
            assert outcome in AGREED
        elif row.state in (State.TABLED, State.CARRIED):
            assert outcome == Outcome.REOPENED


def require_words_accounted_for(session: Session, room: Room) -> None:
    """Every revision reads as its fingerprint says, and every word that came or went did so by an incorporation."""
    assert room.declaration_id is not None
    former: Document | None = None
    for revision in revisions_of(session, room.declaration_id):
        text = text_of(session, revision.id)
        assert fingerprint(text) == revision.fingerprint
        if former is not None:
            rows = session.exec(select(Incorporation).where(Incorporation.revision_id == revision.id)).all()
            acts = [act for row in rows for act in acts_from_plain(row.acts)]
            require_accounted_for(former, text, acts)
        former = text


def require_accounted_for(old: Document, new: Document, acts: Iterable[Act]) -> None:
    acts = list(acts)
    deleted = {act.key for act in acts if isinstance(act, Delete)}
    assert set(old.keys) - set(new.keys) == deleted
    brought = {act.paragraph.key: counted(act.paragraph.runs) for act in acts if isinstance(act, Insert)}
    for paragraph in new:
        words = counted(paragraph.runs)
        before = old.get(paragraph.key)
        if before is None:
            assert words == brought[paragraph.key]
            continue
        base = counted(before.runs)
        proposed = [counted(act.runs) for act in acts if isinstance(act, Replace) and act.key == paragraph.key]
        put_in = sum((each - base for each in proposed), Counter[object]())
        taken_out = sum((base - each for each in proposed), Counter[object]())
        assert words <= base + put_in, "a word came that nobody proposed"
        assert base - taken_out <= words, "a word went that nobody proposed to delete"
        assert proposed or words == base


def counted(runs: Runs) -> Counter[object]:
    return Counter(tokenise(runs))


def require_everything_to_be_found(room: Room) -> None:
    """The desk shows every amendment that is on it, every reader can read all there is, and no question fails."""
    desk = room.desk()
    shown = {entry.amendment.id for paragraph in desk.paragraphs for entry in paragraph.entries}
    shown |= {entry.amendment.id for entry in (*desk.general, *desk.displaced)}
    with reading(room.engine) as session:
        tabled = session.exec(select(Amendment).where(col(Amendment.number).is_not(None))).all()
    assert shown == {row.id for row in tabled if row.state in ON_THE_DESK}
    for reader in (room.honduras, room.observer, room.presidency):
        views = room.ask(queries.amendments_of, room.declaration_id, by=reader)
        assert {view.id for view in views if view.number is not None} == {row.id for row in tabled}
        room.ask(queries.my_work, room.process.id, by=reader, at=room.time)
        room.ask(queries.compilable, room.declaration_id, by=reader)
    heads = room.ask(queries.declaration, room.declaration_id).revisions
    for head in heads:
        redline = room.ask(queries.compare, head.id, heads[0].id).redline
        assert redline.lines or head == heads[0]
    for key in room.text().keys:
        kinds = {event.kind for event in room.ask(queries.paragraph_history, room.declaration_id, key, by=room.observer)}
        assert "issued" in kinds
