"""Texts in and out of their rows, with the numbers they bear."""

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import Session, col, select

from app.drafting.models import Declaration, DraftParagraph, Revision, RevisionParagraph
from app.errors import OutOfPlace
from app.text.document import Document
from app.text.numbering import labels
from app.text.paragraph import Paragraph, Role
from app.text.stored import runs_from_plain


def draft_text(session: Session, declaration_id: UUID) -> Document:
    """The text of a draft as it stands."""
    return _document(draft_rows(session, declaration_id))


def draft_rows(session: Session, declaration_id: UUID) -> list[DraftParagraph]:
    """The paragraphs of a draft, in order."""
    rows = session.exec(
        select(DraftParagraph).where(DraftParagraph.declaration_id == declaration_id).order_by(col(DraftParagraph.position))
    )
    return list(rows)


def text_of(session: Session, revision_id: UUID) -> Document:
    """The text of a revision."""
    rows = session.exec(
        select(RevisionParagraph)
        .where(RevisionParagraph.revision_id == revision_id)
        .order_by(col(RevisionParagraph.position))
    )
    return _document(rows)


def revisions_of(session: Session, declaration_id: UUID) -> list[Revision]:
    """The revisions of a declaration, oldest first."""
    rows = session.exec(select(Revision).where(Revision.declaration_id == declaration_id).order_by(col(Revision.number)))
    return list(rows)


def current_revision(session: Session, declaration_id: UUID) -> Revision | None:
    """The newest revision; None while there is only a draft."""
    return session.exec(
        select(Revision).where(Revision.declaration_id == declaration_id).order_by(col(Revision.number).desc()).limit(1)
    ).first()


def require_current(session: Session, declaration: Declaration) -> Revision:
    """The newest revision. Raises OutOfPlace while there is none."""
    revision = current_revision(session, declaration.id)
    if revision is None:
        raise OutOfPlace("No text has been issued yet.")
    return revision


def numbered_on(session: Session, revision: Revision) -> Document | None:
    """The text whose numbers the paragraphs of `revision` keep: the last one numbered anew before it; None when it is."""
    if revision.renumbered:
        return None
    basis = session.exec(
        select(Revision.id)
        .where(Revision.declaration_id == revision.declaration_id, Revision.number < revision.number, Revision.renumbered)
        .order_by(col(Revision.number).desc())
        .limit(1)
    ).one()
    return text_of(session, basis)


def labels_of(session: Session, revision: Revision, text: Document, language: str) -> Mapping[str, str]:
    """What each paragraph of a revision is called ("PP1", "3 bis"), by key, in `language`."""
    return labels(text, numbered_on(session, revision), language)


def _document(rows) -> Document:  # type: ignore[no-untyped-def]
    return Document(Paragraph(row.key, Role(row.role), runs_from_plain(row.runs), row.level) for row in rows)
