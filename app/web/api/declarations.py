"""The API of declarations: what there is, opening one, its particulars, its window."""

from datetime import UTC, datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, File, Form, Response, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from app.drafting import declarations, importing, queries
from app.drafting.importing import Brought
from app.drafting.models import Declaration
from app.drafting.policy import may_open_declaration
from app.drafting.queries import DeclarationView
from app.drafting.queries.declarations import RevisionHead
from app.errors import Malformed, TooLarge, require
from app.record.actor import Actor
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.web.api.callers import Desks, Reads
from app.web.api.conditions import IfMatch, expected, tagged
from app.web.api.texts import RunText, runs_asked
from app.web.dependencies import App, At, Reader, Session, Writer
from app.web.drafting.seated import at_declaration, at_process

router = APIRouter(tags=["declarations"])


class RevisionLine(BaseModel):
    """A revision without its text. `fingerprint` tells whether a copy has these very words."""

    id: UUID
    number: int = Field(examples=[0])
    name: str = Field(examples=["Zero draft"])
    note: str
    issued_at: datetime
    fingerprint: str


class DeclarationShown(BaseModel):
    """A declaration with all about it but words. Without `revisions` it is a draft, which only the chair side sees."""

    id: UUID
    process_id: UUID
    title: str = Field(examples=["Declaration on the Global Compact"])
    symbol: str = Field(examples=["RCM/2017/DD.1"])
    language: str = Field(examples=["en"])
    character: str = Field(examples=["succinct political declaration"])
    meeting_id: UUID | None
    version: int = Field(description="What the ETag says.")
    window_open: bool
    deadline: datetime | None
    revisions: list[RevisionLine]
    tabled: int = Field(description="How many amendments were ever tabled.")
    pending: int = Field(description="How many are undecided and have words on the present text.")
    overtaken: int = Field(
        description="How many are undecided and no longer on the present text: no document of it shows them until their "
        "delegations restate them."
    )
    agreed: int = Field(description="How many were accepted and go into the next revision.")


class ParagraphAsked(BaseModel):
    """A paragraph to be written."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"role": "operative", "runs": [{"text": "Will exchange lists of consulates."}]}]}
    )

    role: Role
    runs: list[RunText]
    level: int = 0


class DeclarationAsked(BaseModel):
    """A declaration to be opened: of `paragraphs`, of plain `text` (a line a paragraph), or of neither, empty."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"title": "Declaration on consular cooperation", "language": "en", "text": "Recalling …\n1. …"}]
        }
    )

    title: str
    language: str
    symbol: str = ""
    character: str = ""
    meeting_id: UUID | None = None
    text: str = ""
    paragraphs: list[ParagraphAsked] = Field(default_factory=list)


class DetailsAsked(BaseModel):
    """What to change; what is left out stays. The language only of a draft."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"symbol": "RCM/2017/DD.1"}]})

    title: str | None = None
    symbol: str | None = None
    language: str | None = None
    character: str | None = None
    meeting_id: UUID | None = None


class WindowAsked(BaseModel):
    """`open` and `deadline` set the deadline to the one given; without one there is none."""

    act: Literal["open", "close", "deadline"]
    deadline: datetime | None = Field(None, examples=["2017-04-24T14:00:00Z"])


class LeftOut(BaseModel):
    """What of an uploaded file could not be taken over as it was."""

    kind: str = Field(examples=["picture"])
    count: int = Field(examples=[2])


class DeclarationImported(BaseModel):
    """The declaration opened of a file."""

    declaration: DeclarationShown
    left_out: list[LeftOut]


@router.get("/processes/{slug}/declarations")
def index(slug: str, session: Reader, user: Reads, at: At) -> list[DeclarationShown]:
    """The declarations of a process, the newest first."""
    process, by = at_process(session, user, slug, at)
    return [shown(view) for view in queries.declarations_of(session, process.id, by=by)]


@router.post("/processes/{slug}/declarations", status_code=201)
def open_draft(
    slug: str, asked: DeclarationAsked, response: Response, session: Writer, user: Desks, at: At
) -> DeclarationShown:
    """Open a declaration as a draft. For the secretariat and the presidency."""
    process, by = at_process(session, user, slug, at)
    require(may_open_declaration(by, process.id))
    if asked.text and asked.paragraphs:
        raise Malformed("Send either paragraphs or a text, not both.", field="text")
    document = importing.from_text(asked.text).document if asked.text else document_asked(asked.paragraphs)
    opened = declarations.open_draft(
        session,
        process_id=process.id,
        document=document,
        by=by,
        at=at,
        **asked.model_dump(include={"title", "language", "symbol", "character", "meeting_id"}),
    )
    return _opened(response, session, opened, by)


@router.post("/processes/{slug}/declarations/import", status_code=201)
def open_of_file(
    slug: str,
    file: Annotated[UploadFile, File(description="A .docx, an .odt or a .txt.")],
    title: Annotated[str, Form()],
    language: Annotated[str, Form(examples=["en"])],
    response: Response,
    reader: Reader,
    session: Writer,
    user: Desks,
    at: At,
    settings: App,
    symbol: Annotated[str, Form()] = "",
    character: Annotated[str, Form()] = "",
) -> DeclarationImported:
    """Open a declaration as a draft of an uploaded file, whose paragraphs get the roles they seem to have."""
    process, by = at_process(reader, user, slug, at)
    require(may_open_declaration(by, process.id))
    read = brought(file, settings.upload_limit_mb)
    opened = declarations.open_draft(
        session,
        process_id=process.id,
        title=title,
        language=language,
        symbol=symbol,
        character=character,
        document=read.document,
        by=by,
        at=at,
    )
    return DeclarationImported(declaration=_opened(response, session, opened, by), left_out=left_out_of(read))


@router.get("/declarations/{declaration_id}")
def show(declaration_id: UUID, response: Response, session: Reader, user: Reads, at: At) -> DeclarationShown:
    """A declaration, with the ETag to change it by."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    return _answer(response, session, declaration, by)


@router.patch("/declarations/{declaration_id}")
def set_details(
    declaration_id: UUID,
    asked: DetailsAsked,
    response: Response,
    session: Writer,
    user: Desks,
    at: At,
    if_match: IfMatch = None,
) -> DeclarationShown:
    """Change the title, the symbol, the character or the meeting."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    present = {name: getattr(declaration, name) for name in ("title", "symbol", "character", "meeting_id")}
    wanted = {**present, **asked.model_dump(exclude_unset=True)}
    declarations.set_details(
        session,
        declaration,
        title=wanted["title"] or "",
        symbol=wanted["symbol"] or "",
        character=wanted["character"] or "",
        meeting_id=wanted["meeting_id"],
        language=wanted.get("language"),
        expected=expected(if_match),
        by=by,
        at=at,
    )
    return _answer(response, session, declaration, by)


@router.post("/declarations/{declaration_id}/window")
def move_window(
    declaration_id: UUID,
    asked: WindowAsked,
    response: Response,
    session: Writer,
    user: Desks,
    at: At,
    if_match: IfMatch = None,
) -> DeclarationShown:
    """Open or close the window for amendments, or set its deadline."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    if asked.deadline is not None and asked.deadline.tzinfo is None:
        raise Malformed("Say in which time zone the deadline is, for example 2017-04-24T14:00:00Z.", field="deadline")
    deadline = asked.deadline.astimezone(UTC) if asked.deadline else None
    seen = expected(if_match)
    match asked.act:
        case "open":
            declarations.open_window(session, declaration, deadline=deadline, expected=seen, by=by, at=at)
        case "close":
            declarations.close_window(session, declaration, expected=seen, by=by, at=at)
        case "deadline":
            declarations.set_deadline(session, declaration, deadline=deadline, expected=seen, by=by, at=at)
    return _answer(response, session, declaration, by)


def shown(view: DeclarationView) -> DeclarationShown:
    return DeclarationShown(
        **{name: getattr(view, name) for name in DeclarationShown.model_fields if name != "revisions"},
        revisions=[revision_line(head) for head in view.revisions],
    )


def revision_line(head: RevisionHead) -> RevisionLine:
    return RevisionLine(**{name: getattr(head, name) for name in RevisionLine.model_fields})


def _answer(response: Response, session: Session, declaration: Declaration, by: Actor) -> DeclarationShown:
    view = queries.declaration(session, declaration.id, by=by)
    tagged(response, view.version)
    return shown(view)


def _opened(response: Response, session: Session, declaration: Declaration, by: Actor) -> DeclarationShown:
    response.headers["Location"] = f"/api/v1/declarations/{declaration.id}"
    return _answer(response, session, declaration, by)


def left_out_of(read: Brought) -> list[LeftOut]:
    """What of a file was not taken over."""
    return [LeftOut(kind=kind, count=count) for kind, count in read.left_out]


def document_asked(asked: list[ParagraphAsked]) -> Document:
    """The paragraphs as a text."""
    return Document(
        Paragraph(str(place), each.role, runs_asked(each.runs, "paragraphs"), each.level)
        for place, each in enumerate(asked)
    )


def brought(file: UploadFile, limit_mb: int) -> Brought:
    """What is read of an uploaded file. Raises TooLarge, Malformed."""
    content = file.file.read(limit_mb * 1024 * 1024 + 1)
    if len(content) > limit_mb * 1024 * 1024:
        raise TooLarge("The file is larger than {limit} megabytes.", limit=limit_mb, field="file")
    return importing.from_file(file.filename or "", content)
