"""What pages read of the files that came back. They exist for their delegation only; for all others they are Unknown."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.accounts.models import User
from app.drafting.models import Amendment, Declaration, Revision
from app.drafting.returned.models import ReturnedDraft, ReturnedFile
from app.drafting.states import State
from app.errors import Unknown
from app.processes.models import Participant, Process
from app.processes.policy import negotiates
from app.record.actor import Actor


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """A file that came back: on which revision it was made, by whom and when it was brought, how many drafts it became."""

    id: UUID
    filename: str
    sha256: str
    size: int
    revision: str
    uploaded_by: str
    at: datetime
    drafts: int


def find_returned(session: Session, file_id: UUID, *, by: Actor) -> ReturnedFile:
    """A file of the actor's delegation. Raises Unknown."""
    file = session.get(ReturnedFile, file_id)
    if file is None or not negotiates(by, file.delegation_id):
        raise Unknown("There is no such file.")
    return file


def process_of_returned(session: Session, file_id: UUID) -> Process:
    """In which process a file is, for whoever has yet to show a seat there. Raises Unknown."""
    file = session.get(ReturnedFile, file_id)
    if file is None:
        raise Unknown("There is no such file.")
    return session.get_one(Process, session.get_one(Declaration, file.declaration_id).process_id)


def returned_of(session: Session, declaration_id: UUID, *, by: Actor) -> tuple[ReturnedLine, ...]:
    """The files of the actor's delegation on a declaration, the latest first."""
    rows = session.exec(
        select(ReturnedFile, Revision.name, User.name)
        .join(Revision, col(Revision.id) == ReturnedFile.revision_id)
        .join(Participant, col(Participant.id) == ReturnedFile.uploaded_by)
        .join(User, col(User.id) == Participant.user_id)
        .where(ReturnedFile.declaration_id == declaration_id, ReturnedFile.delegation_id == by.delegation_id)
        .order_by(col(ReturnedFile.at).desc())
    ).all()
    drafts = [drafts_of(session, row.id) for row, _, _ in rows]
    return tuple(
        ReturnedLine(row.id, row.filename, row.sha256, row.size, revision, person, row.at, len(made))
        for (row, revision, person), made in zip(rows, drafts, strict=True)
        if negotiates(by, row.delegation_id)
    )


def drafts_of(session: Session, file_id: UUID) -> dict[UUID, tuple[int, ...]]:
    """The amendments drafted from a file, oldest first, each with the numbers of the changes that went into it."""
    rows = session.exec(
        select(ReturnedDraft).where(ReturnedDraft.file_id == file_id).order_by(col(ReturnedDraft.at), col(ReturnedDraft.id))
    )
    return {row.amendment_id: tuple(row.found) for row in rows}


def drafted_before(session: Session, file: ReturnedFile) -> dict[int, UUID]:
    """For the changes of a file that went into amendments before, by their numbers, into which; also where its delegation
    had sent the very same file another time, and they went into them from there."""
    return {number: row.amendment_id for row, _ in _drafted(session, file) for number in row.found}


def standing_drafts(session: Session, file: ReturnedFile) -> dict[tuple[int, ...], Amendment]:
    """The amendments that were drafted from a file before and not withdrawn, by the numbers of the changes that went into
    each; also from the very same file sent another time."""
    return {tuple(row.found): amendment for row, amendment in _drafted(session, file) if amendment.state != State.WITHDRAWN}


def _drafted(session: Session, file: ReturnedFile) -> list[tuple[ReturnedDraft, Amendment]]:
    """What was drafted from a file and from its twins, oldest first."""
    twins = (
        ReturnedFile.declaration_id == file.declaration_id,
        ReturnedFile.delegation_id == file.delegation_id,
        ReturnedFile.revision_id == file.revision_id,
        ReturnedFile.sha256 == file.sha256,
    )
    rows = session.exec(
        select(ReturnedDraft, Amendment)
        .join(ReturnedFile, col(ReturnedFile.id) == ReturnedDraft.file_id)
        .join(Amendment, col(Amendment.id) == ReturnedDraft.amendment_id)
        .where(*twins)
        .order_by(col(ReturnedDraft.at), col(ReturnedDraft.id))
        # What was read before the declaration was locked may have changed since.
        .execution_options(populate_existing=True)
    )
    return [(row, amendment) for row, amendment in rows]
