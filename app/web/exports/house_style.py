"""The house style of a process: what it brings, setting another, taking it away, and files to look at and to start from."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request, Response

from app.accounts.models import User
from app.errors import Malformed, Refusal
from app.exports.house_styles import acts, queries
from app.exports.house_styles.queries import HouseStyleView
from app.exports.house_styles.sample import sample
from app.exports.kinds import WORD
from app.web.dependencies import At, Files, Me, Reader, Session, Writer
from app.web.exports.handing import handed
from app.web.exports.house_style_words import HouseTold, told
from app.web.forms import Form, or_again
from app.web.page import Page
from app.web.processes.inside import inside, way_to
from app.web.rendering import go, reader_language, render
from app.word.writing.assembly import REFERENCE

router = APIRouter(prefix="/processes/{slug}/house-style")


@dataclass(frozen=True, kw_only=True)
class HouseStylePage(Page):
    """`house` is what the present one brings; None where documents look as ours."""

    view: HouseStyleView
    house: HouseTold | None
    slug: str
    accept: str = ",".join(acts.KINDS)
    tab: str = "house-style"


@router.get("")
def show(request: Request, slug: str, session: Reader, me: Me, at: At) -> Response:
    return _page(request, session, me, slug, at)


@router.post("")
def keep(
    request: Request, slug: str, form: Form, reader: Reader, session: Writer, files: Files, me: Me, at: At
) -> Response:
    """Set another. It is looked through before anything is written: nobody waits for it."""
    process, by = inside(reader, me, slug, at)
    with or_again(reader, lambda refusal: _page(request, reader, me, slug, at, refusal=refusal, typed=form.kept)):
        file = form.file("file")
        if file is None:
            raise Malformed("Choose the Word document first.", field="file")
        examined = acts.examine(process, *file, by=by)
    with or_again(session, lambda refusal: _page(request, session, me, slug, at, refusal=refusal)):
        acts.keep(session, files, examined, expected=form.number("version"), by=by, at=at)
    return go(request, f"/processes/{slug}/house-style", "The house style is set. Documents made from now on look like it.")


@router.post("/remove")
def remove(request: Request, slug: str, form: Form, session: Writer, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)
    with or_again(session, lambda refusal: _page(request, session, me, slug, at, refusal=refusal)):
        acts.remove(session, process, expected=form.number("version"), by=by, at=at)
    return go(request, f"/processes/{slug}/house-style", "The house style is taken away. Earlier ones stay on this page.")


@router.get("/sample")
def sample_page(request: Request, slug: str, session: Reader, me: Me, at: At) -> Response:
    """A page in Word that shows it, in the language of the reader."""
    process, by = inside(session, me, slug, at)
    queries.house_style(session, process, by=by)
    content = sample(session, process, language=reader_language(request), at=at)
    return _handed(request, content, f"{slug} sample.docx")


@router.get("/start")
def start(request: Request, slug: str, session: Reader, me: Me, at: At) -> Response:
    """Our own reference document, to be changed in Word."""
    inside(session, me, slug, at)
    return _handed(request, REFERENCE.read_bytes(), "reference.docx")


@router.get("/{number}")
def fetch(request: Request, slug: str, number: int, session: Reader, files: Files, me: Me, at: At) -> Response:
    """A file as it came, the present one or an earlier one."""
    process, by = inside(session, me, slug, at)
    row = queries.find(session, process, number, by=by)
    return handed(request, acts.fetch(files, row), filename=row.filename, media_type=WORD, sha256=row.sha256)


def _handed(request: Request, content: bytes, filename: str) -> Response:
    return handed(request, content, filename=filename, media_type=WORD, sha256=hashlib.sha256(content).hexdigest())


def _page(
    request: Request,
    session: Session,
    me: User,
    slug: str,
    at: datetime,
    *,
    refusal: Refusal | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    process, by = inside(session, me, slug, at)
    language = reader_language(request)
    view = queries.house_style(session, process, by=by)
    page = HouseStylePage(
        crumbs=way_to(request, process),
        view=view,
        house=told(view, language),
        slug=slug,
        refusal=refusal,
        typed=typed or {},
    )
    return render(request, "exports/house_style/show.html", page)
