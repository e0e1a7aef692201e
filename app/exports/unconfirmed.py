"""Reservations whose text has changed since their delegations last spoke: what the chair should know of an agreed text.

They stand in it all the same. Whether one is confirmed or withdrawn is for its delegation alone.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from app.drafting.models import Declaration, Revision
from app.drafting.queries import names_of
from app.drafting.texts import labels_of, text_of
from app.positions.standing import on_record
from app.positions.states import Kind
from app.text.numbering import quoted


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A reservation that its delegation has not confirmed since the text under it changed.

    `place` is the paragraph it is on ("item 5"), "" where that has no number or is no longer there, or it is on the whole
    text; `affirmed_on` names the revision on which the delegation entered or last confirmed it.
    """

    position_id: UUID
    delegation: str
    place: str
    affirmed_on: str

    @property
    def brief(self) -> str:
        """Whose it is and of what: "Honduras (item 5, Zero draft)"."""
        return f"{self.delegation} ({', '.join(filter(None, (self.place, self.affirmed_on)))})"


def unconfirmed(
    session: Session, declaration: Declaration, revision: Revision, *, language: str
) -> tuple[Unconfirmed, ...]:
    """Those that stand in the agreed text of `revision` all the same, in the alphabetical order of their delegations."""
    waiting = [
        each
        for each in on_record(session, declaration, revision)
        if each.kind is Kind.RESERVATION and each.standing.awaits_word
    ]
    if not waiting:
        return ()
    names = names_of(session, declaration.process_id, language)
    waiting.sort(key=lambda each: (names.rank[each.position.delegation_id], each.position.number))
    labels = labels_of(session, revision, text_of(session, revision.id), declaration.language)
    return tuple(
        Unconfirmed(
            each.position.id,
            names.of(each.position.delegation_id),
            quoted(labels.get(each.now.key, ""), each.now.role, language) if each.now is not None else "",
            each.affirmed.name,
        )
        for each in waiting
    )
