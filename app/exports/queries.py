"""What pages read of exports, scoped to who asks."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from app.accounts.models import User
from app.drafting.models import Declaration, Revision
from app.exports.house_styles.models import HouseStyle
from app.exports.kinds import Form, Kind, MeetingKind, Options
from app.exports.models import Export
from app.exports.policy import may_have_again
from app.exports.seats import meets, seated
from app.meetings.models import Meeting
from app.processes.models import Participant
from app.record.actor import Actor


@dataclass(frozen=True, slots=True)
class HouseStyleUsed:
    """The reference document of a process that a document is written on: the `number` under which the process keeps it."""

    number: int
    filename: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ExportLine:
    """A document that was handed out. `revision` is the name of the one it is of, empty for a document of a meeting;
    `against` that of the earlier one of a redline, else empty. `language` is the other language it is in, if any, and
    always that of a document of a meeting. `house_style` is what it is written on, None for ours."""

    id: UUID
    kind: Kind | MeetingKind
    revision: str
    against: str
    filename: str
    sha256: str
    size: int
    made_by: str
    made_at: datetime
    record_head: str
    form: Form
    anonymous: bool = False
    language: str = ""
    house_style: HouseStyleUsed | None = None


def exports_of(session: Session, declaration: Declaration, *, by: Actor) -> tuple[ExportLine, ...]:
    """The documents of a declaration made for the side of `by`, the latest first."""
    return _lines(session, declaration, col(Export.declaration_id) == declaration.id, by)


def exports_of_meeting(session: Session, meeting: Meeting, *, by: Actor) -> tuple[ExportLine, ...]:
    """The documents of a meeting made for the side of `by`, the latest first."""
    return _lines(session, meeting, col(Export.meeting_id) == meeting.id, by)


def actor_at_export(session: Session, user: User, export_id: UUID, *, at: datetime) -> Actor:
    """The person in the seat in which they have a document. Raises Unknown."""
    return seated(session, user, session.get(Export, export_id), at=at)


def _lines(session: Session, of: Declaration | Meeting, its: ColumnElement[bool], by: Actor) -> tuple[ExportLine, ...]:
    names = dict(session.exec(select(Revision.id, Revision.name).where(Revision.declaration_id == of.id)).all())
    rows = session.exec(
        select(Export, User.name, HouseStyle)
        .join(Participant, col(Participant.id) == Export.made_by)
        .join(User, col(User.id) == Participant.user_id)
        .join(HouseStyle, col(HouseStyle.id) == Export.house_style_id, isouter=True)
        .where(its)
        .order_by(col(Export.made_at).desc())
    )
    seen_by = meets(session, of)
    return tuple(_line(row, maker, style, names) for row, maker, style in rows if may_have_again(by, row, seen_by))


def _line(row: Export, maker: str, style: HouseStyle | None, names: dict[UUID, str]) -> ExportLine:
    options = Options.of(row.options)
    return ExportLine(
        id=row.id,
        kind=Kind(row.kind) if row.meeting_id is None else MeetingKind(row.kind),
        revision=names[row.revision_id] if row.revision_id else "",
        against=names[row.against_id] if row.against_id else "",
        filename=row.filename,
        sha256=row.sha256,
        size=row.size,
        made_by=maker,
        made_at=row.made_at,
        record_head=row.record_head,
        form=options.form,
        anonymous=options.anonymous,
        language=options.language,
        house_style=HouseStyleUsed(style.number, style.filename, style.sha256) if style is not None else None,
    )
