"""The desk: the present text paragraph by paragraph, with every amendment to it, what clashes, and what is ready."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from app.drafting.amendments.dossier import Stand
from app.drafting.errors import Contradiction
from app.drafting.models import Declaration
from app.drafting.policy import may_see_desk
from app.drafting.queries.amendments import AmendmentView, amendments_of
from app.drafting.queries.declarations import DeclarationView, RevisionHead, declaration, head_of
from app.drafting.queries.finding import find_declaration
from app.drafting.queries.redlines import changed_lines
from app.drafting.revisions.naming import proposed_name
from app.drafting.revisions.ready import what_is_ready
from app.drafting.states import AGREED, ON_THE_TEXT, PENDING, State, Step, may
from app.drafting.texts import labels_of, require_current, text_of
from app.errors import require
from app.record.actor import Actor
from app.text.change import Change
from app.text.clash import Clash, clashes
from app.text.document import Document
from app.text.paragraph import Paragraph
from app.text.redline import Line

ON_THE_DESK = PENDING | AGREED | {State.NOT_ACCEPTED, State.ABSORBED}
"""What was tabled and is neither withdrawn nor already part of the text."""

RIVALS = ON_THE_TEXT | AGREED
"""What can still contend for words of the present text."""

STEPS_OF_THE_ROOM = (Step.ACCEPT, Step.MODIFY, Step.NOT_ACCEPT, Step.HOLD, Step.REOPEN)


@dataclass(frozen=True, slots=True)
class DeskClash:
    """With which other amendment, under whose names, and on which words of the paragraph. `kind` is words, deletion, move
    or insertion."""

    other_id: UUID
    other: str
    sponsors: str
    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class DeskEntry:
    """An amendment where it touches a paragraph: the redline lines it shows there, what it clashes with there, and what
    the room can do with it."""

    amendment: AmendmentView
    lines: tuple[Line, ...]
    clashes: tuple[DeskClash, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class DeskParagraph:
    """A paragraph of the present text with the amendments to it and the additions after it.

    `paragraph` is None for the place before the first paragraph, which is there only when something is proposed for it.
    """

    paragraph: Paragraph | None
    label: str
    entries: tuple[DeskEntry, ...]

    @property
    def is_contested(self) -> bool:
        return any(entry.clashes for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Desk:
    """All of it. `declaration.version` is what `expected` wants of every act at the desk.

    `general` are the proposals on the text as a whole; `displaced` those that cannot be shown on the present text
    (overtaken with nothing to suggest, absorbed, not accepted on an earlier one), with no lines. `ready` are the ids of
    what was accepted and goes into the next revision, `next_text` the text they make, or None with `contradictions` when
    they cannot all stand. `next_name` is the name proposed.
    """

    declaration: DeclarationView
    revision: RevisionHead
    document: Document
    labels: Mapping[str, str]
    paragraphs: tuple[DeskParagraph, ...]
    general: tuple[DeskEntry, ...]
    displaced: tuple[DeskEntry, ...]
    ready: tuple[UUID, ...]
    next_text: Document | None
    contradictions: tuple[Contradiction, ...]
    next_name: str


def desk(session: Session, declaration_id: UUID, *, by: Actor, language: str) -> Desk:
    """The desk of a declaration, for the chair side. Raises Unknown, Denied, OutOfPlace (nothing issued yet)."""
    row = find_declaration(session, declaration_id, by=by)
    require(may_see_desk(by, row))
    revision = require_current(session, row)
    base = text_of(session, revision.id)
    labels = labels_of(session, revision, base, language)
    views = amendments_of(session, row.id, by=by, language=language, states=ON_THE_DESK)
    standing = {view.id: view.shown for view in views if _stands_on(view, revision.id)}
    found = clashes_among(base, views, standing)
    ready = what_is_ready(session, row, revision, base)
    return Desk(
        declaration=declaration(session, row.id, by=by),
        revision=head_of(revision),
        document=base,
        labels=labels,
        paragraphs=_paragraphs(base, labels, views, standing, found),
        general=tuple(_bare(view) for view in views if view.is_general and view.id not in standing),
        displaced=tuple(_bare(view) for view in views if not view.is_general and view.id not in standing),
        ready=tuple(dossier.amendment.id for dossier in ready.accepted),
        next_text=ready.text if ready.accepted else None,
        contradictions=ready.contradictions,
        next_name=proposed_name(session, row),
    )


def clashes_on(session: Session, row: Declaration, views: Iterable[AmendmentView]) -> tuple[Clash, ...]:
    """The clashes among amendments as they stand on the present text of their declaration."""
    revision = require_current(session, row)
    on_it = tuple(view for view in views if _stands_on(view, revision.id))
    standing = {view.id: view.shown for view in on_it}
    return clashes_among(text_of(session, revision.id), on_it, standing)


def clashes_among(
    base: Document, views: Iterable[AmendmentView], standing: Mapping[UUID, Stand | None]
) -> tuple[Clash, ...]:
    """The clashes among those that can still contend. Alternatives of one group are no rivals: one of them is meant."""
    rivals = [view for view in views if view.id in standing and view.state in RIVALS]
    group = {view.id: frozenset((view.id, *view.alternatives)) for view in rivals}
    changes = [Change(view.id, stand.acts) for view in rivals if (stand := standing[view.id]) is not None]
    return tuple(clash for clash in clashes(base, changes) if clash.other not in group[clash.one])  # type: ignore[index]


def _stands_on(view: AmendmentView, revision_id: UUID) -> bool:
    """Whether there are words of it to show on the revision."""
    return view.shown is not None and view.shown.base_id == revision_id and bool(view.shown.acts)


def _paragraphs(
    base: Document,
    labels: Mapping[str, str],
    views: tuple[AmendmentView, ...],
    standing: Mapping[UUID, Stand | None],
    found: tuple[Clash, ...],
) -> tuple[DeskParagraph, ...]:
    by_id = {view.id: view for view in views}
    lines: dict[str | None, dict[UUID, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for each, stand in standing.items():
        assert stand is not None
        for anchor, line in changed_lines(base, stand.acts, each):
            lines[anchor][each].append(line)
    contended: dict[tuple[str | None, UUID], list[DeskClash]] = defaultdict(list)
    for clash in found:
        for one, other in ((clash.one, clash.other), (clash.other, clash.one)):
            rival = by_id[other]  # type: ignore[index]
            contended[clash.key, one].append(  # type: ignore[index]
                DeskClash(rival.id, rival.name, rival.sponsor_names, clash.words, clash.kind.value)
            )

    def entries(anchor: str | None) -> tuple[DeskEntry, ...]:
        here = lines.get(anchor, {})
        return tuple(
            DeskEntry(view, tuple(here[view.id]), tuple(contended[anchor, view.id]), steps_of(view))
            for view in views
            if view.id in here
        )

    head = entries(None)
    first = (DeskParagraph(None, "", head),) if head else ()
    return first + tuple(DeskParagraph(each, labels[each.key], entries(each.key)) for each in base)


def _bare(view: AmendmentView) -> DeskEntry:
    return DeskEntry(view, (), (), steps_of(view))


def steps_of(view: AmendmentView) -> tuple[Step, ...]:
    """What the room can do with an amendment in its state."""
    return tuple(step for step in STEPS_OF_THE_ROOM if may(step, view.state))
