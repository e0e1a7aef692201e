"""The window in which amendments are tabled, and its deadline."""

from datetime import datetime

from sqlmodel import Session

from app.drafting.models import Declaration
from app.drafting.policy import may_move_window
from app.drafting.texts import require_current
from app.drafting.versions import advance, lock, note
from app.errors import Malformed, OutOfPlace, require
from app.record.actor import Actor


def is_open(declaration: Declaration) -> bool:
    """Whether amendments can be tabled: the chair opened the window and has not closed it. A deadline closes nothing."""
    return declaration.window_opened_at is not None and declaration.window_closed_at is None


def is_late(declaration: Declaration, at: datetime) -> bool:
    """Whether what is tabled at `at` comes after the deadline."""
    return declaration.deadline is not None and at > declaration.deadline


def open_window(
    session: Session, declaration: Declaration, *, deadline: datetime | None, expected: int, by: Actor, at: datetime
) -> None:
    """Let amendments be tabled from now on; with a deadline or without. Also opens a closed window again.

    Raises Denied, MovedOn, OutOfPlace (open already, or nothing issued), Malformed (deadline in the past).
    """
    require(may_move_window(by, declaration))
    lock(session, declaration)
    require_current(session, declaration)
    if is_open(declaration):
        raise OutOfPlace("The window for amendments is open already.")
    _require_ahead(deadline, at)
    before = _window(declaration)
    advance(session, declaration, expected=expected)
    declaration.window_opened_at = at
    declaration.window_closed_at = None
    declaration.deadline = deadline
    _kept(session, "window.open", declaration, by, at, before)


def close_window(session: Session, declaration: Declaration, *, expected: int, by: Actor, at: datetime) -> None:
    """Let nothing more be tabled. What is pending stays pending. Raises Denied, MovedOn, OutOfPlace (not open)."""
    require(may_move_window(by, declaration))
    lock(session, declaration)
    if not is_open(declaration):
        raise OutOfPlace("The window for amendments is not open.")
    before = _window(declaration)
    advance(session, declaration, expected=expected)
    declaration.window_closed_at = at
    _kept(session, "window.close", declaration, by, at, before)


def set_deadline(
    session: Session, declaration: Declaration, *, deadline: datetime | None, expected: int, by: Actor, at: datetime
) -> None:
    """Extend, shorten or lift (None) the deadline. What has been marked late stays marked.

    Raises Denied, MovedOn, Malformed (deadline in the past).
    """
    require(may_move_window(by, declaration))
    lock(session, declaration)
    _require_ahead(deadline, at)
    before = _window(declaration)
    advance(session, declaration, expected=expected)
    declaration.deadline = deadline
    _kept(session, "window.set_deadline", declaration, by, at, before)


def _require_ahead(deadline: datetime | None, at: datetime) -> None:
    if deadline is not None and deadline <= at:
        raise Malformed("This deadline has passed already.", field="deadline")


def _kept(
    session: Session, act: str, declaration: Declaration, by: Actor, at: datetime, before: dict[str, str | None]
) -> None:
    session.add(declaration)
    subject = ("declaration", declaration.id)
    note(session, act, subject, declaration, by=by, at=at, before=before, after=_window(declaration))


def _window(declaration: Declaration) -> dict[str, str | None]:
    moments = {
        "opened": declaration.window_opened_at,
        "closed": declaration.window_closed_at,
        "deadline": declaration.deadline,
    }
    return {name: moment.isoformat() if moment else None for name, moment in moments.items()}
