"""The counters that tell the slower of two people, and the record's note of what moved a text on."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.drafting.errors import Happened, MovedOn
from app.drafting.models import Amendment, Declaration
from app.errors import Stale
from app.record.actor import Actor
from app.record.chain import write
from app.record.models import Entry

_LOOKED_BACK = 500


def lock(session: Session, declaration: Declaration) -> None:
    """Wait until nobody else works on this declaration, then read it again.

    On PostgreSQL the row is locked until the transaction ends; on SQLite the writing transaction itself is that lock.
    """
    session.flush()
    session.refresh(declaration, with_for_update=True)


def locked_declaration(session: Session, amendment: Amendment) -> Declaration:
    """The declaration of an amendment, locked; the amendment is read again too, as nobody can change it from now on."""
    declaration = session.get_one(Declaration, amendment.declaration_id)
    lock(session, declaration)
    session.refresh(amendment)
    return declaration


def advance(session: Session, declaration: Declaration, *, expected: int | None = None) -> None:
    """Count one more change of the draft or the desk.

    With `expected`, the version the actor looked at, raises MovedOn when it is no longer the present one.
    """
    at_version = declaration.version if expected is None else expected
    counted = session.execute(
        update(Declaration)
        .where(col(Declaration.id) == declaration.id, col(Declaration.version) == at_version)
        .values(version=at_version + 1)
        .execution_options(synchronize_session=False)
    )
    if counted.rowcount != 1:  # type: ignore[attr-defined]
        changes = changes_since(session, declaration, at_version)
        by = changes[-1].by if changes else ""
        if not by:
            raise MovedOn("The text has moved on since you opened it. Look at what has changed and try again.")
        raise MovedOn(
            "The text has moved on since you opened it; {by} was faster. Look at what has changed and try again.",
            changes=changes,
            by=by,
        )
    session.refresh(declaration)


def advance_amendment(session: Session, amendment: Amendment, *, expected: int | None = None) -> None:
    """Count one more change of an amendment. Raises Stale when `expected` is no longer its version."""
    at_version = amendment.version if expected is None else expected
    session.flush()
    counted = session.execute(
        update(Amendment)
        .where(col(Amendment.id) == amendment.id, col(Amendment.version) == at_version)
        .values(version=at_version + 1)
        .execution_options(synchronize_session=False)
    )
    if counted.rowcount != 1:  # type: ignore[attr-defined]
        raise Stale("Somebody else has changed this amendment since you opened it. Look at it as it stands now.")
    session.refresh(amendment)


def note(
    session: Session,
    act: str,
    subject: tuple[str, UUID | str],
    declaration: Declaration,
    *,
    by: Actor,
    at: datetime,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Write an act to the record, with the declaration it belongs to and the version it brought it to."""
    write(
        session,
        act,
        subject,
        by=by,
        at=at,
        process_id=declaration.process_id,
        before=before,
        after={**(after or {}), "declaration": str(declaration.id), "version": declaration.version},
    )


def changes_since(session: Session, declaration: Declaration, version: int) -> tuple[Happened, ...]:
    """The acts that brought a declaration beyond `version`, oldest first. For the chair side only."""
    entries = session.exec(
        select(Entry)
        .where(Entry.process_id == declaration.process_id)
        .order_by(col(Entry.position).desc())
        .limit(_LOOKED_BACK)
    )
    found = [
        Happened(
            entry.at, entry.actor, entry.delegation, entry.act, entry.subject_kind, entry.subject_id, entry.before, after
        )
        for entry in entries
        if isinstance(after := entry.after, dict)
        and after.get("declaration") == str(declaration.id)
        and after.get("version", 0) > version
    ]
    return tuple(reversed(found))
