"""The API of the chair side: the desk, decisions, and the next revision."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from app.drafting import decisions, queries, revisions
from app.drafting.models import Declaration
from app.drafting.queries import Desk
from app.drafting.states import Step
from app.web.api.acts import ActGiven, acts_given
from app.web.api.amendment_shown import AmendmentShown, amendment_shown
from app.web.api.callers import Desks
from app.web.api.conditions import IfMatch, expected, tagged
from app.web.api.once import IdempotencyKey, once
from app.web.dependencies import At, Reader, Writer
from app.web.drafting.seated import at_amendment, at_declaration
from app.web.rendering import reader_language

router = APIRouter(tags=["desk"])

DECISIONS: dict[str, Callable[..., object]] = {
    "accepted": decisions.accept,
    "not_accepted": decisions.not_accept,
    "held": decisions.hold,
    "reopened": decisions.reopen,
}


class ClashShown(BaseModel):
    """With which other amendment, and on which words of the paragraph."""

    amendment: UUID
    name: str = Field(examples=["AM.9"])
    words: str = Field(examples=["and more efficient border management"])
    kind: str = Field(examples=["words"])


class EntryShown(BaseModel):
    """An amendment at a paragraph: what it clashes with there, and the steps the room can take."""

    amendment: UUID
    name: str = Field(examples=["AM.5"])
    clashes: list[ClashShown]
    steps: list[Step]


class PartShown(BaseModel):
    """A paragraph of the present text with the amendments to it; `key` is null for the place before the first."""

    key: str | None
    label: str = Field(examples=["5"])
    text: str
    contested: bool
    entries: list[EntryShown]


class ContradictionShown(BaseModel):
    """Two accepted amendments that cannot both stand."""

    one: str
    other: str
    key: str | None
    words: str
    kind: str


class DeskShown(BaseModel):
    """The desk. Its ETag is the declaration's version: what If-Match wants of decisions and of issuing."""

    declaration: UUID
    version: int
    revision: UUID
    revision_name: str = Field(examples=["Zero draft"])
    paragraphs: list[PartShown]
    amendments: list[AmendmentShown]
    ready: list[UUID]
    contradictions: list[ContradictionShown]
    next_name: str = Field(examples=["Rev.1"])


class DecisionGiven(BaseModel):
    """What the room decided. `acts` are the words accepted, on the present revision, when the outcome is "modified"."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"outcome": "accepted", "note": "By consensus."}]})

    outcome: Literal["accepted", "modified", "not_accepted", "held", "reopened"]
    note: str = ""
    acts: list[ActGiven] = []


class AcceptedTogether(BaseModel):
    """The amendments the room has accepted together; the note stands with each."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"amendments": ["400dc93b-7873-44a3-80f2-941088a94171"], "note": "By consensus."}]}
    )

    amendments: list[UUID] = Field(max_length=1000)
    note: str = ""


class RevisionGiven(BaseModel):
    """How the next revision is issued; `order` puts accepted additions at one place in order."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "Rev.1", "note": "", "renumber": False}]})

    name: str | None = None
    note: str = ""
    renumber: bool = False
    order: list[UUID] = []


class RevisionShown(BaseModel):
    """A revision that was issued."""

    id: UUID
    number: int
    name: str = Field(examples=["Rev.1"])
    fingerprint: str
    issued_at: datetime


@router.get("/declarations/{declaration_id}/desk")
def read(request: Request, declaration_id: UUID, session: Reader, user: Desks, at: At, response: Response) -> DeskShown:
    """The present text paragraph by paragraph with every amendment to it, and what is ready."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    desk = queries.desk(session, declaration.id, by=by, language=reader_language(request))
    tagged(response, desk.declaration.version)
    return _shown(desk)


@router.post("/amendments/{amendment_id}/decisions", status_code=201, response_model=AmendmentShown)
def decide(
    request: Request,
    amendment_id: UUID,
    given: DecisionGiven,
    session: Writer,
    user: Desks,
    at: At,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """Take down a decision. If-Match is the ETag of the desk; the answer has its next."""

    def act() -> tuple[int, AmendmentShown, int]:
        row, by = at_amendment(session, user, amendment_id, at)
        seen = expected(if_match)
        if given.outcome == "modified":
            acts = acts_given(given.acts)
            decisions.modify(session, row, acts, note=given.note, expected=seen, by=by, at=at)
        else:
            DECISIONS[given.outcome](session, row, note=given.note, expected=seen, by=by, at=at)
        shown = amendment_shown(queries.amendment(session, row.id, by=by, language=reader_language(request)))
        return 201, shown, queries.declaration(session, row.declaration_id, by=by).version

    return once(session, user, key, {"decide": amendment_id, "given": given, "seen": if_match}, at=at, act=act)


@router.post("/declarations/{declaration_id}/desk/accept", status_code=201, response_model=list[AmendmentShown])
def accept_several(
    request: Request,
    declaration_id: UUID,
    given: AcceptedTogether,
    session: Writer,
    user: Desks,
    at: At,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """Take down several amendments as accepted, all of them or none. If-Match is the ETag of the desk; the answer has its
    next."""

    def act() -> tuple[int, list[AmendmentShown], int]:
        declaration, by = at_declaration(session, user, declaration_id, at)
        rows = [queries.find_amendment(session, each, by=by) for each in dict.fromkeys(given.amendments)]
        seen = expected(if_match)
        decisions.accept_all(session, declaration, rows, note=given.note, expected=seen, by=by, at=at)
        language = reader_language(request)
        shown = [amendment_shown(queries.amendment(session, row.id, by=by, language=language)) for row in rows]
        return 201, shown, declaration.version

    return once(session, user, key, {"accept": declaration_id, "given": given, "seen": if_match}, at=at, act=act)


@router.post("/declarations/{declaration_id}/desk/issue", status_code=201, response_model=RevisionShown)
def issue(
    declaration_id: UUID,
    given: RevisionGiven,
    session: Writer,
    user: Desks,
    at: At,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """Issue the next revision from all that was accepted. If-Match is the ETag of the desk; the answer has its next."""

    def act() -> tuple[int, RevisionShown, int]:
        declaration: Declaration
        declaration, by = at_declaration(session, user, declaration_id, at)
        revision = revisions.issue_next(
            session,
            declaration,
            name=given.name,
            note=given.note,
            renumber=given.renumber,
            order=given.order,
            expected=expected(if_match),
            by=by,
            at=at,
        )
        return 201, RevisionShown.model_validate(revision, from_attributes=True), declaration.version

    return once(session, user, key, {"issue": declaration_id, "given": given, "seen": if_match}, at=at, act=act)


def _shown(desk: Desk) -> DeskShown:
    entries = [*(entry for part in desk.paragraphs for entry in part.entries), *desk.general, *desk.displaced]
    views = {entry.amendment.id: entry.amendment for entry in entries}
    return DeskShown(
        declaration=desk.declaration.id,
        version=desk.declaration.version,
        revision=desk.revision.id,
        revision_name=desk.revision.name,
        paragraphs=[
            PartShown(
                key=part.paragraph.key if part.paragraph else None,
                label=part.label,
                text=part.paragraph.text if part.paragraph else "",
                contested=part.is_contested,
                entries=[
                    EntryShown(
                        amendment=entry.amendment.id,
                        name=entry.amendment.name,
                        clashes=[
                            ClashShown(amendment=each.other_id, name=each.other, words=each.words, kind=each.kind)
                            for each in entry.clashes
                        ],
                        steps=list(entry.steps),
                    )
                    for entry in part.entries
                ],
            )
            for part in desk.paragraphs
        ],
        amendments=[amendment_shown(view) for view in sorted(views.values(), key=lambda view: view.number or 0)],
        ready=list(desk.ready),
        contradictions=[ContradictionShown.model_validate(each, from_attributes=True) for each in desk.contradictions],
        next_name=desk.next_name,
    )
