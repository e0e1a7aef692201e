"""Giving a process a house style, and taking it away. Earlier ones stay where they are."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath, PureWindowsPath
from uuid import UUID

from sqlmodel import Session

from app.accounts.lines import line
from app.drafting.importing import UNREADABLE
from app.errors import Malformed, OutOfPlace, Refusal, Stale, TooLarge, require
from app.exports.house_styles.models import HouseStyle
from app.exports.house_styles.queries import latest, number_of
from app.processes.models import Process
from app.processes.policy import may_manage
from app.record.actor import Actor
from app.record.chain import write
from app.store import Store
from app.word.house.inventory import House, look_through
from app.word.house.slimming import slim
from app.word.house.taming import tamed
from app.word.unreadable import Reason, Unreadable

KINDS = (".docx", ".dotx", ".docm", ".dotm")
MOST = 4
"""Megabytes of letterhead that every document would carry."""
_NAME = 200


@dataclass(frozen=True, slots=True)
class Examined:
    """A reference document that was looked through and not yet kept; `reference` is what documents would carry on of it."""

    process_id: UUID
    filename: str
    content: bytes
    reference: bytes
    house: House


def examine(process: Process, name: str, content: bytes, *, by: Actor) -> Examined:
    """Look a reference document through. Nothing is written, so nothing waits.

    Raises Denied, Malformed (why it cannot be read), TooLarge.
    """
    require(may_manage(by, process.id))
    plain = PureWindowsPath(name).name
    if PurePath(plain).suffix.lower() not in KINDS:
        raise Malformed("Bring a Word document (.docx) with your letterhead and styles.", field="file")
    try:
        house, reference = look_through(content), slim(tamed(content).package)
    except Unreadable as unreadable:
        refused: type[Refusal] = TooLarge if unreadable.reason is Reason.TOO_LARGE else Malformed
        raise refused(UNREADABLE[unreadable.reason], field="file") from unreadable
    if house.weight > MOST * 1024 * 1024:
        raise TooLarge(
            "The pictures and fonts of this letterhead are too heavy: every document would carry them. "
            "Make them smaller; together at most {most} megabytes.",
            field="file",
            most=MOST,
        )
    return Examined(process.id, line(plain[-_NAME:], field="file"), content, reference, house)


def keep(session: Session, store: Store, examined: Examined, *, expected: int, by: Actor, at: datetime) -> HouseStyle:
    """Make it the house style of the process. `expected` is the number of the one before, 0 for none.

    Raises Denied, and Stale when somebody else has changed it since.
    """
    require(may_manage(by, examined.process_id))
    row = HouseStyle(
        process_id=examined.process_id,
        number=_next(session, examined.process_id, expected),
        filename=examined.filename,
        sha256=store.put(examined.content),
        size=len(examined.content),
        reference=examined.reference,
        left_out={kind.value: count for kind, count in examined.house.left_out.items()},
        set_by=by.user_id,
        at=at,
    )
    return _entered(session, "house_style.set", row, by=by, at=at)


def remove(session: Session, process: Process, *, expected: int, by: Actor, at: datetime) -> HouseStyle:
    """Take the house style away: documents look as ours from now on. Raises Denied, Stale, OutOfPlace (there is none)."""
    require(may_manage(by, process.id))
    number = _next(session, process.id, expected)
    last = latest(session, process.id)
    if last is None or not last.sha256:
        raise OutOfPlace("This process has no house style of its own.")
    row = HouseStyle(process_id=process.id, number=number, set_by=by.user_id, at=at)
    return _entered(session, "house_style.remove", row, by=by, at=at)


def fetch(store: Store, row: HouseStyle) -> bytes:
    """The file as it came, from one that `queries.find` found."""
    return store.get(row.sha256)


def _next(session: Session, process_id: UUID, expected: int) -> int:
    # Two at once stand in line here; the slower one then sees the number of the faster.
    session.refresh(session.get_one(Process, process_id), with_for_update=True)
    present = number_of(session, process_id)
    if present != expected:
        raise Stale("Somebody else has changed the house style since you opened this page.")
    return present + 1


def _entered(session: Session, act: str, row: HouseStyle, *, by: Actor, at: datetime) -> HouseStyle:
    session.add(row)
    session.flush()
    after = row.model_dump(mode="json", include={"number", "filename", "sha256", "size"})
    write(session, act, ("house_style", row.id), by=by, at=at, process_id=row.process_id, after=after)
    return row
