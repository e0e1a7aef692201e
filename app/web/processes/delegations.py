"""A delegation with its persons and invitations; seating one, renaming it, its leaving."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.accounts.models import User
from app.errors import Malformed, Refusal, require
from app.processes import delegations, queries
from app.processes.collation import sort_key
from app.processes.countries import countries
from app.processes.models import Delegation
from app.processes.policy import may_manage
from app.processes.roles import Standing
from app.processes.views import DelegationView
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.forms import Form, or_again
from app.web.page import Page
from app.web.processes.inside import inside, names_typed, way_to
from app.web.rendering import go, reader_language, render

router = APIRouter(prefix="/processes/{slug}/delegations")


@dataclass(frozen=True, kw_only=True)
class DelegationPage(Page):
    view: DelegationView
    slug: str
    mine: bool


@dataclass(frozen=True, kw_only=True)
class SeatPage(Page):
    slug: str
    countries: list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class NamesPage(Page):
    slug: str
    id: UUID
    names: dict[str, dict[str, str]] = field(default_factory=dict)


def delegation_page(
    request: Request, session: Session, me: User, slug: str, delegation_id: UUID, at: At, **again: Any
) -> Response:
    """The page of a delegation, as after a refusal when `again` has one."""
    process, by = inside(session, me, slug, at)
    delegation = delegations.by_id(session, delegation_id, process_id=process.id)
    language = reader_language(request)
    view = queries.delegation_page(session, process, delegation, by=by, language=language, at=at)
    mine = by.delegation_id == delegation.id
    page = DelegationPage(crumbs=way_to(request, process), view=view, slug=slug, mine=mine, **again)
    return render(request, "processes/delegations/show.html", page)


@router.get("/new")
def new(request: Request, slug: str, session: Reader, me: Me, at: At) -> Response:
    return _seat_page(request, session, me, slug, at)


@router.post("")
def seat(request: Request, slug: str, form: Form, session: Writer, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)

    def again(refusal: Refusal) -> Response:
        return _seat_page(request, session, me, slug, at, refusal=refusal, typed=form.kept)

    with or_again(session, again):
        joined_on = form.day("joined_on")
        if form.text("kind") == "organization":
            standing = Standing.ORGANIZATION
            seated = delegations.seat_organization(
                session, process, names_typed(form), standing=standing, joined_on=joined_on, by=by, at=at
            )
        else:
            if form.text("kind") not in (Standing.MEMBER, Standing.OBSERVER):
                raise Malformed("Please choose one of the list.", field="kind")
            standing = Standing(form.text("kind"))
            seated = delegations.seat_state(
                session, process, form.text("country"), standing=standing, joined_on=joined_on, by=by, at=at
            )
    return go(request, _at(slug, seated), "The delegation is seated. Now invite its people.")


@router.get("/{delegation_id}")
def show(request: Request, slug: str, delegation_id: UUID, session: Reader, me: Me, at: At) -> Response:
    return delegation_page(request, session, me, slug, delegation_id, at)


@router.post("/{delegation_id}/clearance")
def want_clearance(
    request: Request, slug: str, delegation_id: UUID, form: Form, session: Writer, me: Me, at: At
) -> Response:
    process, by = inside(session, me, slug, at)
    delegation = delegations.by_id(session, delegation_id, process_id=process.id)
    wanted = form.ticked("wanted")
    delegations.want_clearance(session, delegation, wanted, by=by, at=at)
    if wanted:
        return go(request, _at(slug, delegation), "From now on its head clears what the delegation tables.")
    return go(request, _at(slug, delegation), "From now on delegates table without clearance.")


@router.post("/{delegation_id}/leave")
def leave(request: Request, slug: str, delegation_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)
    delegation = delegations.by_id(session, delegation_id, process_id=process.id)

    def again(refusal: Refusal) -> Response:
        return delegation_page(request, session, me, slug, delegation_id, at, refusal=refusal, typed=form.kept)

    with or_again(session, again):
        on = form.day("on")
        if on is None:
            raise Malformed("Please give the day.", field="on")
        delegations.leave(session, delegation, on=on, by=by, at=at)
    return go(request, f"/processes/{slug}", "The delegation leaves. What it did stays under its name.")


@router.get("/{delegation_id}/names")
def names(request: Request, slug: str, delegation_id: UUID, session: Reader, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)
    require(may_manage(by, process.id))
    delegation = delegations.by_id(session, delegation_id, process_id=process.id)
    page = NamesPage(crumbs=way_to(request, process), slug=slug, id=delegation.id, names=delegation.names)
    return render(request, "processes/delegations/names.html", page)


@router.post("/{delegation_id}/names")
def rename(request: Request, slug: str, delegation_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)
    delegation = delegations.by_id(session, delegation_id, process_id=process.id)
    crumbs = way_to(request, process)

    def again(refusal: Refusal) -> Response:
        page = NamesPage(crumbs=crumbs, slug=slug, id=delegation_id, refusal=refusal, typed=form.kept)
        return render(request, "processes/delegations/names.html", page)

    with or_again(session, again):
        delegations.rename(session, delegation, names_typed(form), by=by, at=at)
    return go(request, _at(slug, delegation), "The names are kept.")


def _seat_page(request: Request, session: Session, me: User, slug: str, at: At, **again: Any) -> Response:
    process, by = inside(session, me, slug, at)
    require(may_manage(by, process.id))
    language = reader_language(request)
    named = sorted(countries(language).items(), key=lambda each: sort_key(each[1], language))
    page = SeatPage(crumbs=way_to(request, process), slug=slug, countries=named, **again)
    return render(request, "processes/delegations/seat.html", page)


def _at(slug: str, delegation: Delegation) -> str:
    return f"/processes/{slug}/delegations/{delegation.id}"
