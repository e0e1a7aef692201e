"""Processes: the list of them, one of them, founding one, naming it."""

from dataclasses import dataclass, field

from fastapi import APIRouter, Request, Response

from app.accounts.oneself import oneself
from app.drafting import queries as drafting
from app.drafting.queries import DeclarationView
from app.errors import Refusal, require
from app.processes import processes, queries
from app.processes.policy import may_found_processes, may_manage
from app.processes.views import ProcessLine, ProcessView
from app.web.dependencies import At, Me, Reader, Writer
from app.web.forms import Form, or_again
from app.web.page import Page
from app.web.processes.inside import in_words, inside, languages_typed, names_typed, way_to
from app.web.rendering import LANGUAGE_NAMES, go, reader_language, render

router = APIRouter(prefix="/processes")


@dataclass(frozen=True, kw_only=True)
class ProcessesPage(Page):
    processes: tuple[ProcessLine, ...]
    may_found: bool


@dataclass(frozen=True, kw_only=True)
class ProcessPage(Page):
    process: ProcessView
    languages: tuple[str, ...]
    declarations: tuple[DeclarationView, ...]
    slug: str
    tab: str = "process"


@dataclass(frozen=True, kw_only=True)
class NamesPage(Page):
    """The form of names and working languages; founding a process when `slug` is empty."""

    slug: str = ""
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    works: tuple[str, ...] = ("es", "en")
    version: int = 0


@router.get("")
def index(request: Request, session: Reader, me: Me, at: At) -> Response:
    page = ProcessesPage(
        processes=queries.processes_of(session, me, language=reader_language(request), at=at),
        may_found=may_found_processes(oneself(me)).allowed,
    )
    return render(request, "processes/process/index.html", page)


@router.get("/new")
def new(request: Request, me: Me) -> Response:
    require(may_found_processes(oneself(me)))
    return render(request, "processes/process/found.html", NamesPage(crumbs=way_to(request)))


@router.post("")
def found(request: Request, form: Form, session: Writer, me: Me, at: At) -> Response:
    def again(refusal: Refusal) -> Response:
        page = NamesPage(crumbs=way_to(request), refusal=refusal, typed=form.kept)
        return render(request, "processes/process/found.html", page)

    with or_again(session, again):
        process = processes.found(
            session,
            slug=form.text("slug"),
            names=names_typed(form),
            languages=languages_typed(form),
            founded=form.number("founded") if form.text("founded") else None,
            by=oneself(me),
            at=at,
        )
    return go(request, f"/processes/{process.slug}", "The process is founded. Seat its delegations and invite its people.")


@router.get("/{slug}")
def show(request: Request, slug: str, session: Reader, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)
    language = reader_language(request)
    view = queries.process_page(session, process, by=by, language=language, at=at)
    page = ProcessPage(
        crumbs=way_to(request),
        process=view,
        languages=in_words(view.languages, language),
        declarations=drafting.declarations_of(session, process.id, by=by) if view.mine else (),
        slug=slug,
    )
    return render(request, "processes/process/show.html", page)


@router.get("/{slug}/names")
def names(request: Request, slug: str, session: Reader, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)
    require(may_manage(by, process.id))
    page = NamesPage(
        crumbs=way_to(request, process),
        slug=slug,
        names=process.names,
        works=tuple(process.languages),
        version=process.version,
    )
    return render(request, "processes/process/names.html", page)


@router.post("/{slug}/names")
def rename(request: Request, slug: str, form: Form, session: Writer, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)
    crumbs = way_to(request, process)

    def again(refusal: Refusal) -> Response:
        fresh = processes.by_slug(session, slug)
        page = NamesPage(crumbs=crumbs, slug=slug, version=fresh.version, refusal=refusal, typed=form.kept)
        return render(request, "processes/process/names.html", page)

    with or_again(session, again):
        expected, languages = form.number("version"), languages_typed(form)
        # Working languages beyond those a page is offered in are kept, after the ticked ones.
        kept = [code for code in process.languages if code not in LANGUAGE_NAMES]
        processes.rename(session, process, names_typed(form), expected=expected, by=by, at=at)
        processes.set_languages(session, process, [*languages, *kept], expected=expected + 1, by=by, at=at)
    return go(request, f"/processes/{slug}", "The names and working languages are kept.")
