"""What pages read of meetings, for who has a seat in a process that meets. For everybody else they do not exist."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.errors import Unknown
from app.meetings.models import AgendaItem, Attendance, Meeting, MeetingDocument, MeetingProcess, Statement
from app.meetings.policy import may_convene, may_keep, may_see
from app.meetings.states import AgendaState, Body, State
from app.meetings.views import (
    Bench,
    DocumentLine,
    ItemView,
    MeetingLine,
    MeetingsView,
    MeetingView,
    Meets,
    PresenceLine,
    StatementLine,
)
from app.processes import presidency
from app.processes.collation import sort_key
from app.processes.delegations import sits
from app.processes.models import Delegation, Process
from app.processes.names import alphabetical, name_of
from app.processes.policy import takes_part
from app.processes.roles import Standing
from app.record.actor import Actor


def meetings_of(session: Session, process: Process, *, by: Actor, language: str, at: datetime) -> MeetingsView:
    """The meetings at which a process meets, alone or with others. Raises Unknown for who has no seat in it.

    A meeting is to come while it is planned and its last day, if it is known, has not gone by.
    """
    if not takes_part(by, process.id):
        raise Unknown("There is no such process.")
    rows = session.exec(
        select(Meeting)
        .join(MeetingProcess, col(MeetingProcess.meeting_id) == Meeting.id)
        .where(MeetingProcess.process_id == process.id)
        .order_by(col(Meeting.created_at), col(Meeting.id))
    ).all()
    lines = meeting_lines(session, rows, language)
    upcoming = [line for line in lines if _to_come(line, at.date())]
    over = [line for line in lines if not _to_come(line, at.date())]
    return MeetingsView(
        upcoming=tuple(sorted(upcoming, key=lambda line: line.starts_on or date.max)),
        over=tuple(sorted(over, key=lambda line: line.starts_on or date.min, reverse=True)),
        may_convene=may_convene(by, process.id).allowed,
    )


def meeting(session: Session, meeting_id: UUID, *, by: Actor, language: str, at: datetime) -> MeetingView:
    """A meeting whole. Raises Unknown."""
    row = find(session, meeting_id, by=by)
    (line,) = meeting_lines(session, [row], language)
    tree = _agenda(session, row.id, language)
    items = tuple(_flat(tree))
    return MeetingView(
        line=line,
        agenda=tree,
        items=items,
        statements=_statements(session, row.id, items, language),
        attendance=_attendance(session, row, line.meets, language, at),
        documents=_documents(session, row.id),
        may_keep=may_keep(by, row).allowed,
    )


def find(session: Session, meeting_id: UUID, *, by: Actor) -> Meeting:
    """The meeting, for who has a seat in one of the processes that meet. Raises Unknown."""
    row = session.get(Meeting, meeting_id)
    meets = select(MeetingProcess.process_id).where(MeetingProcess.meeting_id == meeting_id)
    if row is None or not may_see(by, session.exec(meets).all()):
        raise Unknown("There is no such meeting.")
    return row


def others_to_meet(session: Session, process: Process, language: str) -> tuple[tuple[UUID, str], ...]:
    """The other processes that could meet with this one, by name."""
    found = session.exec(select(Process).where(Process.id != process.id))
    pairs = [(each.id, name_of(each, language, "official")) for each in found]
    return tuple(sorted(pairs, key=lambda pair: sort_key(pair[1], language)))


def others_by_slug(session: Session, process: Process) -> dict[str, UUID]:
    """The other processes that could meet with this one, by their names in addresses."""
    return {each.slug: each.id for each in session.exec(select(Process).where(Process.id != process.id))}


def meeting_lines(session: Session, rows: Sequence[Meeting], language: str) -> list[MeetingLine]:
    """The lines of these meetings, in their order. Asks nobody who may see them."""
    seats = session.exec(
        select(MeetingProcess, Process)
        .join(Process, col(Process.id) == MeetingProcess.process_id)
        .where(col(MeetingProcess.meeting_id).in_([row.id for row in rows]))
    ).all()
    convening = {row.id: row.process_id for row in rows}
    meets: dict[UUID, list[Meets]] = defaultdict(list)
    for seat, process in seats:
        convenes = convening[seat.meeting_id] == process.id
        name = name_of(process, language)
        meets[seat.meeting_id].append(Meets(process.id, process.slug, name, Body(seat.body), convenes))
    return [_line(row, meets[row.id], language) for row in rows]


def _line(row: Meeting, meets: list[Meets], language: str) -> MeetingLine:
    return MeetingLine(
        id=row.id,
        title=row.title,
        purpose=row.purpose,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        date_note=row.date_note,
        place=row.place,
        online=row.online,
        link=row.link,
        state=State(row.state),
        agenda_state=AgendaState(row.agenda_state),
        version=row.version,
        meets=tuple(sorted(meets, key=lambda each: (not each.convenes, sort_key(each.name, language)))),
    )


def _to_come(line: MeetingLine, today: date) -> bool:
    last = line.ends_on or line.starts_on
    return line.state is State.PLANNED and (last is None or last >= today)


def _agenda(session: Session, meeting_id: UUID, language: str) -> tuple[ItemView, ...]:
    rows = session.exec(
        select(AgendaItem, Delegation)
        .join(Delegation, col(Delegation.id) == AgendaItem.delegation_id, isouter=True)
        .where(AgendaItem.meeting_id == meeting_id)
        .order_by(col(AgendaItem.position))
    ).all()
    under: dict[UUID | None, list[tuple[AgendaItem, str]]] = defaultdict(list)
    for item, delegation in rows:
        under[item.parent_id].append((item, name_of(delegation, language) if delegation else ""))
    return _branch(under, None, ())


def _branch(
    under: dict[UUID | None, list[tuple[AgendaItem, str]]], parent_id: UUID | None, above: tuple[int, ...]
) -> tuple[ItemView, ...]:
    siblings = under[parent_id]
    return tuple(
        ItemView(
            id=item.id,
            number=".".join(map(str, (*above, place))),
            depth=len(above) + 1,
            title=item.title,
            note=item.note,
            delegation_id=item.delegation_id,
            delegation=delegation,
            parent_id=parent_id,
            first=place == 1,
            last=place == len(siblings),
            items=_branch(under, item.id, (*above, place)),
        )
        for place, (item, delegation) in enumerate(siblings, start=1)
    )


def _flat(items: Iterable[ItemView]) -> Iterable[ItemView]:
    for item in items:
        yield item
        yield from _flat(item.items)


def _attendance(session: Session, row: Meeting, meets: Sequence[Meets], language: str, at: datetime) -> tuple[Bench, ...]:
    """Every delegation that sits in the processes on the day of the meeting, and whoever was written down all the same:
    members before observers and organizations, each in the alphabetical order of the language."""
    on = row.starts_on or at.date()
    noted = {each.delegation_id: each for each in session.exec(select(Attendance).where(Attendance.meeting_id == row.id))}
    benches = []
    for each in meets:
        process = session.get_one(Process, each.process_id)
        troika = presidency.troika(session, process, on)
        chairs = {one.id for one in (troika.outgoing, troika.current, troika.incoming) if one}
        found = session.exec(select(Delegation).where(Delegation.process_id == process.id))
        seated = alphabetical([one for one in found if sits(one, on) or one.id in noted], language)
        lines = tuple(
            PresenceLine(
                delegation_id=one.id,
                name=name_of(one, language),
                standing=one.standing,
                troika=each.body is Body.TROIKA and one.id in chairs,
                present=noted[one.id].present if one.id in noted else None,
                persons=noted[one.id].persons if one.id in noted else "",
            )
            for one in sorted(seated, key=lambda one: one.standing != Standing.MEMBER)
        )
        benches.append(Bench(process=name_of(process, language, "official"), body=each.body, lines=lines))
    return tuple(benches)


def _documents(session: Session, meeting_id: UUID) -> tuple[DocumentLine, ...]:
    rows = session.exec(
        select(MeetingDocument)
        .where(MeetingDocument.meeting_id == meeting_id)
        .order_by(col(MeetingDocument.added_at), col(MeetingDocument.symbol), col(MeetingDocument.title))
    )
    return tuple(DocumentLine(**row.model_dump(exclude={"meeting_id"})) for row in rows)


def _statements(session: Session, meeting_id: UUID, items: Sequence[ItemView], language: str) -> tuple[StatementLine, ...]:
    rows = session.exec(
        select(Statement, Delegation)
        .join(Delegation, col(Delegation.id) == Statement.delegation_id, isouter=True)
        .where(Statement.meeting_id == meeting_id)
        .order_by(col(Statement.taken_down_at), col(Statement.id))
    ).all()
    places = {item.id: place for place, item in enumerate(items)}
    lines = []
    for row, delegation in sorted(rows, key=lambda pair: places.get(pair[0].agenda_item_id, len(places))):  # type: ignore[arg-type]
        item = items[places[row.agenda_item_id]] if row.agenda_item_id in places else None
        lines.append(
            StatementLine(
                id=row.id,
                item_id=row.agenda_item_id,
                number=item.number if item else "",
                item=item.title if item else "",
                delegation_id=row.delegation_id,
                speaker=row.speaker,
                who=name_of(delegation, language) if delegation else row.speaker,
                words=row.words,
            )
        )
    return tuple(lines)
