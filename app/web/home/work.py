"""What awaits a person, in all their processes; for who is not signed in, what this place is."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.agreements import queries as agreements
from app.agreements.views import AgreementLine
from app.drafting import queries as drafting
from app.drafting.queries import DeclarationView, Work
from app.meetings import queries as meetings
from app.meetings.views import MeetingLine
from app.positions import queries as positions
from app.positions.queries import PositionView
from app.processes import processes as rows
from app.processes import queries as processes
from app.processes.seats import actors_of
from app.processes.views import SeatLine
from app.web.dependencies import At, Reader, Visitor
from app.web.page import Page
from app.web.rendering import reader_language, render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Desk:
    """A process the reader sits in, and what awaits them there.

    `reserved` are what their delegation keeps on record against a text that has changed since, by declaration.
    """

    seat: SeatLine
    work: Work
    reserved: dict[UUID, tuple[PositionView, ...]]
    declarations: tuple[DeclarationView, ...]
    agreements: tuple[AgreementLine, ...]
    meetings: tuple[MeetingLine, ...]

    @property
    def to_confirm(self) -> int:
        """How many reservations and explanations wait for the delegation's word."""
        return sum(map(len, self.reserved.values()))


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    desks: tuple[Desk, ...] = ()
    operates: bool = False

    @property
    def waiting(self) -> int:
        return sum(desk.work.count + desk.to_confirm for desk in self.desks)


@router.get("/")
def home(request: Request, session: Reader, visitor: Visitor, at: At) -> Response:
    """The reader's work, or a word of welcome."""
    if visitor is None:
        return render(request, "home/welcome.html", HomePage())
    language = reader_language(request)
    actors = {actor.process_id: actor for actor in actors_of(session, visitor, at=at)}
    desks = []
    for seat in processes.seats_of(session, visitor, language=language, at=at):
        by, process = actors[seat.process_id], rows.by_id(session, seat.process_id)
        desks.append(
            Desk(
                seat,
                drafting.my_work(session, seat.process_id, by=by, language=language, at=at),
                positions.awaiting(session, seat.process_id, by=by, language=language),
                drafting.declarations_of(session, seat.process_id, by=by),
                agreements.mine(session, process, by=by, language=language, at=at),
                meetings.meetings_of(session, process, by=by, language=language, at=at).upcoming[:3],
            )
        )
    return render(request, "home/work.html", HomePage(desks=tuple(desks), operates=visitor.operator))
