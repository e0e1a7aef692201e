"""The presidency pro tempore: its terms, and handing it over."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.accounts.models import User
from app.errors import Malformed, Refusal, Unknown
from app.processes import delegations, presidency, queries
from app.processes.models import Delegation, Process
from app.processes.views import PresidencyView
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.forms import Form, Typed, or_again
from app.web.page import Page
from app.web.processes.inside import inside, way_to
from app.web.rendering import go, reader_language, render

router = APIRouter(prefix="/processes/{slug}/presidency")


@dataclass(frozen=True, kw_only=True)
class PresidencyPage(Page):
    view: PresidencyView
    slug: str
    tab: str = "presidency"

    @property
    def members(self) -> list[tuple[str, str]]:
        """Who may preside, as a field to choose from takes it."""
        return [("", "–"), *((str(line.id), line.name) for line in self.view.members)]


@router.get("")
def show(request: Request, slug: str, session: Reader, me: Me, at: At) -> Response:
    return _page(request, session, me, slug, at)


@router.post("/handover")
def handover(request: Request, slug: str, form: Form, session: Writer, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)

    def again(refusal: Refusal) -> Response:
        return _page(request, session, me, slug, at, refusal=refusal, typed=form.kept)

    with or_again(session, again):
        delegation, on = _chosen(session, process, form, "delegation"), form.day("on")
        if on is None:
            raise Malformed("Please give the day of the handover.", field="on")
        presidency.handover(session, process, delegation, on=on, by=by, at=at)
    return go(request, f"/processes/{slug}/presidency", "The handover is entered. Every text and act stays where it is.")


@router.post("/terms")
def enter_term(request: Request, slug: str, form: Form, session: Writer, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)

    def again(refusal: Refusal) -> Response:
        return _page(request, session, me, slug, at, refusal=refusal, typed=form.kept)

    with or_again(session, again):
        delegation, starts_on = _chosen(session, process, form, "held_by"), form.day("starts_on")
        if starts_on is None:
            raise Malformed("Please give the first day of the term.", field="starts_on")
        ends_on = form.day("ends_on")
        presidency.enter_term(session, process, delegation, starts_on=starts_on, ends_on=ends_on, by=by, at=at)
    return go(request, f"/processes/{slug}/presidency", "The term is entered.")


@router.post("/terms/{term_id}/take-back")
def take_back(request: Request, slug: str, term_id: UUID, session: Writer, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)
    term = next((each for each in presidency.terms(session, process) if each.id == term_id), None)
    if term is None:
        raise Unknown("There is no such term.")
    presidency.take_back(session, process, term, by=by, at=at)
    return go(request, f"/processes/{slug}/presidency", "The planned term is taken back.")


def _chosen(session: Session, process: Process, form: Typed, name: str) -> Delegation:
    delegation_id = form.uuid(name)
    if delegation_id is None:
        raise Malformed("Please choose one of the list.", field=name)
    return delegations.by_id(session, delegation_id, process_id=process.id)


def _page(request: Request, session: Session, me: User, slug: str, at: At, **again: Any) -> Response:
    process, by = inside(session, me, slug, at)
    view = queries.presidency_page(session, process, by=by, language=reader_language(request), at=at)
    page = PresidencyPage(crumbs=way_to(request, process), view=view, slug=slug, **again)
    return render(request, "processes/presidency/show.html", page)
