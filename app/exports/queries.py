"""What pages read of exports, scoped to who asks."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.accounts.models import User
from app.drafting.models import Declaration, Revision
from app.errors import Unknown
from app.exports.kinds import Kind
from app.exports.models import Export
from app.exports.policy import may_have_again
from app.processes.models import Participant, Process
from app.record.actor import Actor


@dataclass(frozen=True, slots=True)
class ExportLine:
    """A document that was handed out. `against` is the name of the earlier revision of a redline, else empty;
    `language` the other language it is in, if any."""

    id: UUID
    kind: Kind
    revision: str
    against: str
    filename: str
    sha256: str
    size: int
    made_by: str
    made_at: datetime
    record_head: str
    anonymous: bool = False
    language: str = ""


def exports_of(session: Session, declaration: Declaration, *, by: Actor) -> tuple[ExportLine, ...]:
    """The documents of a declaration made for the side of `by`, the latest first."""
    names = dict(session.exec(select(Revision.id, Revision.name).where(Revision.declaration_id == declaration.id)).all())
    rows = session.exec(
        select(Export, User.name)
        .join(Participant, col(Participant.id) == Export.made_by)
        .join(User, col(User.id) == Participant.user_id)
        .where(Export.declaration_id == declaration.id)
        .order_by(col(Export.made_at).desc())
    )
    return tuple(
        ExportLine(
            id=row.id,
            kind=Kind(row.kind),
            revision=names[row.revision_id],
            against=names[row.against_id] if row.against_id else "",
            filename=row.filename,
            sha256=row.sha256,
            size=row.size,
            made_by=maker,
            made_at=row.made_at,
            record_head=row.record_head,
            anonymous=bool(row.options.get("anonymous")),
            language=row.options.get("language", ""),
        )
        for row, maker in rows
        if may_have_again(by, row, declaration)
    )


def process_of_export(session: Session, export_id: UUID) -> Process:
    """In which process a document was made, for whoever has yet to show a seat there. Raises Unknown."""
    row = session.get(Export, export_id)
    if row is None:
        raise Unknown("There is no such document.")
    return session.get_one(Process, row.process_id)
