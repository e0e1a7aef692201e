"""The agenda of a meeting: reading it, writing it, submitting and approving it, the texts under its items."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import agenda_links
from app.drafting import queries as drafting
from app.drafting.queries.before_meetings import BeforeMeeting, before_meeting, linkable
from app.errors import Malformed, Refusal, Unknown
from app.meetings import agenda
from app.meetings.seats import acting_at
from app.meetings.states import AgendaState
from app.meetings.views import ItemView, MeetingView
from app.record.actor import Actor
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.forms import Form, Typed, or_again
from app.web.meetings.seated import MeetingPage, shown
from app.web.rendering import go, reader_language, render

router = APIRouter(prefix="/meetings/{meeting_id}")


@dataclass(frozen=True, kw_only=True)
class AgendaPage(MeetingPage):
    """`texts` are the declarations and paragraphs under the items, by item."""

    texts: Mapping[UUID, tuple[BeforeMeeting, ...]]
    writable: bool
    may_link: bool
    places: tuple[tuple[str, str], ...]
    givers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class ItemPage(AgendaPage):
    """One item. `choices` are the texts that could be put under it: a value of the form, how it reads."""

    item: ItemView
    choices: tuple[tuple[str, str], ...]


@router.get("")
def show(request: Request, meeting_id: UUID, session: Reader, me: Me, at: At) -> Response:
    _meeting, by = acting_at(session, me, meeting_id, at=at)
    return _agenda(request, session, meeting_id, by, at)


@router.post("/agenda")
def add(request: Request, meeting_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)
    with or_again(session, lambda no: _agenda(request, session, meeting_id, by, at, refusal=no, typed=form.kept)):
        item = agenda.add(
            session,
            meeting,
            form.raw("title"),
            note=form.raw("note"),
            parent_id=form.uuid("parent_id"),
            delegation_id=form.uuid("delegation_id"),
            expected=form.number("version"),
            by=by,
            at=at,
        )
    return go(request, f"/meetings/{meeting_id}#i-{item.id}", "The item is on the agenda.")


@router.post("/agenda/state")
def move_to(request: Request, meeting_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)
    with or_again(session, lambda no: _agenda(request, session, meeting_id, by, at, refusal=no)):
        state = _state(form)
        agenda.move_to(session, meeting, state, expected=form.number("version"), by=by, at=at)
    if state is AgendaState.APPROVED:
        return go(request, f"/meetings/{meeting_id}", "The agenda is noted as approved.")
    if state is AgendaState.SUBMITTED:
        return go(request, f"/meetings/{meeting_id}", "The agenda is submitted to those who take part.")
    return go(request, f"/meetings/{meeting_id}", "The agenda is a draft again.")


@router.get("/agenda/{item_id}")
def item(request: Request, meeting_id: UUID, item_id: UUID, session: Reader, me: Me, at: At) -> Response:
    _meeting, by = acting_at(session, me, meeting_id, at=at)
    return _item(request, session, meeting_id, item_id, by, at)


@router.post("/agenda/{item_id}")
def change(request: Request, meeting_id: UUID, item_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)
    with or_again(session, _item_again(request, session, meeting_id, item_id, by, at, form)):
        row, expected = agenda.item_of(session, meeting, item_id), form.number("version")
        agenda.change(
            session,
            meeting,
            row,
            title=form.raw("title"),
            note=form.raw("note"),
            delegation_id=form.uuid("delegation_id"),
            expected=expected,
            by=by,
            at=at,
        )
        if (parent_id := form.uuid("parent_id")) != row.parent_id:
            agenda.put_under(session, meeting, row, parent_id, expected=expected + 1, by=by, at=at)
    return go(request, f"/meetings/{meeting_id}#i-{item_id}", "The item is changed.")


@router.post("/agenda/{item_id}/shift")
def shift(request: Request, meeting_id: UUID, item_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)
    with or_again(session, lambda no: _agenda(request, session, meeting_id, by, at, refusal=no)):
        row = agenda.item_of(session, meeting, item_id)
        places = -1 if form.text("where") == "up" else 1
        agenda.shift(session, meeting, row, places, expected=form.number("version"), by=by, at=at)
    return go(request, f"/meetings/{meeting_id}#i-{item_id}")


@router.post("/agenda/{item_id}/remove")
def remove(request: Request, meeting_id: UUID, item_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)
    with or_again(session, _item_again(request, session, meeting_id, item_id, by, at, form)):
        row = agenda.item_of(session, meeting, item_id)
        agenda.remove(session, meeting, row, expected=form.number("version"), by=by, at=at)
    return go(request, f"/meetings/{meeting_id}", "The item is off the agenda. The record keeps its words.")


@router.post("/agenda/{item_id}/texts")
def link(request: Request, meeting_id: UUID, item_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)
    with or_again(session, _item_again(request, session, meeting_id, item_id, by, at, form)):
        row = agenda.item_of(session, meeting, item_id)
        declaration_id, key = text_typed(form.text("text"))
        declaration = drafting.find_declaration(session, declaration_id, by=by)
        agenda_links.link(session, declaration, row.id, paragraph_key=key, by=by, at=at)
    return go(request, f"/meetings/{meeting_id}#i-{item_id}", "The text stands under the item.")


@router.post("/agenda/{item_id}/texts/{link_id}/remove")
def unlink(
    request: Request, meeting_id: UUID, item_id: UUID, link_id: UUID, form: Form, session: Writer, me: Me, at: At
) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)
    with or_again(session, _item_again(request, session, meeting_id, item_id, by, at, form)):
        made = drafting.find_agenda_link(session, link_id, by=by)
        if made.agenda_item_id != agenda.item_of(session, meeting, item_id).id:
            raise Unknown("There is no such link.")
        agenda_links.unlink(session, made, by=by, at=at)
    return go(request, f"/meetings/{meeting_id}#i-{item_id}", "The text no longer stands under the item.")


def text_typed(typed: str) -> tuple[UUID, str | None]:
    """A declaration, or one of its paragraphs, as a form names it: "id" or "id/key". Raises Malformed."""
    declaration_id, _, key = typed.partition("/")
    try:
        return UUID(declaration_id), key or None
    except ValueError:
        raise Malformed("Please choose one of the list.", field="text") from None


def _agenda(request: Request, session: Session, meeting_id: UUID, by: Actor, at: datetime, **more: Any) -> Response:
    page = AgendaPage(**_values(request, session, meeting_id, by, at), **more)
    return render(request, "meetings/agenda/show.html", page)


def _item(
    request: Request, session: Session, meeting_id: UUID, item_id: UUID, by: Actor, at: datetime, **more: Any
) -> Response:
    values = _values(request, session, meeting_id, by, at, further=True)
    seen: MeetingView = values["meeting"]
    found = next((each for each in seen.items if each.id == item_id), None)
    if found is None:
        raise Unknown("There is no such agenda item.")
    below = {each.id for each in seen.items if (each.number + ".").startswith(found.number + ".")}
    values["places"] = tuple(place for place in values["places"] if place[0] not in {str(one) for one in below})
    choices = tuple(
        (f"{each.declaration_id}/{passage.key}", f"{passage.label} {passage.opening}".strip())
        if passage
        else (str(each.declaration_id), each.declaration)
        for each in linkable(session, by=by, language=reader_language(request))
        for passage in (None, *each.passages)
    )
    page = ItemPage(**values, item=found, choices=choices, **more)
    return render(request, "meetings/agenda/item.html", page)


def _item_again(
    request: Request, session: Session, meeting_id: UUID, item_id: UUID, by: Actor, at: datetime, form: Typed
) -> Callable[[Refusal], Response]:
    return lambda no: _item(request, session, meeting_id, item_id, by, at, refusal=no, typed=form.kept)


def _values(
    request: Request, session: Session, meeting_id: UUID, by: Actor, at: datetime, *, further: bool = False
) -> dict:
    language = reader_language(request)
    seen = shown(request, session, meeting_id, by, at)
    meeting = seen.meeting
    return {
        **seen.page(further=further),
        "tab": "item" if further else "agenda",
        "texts": before_meeting(session, meeting_id, by=by, language=language),
        "writable": meeting.may_keep and meeting.line.agenda_state is not AgendaState.APPROVED,
        "may_link": bool(linkable(session, by=by, language=language)),
        "places": tuple(
            (str(each.id), f"{each.number} {each.title}") for each in meeting.items if each.depth < agenda.DEEPEST
        ),
        "givers": delegations_that_meet(meeting),
    }


def delegations_that_meet(meeting: MeetingView) -> tuple[tuple[str, str], ...]:
    """The delegations of a meeting to choose from; where several processes meet, each says in which it sits."""
    names = {each.process_id: each.name for each in meeting.line.meets}
    return tuple(
        (str(line.delegation_id), f"{line.name} ({name})" if len(names) > 1 else line.name)
        for bench, name in zip(meeting.attendance, names.values(), strict=True)
        for line in bench.lines
    )


def _state(form: Typed) -> AgendaState:
    try:
        return AgendaState(form.text("state"))
    except ValueError:
        raise Malformed("Please choose one of the list.", field="state") from None
