"""Founding a process, naming it, and saying in which languages it works."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from babel import Locale, UnknownLocaleError
from sqlmodel import Session, select

from app.errors import Malformed, OutOfPlace, Stale, Unknown, require
from app.processes.models import Process
from app.processes.names import accept_names
from app.processes.policy import may_found_processes, may_manage
from app.record.actor import Actor
from app.record.chain import write

_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def found(
    session: Session,
    *,
    slug: str,
    names: Mapping[str, Mapping[str, str]],
    languages: Sequence[str],
    by: Actor,
    at: datetime,
    founded: int | None = None,
) -> Process:
    """Founds a process. `names` is `{language: {"official": …, "short": …}}`, `founded` the year it began.

    `slug` is its name in addresses: small letters, digits and hyphens. Raises Denied, Malformed, or OutOfPlace when
    another process has the slug.
    """
    require(may_found_processes(by))
    slug = slug.strip().lower()
    if not _SLUG.fullmatch(slug) or len(slug) > 40:
        raise Malformed("The name in addresses is made of small letters, digits and hyphens, up to 40.", field="slug")
    if session.exec(select(Process).where(Process.slug == slug)).first():
        raise OutOfPlace("There is a process called “{slug}” already.", field="slug", slug=slug)
    if founded is not None and not 1800 <= founded <= at.year + 1:
        raise Malformed("{year} cannot be the year it was founded.", field="founded", year=founded)
    process = Process(
        slug=slug, names=accept_names(names), languages=_accept_languages(languages), founded=founded, created_at=at
    )
    session.add(process)
    session.flush()
    _record(session, "process.found", process, by=by, at=at, after={"slug": slug, **_named(process), "founded": founded})
    return process


def rename(
    session: Session, process: Process, names: Mapping[str, Mapping[str, str]], *, expected: int, by: Actor, at: datetime
) -> None:
    """Sets the official and short names, per language. Raises Stale when `expected` is not its version any more."""
    before = _named(process)
    _edit(session, process, expected=expected, by=by)
    process.names = accept_names(names)
    _record(session, "process.rename", process, by=by, at=at, before=before, after=_named(process))


def set_languages(
    session: Session, process: Process, languages: Sequence[str], *, expected: int, by: Actor, at: datetime
) -> None:
    """Sets the working languages, the first one first. Raises Stale when `expected` is not its version any more."""
    before = _named(process)
    _edit(session, process, expected=expected, by=by)
    process.languages = _accept_languages(languages)
    _record(session, "process.set_languages", process, by=by, at=at, before=before, after=_named(process))


def by_id(session: Session, process_id: UUID) -> Process:
    """The process with this id. Raises Unknown."""
    process = session.get(Process, process_id)
    if process is None:
        raise Unknown("There is no such process.")
    return process


def by_slug(session: Session, slug: str) -> Process:
    """The process of this name in addresses. Raises Unknown."""
    possible = _SLUG.fullmatch(slug) is not None
    process = session.exec(select(Process).where(Process.slug == slug)).first() if possible else None
    if process is None:
        raise Unknown("There is no such process.")
    return process


def _edit(session: Session, process: Process, *, expected: int, by: Actor) -> None:
    require(may_manage(by, process.id))
    session.refresh(process, with_for_update=True)
    if process.version != expected:
        raise Stale("Somebody else has changed this process since you opened it.")
    process.version += 1
    session.add(process)


def _accept_languages(languages: Sequence[str]) -> list[str]:
    accepted: list[str] = []
    for code in languages:
        try:
            clean = str(Locale.parse(code.strip().replace("-", "_"))).replace("_", "-")
        except (UnknownLocaleError, ValueError):
            raise Malformed("“{code}” is not a language.", field="languages", code=code) from None
        if clean not in accepted:
            accepted.append(clean)
    if not accepted:
        raise Malformed("A process has at least one working language.", field="languages")
    return accepted


def _named(process: Process) -> dict:
    return {"names": process.names, "languages": process.languages}


def _record(session: Session, act: str, process: Process, **what: object) -> None:
    write(session, act, ("process", process.id), process_id=process.id, **what)  # type: ignore[arg-type]
