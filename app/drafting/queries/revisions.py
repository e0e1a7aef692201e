"""A revision to read, and any two of them compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from app.accounts.models import User
from app.drafting.models import Revision
from app.drafting.queries.declarations import DeclarationView, RevisionHead, declaration, head_of
from app.drafting.queries.finding import find_revision
from app.drafting.texts import labels_of, text_of
from app.errors import Malformed, Unknown
from app.processes.models import Participant
from app.record.actor import Actor
from app.text.compare import compare as compared
from app.text.document import Document
from app.text.redline import Redline


@dataclass(frozen=True, slots=True)
class RevisionView:
    """A revision with its text; `labels` says what each paragraph is called, by key ("" for none). `issued_by` is the
    person who issued it, "" when the software itself did."""

    declaration: DeclarationView
    head: RevisionHead
    document: Document
    labels: Mapping[str, str]
    issued_by: str = ""

    @property
    def is_current(self) -> bool:
        """Whether it is the newest, on which amendments are made."""
        return self.declaration.current == self.head


@dataclass(frozen=True, slots=True)
class Comparison:
    """What becomes of the text of `old` in `new`. The redline's author is the id of `new`. `labels` are those of `new`, and
    for paragraphs that went those of `old`."""

    declaration: DeclarationView
    old: RevisionHead
    new: RevisionHead
    redline: Redline
    labels: Mapping[str, str]


def revision(session: Session, revision_id: UUID, *, by: Actor, language: str) -> RevisionView:
    """One revision. Raises Unknown."""
    row = find_revision(session, revision_id, by=by)
    document = text_of(session, row.id)
    return RevisionView(
        declaration(session, row.declaration_id, by=by),
        head_of(row),
        document,
        labels_of(session, row, document, language),
        _issuer(session, row),
    )


def _issuer(session: Session, row: Revision) -> str:
    if row.issued_by is None:
        return ""
    return session.get_one(User, session.get_one(Participant, row.issued_by).user_id).name


def current(session: Session, declaration_id: UUID, *, by: Actor, language: str) -> RevisionView:
    """The newest revision of a declaration. Raises Unknown, also while there is none."""
    view = declaration(session, declaration_id, by=by)
    if view.current is None:
        raise Unknown("No text has been issued yet.")
    return revision(session, view.current.id, by=by, language=language)


def compare(session: Session, old_id: UUID, new_id: UUID, *, by: Actor, language: str) -> Comparison:
    """Two revisions of one declaration, in whatever order they were issued. Raises Unknown, Malformed."""
    old = revision(session, old_id, by=by, language=language)
    new = revision(session, new_id, by=by, language=language)
    if old.declaration.id != new.declaration.id:
        raise Malformed("These are revisions of different declarations.", field="old")
    redline = compared(old.document, new.document, new.head.id)
    return Comparison(new.declaration, old.head, new.head, redline, {**old.labels, **new.labels})
