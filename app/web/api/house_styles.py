"""The API of house styles: the reference document that the documents of a process are written on."""

import hashlib
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, File, Request, Response, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from app.errors import TooLarge
from app.exports.house_styles import acts, queries
from app.exports.house_styles.queries import HouseStyleLine, HouseStyleView
from app.exports.house_styles.sample import sample
from app.exports.kinds import WORD
from app.web.api.callers import Manages, Reads
from app.web.api.conditions import IfMatch, expected, tagged
from app.web.dependencies import App, At, Files, Reader, Writer
from app.web.exports.handing import handed
from app.web.exports.house_style_words import told
from app.web.processes.inside import inside
from app.web.rendering import reader_language

router = APIRouter(prefix="/processes/{slug}/house-style", tags=["house styles"])
_FILE: dict[int | str, dict[str, Any]] = {200: {"content": {WORD: {}}}}


class SetShown(BaseModel):
    """A house style as it was set. One without a `filename` was taken away: from then on documents look as ours do."""

    model_config = ConfigDict(from_attributes=True)

    number: int
    filename: str = Field(examples=["letterhead.docx"])
    sha256: str
    size: int
    set_by: str
    at: datetime


class StyleShown(BaseModel):
    """A style that documents use, by the name Word knows it by in every language; `face` is its font and size."""

    model_config = ConfigDict(from_attributes=True)

    use: str = Field(examples=["Operative paragraph"])
    name: str = Field(examples=["Operative"])
    face: str = Field(default="", examples=["Georgia, 11 pt"])


class BroughtShown(BaseModel):
    """What it brings. In place of the `missing` styles stand ours; `letterhead` are places and what stands there; `margins`
    are top, right, bottom and left in millimetres; `left_out` says what of the file no document carries."""

    model_config = ConfigDict(from_attributes=True)

    styles: list[StyleShown]
    missing: list[StyleShown]
    letterhead: list[tuple[str, str]]
    paper: str = Field(examples=["A4, 210 × 297 mm"])
    margins: str = Field(examples=["30 · 25 · 25 · 25"])
    fonts: list[str]
    embedded: int
    left_out: list[str]


class HouseStyleShown(BaseModel):
    """The house style of a process; `present` and `brings` are null where documents look as ours do. `earlier` are those
    before, the latest first."""

    present: SetShown | None
    brings: BroughtShown | None
    earlier: list[SetShown]


@router.get("")
def show(request: Request, slug: str, response: Response, session: Reader, user: Reads, at: At) -> HouseStyleShown:
    """What the house style is and brings, with the ETag to change it by."""
    process, by = inside(session, user, slug, at)
    view = queries.house_style(session, process, by=by)
    tagged(response, view.version)
    return _shown(view, reader_language(request))


@router.put("")
def keep(
    request: Request,
    slug: str,
    file: Annotated[UploadFile, File(description="A Word document with letterhead and styles.")],
    response: Response,
    reader: Reader,
    session: Writer,
    files: Files,
    settings: App,
    user: Manages,
    at: At,
    if_match: IfMatch = None,
) -> HouseStyleShown:
    """Set another. For the secretariat of the process; where there never was one, `If-Match` is "0"."""
    process, by = inside(reader, user, slug, at)
    limit = settings.upload_limit_mb
    content = file.file.read(limit * 1024 * 1024 + 1)
    if len(content) > limit * 1024 * 1024:
        raise TooLarge("The file is larger than {limit} megabytes.", limit=limit, field="file")
    examined = acts.examine(process, file.filename or "", content, by=by)
    acts.keep(session, files, examined, expected=expected(if_match), by=by, at=at)
    view = queries.house_style(session, process, by=by)
    tagged(response, view.version)
    return _shown(view, reader_language(request))


@router.delete("", status_code=204)
def remove(slug: str, session: Writer, user: Manages, at: At, if_match: IfMatch = None) -> None:
    """Take it away. Documents look as ours do from then on; the files stay."""
    process, by = inside(session, user, slug, at)
    acts.remove(session, process, expected=expected(if_match), by=by, at=at)


@router.get("/sample", response_class=Response, responses=_FILE)
def sample_page(request: Request, slug: str, session: Reader, user: Reads, at: At) -> Response:
    """A page in Word that shows it, in the language of the reader."""
    process, by = inside(session, user, slug, at)
    queries.house_style(session, process, by=by)
    content = sample(session, process, language=reader_language(request), at=at)
    digest = hashlib.sha256(content).hexdigest()
    return handed(request, content, filename=f"{slug} sample.docx", media_type=WORD, sha256=digest)


@router.get("/{number}", response_class=Response, responses=_FILE)
def fetch(request: Request, slug: str, number: int, session: Reader, files: Files, user: Reads, at: At) -> Response:
    """A file as it came, the present one or an earlier one; its ETag is its SHA-256."""
    process, by = inside(session, user, slug, at)
    row = queries.find(session, process, number, by=by)
    return handed(request, acts.fetch(files, row), filename=row.filename, media_type=WORD, sha256=row.sha256)


def _shown(view: HouseStyleView, language: str) -> HouseStyleShown:
    house = told(view, language)
    return HouseStyleShown(
        present=_set(view.present) if view.present else None,
        brings=BroughtShown.model_validate(house) if house else None,
        earlier=[_set(line) for line in view.lines if line != view.present],
    )


def _set(line: HouseStyleLine) -> SetShown:
    return SetShown.model_validate(line)
