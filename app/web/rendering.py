"""From a page's value to its answer."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_datetime
from fastapi import Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.config import Settings
from app.db import reading
from app.errors import Refusal
from app.processes import queries as processes
from app.text import rows
from app.web import notices
from app.web.languages import LANGUAGES, language_of, say, translations
from app.web.page import Frame, Page
from app.web.paths import here
from app.web.statuses import status_of
from app.web.visitor import visitor_of

TEMPLATES = Path(__file__).parents[2] / "templates"
LANGUAGE_NAMES = {"en": "English", "es": "Español", "fr": "Français", "pt": "Português"}
DATES = {"en": "en_GB"}
"""Whose manner of writing dates is used, where it is not the language's first: the day stands before the month."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The variable `page` of a template: the frame, and everything of the page's own value."""

    frame: Frame
    value: Page

    def __getattr__(self, name: str) -> Any:
        return getattr(self.value, name)


class Renderer:
    """One template environment for each language. Autoescaping is on and an unknown name is an error."""

    def __init__(self, settings: Settings) -> None:
        self.environments = {language: self._environment(language, settings) for language in LANGUAGES}

    def _environment(self, language: str, settings: Settings) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=not settings.template_cache,
            extensions=["jinja2.ext.i18n"],
        )
        environment.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
        environment.globals.update(
            language=language,
            languages={code: LANGUAGE_NAMES[code] for code in LANGUAGES},
            language_names=LANGUAGE_NAMES,
            upload_limit=settings.upload_limit_mb,
        )
        environment.filters.update(
            day=partial(_day, language),
            day_in_file=partial(_day_in_file, language),
            moment=partial(_moment, language),
            iso=lambda value: value.isoformat(),
            sentence=partial(in_words, language),
            cells=rows.cells,
            cells_of=rows.cells_of,
            columns=rows.columns,
            parted=rows.parted,
        )
        return environment

    def html(self, language: str, template: str, page: Page, frame: Frame) -> str:
        return self.environments[language].get_template(template).render(page=Shown(frame, page))


def _day(language: str, value: date | None) -> str:
    return "" if value is None else format_date(value, format="long", locale=DATES.get(language, language))


def _day_in_file(language: str, value: str | None) -> str:
    """A day as a file gives it (2017-04-03T10:00:00Z), written out; as it stands there where it is none, and nothing where
    it is all noughts, as LibreOffice writes when there was no date."""
    try:
        return _day(language, date.fromisoformat((value or "")[:10]))
    except ValueError:
        return value if value and value.strip("0-:TZ") else ""


def _moment(language: str, value: datetime | None) -> str:
    """Date and hour in UTC, which the reader is told: delegations sit in many time zones."""
    if value is None:
        return ""
    return format_datetime(value, format="d MMM y, HH:mm 'UTC'", tzinfo=UTC, locale=DATES.get(language, language))


def in_words(language: str, refusal: Refusal) -> str:
    """A refusal in the reader's words; dates among its values are written out."""
    values = {
        name: _moment(language, value)
        if isinstance(value, datetime)
        else _day(language, value)
        if isinstance(value, date)
        else value
        for name, value in refusal.values.items()
    }
    return say(language, refusal.text, **values)


def reader_language(request: Request) -> str:
    """The language this reader gets."""
    return language_of(request, visitor_of(request), request.app.state.settings.default_language)


def render(request: Request, template: str, page: Page, *, status: int | None = None) -> Response:
    """The page as an answer, in the reader's language. Pages are never cached: what they show depends on who asks.

    `status` defaults to that of the page's refusal, to 200 when it has none.
    """
    if status is None:
        status = status_of(page.refusal) if page.refusal else 200
    settings: Settings = request.app.state.settings
    visitor, language, at = visitor_of(request), reader_language(request), request.app.state.clock.now()
    with reading(request.app.state.engine) as session:
        seats = processes.seats_of(session, visitor, language=language, at=at) if visitor else ()
    frame = Frame(
        language=language,
        path=request.url.path,
        here=here(request),
        at=at,
        reader=visitor.name if visitor else "",
        seats=seats,
        notice=notices.left(request, settings),
    )
    renderer: Renderer = request.app.state.renderer
    response = HTMLResponse(renderer.html(language, template, page, frame), status_code=status)
    response.headers["Cache-Control"] = "no-store"
    if frame.notice:
        response.delete_cookie(notices.NOTICE_COOKIE)
    return response


def go(request: Request, url: str, notice: str = "", **values: object) -> Response:
    """On to `url` after an act (303), with a sentence about what was done, translated here."""
    response = RedirectResponse(url, status_code=303)
    if notice:
        notices.leave(response, request.app.state.settings, say(reader_language(request), notice, **values))
    return response
