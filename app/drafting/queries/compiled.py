"""The pending amendments of a declaration ready to be compiled, and the redline of one before it is tabled."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from app.drafting.amendments.acts import accepted_acts
from app.drafting.queries.amendments import AmendmentView, amendments_of
from app.drafting.queries.declarations import RevisionHead
from app.drafting.queries.finding import find_declaration
from app.drafting.queries.redlines import Anchored, changed_lines
from app.drafting.queries.revisions import RevisionView, current
from app.drafting.states import STANDING, State
from app.drafting.texts import require_current, text_of
from app.record.actor import Actor
from app.text.change import Act, Change
from app.text.clash import Clash, clashes


@dataclass(frozen=True, slots=True)
class Compilable:
    """The present revision, the changes pending on it (each `id` the amendment's, `author` its delegation's), the
    amendments they come from by id, as the reader may read them, and their clashes. `general` have no words to change."""

    revision: RevisionView
    changes: tuple[Change, ...]
    amendments: dict[UUID, AmendmentView]
    general: tuple[AmendmentView, ...]
    clashes: tuple[Clash, ...]

    @property
    def head(self) -> RevisionHead:
        return self.revision.head


def compilable(
    session: Session, declaration_id: UUID, *, by: Actor, language: str, states: Iterable[State] = STANDING
) -> Compilable:
    """What a compilation of the present revision is made of. `states` says which amendments; by default those pending that
    their delegations stand behind. Raises Unknown (also while nothing is issued)."""
    revision = current(session, declaration_id, by=by, language=language)
    views = amendments_of(session, declaration_id, by=by, language=language, states=states)
    on_it = [view for view in views if view.shown is not None and view.shown.base_id == revision.head.id]
    changes = tuple(
        Change(view.id, view.shown.acts, view.delegation_id) for view in on_it if view.shown and view.shown.acts
    )
    return Compilable(
        revision,
        changes,
        {view.id: view for view in on_it},
        tuple(view for view in views if view.is_general),
        clashes(revision.document, changes),
    )


def preview(session: Session, declaration_id: UUID, acts: Sequence[Act], *, by: Actor) -> tuple[Anchored, ...]:
    """The redline of what would be tabled, checked as `amendments.draft` checks it; the author's id is "preview".

    Raises Unknown, OutOfPlace (nothing issued), Malformed, TooLarge.
    """
    row = find_declaration(session, declaration_id, by=by)
    base = text_of(session, require_current(session, row).id)
    return changed_lines(base, accepted_acts(base, acts), "preview")
