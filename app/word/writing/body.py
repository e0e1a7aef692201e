"""The body: lines of a redline as Word paragraphs, word for word, with nothing before, between or after them."""

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from app.text.paragraph import Paragraph
from app.text.redline import Line, Piece
from app.word.merging import KEY_BOOKMARK
from app.word.writing.fates import STAYS, Block, blocks
from app.word.writing.markup import put
from app.word.writing.moves import Side, moves
from app.word.writing.parts.comments import Anchor, Comments, anchors
from app.word.writing.parts.footnotes import Footnotes
from app.word.writing.parts.numbering import Numbering
from app.word.writing.revisions import Revisions, Signature
from app.word.writing.runs import run_into, text_into
from app.word.writing.seams import standings
from app.word.writing.styles import Styles, style_name

BOOKMARK_LENGTH = 40
"""Characters Word allows in the name of a bookmark."""


Tags = tuple[str, str]
"""What words that come, and words that go, stand in."""


@dataclass(frozen=True, slots=True)
class Look:
    """What Word keeps with a paragraph's mark: its style and its numbering ("0" switches a style's own off)."""

    style: str
    number: str | None


@dataclass(frozen=True, slots=True)
class Body:
    """Writes lines into `w:body`, and what they call for into the other parts."""

    revisions: Revisions
    styles: Styles
    numbering: Numbering
    footnotes: Footnotes
    comments: Comments
    labels: Mapping[str, str]

    def write(self, body: etree._Element, lines: Sequence[Line], signatures: Mapping[Hashable, Signature]) -> None:
        """Appends one w:p a line to `body`; an empty one when there is no line, as Word has no empty body."""
        if not lines:
            put(body, "p")
            return
        bookmarks: set[str] = set()
        placed = iter(anchors(lines, signatures))
        accepted = rejected = None
        written = blocks(lines)
        sides = moves(written, self.revisions.dated)
        standing = iter(standings(lines))
        for place, block in enumerate(written):
            looks = [self._look(line.paragraph) for line in block.lines]
            by: Hashable | None = None
            for line in block.lines:
                after, base, by = next(standing)
                accepted = self._look(after) if line.deleted_by is None else accepted
                rejected = self._look(base) if line.inserted_by is None else rejected
            shown, before = _merged(block, looks, accepted, rejected, last=place == len(written) - 1)
            paragraph = put(body, "p")
            side = sides.get(place)
            tags = _tags(side)
            self._properties(paragraph, shown, block, before, tags, by)
            around = None if side is None else self.revisions.range(paragraph, _move(side), side.by, side.name)
            for line in block.lines:
                self._content(paragraph, line, next(placed), bookmarks, tags)
            if side is not None and around is not None:
                put(body, f"{_move(side)}RangeEnd", id=around)

    def _look(self, paragraph: Paragraph) -> Look:
        style = self.styles.id(style_name(paragraph))
        number = self.numbering.number(paragraph, self.labels.get(paragraph.key, ""))
        return Look(style, "0" if number is None and self.styles.numbered(style) else number)

    def _properties(
        self, paragraph: etree._Element, look: Look, block: Block, before: Look | None, tags: Tags, by: Hashable | None
    ) -> None:
        properties = put(paragraph, "pPr")
        _look_into(properties, look)
        if block.mark != STAYS:
            tracked = put(properties, "rPr")
            for tag, change in zip(tags, block.mark, strict=True):
                if change is not None:
                    self.revisions.signed(tracked, tag, change)
        if before is not None:
            last = block.lines[-1]
            fate = last.deleted_by if last.inserted_by is None else last.inserted_by
            change = by if fate is None else fate
            _look_into(put(self.revisions.signed(properties, "pPrChange", change), "pPr"), before)

    def _content(self, paragraph: etree._Element, line: Line, here: list[Anchor], bookmarks: set[str], tags: Tags) -> None:
        bookmark = (KEY_BOOKMARK + re.sub(r"\W", "_", line.paragraph.key, flags=re.ASCII))[:BOOKMARK_LENGTH]
        around = None
        if bookmark.lower() not in bookmarks:
            bookmarks.add(bookmark.lower())
            around = self.revisions.identifier()
            put(paragraph, "bookmarkStart", id=around, name=bookmark)
        if here:
            self._commented(paragraph, line.pieces, here, tags)
        else:
            self._pieces(paragraph, line.pieces, tags)
        if around is not None:
            put(paragraph, "bookmarkEnd", id=around)

    def _commented(self, paragraph: etree._Element, pieces: Sequence[Piece], here: list[Anchor], tags: Tags) -> None:
        threads = {anchor.change: self.comments.add(anchor.change) for anchor in here}
        edges = sorted({0, len(pieces)} | {edge for anchor in here for edge in (anchor.start, anchor.end)})
        for edge, following in zip(edges, [*edges[1:], edges[-1]], strict=True):
            for anchor in here:
                if anchor.end == edge and anchor.start != edge:
                    self._close(paragraph, threads[anchor.change])
            for anchor in here:
                if anchor.start == edge:
                    for comment in threads[anchor.change]:
                        put(paragraph, "commentRangeStart", id=comment)
                    if anchor.end == edge:
                        self._close(paragraph, threads[anchor.change])
            self._pieces(paragraph, pieces[edge:following], tags)

    def _close(self, paragraph: etree._Element, thread: Sequence[str]) -> None:
        # All ends, then all references: where they alternate, Word does not show the answers of a thread.
        for comment in thread:
            put(paragraph, "commentRangeEnd", id=comment)
        for comment in thread:
            reference = put(paragraph, "r")
            put(put(reference, "rPr"), "rStyle", val=self.comments.reference_style)
            put(reference, "commentReference", id=comment)

    def _pieces(self, paragraph: etree._Element, pieces: Sequence[Piece], tags: Tags) -> None:
        # One w:ins or w:del around neighbours of the same fate: to Word they are one change, accepted with one click.
        outer = inner = paragraph
        arriving, leaving = tags
        inserted: Hashable | None = None
        deleted: Hashable | None = None
        for piece in pieces:
            if not piece.run.text:
                continue
            if piece.inserted_by != inserted:
                inserted, deleted = piece.inserted_by, None
                outer = inner = paragraph if inserted is None else self.revisions.signed(paragraph, arriving, inserted)
            if piece.deleted_by != deleted:
                deleted = piece.deleted_by
                inner = outer if deleted is None else self.revisions.signed(outer, leaving, deleted)
            self._run(inner, piece, deleted=deleted is not None and leaving == "del")

    def _run(self, parent: etree._Element, piece: Piece, *, deleted: bool) -> None:
        run = piece.run
        if run.note is None:
            text_into(run_into(parent, run), run.text, deleted=deleted)
        else:
            element = run_into(parent, run, style=self.footnotes.reference_style)
            put(element, "footnoteReference", id=self.footnotes.add(run.note, piece.inserted_by, piece.deleted_by))


def _tags(side: Side | None) -> Tags:
    return ("ins", "del") if side is None else ("moveTo", "moveFrom")


def _move(side: Side) -> str:
    return "moveTo" if side.arrives else "moveFrom"


def _look_into(properties: etree._Element, look: Look) -> None:
    put(properties, "pStyle", val=look.style)
    if look.number is not None:
        number = put(properties, "numPr")
        put(number, "ilvl", val="0")
        put(number, "numId", val=look.number)


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
