"""The reader where an agreement is concerned; for who has no seat at its meeting it does not exist."""

from datetime import datetime
from uuid import UUID

from app.accounts.models import User
from app.agreements import queries
from app.agreements.models import Agreement
from app.errors import Unknown
from app.meetings.models import Meeting
from app.meetings.seats import acting_at
from app.record.actor import Actor
from app.web.dependencies import Session


def at_agreement(session: Session, me: User, agreement_id: UUID, at: datetime) -> tuple[Agreement, Meeting, Actor]:
    """The agreement, its meeting, and the reader in their seat there. Raises Unknown."""
    try:
        meeting, by = acting_at(session, me, queries.meeting_id_of(session, agreement_id), at=at)
    except Unknown:
        raise Unknown("There is no such agreement.") from None
    agreement, _meeting = queries.find(session, agreement_id, by=by)
    return agreement, meeting, by
