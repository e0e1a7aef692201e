"""What the room has accepted, put together: the next text, or what stands in its way."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlmodel import Session, col, select

from app.drafting.amendments.dossier import Dossier, dossiers
from app.drafting.errors import Contradiction
from app.drafting.models import Amendment, Declaration, Revision
from app.drafting.states import AGREED
from app.errors import Malformed
from app.text.change import Act, Change, Insert
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
    merged = merge(base, changes)
    if isinstance(merged, Contested):
        return Ready(accepted, None, merged.clashes)
    assert isinstance(merged, Merged)
    return Ready(accepted, merged.document, ())


def in_order(changes: Iterable[Change], order: Sequence[UUID]) -> list[Change]:
    """The changes, so stated that additions at one place stand in `order`: each is made to follow the one before it.

    The additions of all that are named are stated by the first of them. Everything else is left as it is.
    """
    by_id = {change.id: change for change in changes}
    if not set(order) <= set(by_id) or len(set(order)) != len(order):
        raise Malformed("The order names an amendment that is not among those accepted.", field="order")
    if len(order) < 2:
        return list(by_id.values())
    tails: dict[str | None, str] = {}
    chained: list[Act] = []
    for each in order:
        for act in by_id[each].acts:
            if isinstance(act, Insert):
                brought_by_itself = act.after is not None and any(
                    isinstance(other, Insert) and other.paragraph.key == act.after for other in by_id[each].acts
                )
                if not brought_by_itself:
                    place = act.after
                    act = replace(act, after=tails.get(place, place))
                    tails[place] = _last_of(by_id[each].acts, act.paragraph.key)
                chained.append(act)
    first, *others = order
    by_id[first] = replace(by_id[first], acts=(*_without_inserts(by_id[first]), *chained))
    for other in others:
        by_id[other] = replace(by_id[other], acts=_without_inserts(by_id[other]))
    return [change for change in by_id.values() if change.acts]


def _change(dossier: Dossier) -> Change:
    agreed = dossier.agreed
    assert agreed is not None
    return Change(dossier.amendment.id, agreed.acts, dossier.amendment.delegation_id)


def _without_inserts(change: Change) -> tuple[Act, ...]:
    return tuple(act for act in change.acts if not isinstance(act, Insert))


def _last_of(acts: tuple[Act, ...], key: str) -> str:
    """The last paragraph of a chain of additions that begins with `key`."""
    last = key
    for act in acts:
        if isinstance(act, Insert) and act.after == last:
            last = act.paragraph.key
    return last
