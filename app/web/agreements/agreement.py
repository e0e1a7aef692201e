"""Agreements: of a process, of a meeting, one of them with its history, and reporting on it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.agreements import agreements, queries
from app.agreements.queries import Only
from app.agreements.states import State
from app.agreements.views import AgreementLine, AgreementView, ProcessAgreements
from app.errors import Malformed, Refusal
from app.meetings.seats import acting_at
from app.record.actor import Actor
from app.web.agreements.seated import at_agreement
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.forms import Form, Typed, or_again
from app.web.languages import say
from app.web.meetings.seated import MeetingPage, shown
from app.web.page import Crumb, Page
from app.web.processes.inside import inside, way_to
from app.web.rendering import go, reader_language, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class AgreementsPage(Page):
    """The agreements of a process; `only` is the view of them that is shown."""

    slug: str
    process: str
    agreements: ProcessAgreements
    only: Only
    tab: str = "agreements"


@dataclass(frozen=True, kw_only=True)
class OfMeetingPage(MeetingPage):
    agreements: tuple[AgreementLine, ...]
    tab: str = "agreements"


@dataclass(frozen=True, kw_only=True)
class AgreementPage(Page):
    agreement: AgreementView


@router.get("/processes/{slug}/agreements")
def index(request: Request, slug: str, session: Reader, me: Me, at: At, only: str = Only.OPEN) -> Response:
    process, by = inside(session, me, slug, at)
    wanted = Only(only) if only in set(Only) else Only.OPEN
    language = reader_language(request)
    crumbs = way_to(request, process)
    page = AgreementsPage(
        crumbs=crumbs,
        slug=slug,
        process=crumbs[-1].name,
        agreements=queries.agreements_of(session, process, by=by, language=language, at=at, only=wanted),
        only=wanted,
    )
    return render(request, "agreements/agreement/index.html", page)


@router.get("/meetings/{meeting_id}/agreements")
def of_meeting(request: Request, meeting_id: UUID, session: Reader, me: Me, at: At) -> Response:
    _meeting, by = acting_at(session, me, meeting_id, at=at)
    page = OfMeetingPage(
        **shown(request, session, meeting_id, by, at).page(),
        agreements=queries.agreements_of_meeting(session, meeting_id, by=by, language=reader_language(request), at=at),
    )
    return render(request, "agreements/agreement/of_meeting.html", page)


@router.get("/agreements/{agreement_id}")
def show(request: Request, agreement_id: UUID, session: Reader, me: Me, at: At) -> Response:
    *_rows, by = at_agreement(session, me, agreement_id, at)
    return _page(request, session, agreement_id, by, at)


@router.post("/agreements/{agreement_id}/reports")
def report(request: Request, agreement_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    agreement, meeting, by = at_agreement(session, me, agreement_id, at)

    def again(refusal: Refusal) -> Response:
        return _page(request, session, agreement_id, by, at, refusal=refusal, typed=form.kept)

    with or_again(session, again):
        agreements.report(session, meeting, agreement, form.raw("text"), _state(form), by=by, at=at)
    return go(request, f"/agreements/{agreement_id}", "Your report is on record.")


def _page(request: Request, session: Session, agreement_id: UUID, by: Actor, at: datetime, **more: Any) -> Response:
    language = reader_language(request)
    view = queries.agreement(session, agreement_id, by=by, language=language, at=at)
    meeting = shown(request, session, view.line.meeting_id, by, at)
    further = (say(language, "Agreements"), f"/meetings/{view.line.meeting_id}/agreements")
    page = AgreementPage(crumbs=(*meeting.page(further=True)["crumbs"], Crumb(*further)), agreement=view, **more)
    return render(request, "agreements/agreement/show.html", page)


def _state(form: Typed) -> State:
    try:
        return State(form.text("state"))
    except ValueError:
        raise Malformed("Please choose one of the list.", field="state") from None
