"""The API of marked-up files: sending back a text that was had as `capital`, and making drafts of what was found."""

import hashlib
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, File, Request, Response, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from app.config import Settings
from app.drafting import returned
from app.drafting.importing import LEFT_OUT
from app.drafting.models import Declaration
from app.drafting.returned import Reading
from app.drafting.returned.proposing import Group
from app.drafting.returned.queries import ReturnedLine, drafted_before, returned_of
from app.drafting.states import Audience, Landed
from app.errors import TooLarge
from app.exports.kinds import WORD
from app.record.actor import Actor
from app.web.api.acts import acts_shown
from app.web.api.callers import Drafts, Reads
from app.web.api.once import IdempotencyKey, once_with_headers
from app.web.dependencies import App, At, Files, Reader, Session, Writer
from app.web.drafting.returned.sending import require_may_send
from app.web.drafting.returned.sorting import at_returned
from app.web.drafting.seated import at_declaration
from app.web.exports.handing import handed
from app.web.languages import say
from app.web.rendering import reader_language
from app.word.returned import Found, Remark

router = APIRouter(tags=["marked-up files"])


class FileShown(BaseModel):
    """A file your delegation sent back. `revision` is the text it was made from; `drafts` how many it was made into."""

    id: UUID
    filename: str = Field(examples=["RCM-2017-DD.1 Zero draft, marked.docx"])
    sha256: str
    size: int
    revision: str = Field(examples=["Zero draft"])
    uploaded_by: str
    at: datetime
    drafts: int


class RemarkShown(BaseModel):
    """A comment of the file, with the answers to it. `date` is as the file has it."""

    author: str
    date: str | None = None
    text: str
    quoted: str = ""
    replies: list["RemarkShown"] = []


class FoundShown(BaseModel):
    """A change that was found. `number` names it; `group` is the amendment it would go into. `acts` make it on the text the
    file was made from; `outcome` says how it comes to stand on the present text and `lands` as what (null: not at all).
    `score` is how alike the paragraph is to that of the text, `by_key` whether its key named it; `untracked` says that
    tracking was off, `entangled` that what each author wanted cannot be told apart, `formatting` that no word differs."""

    number: int
    group: int
    key: str
    acts: list[dict[str, Any]]
    outcome: Landed
    lands: list[dict[str, Any]] | None
    authors: list[str] = Field(examples=[["Ana"]])
    untracked: bool
    entangled: bool
    formatting: bool
    score: float
    by_key: bool
    remarks: list[RemarkShown]
    amendment: UUID | None = None


class ReadingShown(FileShown):
    """A file and what was found in it. `remarks` are comments on paragraphs that nothing changes; `left_out` says what of
    the file is in no amendment, `untaken` counts changes that none can hold, by kind."""

    older: bool
    score: float
    authors: list[str]
    found: list[FoundShown]
    remarks: list[RemarkShown]
    left_out: list[str]
    untaken: dict[str, int]


class GroupAsked(BaseModel):
    """Changes, by their numbers, that shall be one amendment, and its reason."""

    found: list[int] = Field(examples=[[0, 1]])
    reason: str = ""
    audience: Audience = Audience.ALL


class DraftsAsked(BaseModel):
    """The amendments to draft."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"groups": [{"found": [0, 1], "reason": "The text should name them."}]}]}
    )

    groups: list[GroupAsked]


class DraftsMade(BaseModel):
    """The drafts, in the order of the groups. Each is an amendment like any other; none is tabled. `before` are those of
    them that had been made of these very changes before: nothing new was made of them."""

    amendments: list[UUID]
    before: list[UUID] = []


@router.get("/declarations/{declaration_id}/returned")
def index(declaration_id: UUID, session: Reader, user: Reads, at: At) -> list[FileShown]:
    """The files your delegation has sent back, the latest first."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    return [_file(each) for each in returned_of(session, declaration.id, by=by)]


@router.post("/declarations/{declaration_id}/returned", status_code=201, response_model=ReadingShown)
def send(
    request: Request,
    declaration_id: UUID,
    file: Annotated[UploadFile, File(description="The marked-up .docx.")],
    reader: Reader,
    session: Writer,
    files: Files,
    settings: App,
    user: Drafts,
    at: At,
    key: IdempotencyKey = None,
) -> Response:
    """Send a marked-up file back: it is kept, and read. Only your delegation sees it, and nothing is tabled."""
    declaration, by = at_declaration(reader, user, declaration_id, at)
    require_may_send(reader, declaration, by)
    content = _content(file, settings)
    examined = returned.examine(reader, declaration, file.filename or "", content, by=by)

    def act() -> tuple[int, Any, dict[str, str]]:
        row = returned.receive(session, files, examined, by=by, at=at)
        shown = _reading(request, session, declaration, returned.read(session, files, row), by)
        return 201, shown, {"Location": f"/api/v1/returned/{row.id}"}

    asked = {"returned": declaration_id, "filename": file.filename, "sha256": hashlib.sha256(content).hexdigest()}
    return once_with_headers(session, user, key, asked, at=at, act=act)


@router.get("/returned/{file_id}")
def show(request: Request, file_id: UUID, session: Reader, files: Files, user: Reads, at: At) -> ReadingShown:
    """What was found in a file."""
    row, declaration, by = at_returned(session, user, file_id, at)
    return _reading(request, session, declaration, returned.read(session, files, row), by)


@router.get("/returned/{file_id}/file", response_class=Response, responses={200: {"content": {WORD: {}}}})
def fetch(request: Request, file_id: UUID, session: Reader, files: Files, user: Reads, at: At) -> Response:
    """The file itself, byte for byte; its ETag is its SHA-256."""
    row, _declaration, _by = at_returned(session, user, file_id, at)
    return handed(request, files.get(row.sha256), filename=row.filename, media_type=WORD, sha256=row.sha256)


@router.post(
    "/returned/{file_id}/drafts",
    status_code=201,
    response_model=DraftsMade,
    responses={200: {"model": DraftsMade, "description": "All of it was drafted before: nothing new was made."}},
)
def propose(
    file_id: UUID,
    asked: DraftsAsked,
    reader: Reader,
    session: Writer,
    files: Files,
    user: Drafts,
    at: At,
    key: IdempotencyKey = None,
) -> Response:
    """Make drafts of what was found, joined or apart as you say, on the present text.

    What was drafted before from the same changes, and not withdrawn, is not drafted again; where that is all, the answer
    is 200.
    """
    row, declaration, by = at_returned(reader, user, file_id, at)
    reading = returned.read(reader, files, row)
    groups = [Group(tuple(each.found), each.reason, each.audience.value) for each in asked.groups]

    def act() -> tuple[int, Any, dict[str, str]]:
        made = returned.propose(session, session.get_one(Declaration, declaration.id), reading, groups, by=by, at=at)
        shown = DraftsMade(amendments=[each.id for each in made.amendments], before=[each.id for each in made.before])
        return 201 if made.new else 200, shown, {}

    return once_with_headers(session, user, key, {"drafts": file_id, "asked": asked}, at=at, act=act)


def _content(file: UploadFile, settings: Settings) -> bytes:
    limit = settings.upload_limit_mb
    content = file.file.read(limit * 1024 * 1024 + 1)
    if len(content) > limit * 1024 * 1024:
        raise TooLarge("The file is larger than {limit} megabytes.", limit=limit, field="file")
    return content


def _file(line: ReturnedLine) -> FileShown:
    return FileShown(**{name: getattr(line, name) for name in FileShown.model_fields})


def _reading(request: Request, session: Session, declaration: Declaration, reading: Reading, by: Actor) -> ReadingShown:
    language, says = reader_language(request), reading.says
    (line,) = (each for each in returned_of(session, declaration.id, by=by) if each.id == reading.file.id)
    drafted = drafted_before(session, reading.file)
    return ReadingShown(
        **_file(line).model_dump(),
        older=reading.is_older,
        score=says.score,
        authors=list(says.authors),
        found=[_found(reading, number, found, drafted.get(number)) for number, found in enumerate(says.found)],
        remarks=[_remark(each) for each in says.remarks],
        left_out=[say(language, LEFT_OUT[each.kind], count=each.count) for each in says.left_out],
        untaken={kind.value: count for kind, count in says.untaken.items()},
    )


def _found(reading: Reading, number: int, found: Found, amendment: UUID | None) -> FoundShown:
    landing = reading.landing((number,))
    return FoundShown(
        number=number,
        group=reading.says.groups[number],
        key=found.key,
        acts=acts_shown(reading.acts((number,))) or [],
        outcome=landing.outcome,
        lands=acts_shown(landing.acts),
        authors=list(found.authors),
        untracked=found.untracked,
        entangled=found.entangled,
        formatting=found.formatting,
        score=found.score,
        by_key=found.by_key,
        remarks=[_remark(each) for each in found.remarks],
        amendment=amendment,
    )


def _remark(remark: Remark) -> RemarkShown:
    return RemarkShown(
        author=remark.author,
        date=remark.date,
        text=remark.text,
        quoted=remark.quoted,
        replies=[_remark(each) for each in remark.replies],
    )
