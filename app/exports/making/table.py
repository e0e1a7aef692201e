"""The comparative table: paragraphs down, delegations across."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session

from app.drafting import queries
from app.drafting.queries import AmendmentView, Sponsor
from app.drafting.texts import text_of
from app.exports.making.compilation import gone_from, numbers_with, overtaken_on, pending_on, without_names
from app.exports.making.front import front_of
from app.exports.making.rows import Row, Rows
from app.exports.making.sheets import note_of
from app.exports.order import Order
from app.exports.phrases import Wording, wording
from app.exports.steps import Step
from app.text.change import Act, Change
from app.text.document import Document
from app.word.layout import Block, Cell, Look, Table, Text, length, opening, paragraph, said
from app.word.papers import Paper

ACROSS = 4
"""How many delegations stand beside each other; further ones have tables of their own."""

_NUMBER, _TEXT, _REST, _LEAST = 6, 26, 68, 11
"""Hundredths of the width: the column of numbers, that of the text, all those of delegations, and the least of one."""

_WHOLE = "the text as a whole"

_NOBODY = UUID(int=0)
"""Whose column it is where nobody is named."""


def table(session: Session, order: Order) -> Paper:
    """What every delegation proposes for every paragraph of the revision, differences marked, on paper that lies; without
    names, all that is proposed for it in one column."""
    declaration, revision = order.declaration, order.revision
    language = declaration.language
    words = wording(language)
    base = text_of(session, revision.id)
    found, anonymous = pending_on(session, declaration, revision, by=order.by), order.options.anonymous
    found = without_names(base, found) if anonymous else found
    numbers = numbers_with(session, revision, base, [Change(view.id, acts) for view, acts in found], language)
    order.tell(Step.WRITING)
    grid = _Grid(base, Rows(base, numbers, words, language), words)
    for place, (view, acts) in enumerate(found, 1):
        if anonymous:
            grid.enter_unnamed(f"{words.proposal} {place}", acts)
        else:
            grid.enter(view, acts)
    rank = queries.names_of(session, declaration.process_id, language).rank
    stage = words.stage(words.sheets.table.format(base=revision.name), anonymous=anonymous)
    blocks: list[Block] = [*opening(declaration.title, stage)]
    blocks += grid.tables(stage, revision.name, sorted(grid.names, key=lambda each: rank.get(each, 0)))
    if found:
        blocks.append(note_of(words.sheets.marks))
    displaced = overtaken_on(session, declaration, revision, by=order.by)
    blocks += [note_of(line) for line in gone_from(displaced, revision, words, anonymous=anonymous)]
    return Paper(blocks, front_of(session, declaration, stage, at=order.at, landscape=True))


class _Grid:
    def __init__(self, base: Document, rows: Rows, words: Wording) -> None:
        self.base = base
        self.rows = rows
        self.words = words
        self.names: dict[UUID, str] = {}
        self.cells: dict[tuple[str, UUID], Cell] = defaultdict(tuple)
        self.added: dict[str | None, list[Row]] = defaultdict(list)

    def enter(self, view: AmendmentView, acts: tuple[Act, ...]) -> None:
        """Enter an amendment in the columns of its sponsors: its words in that of the first, a pointer in the others'."""
        if not acts:
            self._enter(view, _WHOLE, tuple(paragraph(line) for line in (view.reason or "").splitlines() if line))
        for row in self.rows.of(acts, view.id):
            self._enter(view, row.paragraph.key, row.marked)
            if row.added:
                self.added[row.anchor].append(row)

    def enter_unnamed(self, name: str, acts: tuple[Act, ...]) -> None:
        """Enter what is proposed in the column of nobody, under `name`."""
        self.names[_NOBODY] = self.words.sheets.proposed
        for row in self.rows.of(acts, name):
            self.cells[row.paragraph.key, _NOBODY] += (paragraph(name, Look.LABEL), *row.marked)
            if row.added:
                self.added[row.anchor].append(row)

    def _enter(self, view: AmendmentView, key: str, content: Cell) -> None:
        first = next(sponsor for sponsor in view.sponsors if sponsor.first)
        for sponsor in view.sponsors:
            self.names[sponsor.delegation_id] = sponsor.name
            own = (paragraph(view.name, Look.LABEL), *content) if sponsor.first else self._see(view, first)
            self.cells[key, sponsor.delegation_id] += own

    def _see(self, view: AmendmentView, first: Sponsor) -> Cell:
        return (Text(said(self.words.sheets.see.format(sponsor=first.name, name=view.name), italic=True)),)

    def tables(self, stage: str, base: str, delegations: Sequence[UUID]) -> list[Block]:
        """The tables, with as many delegations beside each other as there is room for; `stage` is what they are."""
        groups = [delegations[start : start + ACROSS] for start in range(0, len(delegations), ACROSS)] or [()]
        blocks: list[Block] = []
        for place, group in enumerate(groups, 1):
            names = [self.names[each] for each in group]
            name = stage
            if len(groups) > 1:
                part = f"{self.words.sheets.part.format(part=place, parts=len(groups))}: {', '.join(names)}"
                blocks.append(Text(said(part), Look.HEADING, new_page=place > 1))
                name = f"{stage}, {part}"
            header = (self.words.sheets.number, base, *names)
            blocks.append(Table(name, (_NUMBER, _TEXT, *self._widths(group)), header, tuple(self._body(group)), kept=True))
        return blocks

    def _widths(self, group: Sequence[UUID]) -> list[int]:
        """How the rest of the page is shared: the longer the longest cell of a delegation, the wider its column."""
        longest = dict.fromkeys(group, 1)
        for (_, each), cell in self.cells.items():
            if each in longest:
                longest[each] = max(longest[each], length(cell))
        rest = _REST - _LEAST * len(group)
        return [_LEAST + rest * longest[each] // sum(longest.values()) for each in group]

    def _body(self, group: Sequence[UUID]) -> list[tuple[Cell, ...]]:
        out = []
        if any((_WHOLE, each) in self.cells for each in group):
            whole = (Text(said(self.words.sheets.whole, italic=True)),)
            out.append(((), whole, *(self.cells.get((_WHOLE, each), ()) for each in group)))
        out += self._added(None, group)
        for each in self.base:
            out.append(self._row(each.key, self.rows.as_it_stands(each), group))
            out += self._added(each.key, group)
        return out

    def _added(self, anchor: str | None, group: Sequence[UUID]) -> list[tuple[Cell, ...]]:
        """The paragraphs that these delegations would add after `anchor`."""
        return [
            self._row(row.paragraph.key, row.present, group)
            for row in self.added[anchor]
            if any((row.paragraph.key, each) in self.cells for each in group)
        ]

    def _row(self, key: str, text: Cell, group: Sequence[UUID]) -> tuple[Cell, ...]:
        number = (Text(said(self.rows.numbers.get(key, ""))),)
        return (number, text, *(self.cells.get((key, each), ()) for each in group))
