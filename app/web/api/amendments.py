"""The API of amendments: reading them and writing one. What is then done with it is in `amendment_acts`."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict

from app.accounts.models import User
from app.drafting import amendments, queries
from app.drafting.states import Audience, State
from app.web.api.acts import ACTS, ActGiven, LineShown, acts_given, line_shown
from app.web.api.amendment_shown import AmendmentShown, amendment_shown
from app.web.api.callers import Drafts, Reads
from app.web.api.conditions import IfMatch, expected, tagged
from app.web.api.once import IdempotencyKey, once
from app.web.dependencies import At, Reader, Session, Writer
from app.web.drafting.labelled import Texts
from app.web.drafting.seated import at_amendment, at_declaration
from app.web.rendering import reader_language

router = APIRouter(tags=["amendments"])


class ActsGiven(BaseModel):
    """Acts on the present revision. None at all are a proposal on the text as a whole."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"acts": ACTS}]})

    acts: list[ActGiven]


class WordsGiven(ActsGiven):
    """What an amendment shall say, why, and who may read why."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"acts": ACTS, "reason": "The text should name them.", "audience": "all"}]}
    )

    reason: str = ""
    audience: Audience = Audience.ALL


class DraftGiven(WordsGiven):
    """A new draft; `cosponsors` are asked when it is tabled."""

    cosponsors: list[UUID] = []


class RewordGiven(WordsGiven):
    """Other words; `on` is the revision that the writer had before them."""

    on: UUID | None = None


@router.get("/declarations/{declaration_id}/amendments")
def read_all(
    request: Request,
    declaration_id: UUID,
    session: Reader,
    user: Reads,
    at: At,
    state: Annotated[list[State] | None, Query()] = None,
) -> list[AmendmentShown]:
    """The amendments the caller sees: tabled ones by number, then own drafts."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    language = reader_language(request)
    views = queries.amendments_of(session, declaration.id, by=by, language=language, states=state)
    return [amendment_shown(view) for view in views]


@router.post("/declarations/{declaration_id}/amendments", status_code=201, response_model=AmendmentShown)
def draft(
    request: Request,
    declaration_id: UUID,
    given: DraftGiven,
    session: Writer,
    user: Drafts,
    at: At,
    key: IdempotencyKey = None,
) -> Response:
    """Begin an amendment for the caller's delegation. Nobody else sees it until it is tabled."""
    declaration, by = at_declaration(session, user, declaration_id, at)

    def act() -> tuple[int, AmendmentShown, int]:
        made = amendments.draft(
            session,
            declaration,
            acts=acts_given(given.acts),
            reason=given.reason,
            audience=given.audience,
            by=by,
            at=at,
        )
        amendments.ask_sponsors(session, made, given.cosponsors, by=by, at=at)
        shown = shown_to(request, session, user, made.id, at)
        return 201, shown, shown.version

    request_as_sent = {"draft": declaration_id, "given": given}
    return once(session, user, key, request_as_sent, at=at, act=act)


@router.post("/declarations/{declaration_id}/amendments/preview")
def preview(
    request: Request, declaration_id: UUID, given: ActsGiven, session: Reader, user: Reads, at: At
) -> list[LineShown]:
    """The redline of what would be tabled, checked as a draft is."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    acts = acts_given(given.acts)
    queries.preview(session, declaration.id, acts, by=by)
    language = reader_language(request)
    current = queries.current(session, declaration.id, by=by, language=language)
    base = Texts(session, by=by, language=language).of(current.head.id)
    return [line_shown(each.line, each.label) for each in base.lines(acts)]


@router.get("/amendments/{amendment_id}")
def read(request: Request, amendment_id: UUID, session: Reader, user: Reads, at: At, response: Response) -> AmendmentShown:
    """One amendment, with its ETag."""
    shown = shown_to(request, session, user, amendment_id, at)
    tagged(response, shown.version)
    return shown


@router.put("/amendments/{amendment_id}/draft")
def edit(
    request: Request,
    amendment_id: UUID,
    given: RewordGiven,
    session: Writer,
    user: Drafts,
    at: At,
    response: Response,
    if_match: IfMatch = None,
) -> AmendmentShown:
    """Write other words: of a draft, or of the next version of what is tabled."""
    row, by = at_amendment(session, user, amendment_id, at)
    amendments.edit(
        session,
        row,
        acts=acts_given(given.acts),
        reason=given.reason,
        audience=given.audience,
        on=queries.find_revision(session, given.on, by=by) if given.on else None,
        expected=expected(if_match),
        by=by,
        at=at,
    )
    return answered(request, session, user, amendment_id, at, response)


def shown_to(request: Request, session: Session, user: User, amendment_id: UUID, at: datetime) -> AmendmentShown:
    """The amendment as the caller reads it now."""
    row, by = at_amendment(session, user, amendment_id, at)
    return amendment_shown(queries.amendment(session, row.id, by=by, language=reader_language(request)))


def answered(
    request: Request, session: Session, user: User, amendment_id: UUID, at: datetime, response: Response
) -> AmendmentShown:
    """The amendment after an act, with its new ETag."""
    shown = shown_to(request, session, user, amendment_id, at)
    tagged(response, shown.version)
    return shown
