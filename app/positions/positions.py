"""Putting a position on record, confirming it on a text that has changed, withdrawing it. Its words are never altered."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, func, select

from app.drafting.limits import required_prose
from app.drafting.models import Declaration, Revision
from app.drafting.texts import require_current, text_of
from app.drafting.versions import lock, note
from app.errors import Malformed, OutOfPlace, Stale, Unknown, require
from app.positions.models import Position, PositionAnswer
from app.positions.policy import may_answer, may_enter
from app.positions.standing import Held, held, on_record
from app.positions.states import Kind, Standing, Word
from app.processes.models import Delegation, Process
from app.record.actor import Actor


def enter(
    session: Session,
    declaration: Declaration,
    *,
    kind: str,
    words: str,
    language: str,
    paragraph_key: str | None = None,
    on: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Position:
    """Put a position on record for the delegation the actor sits in, on the present revision.

    `paragraph_key` is the paragraph of it a reservation is against; None is the text as a whole. `on` is the revision the
    delegate had before them. Raises Denied, OutOfPlace (nothing issued, entered already), Stale, Unknown (no such
    paragraph), Malformed, TooLarge.
    """
    delegation = _own(session, by)
    require(may_enter(by, declaration, delegation))
    assert delegation is not None and by.participant_id is not None
    # The declaration before the record, as everybody does: two at once would take the same number.
    lock(session, declaration)
    revision = _before_them(session, declaration, on)
    entered = _kind(kind, paragraph_key)
    if paragraph_key is not None and paragraph_key not in text_of(session, revision.id):
        raise Unknown("There is no such paragraph in the present text.")
    if language not in languages_for(session, declaration):
        raise Malformed("Please choose one of the languages of the process.", field="language")
    typed = required_prose(words, "words")
    _require_new(session, declaration, revision, (delegation.id, entered, paragraph_key, typed))
    last = session.exec(select(func.max(Position.number)).where(Position.declaration_id == declaration.id)).one()
    position = Position(
        declaration_id=declaration.id,
        number=(last or 0) + 1,
        kind=entered.value,
        delegation_id=delegation.id,
        paragraph_key=paragraph_key,
        revision_id=revision.id,
        language=language,
        words=typed,
        entered_by=by.participant_id,
        entered_at=at,
    )
    session.add(position)
    session.flush()
    facts = {
        "paragraph": paragraph_key,
        "revision": str(revision.id),
        "language": language,
        "words": typed,
    }
    note(session, f"{entered}.enter", (entered.value, position.id), declaration, by=by, at=at, after=facts)
    return position


def confirm(
    session: Session, position: Position, *, on: UUID | None = None, expected: int, by: Actor, at: datetime
) -> None:
    """Say that a position stands on the text as it reads now.

    `expected` is the version of what the delegate saw (`Held.version`), `on` the revision. Raises Denied, Stale, and
    OutOfPlace when there is nothing to confirm.
    """
    found, declaration, revision = _answering(session, position, on, expected, by)
    if found.standing is Standing.GONE:
        raise OutOfPlace(
            "This paragraph is not in the present text. Withdraw the reservation, or enter another on the text as it is."
        )
    if found.standing is not Standing.CHANGED:
        raise OutOfPlace("Nothing has changed that would have to be confirmed.")
    _answer(session, found, declaration, revision, Word.CONFIRMED, by, at)


def withdraw(session: Session, position: Position, *, expected: int, by: Actor, at: datetime) -> None:
    """Take a position back. It is kept, and shown as withdrawn. Raises Denied, Stale, OutOfPlace (withdrawn already)."""
    found, declaration, revision = _answering(session, position, None, expected, by)
    _answer(session, found, declaration, revision, Word.WITHDRAWN, by, at)


def languages_for(session: Session, declaration: Declaration) -> tuple[str, ...]:
    """The languages in which a delegation may speak: that of the text, and the others its process works in."""
    process = session.get_one(Process, declaration.process_id)
    return (declaration.language, *(each for each in process.languages if each != declaration.language))


def _own(session: Session, by: Actor) -> Delegation | None:
    return session.get(Delegation, by.delegation_id) if by.delegation_id else None


def _before_them(session: Session, declaration: Declaration, on: UUID | None) -> Revision:
    revision = require_current(session, declaration)
    if on is not None and on != revision.id:
        raise Stale("{name} has been issued since you opened this. Look at the new text first.", name=revision.name)
    return revision


def _kind(kind: str, paragraph_key: str | None) -> Kind:
    try:
        entered = Kind(kind)
    except ValueError:
        raise Malformed("Please choose one of what is offered.", field="kind") from None
    if entered is Kind.EXPLANATION and paragraph_key is not None:
        raise Malformed("An explanation of position is on the text as a whole.", field="paragraph")
    return entered


def _require_new(
    session: Session, declaration: Declaration, revision: Revision, wanted: tuple[UUID, Kind, str | None, str]
) -> None:
    """A form that was sent twice is one position."""
    for each in on_record(session, declaration, revision):
        row = each.position
        same = wanted == (row.delegation_id, each.kind, row.paragraph_key, row.words)
        if same and each.standing is not Standing.WITHDRAWN:
            raise OutOfPlace("Your delegation has put these words on record already.")


def _answering(
    session: Session, position: Position, on: UUID | None, expected: int, by: Actor
) -> tuple[Held, Declaration, Revision]:
    declaration = session.get_one(Declaration, position.declaration_id)
    require(may_answer(by, position, declaration, _own(session, by)))
    lock(session, declaration)
    revision = _before_them(session, declaration, on)
    found = held(session, declaration, revision, position)
    if found.standing is Standing.WITHDRAWN:
        raise OutOfPlace("This has been withdrawn already.")
    if found.version != expected:
        raise Stale("Somebody of your delegation has answered since you opened this. Look at it as it stands now.")
    return found, declaration, revision


def _answer(
    session: Session, found: Held, declaration: Declaration, revision: Revision, word: Word, by: Actor, at: datetime
) -> None:
    assert by.participant_id is not None
    session.add(
        PositionAnswer(
            position_id=found.position.id,
            number=len(found.answers) + 1,
            word=word.value,
            revision_id=revision.id,
            given_by=by.participant_id,
            given_at=at,
        )
    )
    session.flush()
    verb = "confirm" if word is Word.CONFIRMED else "withdraw"
    facts = {"paragraph": found.position.paragraph_key, "revision": str(revision.id)}
    subject = (found.kind.value, found.position.id)
    note(session, f"{found.kind}.{verb}", subject, declaration, by=by, at=at, after=facts)
