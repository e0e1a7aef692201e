"""What the room decides on an amendment, taken down by the secretariat or ruled by the presidency."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from app.drafting.amendments.acts import accepted_acts
from app.drafting.amendments.dossier import Dossier, dossier_of, dossiers
from app.drafting.amendments.landings import land, state_after
from app.drafting.amendments.marks import go, note_public
from app.drafting.keys import NewKey, keys_brought, new_key
from app.drafting.limits import prose
from app.drafting.models import Amendment, Decision, Declaration, Revision
from app.drafting.policy import may_decide
from app.drafting.states import PENDING, Outcome, State, Step, require_step
from app.drafting.texts import require_current, text_of
from app.drafting.versions import advance, advance_amendment, locked_declaration
from app.errors import Malformed, Unknown, require
from app.record.actor import Actor
from app.text.change import Act
from app.text.stored import acts_from_plain, acts_to_plain


def accept(session: Session, amendment: Amendment, *, note: str = "", expected: int, by: Actor, at: datetime) -> Decision:
    """The room takes the amendment as it stands. Its alternatives are closed as not accepted, at the same moment.

    `expected` is the version of the declaration that was looked at. An amendment whose delegation has yet to give its word
    on where it landed cannot be accepted as it stands. Raises Denied, MovedOn, OutOfPlace.
    """
    declaration, revision = _before_the_room(session, amendment, Step.ACCEPT, expected, by)
    return _take(session, amendment, declaration, revision, Step.ACCEPT, State.ACCEPTED, Outcome.ACCEPTED, note, by, at)


def accept_all(
    session: Session,
    declaration: Declaration,
    amendments: Iterable[Amendment],
    *,
    note: str = "",
    expected: int,
    by: Actor,
    at: datetime,
) -> list[Decision]:
    """The room takes several amendments to a declaration together, in the order of their numbers: all of them or none.

    Raises as `accept` does, and Malformed when there are none or one is not of this declaration.
    """
    taken = sorted(amendments, key=lambda row: row.number or 0)
    if not taken:
        raise Malformed("Tick the amendments that the room has accepted.", field="amendments")
    if any(row.declaration_id != declaration.id for row in taken):
        raise Malformed("Please choose one of the list.", field="amendments")
    decided = []
    for row in taken:
        decided.append(accept(session, row, note=note, expected=expected, by=by, at=at))
        expected = declaration.version
    return decided


def modify(
    session: Session,
    amendment: Amendment,
    acts: Sequence[Act],
    *,
    note: str = "",
    expected: int,
    by: Actor,
    at: datetime,
    fresh: NewKey = new_key,
) -> Decision:
    """The room takes the amendment with different words: `acts` on the present revision. The tabled words stay on record.

    Raises as `accept` does, and Malformed when the acts do not fit the text or make no difference.
    """
    declaration, revision = _before_the_room(session, amendment, Step.MODIFY, expected, by)
    if not acts:
        raise Malformed("Say in which words the room has accepted it.", field="acts")
    own = keys_brought(act for version in dossier_of(session, amendment).versions for act in acts_from_plain(version.acts))
    words = accepted_acts(text_of(session, revision.id), acts, own=own, fresh=fresh)
    return _take(
        session, amendment, declaration, revision, Step.MODIFY, State.MODIFIED, Outcome.MODIFIED, note, by, at, acts=words
    )


def not_accept(
    session: Session, amendment: Amendment, *, note: str = "", expected: int, by: Actor, at: datetime
) -> Decision:
    """The room does not take the amendment. Raises Denied, MovedOn, OutOfPlace."""
    declaration, revision = _before_the_room(session, amendment, Step.NOT_ACCEPT, expected, by)
    return _take(
        session, amendment, declaration, revision, Step.NOT_ACCEPT, State.NOT_ACCEPTED, Outcome.NOT_ACCEPTED, note, by, at
    )


def hold(session: Session, amendment: Amendment, *, note: str = "", expected: int, by: Actor, at: datetime) -> Decision:
    """The room puts the amendment on hold; it stays pending. Raises Denied, MovedOn, OutOfPlace."""
    declaration, revision = _before_the_room(session, amendment, Step.HOLD, expected, by)
    return _take(session, amendment, declaration, revision, Step.HOLD, State.HELD, Outcome.HELD, note, by, at)


def reopen(session: Session, amendment: Amendment, *, note: str = "", expected: int, by: Actor, at: datetime) -> Decision:
    """The room takes its decision back, as long as it has not gone into a revision; the amendment is pending again.

    Alternatives closed by that decision are pending again with it. What was not accepted on an earlier revision lands on
    the present one as if it had been pending. Raises Denied, MovedOn, OutOfPlace.
    """
    declaration, revision = _before_the_room(session, amendment, Step.REOPEN, expected, by)
    taken_back = dossier_of(session, amendment)
    decision = _reopen(session, declaration, taken_back, revision, prose(note, "note"), by, at)
    for sibling in _siblings(session, amendment, [State.NOT_ACCEPTED]):
        if _closed_with(sibling, taken_back):
            _reopen(session, declaration, sibling, revision, "", by, at)
    return decision


def _before_the_room(
    session: Session, amendment: Amendment, step: Step, expected: int, by: Actor
) -> tuple[Declaration, Revision]:
    """The declaration, locked and counted on, and its present revision; who was slower hears so before anything else."""
    if amendment.number is None:
        raise Unknown("There is no such amendment.")
    require(may_decide(by, session.get_one(Declaration, amendment.declaration_id)))
    declaration = locked_declaration(session, amendment)
    advance(session, declaration, expected=expected)
    require_step(step, amendment.state)
    return declaration, require_current(session, declaration)


def _take(
    session: Session,
    amendment: Amendment,
    declaration: Declaration,
    revision: Revision,
    step: Step,
    target: State,
    outcome: Outcome,
    note: str,
    by: Actor,
    at: datetime,
    acts: tuple[Act, ...] | None = None,
) -> Decision:
    dossier = dossier_of(session, amendment)
    decision = _decide(session, declaration, dossier, revision, step, target, outcome, prose(note, "note"), by, at, acts)
    if target in (State.ACCEPTED, State.MODIFIED):
        for sibling in _siblings(session, amendment, list(PENDING)):
            closed = (Step.NOT_ACCEPT, State.NOT_ACCEPTED, Outcome.NOT_ACCEPTED)
            _decide(session, declaration, sibling, revision, *closed, "", by, at)
    return decision


def _decide(
    session: Session,
    declaration: Declaration,
    dossier: Dossier,
    revision: Revision,
    step: Step,
    target: State,
    outcome: Outcome,
    note: str,
    by: Actor,
    at: datetime,
    acts: tuple[Act, ...] | None = None,
) -> Decision:
    assert by.participant_id is not None
    amendment = dossier.amendment
    before = amendment.state
    decision = Decision(
        amendment_id=amendment.id,
        number=len(dossier.decisions) + 1,
        base_id=revision.id,
        outcome=outcome.value,
        acts=None if acts is None else acts_to_plain(acts),
        note=note,
        decided_by=by.participant_id,
        decided_at=at,
    )
    session.add(decision)
    advance_amendment(session, amendment)
    go(session, amendment, step, target, at)
    note_public(
        session,
        f"decision.{outcome.value}",
        amendment,
        declaration,
        by=by,
        at=at,
        before=before,
        decision=decision.number,
        acts=decision.acts,
        note=note,
    )
    return decision


def _reopen(
    session: Session,
    declaration: Declaration,
    dossier: Dossier,
    revision: Revision,
    note: str,
    by: Actor,
    at: datetime,
) -> Decision:
    target = _state_again(session, dossier, revision, at)
    return _decide(session, declaration, dossier, revision, Step.REOPEN, target, Outcome.REOPENED, note, by, at)


def _state_again(session: Session, dossier: Dossier, revision: Revision, at: datetime) -> State:
    """The state an amendment is in when the room has no decision on it."""
    stand, version, landing = dossier.stand, dossier.version, dossier.landing
    assert stand is not None and version is not None
    if version.base_id == revision.id:
        return State.TABLED
    if landing is None or landing.revision_id != revision.id:
        landing = land(session, dossier, text_of(session, stand.base_id), text_of(session, revision.id), revision, at)
    elif stand.base_id == revision.id:
        return State.CARRIED
    after = state_after(dossier, landing)
    return State.CARRIED if after is State.HELD else after


def _siblings(session: Session, amendment: Amendment, states: list[State]) -> list[Dossier]:
    """The other tabled alternatives to an amendment that are in one of these states."""
    if amendment.alternatives is None:
        return []
    rows = session.exec(
        select(Amendment).where(
            Amendment.alternatives == amendment.alternatives,
            Amendment.declaration_id == amendment.declaration_id,
            Amendment.id != amendment.id,
            col(Amendment.state).in_(states),
        )
    ).all()
    return dossiers(session, amendment.declaration_id, rows)


def _closed_with(sibling: Dossier, taken: Dossier) -> bool:
    """Whether the sibling was closed by the decision on the amendment it is an alternative to."""
    closing, decision = sibling.decision, taken.decision
    return (
        closing is not None
        and decision is not None
        and decision.outcome in (Outcome.ACCEPTED, Outcome.MODIFIED)
        and closing.decided_at == decision.decided_at
    )
