"""Whether a document is made while its reader waits for the answer, or in its turn."""

from sqlalchemy import String, cast
from sqlmodel import Session, col, func, select

from app.drafting.models import Amendment, AmendmentVersion, Revision, RevisionParagraph
from app.exports.kinds import Form, Kind
from app.exports.order import AnyOrder, MeetingOrder, Order
from app.meetings.models import Statement

QUICK = 300_000
"""Characters of stored text that are read and written in about a second: some hundred and fifty pages."""

_OF_AMENDMENTS = frozenset({Kind.COMPILATION, Kind.SHEETS, Kind.TABLE})


def is_quick(session: Session, order: AnyOrder) -> bool:
    """Whether the file is there before anybody would look for a sign of progress.

    What LibreOffice has to convert never is: it takes seconds to begin.
    """
    if order.options.form in (Form.PDF, Form.ODT):
        return False
    weight = _weight_of_meeting(session, order) if isinstance(order, MeetingOrder) else _weight(session, order)
    return weight <= QUICK


def _weight_of_meeting(session: Session, order: MeetingOrder) -> int:
    said = select(func.coalesce(func.sum(func.length(Statement.words)), 0)).where(Statement.meeting_id == order.meeting.id)
    return int(session.exec(said).one())


def _weight(session: Session, order: Order) -> int:
    length = func.coalesce(func.sum(func.length(cast(col(RevisionParagraph.runs), String))), 0)
    revisions = {order.revision.id} | ({order.against.id} if order.against else set())
    wanted = select(length).join(Revision, col(Revision.id) == RevisionParagraph.revision_id)
    if order.kind is Kind.HISTORY:
        wanted = wanted.where(Revision.declaration_id == order.declaration.id, Revision.number <= order.revision.number)
    else:
        wanted = wanted.where(col(Revision.id).in_(revisions))
    weight = int(session.exec(wanted).one())
    if order.kind in _OF_AMENDMENTS:
        acts = func.coalesce(func.sum(func.length(cast(col(AmendmentVersion.acts), String))), 0)
        tabled = select(acts).join(Amendment, col(Amendment.id) == AmendmentVersion.amendment_id)
        weight += int(session.exec(tabled.where(Amendment.declaration_id == order.declaration.id)).one())
    return weight
