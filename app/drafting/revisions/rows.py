"""The rows of a revision."""

from datetime import datetime

from sqlmodel import Session

from app.drafting.models import Declaration, Revision, RevisionParagraph
from app.record.actor import Actor
from app.text.document import Document
from app.text.fingerprint import fingerprint
from app.text.stored import runs_to_plain


def put_revision(
    session: Session,
    declaration: Declaration,
    text: Document,
    *,
    number: int,
    name: str,
    note: str,
    renumbered: bool,
    by: Actor,
    at: datetime,
) -> Revision:
    """Write `text` whole, as it will stand for ever."""
    revision = Revision(
        declaration_id=declaration.id,
        number=number,
        name=name,
        note=note,
        renumbered=renumbered,
        fingerprint=fingerprint(text),
        issued_at=at,
        issued_by=by.participant_id,
    )
    session.add(revision)
    session.flush()
    session.add_all(
        RevisionParagraph(
            revision_id=revision.id,
            position=position,
            key=paragraph.key,
            role=paragraph.role.value,
            level=paragraph.level,
            runs=runs_to_plain(paragraph.runs),
        )
        for position, paragraph in enumerate(text)
    )
    session.flush()
    return revision
