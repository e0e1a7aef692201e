"""The API of processes: their names, delegations and presidency."""

from datetime import date
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from app.accounts.oneself import oneself
from app.errors import Unknown
from app.processes import delegations, presidency, processes, queries
from app.processes.models import Delegation, PresidencyTerm, Process
from app.processes.roles import Standing
from app.processes.views import DelegationLine
from app.record.actor import Actor
from app.web.api.callers import Manages, Reads
from app.web.api.conditions import IfMatch, expected, tagged
from app.web.dependencies import At, Reader, Session, Writer
from app.web.processes.inside import inside
from app.web.rendering import reader_language

router = APIRouter(prefix="/processes", tags=["processes"])

Names = dict[str, dict[str, str]]
NAMES = {
    "es": {"official": "Conferencia Regional sobre Migración", "short": "CRM"},
    "en": {"official": "Regional Conference on Migration", "short": "RCM"},
}


class ProcessShown(BaseModel):
    """A process."""

    id: UUID
    slug: str = Field(examples=["rcm"])
    names: Names = Field(examples=[NAMES])
    languages: list[str] = Field(examples=[["es", "en"]])
    founded: int | None = Field(examples=[1996])


class ProcessAsked(BaseModel):
    """A process to be founded."""

    slug: str = Field(examples=["rcm"])
    names: Names = Field(examples=[NAMES])
    languages: list[str] = Field(examples=[["es", "en"]])
    founded: int | None = Field(None, examples=[1996])


class ProcessChanged(BaseModel):
    """What to change of a process; what is left out stays."""

    names: Names | None = Field(None, examples=[NAMES])
    languages: list[str] | None = Field(None, examples=[["es", "en"]])


class DelegationShown(BaseModel):
    """A delegation. `name` and `official_name` are in the language asked for by `Accept-Language`."""

    id: UUID
    standing: Standing
    country: str | None = Field(examples=["GT"])
    name: str = Field(examples=["Guatemala"])
    official_name: str = Field(examples=["República de Guatemala"])
    clearance: bool
    persons: int
    joined_on: date | None
    left_on: date | None


class DelegationAsked(BaseModel):
    """A delegation to be seated: a State by `country`, or an organization by `names`."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"standing": "member", "country": "GT"}]})

    standing: Standing
    country: str = ""
    names: Names = Field(default_factory=dict)
    joined_on: date | None = None


class DelegationChanged(BaseModel):
    """What to change of a delegation; what is left out stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"clearance": True}]})

    clearance: bool | None = None
    names: Names | None = None
    left_on: date | None = Field(None, description="From this day it sits there no more.")


class TermShown(BaseModel):
    """A term of the presidency pro tempore, both days included."""

    id: UUID
    delegation_id: UUID
    starts_on: date
    ends_on: date | None


class TermAsked(BaseModel):
    """A term to be entered."""

    delegation_id: UUID
    starts_on: date = Field(examples=["2017-01-01"])
    ends_on: date | None = Field(None, examples=["2017-12-31"])


class Handover(BaseModel):
    """From the day `on` the delegation presides."""

    delegation_id: UUID
    on: date = Field(examples=["2018-01-01"])


class Presidency(BaseModel):
    """The terms, the latest first, and the troika of today as names."""

    terms: list[TermShown]
    outgoing: str
    current: str = Field(examples=["El Salvador"])
    incoming: str


@router.get("")
def index(request: Request, session: Reader, user: Reads, at: At) -> list[ProcessShown]:
    """The processes I take part in."""
    lines = queries.processes_of(session, user, language=reader_language(request), at=at)
    return [_process(processes.by_id(session, line.id)) for line in lines]


@router.post("", status_code=201)
def found(asked: ProcessAsked, response: Response, session: Writer, user: Manages, at: At) -> ProcessShown:
    """Found a process. For operators."""
    process = processes.found(session, **asked.model_dump(), by=oneself(user), at=at)
    response.headers["Location"] = f"/api/v1/processes/{process.slug}"
    tagged(response, process.version)
    return _process(process)


@router.get("/{slug}")
def show(slug: str, response: Response, session: Reader, user: Reads, at: At) -> ProcessShown:
    """A process, with the ETag to change it by."""
    process, _ = inside(session, user, slug, at)
    tagged(response, process.version)
    return _process(process)


@router.patch("/{slug}")
def change(
    slug: str, change: ProcessChanged, response: Response, session: Writer, user: Manages, at: At, if_match: IfMatch = None
) -> ProcessShown:
    """Change its names or working languages. For its secretariat."""
    process, by = inside(session, user, slug, at)
    seen = expected(if_match)
    if change.names is not None:
        processes.rename(session, process, change.names, expected=seen, by=by, at=at)
        seen = process.version
    if change.languages is not None:
        processes.set_languages(session, process, change.languages, expected=seen, by=by, at=at)
    tagged(response, process.version)
    return _process(process)


@router.get("/{slug}/delegations")
def all_delegations(request: Request, slug: str, session: Reader, user: Reads, at: At) -> list[DelegationShown]:
    """Its delegations, in the alphabetical order of the language: members, then observers, then those that have left."""
    process, by = inside(session, user, slug, at)
    view = queries.process_page(session, process, by=by, language=reader_language(request), at=at)
    return [_line(line) for line in (*view.members, *view.observers, *view.former)]


@router.post("/{slug}/delegations", status_code=201)
def seat(request: Request, slug: str, asked: DelegationAsked, session: Writer, user: Manages, at: At) -> DelegationShown:
    """Seat a delegation. For the secretariat."""
    process, by = inside(session, user, slug, at)
    given: dict[str, Any] = {"standing": asked.standing, "joined_on": asked.joined_on, "by": by, "at": at}
    if asked.country:
        seated = delegations.seat_state(session, process, asked.country, **given)
    else:
        seated = delegations.seat_organization(session, process, asked.names, **given)
    return _shown(request, session, process, seated, by, at)


@router.get("/{slug}/delegations/{delegation_id}")
def delegation(request: Request, slug: str, delegation_id: UUID, session: Reader, user: Reads, at: At) -> DelegationShown:
    """A delegation."""
    process, by = inside(session, user, slug, at)
    found = delegations.by_id(session, delegation_id, process_id=process.id)
    return _shown(request, session, process, found, by, at)


@router.patch("/{slug}/delegations/{delegation_id}")
def change_delegation(
    request: Request, slug: str, delegation_id: UUID, change: DelegationChanged, session: Writer, user: Manages, at: At
) -> DelegationShown:
    """Whether it wants clearance (its head too), its names (an organization's), or the day it leaves."""
    process, by = inside(session, user, slug, at)
    held = delegations.by_id(session, delegation_id, process_id=process.id)
    if change.clearance is not None:
        delegations.want_clearance(session, held, change.clearance, by=by, at=at)
    if change.names is not None:
        delegations.rename(session, held, change.names, by=by, at=at)
    if change.left_on is not None:
        delegations.leave(session, held, on=change.left_on, by=by, at=at)
    return _shown(request, session, process, held, by, at)


@router.get("/{slug}/presidency")
def show_presidency(request: Request, slug: str, session: Reader, user: Reads, at: At) -> Presidency:
    """The presidency pro tempore."""
    process, by = inside(session, user, slug, at)
    view = queries.presidency_page(session, process, by=by, language=reader_language(request), at=at)
    terms = [_term(each) for each in reversed(presidency.terms(session, process))]
    troika = view.troika
    return Presidency(terms=terms, outgoing=troika.outgoing, current=troika.current, incoming=troika.incoming)


@router.post("/{slug}/presidency/handover", status_code=201)
def handover(slug: str, asked: Handover, session: Writer, user: Manages, at: At) -> TermShown:
    """Hand the presidency over on a day. For the secretariat."""
    process, by = inside(session, user, slug, at)
    to = delegations.by_id(session, asked.delegation_id, process_id=process.id)
    return _term(presidency.handover(session, process, to, on=asked.on, by=by, at=at))


@router.post("/{slug}/presidency/terms", status_code=201)
def enter_term(slug: str, asked: TermAsked, session: Writer, user: Manages, at: At) -> TermShown:
    """Enter a term by its dates. For the secretariat."""
    process, by = inside(session, user, slug, at)
    held_by = delegations.by_id(session, asked.delegation_id, process_id=process.id)
    first, last = asked.starts_on, asked.ends_on
    return _term(presidency.enter_term(session, process, held_by, starts_on=first, ends_on=last, by=by, at=at))


@router.delete("/{slug}/presidency/terms/{term_id}", status_code=204)
def take_back(slug: str, term_id: UUID, session: Writer, user: Manages, at: At) -> None:
    """Take back a term that has not begun. For the secretariat."""
    process, by = inside(session, user, slug, at)
    presidency.take_back(session, process, _find_term(session, process, term_id), by=by, at=at)


def _find_term(session: Session, process: Process, term_id: UUID) -> PresidencyTerm:
    for term in presidency.terms(session, process):
        if term.id == term_id:
            return term
    raise Unknown("There is no such term.")


def _process(process: Process) -> ProcessShown:
    return ProcessShown(**process.model_dump(include=set(ProcessShown.model_fields)))


def _shown(
    request: Request, session: Session, process: Process, delegation: Delegation, by: Actor, at: At
) -> DelegationShown:
    language = reader_language(request)
    return _line(queries.delegation_page(session, process, delegation, by=by, language=language, at=at).line)


def _line(line: DelegationLine) -> DelegationShown:
    return DelegationShown(
        id=line.id,
        standing=Standing(line.standing),
        country=line.country,
        name=line.name,
        official_name=line.official,
        clearance=line.clearance,
        persons=line.persons,
        joined_on=line.joined_on,
        left_on=line.left_on,
    )


def _term(term: PresidencyTerm) -> TermShown:
    return TermShown(**term.model_dump(include=set(TermShown.model_fields)))
