"""Who the reader is where a declaration, a revision or an amendment is; for who has no seat there it does not exist."""

from datetime import datetime
from uuid import UUID

from app.accounts.models import User
from app.drafting import queries
from app.drafting.models import Amendment, Declaration, Revision
from app.drafting.queries.declarations import DeclarationView
from app.drafting.queries.placing import process_of_amendment, process_of_declaration, process_of_revision
from app.errors import Unknown
from app.processes import processes
from app.processes.models import Process
from app.processes.names import name_of
from app.processes.seats import actor_for
from app.record.actor import Actor
from app.web.dependencies import Session
from app.web.page import Crumb


def at_process(session: Session, me: User, slug: str, at: datetime) -> tuple[Process, Actor]:
    """The process, and the reader as who acts there. Raises Unknown."""
    process = processes.by_slug(session, slug)
    return process, _seated(session, me, process, at, "There is no such process.")


def at_declaration(session: Session, me: User, declaration_id: UUID, at: datetime) -> tuple[Declaration, Actor]:
    """The declaration, and the reader as who acts there. Raises Unknown."""
    by = _seated(session, me, process_of_declaration(session, declaration_id), at, "There is no such declaration.")
    return queries.find_declaration(session, declaration_id, by=by), by


def at_revision(session: Session, me: User, revision_id: UUID, at: datetime) -> tuple[Revision, Actor]:
    """The revision, and the reader as who acts there. Raises Unknown."""
    by = _seated(session, me, process_of_revision(session, revision_id), at, "There is no such revision.")
    return queries.find_revision(session, revision_id, by=by), by


def at_amendment(session: Session, me: User, amendment_id: UUID, at: datetime) -> tuple[Amendment, Actor]:
    """The amendment, and the reader as who acts there. Raises Unknown."""
    by = _seated(session, me, process_of_amendment(session, amendment_id), at, "There is no such amendment.")
    return queries.find_amendment(session, amendment_id, by=by), by


def way_to(process: Process, language: str, declaration: DeclarationView | Declaration | None = None) -> tuple[Crumb, ...]:
    """The way to a page below a process, or below a declaration."""
    crumbs = [Crumb(name_of(process, language), f"/processes/{process.slug}")]
    if declaration is not None:
        crumbs.append(Crumb(declaration.symbol or declaration.title, f"/declarations/{declaration.id}"))
    return tuple(crumbs)


def way_below(session: Session, declaration: Declaration, language: str) -> tuple[Crumb, ...]:
    """The way to a page below a declaration."""
    return way_to(process_of_declaration(session, declaration.id), language, declaration)


def _seated(session: Session, me: User, process: Process, at: datetime, otherwise: str) -> Actor:
    try:
        return actor_for(session, me, process, at=at)
    except Unknown:
        raise Unknown(otherwise) from None
