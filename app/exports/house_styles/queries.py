"""What pages, and whoever makes a document, read of house styles."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from app.accounts.models import User
from app.errors import Unknown
from app.exports.house_styles.models import HouseStyle
from app.processes.models import Process
from app.processes.policy import manages, takes_part
from app.record.actor import Actor
from app.word.house.inventory import House, look_through
from app.word.house.taming import LeftOut


@dataclass(frozen=True, slots=True)
class HouseStyleLine:
    """A house style as it was set; `filename` is empty where one was taken away."""

    number: int
    filename: str
    sha256: str
    size: int
    set_by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HouseStyleView:
    """The house style of a process. `version` is what `expected` wants; `present` and `house`, what it brings, are None
    where documents look as ours. `lines` are all there were, the latest first."""

    version: int
    present: HouseStyleLine | None
    house: House | None
    lines: tuple[HouseStyleLine, ...]
    may_manage: bool


def reference_of(session: Session, process_id: UUID) -> bytes | None:
    """The reference document that the documents of a process are written on; None for ours."""
    row = latest(session, process_id)
    return row.reference if row is not None and row.sha256 else None


def house_style(session: Session, process: Process, *, by: Actor) -> HouseStyleView:
    """The house style of a process, for whoever takes part in it. Raises Unknown for all others."""
    if not takes_part(by, process.id) and not by.operator:
        raise Unknown("There is no such process.")
    rows = session.exec(
        select(HouseStyle, User.name)
        .join(User, col(User.id) == HouseStyle.set_by, isouter=True)
        .where(HouseStyle.process_id == process.id)
        .order_by(col(HouseStyle.number).desc())
    ).all()
    lines = tuple(HouseStyleLine(row.number, row.filename, row.sha256, row.size, who or "", row.at) for row, who in rows)
    present = lines[0] if lines and lines[0].sha256 else None
    return HouseStyleView(
        version=lines[0].number if lines else 0,
        present=present,
        house=_brought(rows[0][0]) if present else None,
        lines=lines,
        may_manage=manages(by, process.id),
    )


def _brought(row: HouseStyle) -> House:
    left_out = {LeftOut(kind): count for kind, count in row.left_out.items()}
    return replace(look_through(row.reference), left_out=left_out)


def find(session: Session, process: Process, number: int, *, by: Actor) -> HouseStyle:
    """One that is or was set. Raises Unknown."""
    wanted = select(HouseStyle).where(HouseStyle.process_id == process.id, HouseStyle.number == number)
    row = session.exec(wanted).first() if takes_part(by, process.id) or by.operator else None
    if row is None or not row.sha256:
        raise Unknown("There is no such house style.")
    return row


def latest(session: Session, process_id: UUID) -> HouseStyle | None:
    """The one that counts, which may say that there is none."""
    wanted = select(HouseStyle).where(HouseStyle.process_id == process_id).order_by(col(HouseStyle.number).desc())
    return session.exec(wanted.limit(1)).first()


def number_of(session: Session, process_id: UUID) -> int:
    """The number of the one that counts; 0 where there never was one."""
    highest = select(func.max(HouseStyle.number)).where(HouseStyle.process_id == process_id)
    return session.exec(highest).one() or 0
