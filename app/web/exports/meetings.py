"""The documents made of a meeting: its report and the list of what it agreed on; and putting one before the meeting."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.errors import Malformed
from app.exports import exports
from app.exports.jobs import ordering
from app.exports.kinds import MeetingKind, Options
from app.exports.putting import put_before_its_meeting
from app.exports.quick import is_quick
from app.meetings.seats import acting_at
from app.web.dependencies import At, Exports, Files, Me, Reader, Writer
from app.web.exports.documents import form_of
from app.web.forms import Form, Typed, or_again
from app.web.meetings.documents import page
from app.web.rendering import go

router = APIRouter(prefix="/meetings/{meeting_id}")


@router.post("/reports")
def make(
    request: Request, meeting_id: UUID, form: Form, reader: Reader, session: Writer, store: Exports, me: Me, at: At
) -> Response:
    """Make a document of the meeting, keep it, and hand it out; one that takes long is ordered instead."""
    meeting, by = acting_at(reader, me, meeting_id, at=at)
    with or_again(reader, lambda refusal: page(request, reader, meeting_id, by, at, refusal=refusal, chosen=form.kept)):
        options = Options(form=form_of(form), language=form.text("language"))
        order = exports.ordered_of_meeting(reader, meeting, _kind(form), by=by, at=at, options=options)
        if not is_quick(reader, order):
            job = ordering.place(session, order, by=by, at=at)
            return go(request, f"/jobs/{job.id}" if form.text("then") == "list" else f"/jobs/{job.id}?then=file")
        made = exports.make_to_order(reader, order)
    export = exports.keep(session, store, made, by=by, at=at)
    if form.text("then") == "list":
        where = f"/meetings/{meeting.id}/documents?made={export.id}#d-{export.id}"
        return go(request, where, "The document is made and kept.")
    return go(request, f"/documents/{export.id}")


@router.post("/reports/{export_id}/put")
def put(
    request: Request,
    meeting_id: UUID,
    export_id: UUID,
    form: Form,
    session: Writer,
    store: Exports,
    files: Files,
    me: Me,
    at: At,
) -> Response:
    """Put a document made of the meeting before it: whoever has a seat there finds it among its documents."""
    _meeting, by = acting_at(session, me, meeting_id, at=at)
    with or_again(session, lambda refusal: page(request, session, meeting_id, by, at, refusal=refusal)):
        put_before_its_meeting(session, store, files, export_id, by=by, at=at, title=form.raw("title"))
    return go(request, f"/meetings/{meeting_id}/documents", "The document is before the meeting.")


def _kind(form: Typed) -> MeetingKind:
    try:
        return MeetingKind(form.text("kind"))
    except ValueError:
        raise Malformed("Please choose one of what is offered.", field="kind") from None
