"""What the pages inside a process share: the reader as they act there, and the way to the page."""

from datetime import datetime

from babel import Locale
from fastapi import Request

from app.accounts.models import User
from app.processes import processes
from app.processes.models import Process
from app.processes.names import name_of
from app.processes.seats import acting_in
from app.record.actor import Actor
from app.web.dependencies import Session
from app.web.forms import Typed
from app.web.languages import say
from app.web.page import Crumb
from app.web.rendering import LANGUAGE_NAMES, reader_language


def inside(session: Session, me: User, slug: str, at: datetime) -> tuple[Process, Actor]:
    """The process, and the person as they act there. Raises Unknown for who has no business there."""
    process = processes.by_slug(session, slug)
    return process, acting_in(session, me, process, at=at)


def way_to(request: Request, process: Process | None = None, *further: tuple[str, str]) -> tuple[Crumb, ...]:
    """The way to a page: the processes, the process, and further steps as (name, path below the process)."""
    language = reader_language(request)
    crumbs = [Crumb(say(language, "Processes"), "/processes")]
    if process is not None:
        crumbs.append(Crumb(name_of(process, language), f"/processes/{process.slug}"))
        crumbs += [Crumb(name, f"/processes/{process.slug}{path}") for name, path in further]
    return tuple(crumbs)


def names_typed(form: Typed) -> dict[str, dict[str, str]]:
    """The names in every language, from fields `names.<language>.official` and `.short`."""
    return {code: {kind: form.text(f"names.{code}.{kind}") for kind in ("official", "short")} for code in LANGUAGE_NAMES}


def languages_typed(form: Typed) -> list[str]:
    """The working languages ticked, from fields `works-<language>`."""
    return [code for code in LANGUAGE_NAMES if form.ticked(f"works-{code}")]


def in_words(codes: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The names of languages, in a language."""
    return tuple(Locale.parse(code, sep="-").get_display_name(language) or code for code in codes)
