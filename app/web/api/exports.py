"""The API of documents: having one made, and having it again."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from app.drafting import queries
from app.exports import exports
from app.exports.jobs import ordering
from app.exports.jobs import queries as jobs
from app.exports.kinds import WORD, Form, Kind, MeetingKind, Options
from app.exports.order import Order
from app.exports.queries import ExportLine, actor_at_export, exports_of
from app.exports.quick import is_quick
from app.web.api.callers import Reads
from app.web.api.jobs import AGAIN, JobShown, job_shown
from app.web.api.once import IdempotencyKey, once_with_headers
from app.web.dependencies import At, Exports, Reader, Session, Writer
from app.web.drafting.seated import at_declaration
from app.web.exports.documents import UNCONFIRMED, waiting_in
from app.web.exports.handing import handed
from app.web.languages import say
from app.web.rendering import reader_language

router = APIRouter(tags=["documents"])

Prefer = Annotated[str, Header(description="`respond-async`: order it, however quick it is.")]


class HouseStyleShown(BaseModel):
    """The house style a document was written on: `GET /processes/{slug}/house-style/{number}` has the file."""

    model_config = ConfigDict(from_attributes=True)

    number: int
    filename: str = Field(examples=["letterhead.docx"])
    sha256: str


class DocumentShown(BaseModel):
    """A document that was made. `record_head` is the head of the record at that moment: it proves, later, that nothing was
    cut off the record. `revision` is empty for a document of a meeting. `house_style` is null where it looks as ours do, or
    has no pages. `notice` is said once, to whoever chairs and has an agreed text made: which reservations in it their
    delegations have not confirmed."""

    id: UUID
    kind: Kind | MeetingKind
    form: Form
    revision: str = Field(examples=["Rev.1"])
    against: str = Field(examples=["Zero draft"])
    filename: str = Field(examples=["RCM-2017-DD.1 Rev.1.docx"])
    sha256: str
    size: int
    made_by: str
    made_at: datetime
    record_head: str
    anonymous: bool = False
    language: str = ""
    house_style: HouseStyleShown | None = None
    notice: str = ""


class DocumentAsked(BaseModel):
    """`clean`: a revision without a mark. `redline`: from the revision `against` to `revision_id`. `compilation`: a
    revision with every amendment pending on it, as far as you may read. `history`: from the first text to `revision_id`,
    each word under the delegation that brought it. `sheets`: each amendment on a form of two columns, only `amendments`
    when some are named. `table`: paragraphs down, delegations across. `agreed`: a revision ready to be adopted.
    `capital`: a revision to be marked up in Word and sent back. `parallel`: a revision in its own language and beside
    it in `language`; `clean`, and where all of it is translated `redline` and `agreed` too, can be had in another
    `language` of the text.

    What shows who changes what (`redline`, `compilation`, `history`, `sheets`, `table`) can be had `anonymous`: nobody is
    named in the file.
    `form` is the ending of the file: `docx`; `pdf` and `odt` where LibreOffice is installed; for `clean`, `agreed`,
    `sheets`, `table` and `parallel` also `html` and `md`; for `clean`, `agreed`, `sheets` and `compilation` also `akn`
    (Akoma Ntoso 3.0).
    """

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"kind": "compilation", "revision_id": "400dc93b-7873-44a3-80f2-941088a94171"}]}
    )

    kind: Kind
    revision_id: UUID
    against: UUID | None = None
    anonymous: bool = False
    amendments: list[UUID] = Field(default=[], max_length=1000)
    form: Form = Form.WORD
    language: str = Field("", examples=["es"], max_length=20)


@router.get("/declarations/{declaration_id}/documents")
def index(declaration_id: UUID, session: Reader, user: Reads, at: At) -> list[DocumentShown]:
    """The documents made for your side, the latest first."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    return [document_shown(line) for line in exports_of(session, declaration, by=by)]


@router.post(
    "/declarations/{declaration_id}/documents",
    status_code=201,
    response_model=DocumentShown,
    responses={202: {"model": JobShown, "description": "It takes long and was ordered; `Location` says how far it is."}},
)
def make(
    request: Request,
    declaration_id: UUID,
    asked: DocumentAsked,
    reader: Reader,
    session: Writer,
    store: Exports,
    user: Reads,
    at: At,
    key: IdempotencyKey = None,
    prefer: Prefer = "",
) -> Response:
    """Have a document made. It is kept, and can be had again where `Location` says.

    What takes long is ordered instead: the answer is 202 with the order, and `Location` says where to ask how far it is.
    With `Prefer: respond-async` everything is ordered.
    """
    declaration, by = at_declaration(reader, user, declaration_id, at)
    order = exports.ordered(
        declaration,
        asked.kind,
        queries.find_revision(reader, asked.revision_id, by=by),
        against=queries.find_revision(reader, asked.against, by=by) if asked.against else None,
        by=by,
        at=at,
        options=Options(
            anonymous=asked.anonymous, amendments=tuple(asked.amendments), form=asked.form, language=asked.language
        ),
    )
    at_once = "respond-async" not in prefer and is_quick(reader, order)
    # Before anything is written: nobody waits for it.
    made = exports.make_to_order(reader, order) if at_once else None

    notice = _notice(request, reader, order)

    def act() -> tuple[int, Any, dict[str, str]]:
        if made is None:
            job = jobs.job(session, ordering.place(session, order, by=by, at=at).id, by=by)
            told = job_shown(request, job).model_copy(update={"notice": notice})
            return 202, told, {"Location": f"/api/v1/jobs/{job.id}", **AGAIN}
        export = exports.keep(session, store, made, by=by, at=at)
        shown = next(document_shown(line) for line in exports_of(session, declaration, by=by) if line.id == export.id)
        return 201, shown.model_copy(update={"notice": notice}), {"Location": f"/api/v1/documents/{export.id}"}

    return once_with_headers(session, user, key, {"documents": declaration_id, "asked": asked}, at=at, act=act)


@router.get("/documents/{export_id}", response_class=Response, responses={200: {"content": {WORD: {}}}})
def download(request: Request, export_id: UUID, session: Reader, store: Exports, user: Reads, at: At) -> Response:
    """A document made before, byte for byte; its ETag is its SHA-256."""
    by = actor_at_export(session, user, export_id, at=at)
    export, content = exports.fetch(session, store, export_id, by=by)
    return handed(request, content, filename=export.filename, media_type=export.media_type, sha256=export.sha256)


def _notice(request: Request, session: Session, order: Order) -> str:
    language = reader_language(request)
    waiting = waiting_in(session, order, language)
    return say(language, UNCONFIRMED, revision=order.revision.name, reservations=waiting) if waiting else ""


def document_shown(line: ExportLine) -> DocumentShown:
    """A document as it is answered."""
    told_apart = {"house_style", "notice"}
    plain = {name: getattr(line, name) for name in DocumentShown.model_fields if name not in told_apart}
    style = HouseStyleShown.model_validate(line.house_style) if line.house_style else None
    return DocumentShown(**plain, house_style=style)
