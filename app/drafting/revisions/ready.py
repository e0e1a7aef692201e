"""What the room has accepted, put together: the next text, or what stands in its way."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlmodel import Session, col, select

from app.drafting.amendments.dossier import Dossier, dossiers
from app.drafting.errors import Contradiction
from app.drafting.keys import keys_brought
from app.drafting.models import Amendment, Declaration, Revision
from app.drafting.states import AGREED
from app.errors import Malformed
from app.text.apply import NotOnBase, gaps
from app.text.change import Act, Change, Insert, Move
from app.text.clash import Clash
from app.text.document import Document
from app.text.merge import Contested, Merged, merge


@dataclass(frozen=True, slots=True)
class Ready:
    """The accepted amendments that change words, and the text they make of the present one.

    `text` is None when they contradict each other; `clashes` says where, its `one` and `other` being amendment ids.
    """

    accepted: tuple[Dossier, ...]
    text: Document | None
    clashes: tuple[Clash, ...]

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """The clashes with the names that amendments have among people."""
        numbers: dict[Hashable, str] = {dossier.amendment.id: f"AM.{dossier.amendment.number}" for dossier in self.accepted}
        return tuple(
            Contradiction(numbers[clash.one], numbers[clash.other], clash.key, clash.words, clash.kind.value)
            for clash in self.clashes
        )


def what_is_ready(
    session: Session, declaration: Declaration, revision: Revision, base: Document, *, order: Sequence[UUID] = ()
) -> Ready:
    """The amendments accepted on `revision`, the present one with the text `base`, put together.

    `order` names amendments whose additions stand at one place, in the order the room wants them in; without it such
    additions contradict each other, for no one else may say which comes first. Raises Malformed when it names others.
    """
    agreed = session.exec(
        select(Amendment)
        .where(Amendment.declaration_id == declaration.id, col(Amendment.state).in_([*AGREED]))
        .order_by(col(Amendment.number))
    ).all()
    accepted = tuple(
        dossier
        for dossier in dossiers(session, declaration.id, agreed)
        if dossier.agreed is not None and dossier.agreed.acts
    )
    changes = in_order([_change(dossier) for dossier in accepted], order)
    try:
        merged = merge(base, changes)
    except NotOnBase as fault:
        raise Malformed("What was accepted cannot be put in this order.", field="order") from fault
    if isinstance(merged, Contested):
        return Ready(accepted, None, merged.clashes)
    assert isinstance(merged, Merged)
    return Ready(accepted, merged.document, ())


def in_order(changes: Iterable[Change], order: Sequence[UUID]) -> list[Change]:
    """The changes, so stated that additions at one place stand in `order`: each follows the last of the one before it.

    The additions of all that are named are stated by the first of them, with the moves that hang on them; everything else
    is left as it is. Raises Malformed when `order` names others, or one twice.
    """
    by_id = {change.id: change for change in changes}
    if not set(order) <= set(by_id) or len(set(order)) != len(order):
        raise Malformed("The order names an amendment that is not among those accepted.", field="order")
    if len(order) < 2:
        return list(by_id.values())
    chained: list[Act] = []
    for each in order:
        placing, rest = _parted(by_id[each])
        brought = keys_brought(placing)
        there = gaps(tuple(chained))
        for act in placing:
            if act.after not in brought and there.get(act.after):
                act = replace(act, after=there[act.after][-1])
            chained.append(act)
        by_id[each] = replace(by_id[each], acts=rest)
    first = by_id[order[0]]
    by_id[order[0]] = replace(first, acts=(*first.acts, *chained))
    return [change for change in by_id.values() if change.acts]


def _parted(change: Change) -> tuple[tuple[Insert | Move, ...], tuple[Act, ...]]:
    """The additions of a change with the moves that hang on them, and everything else it does."""
    brought = keys_brought(change.acts)
    placing = tuple(
        act for act in change.acts if isinstance(act, Insert) or (isinstance(act, Move) and act.after in brought)
    )
    return placing, tuple(act for act in change.acts if act not in placing)


def _change(dossier: Dossier) -> Change:
    agreed = dossier.agreed
    assert agreed is not None
    return Change(dossier.amendment.id, agreed.acts, dossier.amendment.delegation_id)
