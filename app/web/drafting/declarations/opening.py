"""Opening a declaration: by hand, of pasted text, or of an uploaded file whose reading is shown first."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import declarations, queries
from app.drafting.policy import may_open_declaration
from app.drafting.queries.agenda import MeetingLine
from app.errors import Refusal, require
from app.processes.models import Process
from app.record.actor import Actor
from app.text.paragraph import Role
from app.text.tongue import tongue
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.declarations import bringing
from app.web.drafting.declarations.bringing import Preview
from app.web.drafting.seated import at_process, way_to
from app.web.forms import Form, Typed, or_again
from app.web.languages import say
from app.web.page import Crumb, Page
from app.web.processes.inside import in_words
from app.web.rendering import LANGUAGE_NAMES, go, reader_language, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class OpeningPage(Page):
    """`reads_as` is the language that was put in place of the one chosen, since the text reads as being in it."""

    slug: str
    tongues: tuple[tuple[str, str], ...]
    meetings: tuple[MeetingLine, ...]
    preview: Preview | None = None
    reads_as: str = ""


@router.get("/processes/{slug}/declarations/new")
def new(request: Request, slug: str, session: Reader, me: Me, at: At, meeting: UUID | None = None) -> Response:
    """The form."""
    process, by = at_process(session, me, slug, at)
    require(may_open_declaration(by, process.id))
    typed = {"meeting_id": str(meeting)} if meeting else {}
    return _page(request, session, process, by, typed=typed)


@router.post("/processes/{slug}/declarations/new")
def open_(request: Request, slug: str, form: Form, reader: Reader, session: Writer, me: Me, at: At) -> Response:
    """Read what is brought and show it; or, when it was seen or written by hand, open the declaration."""
    process, by = at_process(reader, me, slug, at)
    require(may_open_declaration(by, process.id))
    if form.text("source") != "hand" and not form.raw("paragraphs"):
        with or_again(reader, lambda refusal: _page(request, reader, process, by, typed=form.kept, refusal=refusal)):
            return _read(request, reader, process, by, form)
    with or_again(session, lambda refusal: _again(request, session, process, by, form, refusal)):
        declaration = declarations.open_draft(
            session,
            process_id=process.id,
            title=form.text("title"),
            language=form.text("language"),
            document=bringing.sent_on(form) if form.raw("paragraphs") else None,
            symbol=form.text("symbol"),
            character=form.text("character"),
            meeting_id=form.uuid("meeting_id"),
            by=by,
            at=at,
        )
    return go(
        request, f"/declarations/{declaration.id}", "The draft is open. Only the secretariat and the presidency see it."
    )


def _read(request: Request, session: Session, process: Process, by: Actor, form: Typed) -> Response:
    language = reader_language(request)
    brought, filename = bringing.read(form)
    typed = dict(form.kept)
    if not form.text("title"):
        title = next((each for each in brought.document if each.role is Role.TITLE), None)
        typed["title"] = title.text if title else ""
    reads_as = tongue("\n".join(each.text for each in brought.document)) or ""
    if reads_as not in process.languages or reads_as == form.text("language"):
        reads_as = ""
    typed["language"] = reads_as or form.text("language")
    left_out = bringing.left_out_in_words(language, brought)
    preview = bringing.preview(language, brought.document, left_out, filename)
    return _page(request, session, process, by, typed=typed, preview=preview, reads_as=reads_as)


def _again(request: Request, session: Session, process: Process, by: Actor, form: Typed, refusal: Refusal) -> Response:
    preview = None
    if form.raw("paragraphs") and refusal.field != "paragraphs":
        document = bringing.sent_on(form)
        preview = bringing.preview(reader_language(request), document, form.list("left_out"), form.text("filename"))
    return _page(request, session, process, by, typed=form.kept, preview=preview, refusal=refusal)


def _page(
    request: Request,
    session: Session,
    process: Process,
    by: Actor,
    *,
    typed: dict[str, str],
    preview: Preview | None = None,
    reads_as: str = "",
    refusal: Refusal | None = None,
) -> Response:
    language = reader_language(request)
    page = OpeningPage(
        crumbs=(
            *way_to(process, language),
            Crumb(say(language, "Declarations"), f"/processes/{process.slug}/declarations"),
        ),
        slug=process.slug,
        tongues=tongues_of(process),
        meetings=queries.meetings_of(session, process.id, by=by),
        preview=preview,
        reads_as="".join(in_words((reads_as,), language)) if reads_as else "",
        typed=typed,
        refusal=refusal,
    )
    return render(request, "drafting/declarations/new.html", page)


def tongues_of(process: Process) -> tuple[tuple[str, str], ...]:
    """The working languages of a process, each with its own name, to choose from."""
    return tuple((code, LANGUAGE_NAMES.get(code, code)) for code in process.languages)
