"""In which process a thing is, for whoever has yet to show a seat there. Tells nothing else of it."""

from uuid import UUID

from sqlmodel import Session

from app.drafting.models import Amendment, Declaration, Revision
from app.errors import Unknown
from app.processes.models import Process


def process_of_declaration(session: Session, declaration_id: UUID) -> Process:
    """Raises Unknown."""
    declaration = session.get(Declaration, declaration_id)
    if declaration is None:
        raise Unknown("There is no such declaration.")
    return session.get_one(Process, declaration.process_id)


def process_of_revision(session: Session, revision_id: UUID) -> Process:
    """Raises Unknown."""
    revision = session.get(Revision, revision_id)
    if revision is None:
        raise Unknown("There is no such revision.")
    return process_of_declaration(session, revision.declaration_id)


def process_of_amendment(session: Session, amendment_id: UUID) -> Process:
    """Raises Unknown."""
    amendment = session.get(Amendment, amendment_id)
    if amendment is None:
        raise Unknown("There is no such amendment.")
    return process_of_declaration(session, amendment.declaration_id)
