"""The next revision, from all that was accepted, in one act; and where the pending ones come to stand."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.drafting.amendments.dossier import Dossier, dossiers
from app.drafting.amendments.landings import land, state_after
from app.drafting.amendments.marks import go
from app.drafting.errors import Contradictory
from app.drafting.limits import prose
from app.drafting.models import Amendment, Declaration, Incorporation, Revision
from app.drafting.policy import may_issue
from app.drafting.revisions.naming import accepted_name
from app.drafting.revisions.ready import Ready, what_is_ready
from app.drafting.revisions.rows import put_revision
from app.drafting.states import PENDING, State, Step
from app.drafting.texts import require_current, text_of
from app.drafting.versions import advance, advance_amendment, lock
from app.drafting.versions import note as record
from app.errors import OutOfPlace, require
from app.record.actor import Actor
from app.text.clash import ClashKind
from app.text.document import Document
from app.text.stored import acts_to_plain


def issue_next(
    session: Session,
    declaration: Declaration,
    *,
    name: str | None = None,
    note: str = "",
    renumber: bool = False,
    order: Sequence[UUID] = (),
    expected: int,
    by: Actor,
    at: datetime,
) -> Revision:
    """Issue the present text with everything in it that was accepted, and carry over what is pending.

    `name` defaults to "Rev.1", "Rev.2", …. `renumber` numbers its paragraphs anew; else new ones are bis, ter. `order`: see
    `ready.what_is_ready`. `expected` is the version of the declaration that was looked at. Raises Denied, MovedOn,
    OutOfPlace (nothing accepted), Malformed (name taken), Contradictory (accepted amendments that cannot all stand, named
    with the words they contend for; nothing is issued then).
    """
    require(may_issue(by, declaration))
    lock(session, declaration)
    present = require_current(session, declaration)
    advance(session, declaration, expected=expected)
    base = text_of(session, present.id)
    ready = what_is_ready(session, declaration, present, base, order=order)
    if not ready.accepted:
        raise OutOfPlace("Nothing that changes the text has been accepted since {name}.", name=present.name)
    text = _uncontradicted(ready)
    revision = put_revision(
        session,
        declaration,
        text,
        number=present.number + 1,
        name=accepted_name(session, declaration, name),
        note=prose(note, "note"),
        renumbered=renumber,
        by=by,
        at=at,
    )
    incorporated = [_incorporate(session, dossier, revision, at) for dossier in ready.accepted]
    landed = _carry_over(session, declaration, {present.id: base}, text, revision, at)
    issued = {
        "name": revision.name,
        "number": revision.number,
        "fingerprint": revision.fingerprint,
        "incorporated": incorporated,
        "landed": landed,
    }
    record(session, "revision.issue", ("revision", revision.id), declaration, by=by, at=at, after=issued)
    return revision


def _uncontradicted(ready: Ready) -> Document:
    if ready.text is not None:
        return ready.text
    contradictions = ready.contradictions
    first = contradictions[0]
    if first.kind != ClashKind.INSERTION:
        raise Contradictory(
            "{one} and {other} were both accepted and cannot both stand: they contend for “{words}”. "
            "Reopen one of them, or accept one with other words.",
            contradictions=contradictions,
            one=first.one,
            other=first.other,
            words=first.words,
        )
    raise Contradictory(
        "{one} and {other} were both accepted and cannot both stand at one place. "
        "Say which comes first, reopen one of them, or accept one with other words.",
        contradictions=contradictions,
        one=first.one,
        other=first.other,
    )


def _incorporate(session: Session, dossier: Dossier, revision: Revision, at: datetime) -> str:
    agreed, decision = dossier.agreed, dossier.decision
    assert agreed is not None and decision is not None
    session.add(
        Incorporation(
            revision_id=revision.id,
            amendment_id=dossier.amendment.id,
            decision_id=decision.id,
            acts=acts_to_plain(agreed.acts),
        )
    )
    advance_amendment(session, dossier.amendment)
    go(session, dossier.amendment, Step.INCORPORATE, State.INCORPORATED, at)
    return f"AM.{dossier.amendment.number}"


def _carry_over(
    session: Session,
    declaration: Declaration,
    texts: dict[UUID, Document],
    new: Document,
    revision: Revision,
    at: datetime,
) -> dict[str, str]:
    """Land every pending amendment, from wherever its delegation last stood behind it."""
    pending = session.exec(
        select(Amendment)
        .where(Amendment.declaration_id == declaration.id, col(Amendment.state).in_([*PENDING]))
        .order_by(col(Amendment.number))
    ).all()
    landed: dict[str, str] = {}
    for dossier in dossiers(session, declaration.id, pending):
        stand = dossier.stand
        assert stand is not None
        if stand.base_id not in texts:
            texts[stand.base_id] = text_of(session, stand.base_id)
        landing = land(session, dossier, texts[stand.base_id], new, revision, at)
        advance_amendment(session, dossier.amendment)
        go(session, dossier.amendment, Step.LAND, state_after(dossier, landing), at)
        landed[f"AM.{dossier.amendment.number}"] = landing.outcome
    return landed
