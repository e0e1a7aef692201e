"""The API of agendas: their items, the texts under them, submitting and approving."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from app.drafting import agenda_links
from app.drafting import queries as drafting
from app.drafting.queries.before_meetings import BeforeMeeting, before_meeting
from app.errors import Malformed, Unknown
from app.meetings import agenda, queries
from app.meetings.seats import acting_at
from app.meetings.states import AgendaState
from app.meetings.views import ItemView
from app.record.actor import Actor
from app.web.api.callers import Manages, Reads
from app.web.api.conditions import IfMatch, expected, tagged
from app.web.dependencies import At, Reader, Session, Writer
from app.web.rendering import reader_language

router = APIRouter(prefix="/meetings/{meeting_id}/agenda", tags=["meetings"])


class TextShown(BaseModel):
    """A declaration, or one of its paragraphs, under an item."""

    id: UUID
    declaration_id: UUID
    declaration: str = Field(examples=["Declaration on the Global Compact"])
    paragraph_key: str | None
    label: str = Field(examples=["OP3"])


class ItemShown(BaseModel):
    """An item of an agenda with what stands under it."""

    id: UUID
    number: str = Field(examples=["2.1"])
    title: str = Field(examples=["Roadmap proposed by the Technical Secretariat"])
    note: str
    delegation_id: UUID | None
    texts: list[TextShown]
    items: list["ItemShown"]


class AgendaShown(BaseModel):
    """An agenda. Its ETag is that of the meeting."""

    state: AgendaState
    items: list[ItemShown]


class ItemAsked(BaseModel):
    """An item; without `parent_id` it stands at the top."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"title": "Next steps"}]})

    title: str
    note: str = ""
    delegation_id: UUID | None = Field(None, description="Who presents it.")
    parent_id: UUID | None = None


class ItemMoved(BaseModel):
    """Where an item goes: by so many places among its siblings (up is negative), or under another item.

    `parent_id` given as null puts it at the top of the agenda.
    """

    model_config = ConfigDict(json_schema_extra={"examples": [{"by": -1}]})

    by: int | None = None
    parent_id: UUID | None = None


class AgendaStateAsked(BaseModel):
    """Where the agenda stands."""

    state: AgendaState = Field(examples=["submitted"])


class TextAsked(BaseModel):
    """A declaration, or with `paragraph_key` one of its paragraphs."""

    declaration_id: UUID
    paragraph_key: str | None = None


@router.get("")
def show(request: Request, meeting_id: UUID, response: Response, session: Reader, user: Reads, at: At) -> AgendaShown:
    """The agenda, with the texts under its items that you may see."""
    _meeting, by = acting_at(session, user, meeting_id, at=at)
    return _answer(request, response, session, meeting_id, by, at)


@router.put("/state")
def move_to(
    request: Request,
    meeting_id: UUID,
    asked: AgendaStateAsked,
    response: Response,
    session: Writer,
    user: Manages,
    at: At,
    if_match: IfMatch = None,
) -> AgendaShown:
    """Submit the agenda, take it back, note its approval, or open it again."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    agenda.move_to(session, meeting, asked.state, expected=expected(if_match), by=by, at=at)
    return _answer(request, response, session, meeting_id, by, at)


@router.post("/items", status_code=201)
def add(
    request: Request,
    meeting_id: UUID,
    asked: ItemAsked,
    response: Response,
    session: Writer,
    user: Manages,
    at: At,
    if_match: IfMatch = None,
) -> AgendaShown:
    """Add an item, last among its siblings."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    item = agenda.add(session, meeting, **asked.model_dump(), expected=expected(if_match), by=by, at=at)
    response.headers["Location"] = f"/api/v1/meetings/{meeting_id}/agenda/items/{item.id}"
    return _answer(request, response, session, meeting_id, by, at)


@router.put("/items/{item_id}")
def change(
    request: Request,
    meeting_id: UUID,
    item_id: UUID,
    asked: ItemAsked,
    response: Response,
    session: Writer,
    user: Manages,
    at: At,
    if_match: IfMatch = None,
) -> AgendaShown:
    """Change an item; `parent_id` says under which one it stands from now on."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    item, seen = agenda.item_of(session, meeting, item_id), expected(if_match)
    words = asked.model_dump(exclude={"parent_id"})
    agenda.change(session, meeting, item, **words, expected=seen, by=by, at=at)
    if asked.parent_id != item.parent_id:
        agenda.put_under(session, meeting, item, asked.parent_id, expected=seen + 1, by=by, at=at)
    return _answer(request, response, session, meeting_id, by, at)


@router.post("/items/{item_id}/move")
def move(
    request: Request,
    meeting_id: UUID,
    item_id: UUID,
    asked: ItemMoved,
    response: Response,
    session: Writer,
    user: Manages,
    at: At,
    if_match: IfMatch = None,
) -> AgendaShown:
    """Move an item with all that stands under it."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    item, seen = agenda.item_of(session, meeting, item_id), expected(if_match)
    if (asked.by is not None) == ("parent_id" in asked.model_fields_set):
        raise Malformed("Say by how many places the item moves, or under which item it goes.")
    if asked.by is not None:
        agenda.shift(session, meeting, item, asked.by, expected=seen, by=by, at=at)
    else:
        agenda.put_under(session, meeting, item, asked.parent_id, expected=seen, by=by, at=at)
    return _answer(request, response, session, meeting_id, by, at)


@router.delete("/items/{item_id}")
def remove(
    request: Request,
    meeting_id: UUID,
    item_id: UUID,
    response: Response,
    session: Writer,
    user: Manages,
    at: At,
    if_match: IfMatch = None,
) -> AgendaShown:
    """Take an item with nothing under it off the agenda."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    item = agenda.item_of(session, meeting, item_id)
    agenda.remove(session, meeting, item, expected=expected(if_match), by=by, at=at)
    return _answer(request, response, session, meeting_id, by, at)


@router.post("/items/{item_id}/texts", status_code=201)
def link(
    request: Request,
    meeting_id: UUID,
    item_id: UUID,
    asked: TextAsked,
    response: Response,
    session: Writer,
    user: Manages,
    at: At,
) -> AgendaShown:
    """Put a declaration, or one of its paragraphs, under an item."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    item = agenda.item_of(session, meeting, item_id)
    declaration = drafting.find_declaration(session, asked.declaration_id, by=by)
    agenda_links.link(session, declaration, item.id, paragraph_key=asked.paragraph_key, by=by, at=at)
    return _answer(request, response, session, meeting_id, by, at)


@router.delete("/items/{item_id}/texts/{link_id}")
def unlink(
    request: Request,
    meeting_id: UUID,
    item_id: UUID,
    link_id: UUID,
    response: Response,
    session: Writer,
    user: Manages,
    at: At,
) -> AgendaShown:
    """Take a text from under an item."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    made = drafting.find_agenda_link(session, link_id, by=by)
    if made.agenda_item_id != agenda.item_of(session, meeting, item_id).id:
        raise Unknown("There is no such link.")
    agenda_links.unlink(session, made, by=by, at=at)
    return _answer(request, response, session, meeting_id, by, at)


def _answer(
    request: Request, response: Response, session: Session, meeting_id: UUID, by: Actor, at: datetime
) -> AgendaShown:
    language = reader_language(request)
    view = queries.meeting(session, meeting_id, by=by, language=language, at=at)
    texts = before_meeting(session, meeting_id, by=by, language=language)
    tagged(response, view.line.version)
    return AgendaShown(state=view.line.agenda_state, items=[_item(each, texts) for each in view.agenda])


def _item(item: ItemView, texts: Mapping[UUID, tuple[BeforeMeeting, ...]]) -> ItemShown:
    return ItemShown(
        id=item.id,
        number=item.number,
        title=item.title,
        note=item.note,
        delegation_id=item.delegation_id,
        texts=[
            TextShown(
                id=each.id,
                declaration_id=each.declaration_id,
                declaration=each.declaration,
                paragraph_key=each.paragraph_key,
                label=each.label,
            )
            for each in texts.get(item.id, ())
        ],
        items=[_item(each, texts) for each in item.items],
    )
