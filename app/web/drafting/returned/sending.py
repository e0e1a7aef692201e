"""Taking the text home, marked ready for tracked changes, and sending it back."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import queries, returned
from app.drafting.models import Declaration
from app.drafting.policy import may_amend
from app.drafting.queries import DeclarationView
from app.drafting.returned.queries import ReturnedLine, returned_of
from app.drafting.texts import require_current
from app.errors import Malformed, Refusal, require
from app.processes.models import Delegation
from app.processes.policy import is_chair
from app.record.actor import Actor
from app.web.dependencies import At, Files, Me, Reader, Session, Writer
from app.web.drafting.seated import at_declaration, way_below
from app.web.forms import Form, or_again
from app.web.page import Page
from app.web.rendering import go, reader_language, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class SendingPage(Page):
    """`files` are those the reader's delegation has sent on this declaration."""

    declaration: DeclarationView
    files: tuple[ReturnedLine, ...]
    chairs: bool


@router.get("/declarations/{declaration_id}/returned")
def show(request: Request, declaration_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """How it goes, the field for the file, and the files sent before."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    require_may_send(session, declaration, by)
    return _page(request, session, declaration, by)


@router.post("/declarations/{declaration_id}/returned")
def send(
    request: Request,
    declaration_id: UUID,
    form: Form,
    reader: Reader,
    session: Writer,
    files: Files,
    me: Me,
    at: At,
) -> Response:
    """Read the file, keep it, and show what was found. It is read before anything is written: nobody waits for it."""
    declaration, by = at_declaration(reader, me, declaration_id, at)
    require_may_send(reader, declaration, by)
    with or_again(reader, lambda refusal: _page(request, reader, declaration, by, refusal)):
        uploaded = form.file("file")
        if uploaded is None:
            raise Malformed("Please choose a file.", field="file")
        examined = returned.examine(reader, declaration, *uploaded, by=by)
    file = returned.receive(session, files, examined, by=by, at=at)
    return go(request, f"/returned/{file.id}", "Your file is kept. Only your delegation sees it.")


def require_may_send(session: Session, declaration: Declaration, by: Actor) -> None:
    """Raises Denied, OutOfPlace."""
    require(may_amend(by, declaration, session.get(Delegation, by.delegation_id) if by.delegation_id else None))
    require_current(session, declaration)


def _page(
    request: Request, session: Session, declaration: Declaration, by: Actor, refusal: Refusal | None = None
) -> Response:
    page = SendingPage(
        crumbs=way_below(session, declaration, reader_language(request)),
        declaration=queries.declaration(session, declaration.id, by=by),
        files=returned_of(session, declaration.id, by=by),
        chairs=is_chair(by, declaration.process_id),
        refusal=refusal,
    )
    return render(request, "drafting/returned/send.html", page)
