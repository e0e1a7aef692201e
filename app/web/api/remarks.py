"""The API of what is said about a text: comments, and terms asked for."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from app.drafting import comments, queries, terms
from app.drafting.queries import CommentView, TermView
from app.drafting.states import Audience, Wish
from app.errors import Unknown
from app.web.api.callers import Drafts, Reads, Tables
from app.web.dependencies import At, Reader, Writer
from app.web.drafting.seated import at_declaration
from app.web.rendering import reader_language

router = APIRouter(prefix="/declarations/{declaration_id}", tags=["comments and terms"])


class CommentShown(BaseModel):
    """A comment. `delegation` is empty when the secretariat made it."""

    id: UUID
    paragraph_key: str | None
    revision_id: UUID | None
    delegation: str = Field(examples=["Honduras"])
    author: str
    text: str
    audience: Audience
    made_at: datetime


class CommentAsked(BaseModel):
    """A comment on the present text, or on the paragraph of it under `paragraph_key`."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": "This point is of interest to us."}]})

    text: str
    paragraph_key: str | None = None
    audience: Literal["all", "chair"] = "all"


class OccurrenceShown(BaseModel):
    """Where a term stands: in the paragraph `key`, from character `start` to before `stop`."""

    key: str
    start: int
    stop: int
    words: str


class TermShown(BaseModel):
    """A term asked to be avoided or used. `reason` is null when you may not read it."""

    id: UUID
    delegation: str = Field(examples=["United States"])
    term: str = Field(examples=["modern slavery"])
    wish: Wish
    reason: str | None
    asked_at: datetime
    occurrences: list[OccurrenceShown]
    mine: bool


class TermAsked(BaseModel):
    """A term your delegation asks to see, or not to see."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"term": "modern slavery", "wish": "avoid"}]})

    term: str
    wish: Wish = Wish.AVOID
    reason: str = ""
    audience: Audience = Audience.ALL


@router.get("/comments")
def all_comments(
    request: Request, declaration_id: UUID, session: Reader, user: Reads, at: At, paragraph: str | None = None
) -> list[CommentShown]:
    """The comments you may read, oldest first; with `paragraph` those on it."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    found = queries.comments_on(session, declaration.id, by=by, language=reader_language(request), paragraph_key=paragraph)
    return [_comment(each) for each in found]


@router.post("/comments", status_code=201)
def comment(
    request: Request, declaration_id: UUID, asked: CommentAsked, session: Writer, user: Drafts, at: At
) -> CommentShown:
    """Comment. Whoever takes part may, observers too; a comment stands as it was made."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    made = comments.make(session, declaration, **asked.model_dump(), by=by, at=at)
    found = queries.comments_on(session, declaration.id, by=by, language=reader_language(request))
    return next(_comment(each) for each in found if each.id == made.id)


@router.get("/terms")
def all_terms(request: Request, declaration_id: UUID, session: Reader, user: Reads, at: At) -> list[TermShown]:
    """The requests about terms that stand, with where the present text has them."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    found = queries.term_requests(session, declaration.id, by=by, language=reader_language(request))
    return [_term(each) for each in found]


@router.post("/terms", status_code=201)
def ask_term(request: Request, declaration_id: UUID, asked: TermAsked, session: Writer, user: Tables, at: At) -> TermShown:
    """Ask that a term be avoided, or used, throughout the text. For member delegations."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    made = terms.ask(session, declaration, **asked.model_dump(), by=by, at=at)
    found = queries.term_requests(session, declaration.id, by=by, language=reader_language(request))
    return next(_term(each) for each in found if each.id == made.id)


@router.delete("/terms/{term_id}", status_code=204)
def withdraw_term(declaration_id: UUID, term_id: UUID, session: Writer, user: Tables, at: At) -> Response:
    """Withdraw your delegation's request."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    asked = queries.find_term_request(session, term_id, by=by)
    if asked.declaration_id != declaration.id:
        raise Unknown("There is no such request.")
    terms.withdraw(session, asked, by=by, at=at)
    return Response(status_code=204)


def _comment(view: CommentView) -> CommentShown:
    return CommentShown(**{name: getattr(view, name) for name in CommentShown.model_fields})


def _term(view: TermView) -> TermShown:
    places = [
        OccurrenceShown(key=each.key, start=each.start, stop=each.stop, words=each.words) for each in view.occurrences
    ]
    known = {name: getattr(view, name) for name in TermShown.model_fields if name != "occurrences"}
    return TermShown(**known, occurrences=places)
