"""The desk as a page: paragraph by paragraph, what is proposed, what clashes, what can be decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from app.drafting import queries
from app.drafting.errors import Happened
from app.drafting.models import Declaration
from app.drafting.queries import AmendmentView, Desk, DeskEntry, TermView
from app.drafting.states import Step
from app.processes.models import Process
from app.record.actor import Actor
from app.text.paragraph import Paragraph
from app.web.dependencies import Session
from app.web.drafting.labelled import Labelled, Redlined, Texts
from app.web.drafting.seated import way_to
from app.web.drafting.terms_used import TermUse, terms_standing, terms_touched
from app.web.page import Page

ONLY = ("all", "amended", "contested")


@dataclass(frozen=True, slots=True)
class Entry:
    """An amendment at one paragraph. `first`: it has not been shown further up; `elsewhere` are the other places it
    touches; `free`: it stands against nothing and can be accepted together with others. `former` is its redline on an
    earlier revision, where it cannot be shown on the present one."""

    entry: DeskEntry
    lines: tuple[Labelled, ...]
    terms: tuple[TermUse, ...]
    elsewhere: tuple[str, ...]
    alternatives: tuple[str, ...]
    first: bool
    free: bool
    former: Redlined | None = None

    @property
    def amendment(self) -> AmendmentView:
        return self.entry.amendment

    def can(self, step: str) -> bool:
        return Step(step) in self.entry.steps


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of the present text at the desk. `terms` are unwanted terms in its words; `heads` is what stands above
    the cells of a row of a table."""

    paragraph: Paragraph | None
    label: str
    entries: tuple[Entry, ...]
    contested: bool
    terms: tuple[TermUse, ...]
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DeskPage(Page):
    """`only` narrows the paragraphs; `happened` is what others did since the reader looked; `note` is what was typed
    beside a decision that was refused, by amendment."""

    desk: Desk
    parts: tuple[Part, ...]
    general: tuple[Entry, ...]
    displaced: tuple[Entry, ...]
    only: str
    counts: Mapping[str, int]
    happened: tuple[Happened, ...] = ()
    note: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str]

    @property
    def ready_names(self) -> tuple[str, ...]:
        return tuple(self.names[str(each)] for each in self.desk.ready)

    @cached_property
    def free(self) -> int:
        """How many amendments could be accepted together."""
        return sum(entry.first and entry.free for part in self.parts for entry in part.entries)


def desk_page(
    session: Session, declaration: Declaration, *, by: Actor, language: str, only: str = "all", **more: object
) -> DeskPage:
    """The desk for who works at it. Raises Denied, OutOfPlace (nothing issued yet)."""
    desk = queries.desk(session, declaration.id, by=by, language=language)
    texts = Texts(session, by=by, language=language)
    terms = queries.term_requests(session, declaration.id, by=by, language=language)
    laid = _Laying(desk, texts, terms)
    parts = laid.parts()
    wanted = {
        "all": parts,
        "amended": tuple(part for part in parts if part.entries),
        "contested": tuple(part for part in parts if part.contested),
    }
    everything = [*laid.views.values()]
    return DeskPage(
        crumbs=way_to(session.get_one(Process, declaration.process_id), language, declaration),
        desk=desk,
        parts=wanted.get(only, parts),
        general=tuple(laid.bare(entry) for entry in desk.general),
        displaced=tuple(laid.bare(entry) for entry in desk.displaced),
        only=only if only in ONLY else "all",
        counts={
            **{name: len(each) for name, each in wanted.items()},
            "pending": desk.declaration.pending,
            "overtaken": desk.declaration.overtaken,
            "accepted": len(desk.ready),
        },
        names={str(view.id): view.name for view in everything},
        **more,  # type: ignore[arg-type]
    )


class _Laying:
    """Lays the amendments beside the paragraphs they touch."""

    def __init__(self, desk: Desk, texts: Texts, terms: tuple[TermView, ...]) -> None:
        self.desk = desk
        self.texts = texts
        self.base = texts.of(desk.revision.id)
        self.terms = terms
        entries = [*(entry for part in desk.paragraphs for entry in part.entries), *desk.general, *desk.displaced]
        self.views = {entry.amendment.id: entry.amendment for entry in entries}
        self.clashing = {entry.amendment.id for part in desk.paragraphs for entry in part.entries if entry.clashes}
        self.places = {
            each: [part for part in desk.paragraphs if any(entry.amendment.id == each for entry in part.entries)]
            for each in self.views
        }

    def parts(self) -> tuple[Part, ...]:
        shown: set[UUID] = set()
        found = []
        for part in self.desk.paragraphs:
            entries = tuple(self.entry(entry, part.paragraph, entry.amendment.id not in shown) for entry in part.entries)
            shown |= {entry.amendment.id for entry in part.entries}
            label = self.base.called(part.paragraph) if part.paragraph else ""
            terms = terms_standing(self.terms, part.paragraph.key) if part.paragraph else ()
            heads = self.base.columns.get(part.paragraph.key, ()) if part.paragraph else ()
            found.append(Part(part.paragraph, label, entries, part.is_contested, terms, heads))
        return tuple(found)

    def entry(self, entry: DeskEntry, here: Paragraph | None, first: bool) -> Entry:
        view = entry.amendment
        assert view.shown is not None
        after = self.base.after(view.shown.acts)
        return Entry(
            entry,
            self.base.labelled(entry.lines, after),
            terms_touched(self.terms, self.base.document, after),
            tuple(
                self.base.called(part.paragraph) or self.base.names[part.paragraph.key]
                for part in self.places[view.id]
                if part.paragraph is not None and (here is None or part.paragraph.key != here.key)
            ),
            self.rivals_of_choice(view),
            first,
            Step.ACCEPT in entry.steps and view.id not in self.clashing and not view.alternatives,
        )

    def bare(self, entry: DeskEntry) -> Entry:
        """An amendment that is shown without lines: on the text as a whole, or no longer on the present one."""
        view = entry.amendment
        return Entry(entry, (), (), (), self.rivals_of_choice(view), True, False, self.texts.redline(view.shown))

    def rivals_of_choice(self, view: AmendmentView) -> tuple[str, ...]:
        return tuple(self.views[each].name for each in view.alternatives if each in self.views)
