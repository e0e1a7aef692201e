"""The rows that acts are done on, for who may see them. What you may not see does not exist: Unknown."""

from uuid import UUID

from sqlmodel import Session, select

from app.drafting.models import AgendaLink, Amendment, Declaration, Revision, Sponsorship, TermRequest
from app.drafting.policy import may_see_draft
from app.drafting.texts import current_revision
from app.errors import Unknown
from app.processes.policy import negotiates, takes_part
from app.record.actor import Actor


def find_declaration(session: Session, declaration_id: UUID, *, by: Actor) -> Declaration:
    """A declaration of the actor's process: one that has been issued, or to the chair side any. Raises Unknown."""
    declaration = session.get(Declaration, declaration_id)
    if declaration is None or not may_see(session, declaration, by):
        raise Unknown("There is no such declaration.")
    return declaration


def may_see(session: Session, declaration: Declaration, by: Actor) -> bool:
    """Whether the declaration exists for the actor."""
    if not takes_part(by, declaration.process_id):
        return False
    return may_see_draft(by, declaration).allowed or current_revision(session, declaration.id) is not None


def find_revision(session: Session, revision_id: UUID, *, by: Actor) -> Revision:
    """A revision of a declaration of the actor's process. Raises Unknown."""
    revision = session.get(Revision, revision_id)
    if revision is not None:
        declaration = session.get_one(Declaration, revision.declaration_id)
        if takes_part(by, declaration.process_id):
            return revision
    raise Unknown("There is no such revision.")


def find_amendment(session: Session, amendment_id: UUID, *, by: Actor) -> Amendment:
    """An amendment tabled in the actor's process, or a draft of the delegation they negotiate for. Raises Unknown."""
    amendment = session.get(Amendment, amendment_id)
    if amendment is None or not amendment_visible(session, amendment, by):
        raise Unknown("There is no such amendment.")
    return amendment


def find_numbered(session: Session, declaration_id: UUID, number: int, *, by: Actor) -> Amendment:
    """The amendment of that number. Raises Unknown."""
    wanted = select(Amendment).where(Amendment.declaration_id == declaration_id, Amendment.number == number)
    amendment = session.exec(wanted).first()
    if amendment is None or not amendment_visible(session, amendment, by):
        raise Unknown("There is no such amendment.")
    return amendment


def amendment_visible(session: Session, amendment: Amendment, by: Actor) -> bool:
    """Whether the amendment exists for the actor."""
    declaration = session.get_one(Declaration, amendment.declaration_id)
    if not takes_part(by, declaration.process_id):
        return False
    return amendment.number is not None or negotiates(by, amendment.delegation_id)


def find_sponsorship(session: Session, amendment_id: UUID, *, by: Actor) -> Sponsorship:
    """What the actor's delegation has been asked about a tabled amendment. Raises Unknown."""
    amendment = find_amendment(session, amendment_id, by=by)
    if amendment.number is not None and by.delegation_id is not None:
        wanted = select(Sponsorship).where(
            Sponsorship.amendment_id == amendment.id, Sponsorship.delegation_id == by.delegation_id
        )
        if (sponsorship := session.exec(wanted).first()) is not None:
            return sponsorship
    raise Unknown("Your delegation has not been asked to co-sponsor this.")


def find_term_request(session: Session, request_id: UUID, *, by: Actor) -> TermRequest:
    """A delegation's request about a term. Raises Unknown."""
    request = session.get(TermRequest, request_id)
    if request is not None:
        find_declaration(session, request.declaration_id, by=by)
        return request
    raise Unknown("There is no such request.")


def find_agenda_link(session: Session, link_id: UUID, *, by: Actor) -> AgendaLink:
    """A link of a declaration to an agenda item. Raises Unknown."""
    made = session.get(AgendaLink, link_id)
    if made is not None:
        find_declaration(session, made.declaration_id, by=by)
        return made
    raise Unknown("There is no such link.")
