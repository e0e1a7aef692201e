"""The body: lines of a redline as Word paragraphs, word for word, with nothing before, between or after them."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from app.text.paragraph import Paragraph
from app.text.redline import Line
from app.word.counting import Counting, to_nobody
from app.word.writing.fates import STAYS, Block, as_rows, blocks
from app.word.writing.markup import name, put
from app.word.writing.moves import Side, moves
from app.word.writing.parts.comments import Comments, anchors
from app.word.writing.parts.footnotes import Footnotes
from app.word.writing.parts.numbering import Numbering
from app.word.writing.revisions import Revisions, Signature
from app.word.writing.seams import standings
from app.word.writing.styles import Styles, style_name
from app.word.writing.tables import Tables, in_parts
from app.word.writing.words import TRACKED, Tags, Words


@dataclass(frozen=True, slots=True)
class Look:
    """What Word keeps with a paragraph's mark: its style and its numbering ("0" switches a style's own off)."""

    style: str
    number: str | None


_BELOW_A_TABLE = 200
"""The space between a table and the paragraph behind it, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Body:
    """Writes lines into `w:body`, and what they call for into the other parts."""

    revisions: Revisions
    styles: Styles
    numbering: Numbering
    footnotes: Footnotes
    comments: Comments
    labels: Mapping[str, str]
    counting: Counting = to_nobody

    def write(self, body: etree._Element, lines: Sequence[Line], signatures: Mapping[Hashable, Signature]) -> None:
        """Appends a w:p a line to `body`, and a table for rows that follow each other; an empty w:p when there is no line
        or a table is last, as Word has no body without one."""
        divided = in_parts(lines)
        lines = [line for part in divided for line in part.lines]
        placed = iter(anchors(lines, signatures))
        standing = iter(standings(lines))
        words = Words(self.revisions, self.footnotes, self.comments)
        tables = Tables(self.revisions, self.styles, words)
        parts = [(part, blocks(part.lines) if part.rows is None else as_rows(part.lines)) for part in divided]
        sides = moves([block for _, written in parts for block in written], self.revisions.dated)
        accepted = rejected = None
        place, whole = 0, sum(len(written) for _, written in parts)
        for part, written in parts:
            if part.rows is not None:
                tables.write(body, part.lines, part.rows, placed)
                for _ in written:
                    next(standing)
                place += len(written)
                self.counting(place, whole)
                continue
            for block in written:
                looks = [self._look(line.paragraph) for line in block.lines]
                by: Hashable | None = None
                for line in block.lines:
                    after, base, by = next(standing)
                    accepted = self._look(after) if line.deleted_by is None else accepted
                    rejected = self._look(base) if line.inserted_by is None else rejected
                shown, before = _merged(block, looks, accepted, rejected, last=block is written[-1])
                paragraph = put(body, "p")
                side = sides.get(place)
                tags = _tags(side)
                self._properties(paragraph, shown, block, before, tags, by, self._above(paragraph, shown))
                around = None if side is None else self.revisions.range(paragraph, _move(side), side.by, side.name)
                for line in block.lines:
                    words.write(paragraph, line, next(placed), tags)
                if side is not None and around is not None:
                    put(body, f"{_move(side)}RangeEnd", id=around)
                place += 1
                self.counting(place, whole)
        if not divided or divided[-1].rows is not None:
            put(body, "p")

    def _look(self, paragraph: Paragraph) -> Look:
        style = self.styles.id(style_name(paragraph))
        number = self.numbering.number(paragraph, self.labels.get(paragraph.key, ""))
        return Look(style, "0" if number is None and self.styles.numbered(style) else number)

    def _above(self, paragraph: etree._Element, look: Look) -> int:
        """The space above a paragraph that its style does not give it; a table has none of its own below it."""
        behind = paragraph.getprevious()
        beside_a_table = behind is not None and behind.tag == name("tbl")
        return _BELOW_A_TABLE if beside_a_table and self.styles.before(look.style) < _BELOW_A_TABLE else 0

    def _properties(
        self,
        paragraph: etree._Element,
        look: Look,
        block: Block,
        before: Look | None,
        tags: Tags,
        by: Hashable | None,
        above: int,
    ) -> None:
        properties = put(paragraph, "pPr")
        _look_into(properties, look, above)
        if block.mark != STAYS:
            tracked = put(properties, "rPr")
            for tag, change in zip(tags, block.mark, strict=True):
                if change is not None:
                    self.revisions.signed(tracked, tag, change)
        if before is not None:
            last = block.lines[-1]
            fate = last.deleted_by if last.inserted_by is None else last.inserted_by
            change = by if fate is None else fate
            _look_into(put(self.revisions.signed(properties, "pPrChange", change), "pPr"), before, above)


def _tags(side: Side | None) -> Tags:
    return TRACKED if side is None else ("moveTo", "moveFrom")


def _move(side: Side) -> str:
    return "moveTo" if side.arrives else "moveFrom"


def _look_into(properties: etree._Element, look: Look, above: int) -> None:
    put(properties, "pStyle", val=look.style)
    if look.number is not None:
        number = put(properties, "numPr")
        put(number, "ilvl", val="0")
        put(number, "numId", val=look.number)
    if above:
        put(properties, "spacing", before=str(above))


def _merged(
    block: Block, looks: Sequence[Look], accepted: Look | None, rejected: Look | None, *, last: bool
) -> tuple[Look, Look | None]:
    """The look of a block, and the one that rejecting restores where it is another.

    Words that run on over a mark that goes take the look kept with the next mark, which is to be the look they had:
    `accepted` and `rejected` are those of the last lines so far that stay then. The number shown is always the line's
    own: it names the paragraph to whoever reads the changes; but for the end of a join, which is numbered as the whole.
    """
    line = block.lines[-1]
    if (line.inserted_by, line.deleted_by) == block.mark == STAYS and accepted is not None and accepted != rejected:
        return accepted, rejected
    own = looks[-1] if block.lines[-1].deleted_by is None else looks[0]
    inserted, deleted = block.mark
    wanted = accepted if deleted is None else rejected if inserted is None else None
    shown = own if wanted is None else Look(wanted.style, own.number)
    return shown, rejected if last and rejected not in (None, shown) else None
