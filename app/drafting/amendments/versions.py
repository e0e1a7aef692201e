"""A draft becomes a version: its words are kept as they are, for ever."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from app.drafting.amendments.acts import accepted_acts
from app.drafting.amendments.dossier import Dossier
from app.drafting.declarations.window import is_late
from app.drafting.keys import keys_brought
from app.drafting.models import Amendment, AmendmentVersion, Declaration, DraftAmendment
from app.drafting.texts import require_current, text_of
from app.errors import OutOfPlace
from app.processes.models import Delegation
from app.processes.policy import heads
from app.record.actor import Actor
from app.text.stored import acts_from_plain


def cleared_by(session: Session, amendment: Amendment, words: DraftAmendment, by: Actor) -> UUID | None:
    """Who cleared the words. A head who tables clears by that. Raises OutOfPlace when clearance is wanted and missing."""
    if words.cleared_by is not None:
        return words.cleared_by
    if heads(by, amendment.delegation_id):
        return by.participant_id
    if session.get_one(Delegation, amendment.delegation_id).clearance:
        raise OutOfPlace("The head of your delegation has to clear this before it is tabled.")
    return None


def require_on_present_text(session: Session, declaration: Declaration, words: DraftAmendment) -> None:
    """Raises OutOfPlace when a revision was issued since the words were written, Malformed when they do not fit."""
    revision = require_current(session, declaration)
    if words.base_id != revision.id:
        raise OutOfPlace(
            "{name} has been issued since this was written. Look at it on the new text before you table it.",
            name=revision.name,
        )
    base, acts = text_of(session, revision.id), acts_from_plain(words.acts)
    accepted_acts(base, acts, own=keys_brought(acts))


def keep_version(
    session: Session,
    dossier: Dossier,
    declaration: Declaration,
    words: DraftAmendment,
    *,
    by: Actor,
    at: datetime,
) -> AmendmentVersion:
    """Write the draft's words as the next version and let go of the draft."""
    assert by.participant_id is not None
    version = AmendmentVersion(
        amendment_id=dossier.amendment.id,
        number=len(dossier.versions) + 1,
        base_id=words.base_id,
        acts=words.acts,
        reason=words.reason,
        audience=words.audience,
        tabled_by=by.participant_id,
        tabled_at=at,
        cleared_by=cleared_by(session, dossier.amendment, words, by),
        late=is_late(declaration, at),
    )
    session.add(version)
    session.delete(words)
    session.flush()
    return version


def next_number(session: Session, declaration: Declaration) -> int:
    """The number of the next amendment tabled; the declaration must be locked."""
    newest = session.exec(select(func.max(col(Amendment.number))).where(Amendment.declaration_id == declaration.id)).one()
    return (newest or 0) + 1
