"""What became of an agreement, as the record has it."""

from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from app.agreements.lines import names_of, owner_lines
from app.agreements.models import Agreement
from app.agreements.views import Difference, HistoryLine
from app.record.models import Entry

_SHOWN = ("what", "owners", "due_on", "due_note", "force", "state", "source")


def history(session: Session, row: Agreement, language: str) -> tuple[HistoryLine, ...]:
    """Every act on it, the newest first."""
    entries = session.exec(
        select(Entry)
        .where(Entry.subject_kind == "agreement", Entry.subject_id == str(row.id))
        .order_by(col(Entry.position).desc())
    ).all()
    told = [one for entry in entries for state in (entry.before, entry.after) for one in (state or {}).get("owners", [])]
    ids = {UUID(one["delegation_id"]) for one in told if one["delegation_id"]}
    ids |= {entry.delegation_id for entry in entries if entry.delegation_id}
    names = names_of(session, {*ids}, language)

    def shown(state: dict[str, Any], name: str) -> object:
        return owner_lines(state[name], names, language) if name == "owners" else state.get(name)

    def differences(entry: Entry) -> tuple[Difference, ...]:
        if entry.before is None:
            return ()
        pairs = ((name, shown(entry.before, name), shown(entry.after, name)) for name in _SHOWN)
        return tuple(Difference(*pair) for pair in pairs if pair[1] != pair[2])

    return tuple(
        HistoryLine(
            at=entry.at,
            act=entry.act,
            actor=entry.actor,
            delegation=names.get(str(entry.delegation_id), entry.delegation),
            role=entry.role,
            note=(entry.after or {}).get("note", ""),
            differences=differences(entry),
        )
        for entry in entries
    )
