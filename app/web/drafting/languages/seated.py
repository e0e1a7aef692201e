"""A revision in a language, for whoever sees the revision."""

from datetime import datetime
from uuid import UUID

from app.accounts.models import User
from app.drafting.models import Declaration, Revision
from app.drafting.translations import Rendered
from app.drafting.translations.queries import VersionView
from app.drafting.translations.queries import version as version_of
from app.errors import Unknown
from app.record.actor import Actor
from app.web.dependencies import Session
from app.web.drafting.seated import at_revision


def at_version(
    session: Session, me: User, revision_id: UUID, language: str, at: datetime, reader: str
) -> tuple[Declaration, Revision, VersionView, Actor]:
    """The declaration, its revision, that in `language`, and the reader as who acts there. Raises Unknown."""
    revision, by = at_revision(session, me, revision_id, at)
    view = version_of(session, revision.id, language, by=by, reader=reader)
    return session.get_one(Declaration, revision.declaration_id), revision, view, by


def paragraph_of(view: VersionView, key: str) -> Rendered:
    """Raises Unknown."""
    found = view.version.of(key)
    if found is None:
        raise Unknown("There is no such paragraph in this text.")
    return found


def address(view: VersionView, key: str = "") -> str:
    """Where the page of a language version is, or the form for one of its paragraphs."""
    whole = f"/revisions/{view.revision.head.id}/languages/{view.version.language}"
    return f"{whole}/paragraphs/{key}" if key else whole
