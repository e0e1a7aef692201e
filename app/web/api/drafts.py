"""The API of a draft: its paragraphs, and issuing it. For the secretariat and the presidency."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, File, Request, Response, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from app.drafting import declarations, importing, queries, revisions
from app.drafting.models import Declaration
from app.drafting.policy import may_edit_draft
from app.errors import Unknown, require
from app.record.actor import Actor
from app.text.paragraph import Role
from app.web.api.callers import Desks
from app.web.api.conditions import IfMatch, expected, tagged
from app.web.api.declarations import (
    LeftOut,
    ParagraphAsked,
    RevisionLine,
    brought,
    document_asked,
    left_out_of,
    revision_line,
)
from app.web.api.texts import ParagraphText, RunText, document_shown, runs_asked
from app.web.dependencies import App, At, Reader, Session, Writer
from app.web.drafting.seated import at_declaration
from app.web.rendering import reader_language

router = APIRouter(prefix="/declarations/{declaration_id}/draft", tags=["drafts"])


class DraftShown(BaseModel):
    """The text of a draft as it stands."""

    version: int = Field(description="What the ETag says.")
    paragraphs: list[ParagraphText]


class DraftAsked(BaseModel):
    """A whole text: of `paragraphs`, or of plain `text` (a line a paragraph)."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": "Recalling …\n1. …"}]})

    text: str = ""
    paragraphs: list[ParagraphAsked] = Field(default_factory=list)


class DraftImported(BaseModel):
    """The draft as a file has it."""

    draft: DraftShown
    left_out: list[LeftOut]


class ParagraphAdded(ParagraphAsked):
    """A paragraph to be added behind the one under `after`; without it at the beginning."""

    after: str | None = Field(None, examples=["k3x9a0q2mz"])


class ParagraphChanged(BaseModel):
    """What to change of a paragraph; what is left out stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"role": "item"}]})

    role: Role | None = None
    runs: list[RunText] | None = None
    level: int | None = None


class Place(BaseModel):
    """Behind which paragraph one shall stand; null: at the beginning."""

    after: str | None = Field(examples=["k3x9a0q2mz"])


class Issue(BaseModel):
    """The name and the note a revision is issued with; without a name the customary one."""

    name: str | None = Field(None, examples=["Zero draft"])
    note: str = ""


@router.get("")
def show(request: Request, declaration_id: UUID, response: Response, session: Reader, user: Desks, at: At) -> DraftShown:
    """The draft, with the ETag to change it by; empty once the text is issued."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    return _answer(request, response, session, declaration, by)


@router.put("")
def replace(
    request: Request,
    declaration_id: UUID,
    asked: DraftAsked,
    response: Response,
    session: Writer,
    user: Desks,
    at: At,
    if_match: IfMatch = None,
) -> DraftShown:
    """Put a whole other text in the place of the draft, its paragraphs under new keys. The former stays in the record."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    text = importing.from_text(asked.text).document if asked.text else document_asked(asked.paragraphs)
    declarations.replace_draft(session, declaration, text, expected=expected(if_match), by=by, at=at)
    return _answer(request, response, session, declaration, by)


@router.put("/file")
def replace_by_file(
    request: Request,
    declaration_id: UUID,
    file: Annotated[UploadFile, File(description="A .docx, an .odt or a .txt.")],
    response: Response,
    session: Writer,
    settings: App,
    user: Desks,
    at: At,
    if_match: IfMatch = None,
) -> DraftImported:
    """Put the text of a file in the place of the draft; its paragraphs get the roles they seem to have."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    require(may_edit_draft(by, declaration))
    read = brought(file, settings.upload_limit_mb)
    declarations.replace_draft(session, declaration, read.document, expected=expected(if_match), by=by, at=at)
    return DraftImported(draft=_answer(request, response, session, declaration, by), left_out=left_out_of(read))


@router.post("/paragraphs", status_code=201)
def add(
    request: Request,
    declaration_id: UUID,
    asked: ParagraphAdded,
    response: Response,
    session: Writer,
    user: Desks,
    at: At,
    if_match: IfMatch = None,
) -> DraftShown:
    """Add a paragraph."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    declarations.add_paragraph(
        session,
        declaration,
        after=asked.after,
        role=asked.role,
        runs=runs_asked(asked.runs),
        level=asked.level,
        expected=expected(if_match),
        by=by,
        at=at,
    )
    return _answer(request, response, session, declaration, by)


@router.patch("/paragraphs/{key}")
def edit(
    request: Request,
    declaration_id: UUID,
    key: str,
    asked: ParagraphChanged,
    response: Response,
    session: Writer,
    user: Desks,
    at: At,
    if_match: IfMatch = None,
) -> DraftShown:
    """Give a paragraph other words, another role or another level."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    declarations.edit_paragraph(
        session,
        declaration,
        key,
        runs=None if asked.runs is None else runs_asked(asked.runs),
        role=asked.role,
        level=asked.level,
        expected=expected(if_match),
        by=by,
        at=at,
    )
    return _answer(request, response, session, declaration, by)


@router.delete("/paragraphs/{key}")
def delete(
    request: Request,
    declaration_id: UUID,
    key: str,
    response: Response,
    session: Writer,
    user: Desks,
    at: At,
    if_match: IfMatch = None,
) -> DraftShown:
    """Take a paragraph out; its words stay in the record."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    declarations.delete_paragraph(session, declaration, key, expected=expected(if_match), by=by, at=at)
    return _answer(request, response, session, declaration, by)


@router.post("/paragraphs/{key}/move")
def move(
    request: Request,
    declaration_id: UUID,
    key: str,
    asked: Place,
    response: Response,
    session: Writer,
    user: Desks,
    at: At,
    if_match: IfMatch = None,
) -> DraftShown:
    """Let a paragraph stand elsewhere."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    declarations.move_paragraph(session, declaration, key, after=asked.after, expected=expected(if_match), by=by, at=at)
    return _answer(request, response, session, declaration, by)


@router.post("/issue", status_code=201)
def issue(
    declaration_id: UUID,
    asked: Issue,
    response: Response,
    session: Writer,
    user: Desks,
    at: At,
    if_match: IfMatch = None,
) -> RevisionLine:
    """Issue the draft as the first revision. It cannot be taken back."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    revision = revisions.issue_first(
        session, declaration, name=asked.name, note=asked.note, expected=expected(if_match), by=by, at=at
    )
    head = queries.declaration(session, declaration.id, by=by).current
    if head is None:
        raise Unknown("There is no such revision.")
    response.headers["Location"] = f"/api/v1/revisions/{revision.id}"
    tagged(response, declaration.version)
    return revision_line(head)


def _answer(request: Request, response: Response, session: Session, declaration: Declaration, by: Actor) -> DraftShown:
    view = queries.draft(session, declaration.id, by=by, language=reader_language(request))
    tagged(response, view.declaration.version)
    return DraftShown(version=view.declaration.version, paragraphs=document_shown(view.document, view.labels))
