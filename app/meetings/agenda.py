"""The agenda of a meeting: nested items, submitted to the participants and approved by them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import Session, col, select

from app.accounts.lines import line
from app.errors import Malformed, OutOfPlace, Unknown, require
from app.meetings.meetings import facts, processes_of, touch
from app.meetings.models import AgendaItem, Meeting
from app.meetings.policy import may_keep
from app.meetings.states import AgendaState, require_agenda_move
from app.meetings.typed import passage
from app.processes.models import Delegation
from app.record.actor import Actor
from app.record.chain import write

DEEPEST = 3
_REFERRED_TO = "23503"
"""The SQLSTATE of a foreign key that still points to a row."""


def add(
    session: Session,
    meeting: Meeting,
    title: str,
    *,
    expected: int,
    by: Actor,
    at: datetime,
    note: str = "",
    parent_id: UUID | None = None,
    delegation_id: UUID | None = None,
) -> AgendaItem:
    """Add an item at the end of its siblings. Raises Denied, Malformed, OutOfPlace when the agenda is approved, Stale."""
    _open_to(by, meeting)
    if parent_id is not None:
        _require_room(session, item_of(session, meeting, parent_id), levels=1)
    siblings = children(session, meeting.id, parent_id)
    item = AgendaItem(
        meeting_id=meeting.id,
        parent_id=parent_id,
        position=len(siblings),
        title=line(title, field="title", most=500),
        note=passage(note, field="note"),
        delegation_id=_delegation(session, meeting, delegation_id),
    )
    touch(session, meeting, expected=expected)
    session.add(item)
    _recorded(session, "agenda.add", meeting, item, by, at, None)
    return item


def change(
    session: Session,
    meeting: Meeting,
    item: AgendaItem,
    *,
    title: str,
    note: str,
    delegation_id: UUID | None,
    expected: int,
    by: Actor,
    at: datetime,
) -> None:
    """Change the words of an item. Raises Denied, Malformed, OutOfPlace, Stale."""
    _open_to(by, meeting)
    before = _facts(item)
    touch(session, meeting, expected=expected)
    item.title, item.note = line(title, field="title", most=500), passage(note, field="note")
    item.delegation_id = _delegation(session, meeting, delegation_id)
    _recorded(session, "agenda.change", meeting, item, by, at, before)


def shift(
    session: Session, meeting: Meeting, item: AgendaItem, by_places: int, *, expected: int, by: Actor, at: datetime
) -> None:
    """Move an item up (negative) or down among its siblings; past an end it stays there."""
    _open_to(by, meeting)
    before = _facts(item)
    touch(session, meeting, expected=expected)
    siblings = [other for other in children(session, meeting.id, item.parent_id) if other.id != item.id]
    siblings.insert(max(0, min(len(siblings), item.position + by_places)), item)
    _numbered_anew(session, siblings)
    _recorded(session, "agenda.move", meeting, item, by, at, before)


def put_under(
    session: Session, meeting: Meeting, item: AgendaItem, parent_id: UUID | None, *, expected: int, by: Actor, at: datetime
) -> None:
    """Put an item, with all that stands under it, last under another one; None puts it last at the top.

    Raises Malformed when it would stand under itself or deeper than an agenda goes; Stale.
    """
    _open_to(by, meeting)
    before, left = _facts(item), item.parent_id
    touch(session, meeting, expected=expected)
    if parent_id is not None:
        parent = item_of(session, meeting, parent_id)
        if _stands_under(session, parent, item):
            raise Malformed("An item cannot stand under itself.", field="parent_id")
        _require_room(session, parent, levels=_height(session, item))
    siblings = [other for other in children(session, meeting.id, parent_id) if other.id != item.id]
    item.parent_id = parent_id
    _numbered_anew(session, [*siblings, item])
    session.flush()
    _numbered_anew(session, children(session, meeting.id, left))
    _recorded(session, "agenda.move", meeting, item, by, at, before)


def remove(session: Session, meeting: Meeting, item: AgendaItem, *, expected: int, by: Actor, at: datetime) -> None:
    """Take an item off the agenda; the record keeps its words. Raises OutOfPlace while anything stands under it, Stale."""
    _open_to(by, meeting)
    if children(session, meeting.id, item.id):
        raise OutOfPlace("Take off what stands under this item first.")
    touch(session, meeting, expected=expected)
    before = _facts(item)
    session.delete(item)
    try:
        session.flush()
    except DBAPIError as held:
        if not _is_still_referred_to(held):
            raise
        # What stands under an item belongs to storeys above this one: only the database sees it.
        raise OutOfPlace("A text, an agreement or a statement stands under this item. Take that off first.") from held
    _numbered_anew(session, children(session, meeting.id, item.parent_id))
    subject = ("agenda_item", item.id)
    write(session, "agenda.remove", subject, by=by, at=at, process_id=meeting.process_id, before=before)


def move_to(session: Session, meeting: Meeting, state: AgendaState, *, expected: int, by: Actor, at: datetime) -> None:
    """Submit the agenda, take it back, note its approval, or open it again. Raises OutOfPlace, Stale."""
    require(may_keep(by, meeting))
    require_agenda_move(meeting.agenda_state, state)
    if state is AgendaState.SUBMITTED and not children(session, meeting.id, None):
        raise OutOfPlace("There is nothing on the agenda yet.")
    before = facts(meeting)
    touch(session, meeting, expected=expected)
    meeting.agenda_state = state
    session.add(meeting)
    session.flush()
    subject, after = ("meeting", meeting.id), facts(meeting)
    write(session, f"agenda.{state}", subject, by=by, at=at, process_id=meeting.process_id, before=before, after=after)


def item_of(session: Session, meeting: Meeting, item_id: UUID) -> AgendaItem:
    """The item of this meeting's agenda. Raises Unknown."""
    item = session.get(AgendaItem, item_id)
    if item is None or item.meeting_id != meeting.id:
        raise Unknown("There is no such agenda item.")
    return item


def children(session: Session, meeting_id: UUID, parent_id: UUID | None) -> list[AgendaItem]:
    """The items directly under `parent_id` (None: the top of the agenda), in order."""
    where = (col(AgendaItem.meeting_id) == meeting_id, col(AgendaItem.parent_id) == parent_id)
    return list(session.exec(select(AgendaItem).where(*where).order_by(col(AgendaItem.position))))


def _open_to(by: Actor, meeting: Meeting) -> None:
    require(may_keep(by, meeting))
    if meeting.agenda_state == AgendaState.APPROVED:
        raise OutOfPlace("The agenda has been approved. Open it again to change it.")


def _is_still_referred_to(error: DBAPIError) -> bool:
    """Whether a row was kept because others refer to it. pg8000 tells that by a code only, not by the kind of error."""
    said = error.orig.args[0] if error.orig and error.orig.args else None
    return isinstance(error, IntegrityError) or (isinstance(said, dict) and said.get("C") == _REFERRED_TO)


def _depth(session: Session, item: AgendaItem) -> int:
    depth = 1
    while item.parent_id is not None:
        item, depth = session.get_one(AgendaItem, item.parent_id), depth + 1
    return depth


def _height(session: Session, item: AgendaItem) -> int:
    """How many levels the item and what stands under it take."""
    return 1 + max((_height(session, child) for child in children(session, item.meeting_id, item.id)), default=0)


def _require_room(session: Session, parent: AgendaItem, *, levels: int) -> None:
    if _depth(session, parent) + levels > DEEPEST:
        raise Malformed("An agenda has at most {levels} levels.", field="parent_id", levels=DEEPEST)


def _stands_under(session: Session, item: AgendaItem, other: AgendaItem) -> bool:
    """Whether `item` is `other` or stands under it, however deep."""
    while item.id != other.id and item.parent_id is not None:
        item = session.get_one(AgendaItem, item.parent_id)
    return item.id == other.id


def _numbered_anew(session: Session, siblings: list[AgendaItem]) -> None:
    for position, sibling in enumerate(siblings):
        sibling.position = position
        session.add(sibling)


def _delegation(session: Session, meeting: Meeting, delegation_id: UUID | None) -> UUID | None:
    if delegation_id is None:
        return None
    delegation = session.get(Delegation, delegation_id)
    if delegation is None or delegation.process_id not in processes_of(session, meeting.id):
        raise Malformed("This delegation sits in none of the processes that meet.", field="delegation_id")
    return delegation_id


def _facts(item: AgendaItem) -> dict:
    return item.model_dump(mode="json", exclude={"id"})


def _recorded(
    session: Session, act: str, meeting: Meeting, item: AgendaItem, by: Actor, at: datetime, before: dict | None
) -> None:
    session.add(item)
    session.flush()
    subject, after = ("agenda_item", item.id), _facts(item)
    write(session, act, subject, by=by, at=at, process_id=meeting.process_id, before=before, after=after)
