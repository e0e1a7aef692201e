"""What was said at a meeting, as the secretariat took it down: its own reading, which says so wherever it shows."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.accounts.lines import line
from app.errors import Malformed, Unknown, require
from app.meetings.meetings import processes_of, touch
from app.meetings.models import AgendaItem, Meeting, Statement
from app.meetings.policy import may_keep
from app.meetings.typed import passage
from app.processes.models import Delegation
from app.record.actor import Actor
from app.record.chain import write


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as it is taken down: the `words` of a delegation, or of a `speaker` who sits in none, under an agenda
    item or under none."""

    words: str
    delegation_id: UUID | None = None
    speaker: str = ""
    item_id: UUID | None = None


def take_down(session: Session, meeting: Meeting, said: Said, *, by: Actor, at: datetime) -> Statement:
    """Take a statement down, after those there are. Raises Denied, Malformed, TooLarge."""
    require(may_keep(by, meeting))
    row = Statement(meeting_id=meeting.id, words="", taken_down_at=at)
    _fill(session, meeting, row, said)
    _recorded(session, "statement.take_down", meeting, row, by, at, None)
    return row


def correct(
    session: Session, meeting: Meeting, statement_id: UUID, said: Said, *, expected: int, by: Actor, at: datetime
) -> Statement:
    """Correct what was taken down; the record keeps what it was. Raises Denied, Malformed, TooLarge, Unknown, Stale."""
    require(may_keep(by, meeting))
    row = of(session, meeting, statement_id)
    touch(session, meeting, expected=expected)
    before = _facts(row)
    _fill(session, meeting, row, said)
    _recorded(session, "statement.correct", meeting, row, by, at, before)
    return row


def strike(session: Session, meeting: Meeting, statement_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take a statement out; the record keeps its words. Raises Denied, Unknown."""
    require(may_keep(by, meeting))
    row = of(session, meeting, statement_id)
    subject, before = ("statement", row.id), _facts(row)
    write(session, "statement.strike", subject, by=by, at=at, process_id=meeting.process_id, before=before)
    session.delete(row)
    session.flush()


def of(session: Session, meeting: Meeting, statement_id: UUID) -> Statement:
    """The statement made at this meeting. Raises Unknown."""
    row = session.get(Statement, statement_id)
    if row is None or row.meeting_id != meeting.id:
        raise Unknown("There is no such statement.")
    return row


def _fill(session: Session, meeting: Meeting, row: Statement, said: Said) -> None:
    words = passage(said.words, field="words")
    if not words:
        raise Malformed("Write down what was said.", field="words")
    speaker = line(said.speaker, field="speaker", required=False)
    if (said.delegation_id is None) == (not speaker):
        raise Malformed("Choose the delegation that spoke, or write who spoke when it was none.", field="speaker")
    if said.delegation_id is not None:
        delegation = session.get(Delegation, said.delegation_id)
        if delegation is None or delegation.process_id not in processes_of(session, meeting.id):
            raise Malformed("This delegation sits in none of the processes that meet.", field="delegation")
    if said.item_id is not None:
        item = session.get(AgendaItem, said.item_id)
        if item is None or item.meeting_id != meeting.id:
            raise Malformed("There is no such item on the agenda.", field="item")
    row.words, row.speaker = words, speaker
    row.delegation_id, row.agenda_item_id = said.delegation_id, said.item_id


def _recorded(
    session: Session, act: str, meeting: Meeting, row: Statement, by: Actor, at: datetime, before: dict | None
) -> None:
    session.add(row)
    session.flush()
    subject = ("statement", row.id)
    write(session, act, subject, by=by, at=at, process_id=meeting.process_id, before=before, after=_facts(row))


def _facts(row: Statement) -> dict:
    return row.model_dump(mode="json", exclude={"id", "taken_down_at"})
