"""What became of a paragraph: who proposed which words, when, and what the room did with them, across revisions."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.drafting.models import Declaration
from app.drafting.queries.amendments import AmendmentView, amendments_of, keys_spoken_of
from app.drafting.queries.declarations import head_of
from app.drafting.queries.finding import find_declaration
from app.drafting.queries.redlines import changed_lines
from app.drafting.states import State, Word
from app.drafting.texts import labels_of, revisions_of, text_of
from app.errors import Unknown
from app.record.actor import Actor
from app.text.change import Act, Insert
from app.text.document import Document
from app.text.paragraph import Paragraph
from app.text.redline import Line


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a paragraph, or to an amendment that speaks of it.

    `kind` is "issued" (it first stood, or stood changed, in `revision`), "unchanged" (it stood in `revision` as before),
    "gone" (it is in `revision` no more), "tabled" (a version of `amendment`), "landed", "answered", an outcome of a
    decision ("accepted", "modified", "not_accepted", "held", "reopened"), "incorporated" or "withdrawn". `paragraph` is it
    as it stood in the revision; `lines` is the redline of what was proposed or decided. `text` is a decision's note, a
    reason the reader may read, the delegation's word, or what it came to when it landed. `alternative` is the amendment
    ("AM.4") the decision on which settled this one with it.
    """

    at: datetime
    kind: str
    revision: str
    label: str = ""
    paragraph: Paragraph | None = None
    amendment: AmendmentView | None = None
    lines: tuple[Line, ...] = ()
    text: str = ""
    alternative: str = ""


_ORDER = ("issued", "unchanged", "gone", "incorporated", "landed", "answered", "tabled", "reopened")


def paragraph_history(session: Session, declaration_id: UUID, key: str, *, by: Actor, language: str) -> tuple[Event, ...]:
    """The history of the paragraph under `key`, oldest first, as far as the actor may read it. Raises Unknown."""
    row = find_declaration(session, declaration_id, by=by)
    teller = _Teller(session, row, key, language)
    events = list(teller.of_revisions())
    for view in amendments_of(session, row.id, by=by, language=language):
        if view.number is not None:
            events += teller.of_amendment(view)
    if not events:
        raise Unknown("There is no such paragraph in this text.")
    return tuple(sorted(events, key=lambda event: (event.at, _rank(event.kind))))


class _Teller:
    def __init__(self, session: Session, row: Declaration, key: str, language: str) -> None:
        self.key = key
        self.revisions = revisions_of(session, row.id)
        self.names = {revision.id: head_of(revision).name for revision in self.revisions}
        self.texts: dict[UUID, Document] = {revision.id: text_of(session, revision.id) for revision in self.revisions}
        self.labels = {
            revision.id: labels_of(session, revision, self.texts[revision.id], language).get(key, "")
            for revision in self.revisions
        }

    def of_revisions(self) -> Iterable[Event]:
        before: Paragraph | None = None
        for revision in self.revisions:
            here = self.texts[revision.id].get(self.key)
            kind = "unchanged" if here == before else "issued"
            if here is not None:
                yield Event(revision.issued_at, kind, revision.name, self.labels[revision.id], here)
            elif before is not None:
                yield Event(revision.issued_at, "gone", revision.name)
            before = here

    def of_amendment(self, view: AmendmentView) -> list[Event]:
        touches = [self.speaks(version.acts) for version in view.versions]
        touches += [self.speaks(decision.acts or ()) for decision in view.decisions]
        touches += [self.speaks(landing.acts or ()) for landing in view.landings]
        if not any(touches):
            return []
        events = [
            self.event(view, version.tabled_at, "tabled", version.base_id, version.acts, version.reason or "")
            for version in view.versions
        ]
        events += [
            replace(
                self.event(
                    view, decision.decided_at, decision.outcome.value, decision.base_id, decision.acts or (), decision.note
                ),
                alternative=decision.alternative,
            )
            for decision in view.decisions
        ]
        events += [
            self.event(view, landing.at, "landed", landing.revision_id, landing.acts or (), landing.outcome.value)
            for landing in view.landings
        ]
        events += [
            self.event(view, landing.answered_at, "answered", landing.revision_id, landing.acts or (), landing.word.value)
            for landing in view.landings
            if landing.word is not None and landing.word is not Word.RESTATED and landing.answered_at is not None
        ]
        if view.state is State.INCORPORATED and view.incorporated_in is not None:
            events.append(self.event(view, view.state_at, "incorporated", view.incorporated_in))
        if view.state is State.WITHDRAWN and view.versions:
            events.append(self.event(view, view.state_at, "withdrawn", view.versions[-1].base_id))
        return events

    def speaks(self, acts: Iterable[Act]) -> bool:
        return self.key in keys_spoken_of(acts) or any(isinstance(act, Insert) and act.after == self.key for act in acts)

    def event(
        self,
        view: AmendmentView,
        at: datetime,
        kind: str,
        base_id: UUID,
        acts: tuple[Act, ...] = (),
        text: str = "",
    ) -> Event:
        lines = tuple(
            line
            for anchor, line in (changed_lines(self.texts[base_id], acts, view.id) if acts else ())
            if self.key in (line.paragraph.key, anchor)
        )
        return Event(at, kind, self.names[base_id], self.labels[base_id], None, view, lines, text)


def _rank(kind: str) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)
