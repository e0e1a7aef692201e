"""The declarations of a process."""

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from app.drafting import queries
from app.drafting.policy import may_open_declaration
from app.drafting.queries import DeclarationView
from app.web.dependencies import At, Me, Reader
from app.web.drafting.seated import at_process
from app.web.page import Page
from app.web.processes.inside import way_to
from app.web.rendering import render

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class DeclarationsPage(Page):
    slug: str
    declarations: tuple[DeclarationView, ...]
    may_open: bool
    tab: str = "declarations"


@router.get("/processes/{slug}/declarations")
def show(request: Request, slug: str, session: Reader, me: Me, at: At) -> Response:
    """The declarations the reader sees, the newest first."""
    process, by = at_process(session, me, slug, at)
    page = DeclarationsPage(
        crumbs=way_to(request, process),
        slug=slug,
        declarations=queries.declarations_of(session, process.id, by=by),
        may_open=may_open_declaration(by, process.id).allowed,
    )
    return render(request, "drafting/declarations/list.html", page)
