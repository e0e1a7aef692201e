"""A document about a text, or about a meeting, in Markdown that is read as it is.

A table whose cells are short is a table. One in which words run on is written row by row, each cell behind the name of its
column: a line of a table cannot be broken, and nobody reads a line of a thousand characters.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from app.exports.forms.markdown import at_the_start, escaped, piped, run_in_markdown
from app.exports.forms.notes import notes_in_papers
from app.word.layout import Block, Cell, Look, Span, Table, Text
from app.word.papers import Paper

_SIGNS = {Look.TITLE: "# ", Look.HEADING: "## ", Look.SUBHEADING: "### "}
_BETWEEN = "---"
_NUMBER = 12
"""Characters up to which the first cell of a row is its number, and needs no name before it."""


def paper_in_markdown(paper: Paper) -> bytes:
    """`paper` in CommonMark with tables, struck words and footnotes."""
    parts = blocks_in_markdown(paper.blocks)
    parts += [f"[^{place}]: {escaped(note)}" for place, note in enumerate(notes_in_papers(paper.blocks), 1)]
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def blocks_in_markdown(blocks: Sequence[Block]) -> list[str]:
    """What `blocks` are in Markdown, part by part, without the words of their footnotes."""
    tables = [block for block in blocks if isinstance(block, Table)]
    # A text whose paragraphs stand in several tables is written in one way throughout.
    writing = _Writing({table.header for table in tables if table.is_long and not table.heads})
    return [
        part for block in blocks for part in (writing.table(block) if isinstance(block, Table) else [writing.text(block)])
    ]


@dataclass(frozen=True, slots=True)
class _Writing:
    """Blocks in Markdown; footnotes are numbered through. Tables under these headers are `told` row by row."""

    told: set[tuple[str, ...]]
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def text(self, text: Text) -> str:
        words = self._words(text.spans)
        if text.look is Look.LABEL and words:
            return _bold(words)
        return f"{_SIGNS[text.look]}{words}" if text.look in _SIGNS else at_the_start(words)

    def table(self, table: Table) -> list[str]:
        if not table.header and not table.heads:
            return [part for row in table.rows for part in self._listed(row)]
        if not table.heads and table.header in self.told:
            rows = [self._told(row, table.header) for row in table.rows]
            return [part for row in rows for part in (*row, _BETWEEN)][:-1]
        blanks = [""] * (table.across - 1)
        lines = [[each for words in table.header for each in (escaped(words), *blanks)]] if table.header else []
        lines += [[self._cell(cell, bold=bool(lines)) for cell in row] for row in table.rows[: table.heads]]
        lines += [
            [self._cell(cell, bold=len(row) == 1 < len(table.widths)) for cell in row] for row in table.rows[table.heads :]
        ]
        return [piped(lines)]

    def _listed(self, row: Sequence[Cell]) -> list[str]:
        """A row without a head: what stands first, and behind it the rest."""
        first, *others = [cell for cell in row if cell]
        lead = self._words(first[0].spans)
        lead = _bold(f"{lead}:") if others and first[0].look is Look.LABEL else at_the_start(lead)
        rest = [text for cell in (first[1:], *others) for text in cell]
        if not rest:
            return [lead]
        return [f"{lead} {self._words(rest[0].spans)}", *map(self.text, rest[1:])]

    def _told(self, row: Sequence[Cell], names: Sequence[str]) -> list[str]:
        """A row whose cells stand one under another."""
        if len(row) == 1:
            return [self.text(text) for text in row[0]]
        out = []
        for place, (cell, name) in enumerate(zip(row, names, strict=True)):
            parts = [self.text(text) for text in cell]
            if parts and any(parts):
                number = place == 0 and len(parts) == 1 and len(parts[0]) <= _NUMBER
                parts[0] = _bold(parts[0]) if number else f"{_bold(f'{escaped(name)}:')} {parts[0]}"
            out += parts
        return out

    def _cell(self, cell: Cell, *, bold: bool = False) -> str:
        words = "<br>".join(self._words(text.spans) for text in cell).replace("  \n", "<br>")
        return _bold(words) if bold and words else words

    def _words(self, spans: Sequence[Span]) -> str:
        return "".join(run_in_markdown(span.run, self.numbers, struck=span.struck) for span in spans)


def _bold(words: str) -> str:
    return words if words.startswith("**") else f"**{words}**"
