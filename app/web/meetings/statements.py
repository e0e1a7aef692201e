"""What was said at a meeting: reading it, taking it down, correcting it, taking it out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.errors import Refusal, Unknown
from app.meetings import statements
from app.meetings.seats import acting_at
from app.meetings.statements import Said
from app.meetings.views import StatementLine
from app.record.actor import Actor
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.forms import Form, Typed, or_again
from app.web.meetings.seated import MeetingPage, shown
from app.web.rendering import go, render

router = APIRouter(prefix="/meetings/{meeting_id}/statements")


@dataclass(frozen=True, kw_only=True)
class StatementsPage(MeetingPage):
    """`corrected` is the statement the form is filled with; None while a new one is taken down."""

    tab: str = "statements"
    corrected: StatementLine | None = None


@router.get("")
def show(request: Request, meeting_id: UUID, session: Reader, me: Me, at: At) -> Response:
    _meeting, by = acting_at(session, me, meeting_id, at=at)
    return _page(request, session, meeting_id, by, at)


@router.post("")
def take_down(request: Request, meeting_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)

    def again(refusal: Refusal) -> Response:
        return _page(request, session, meeting_id, by, at, refusal=refusal, typed=form.kept)

    with or_again(session, again):
        statements.take_down(session, meeting, _said(form), by=by, at=at)
    return go(request, f"/meetings/{meeting_id}/statements", "The statement is taken down.")


@router.get("/{statement_id}")
def one(request: Request, meeting_id: UUID, statement_id: UUID, session: Reader, me: Me, at: At) -> Response:
    _meeting, by = acting_at(session, me, meeting_id, at=at)
    return _page(request, session, meeting_id, by, at, statement_id)


@router.post("/{statement_id}")
def correct(
    request: Request, meeting_id: UUID, statement_id: UUID, form: Form, session: Writer, me: Me, at: At
) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)

    def again(refusal: Refusal) -> Response:
        return _page(request, session, meeting_id, by, at, statement_id, refusal=refusal, typed=form.kept)

    with or_again(session, again):
        expected = form.number("version")
        statements.correct(session, meeting, statement_id, _said(form), expected=expected, by=by, at=at)
    return go(request, f"/meetings/{meeting_id}/statements", "The statement is corrected. The record keeps what it was.")


@router.post("/{statement_id}/strike")
def strike(request: Request, meeting_id: UUID, statement_id: UUID, session: Writer, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)
    statements.strike(session, meeting, statement_id, by=by, at=at)
    return go(request, f"/meetings/{meeting_id}/statements", "The statement is out. The record keeps its words.")


def _said(form: Typed) -> Said:
    return Said(
        words=form.raw("words"),
        delegation_id=form.uuid("delegation"),
        speaker=form.raw("speaker"),
        item_id=form.uuid("item"),
    )


def _page(
    request: Request,
    session: Session,
    meeting_id: UUID,
    by: Actor,
    at: datetime,
    statement_id: UUID | None = None,
    **more: Any,
) -> Response:
    told = shown(request, session, meeting_id, by, at)
    corrected = next((each for each in told.meeting.statements if each.id == statement_id), None)
    if statement_id is not None and (corrected is None or not told.meeting.may_keep):
        raise Unknown("There is no such statement.")
    page = StatementsPage(**told.page(further=statement_id is not None), corrected=corrected, **more)
    return render(request, "meetings/statements/show.html", page)
