"""What stands in a Word paragraph: words under the names of those who put them in or take them out, comments, notes."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from app.text.redline import Line, Piece
from app.word.keys import bookmark_of
from app.word.writing.markup import put
from app.word.writing.parts.comments import Anchor, Comments
from app.word.writing.parts.footnotes import Footnotes
from app.word.writing.revisions import Revisions
from app.word.writing.runs import part_notes, run_into, text_into

Tags = tuple[str, str]
"""What words that come, and words that go, stand in."""

TRACKED: Tags = ("ins", "del")


@dataclass(frozen=True, slots=True)
class Words:
    """Fills the paragraphs of one body, in order."""

    revisions: Revisions
    footnotes: Footnotes
    comments: Comments
    bookmarks: set[str] = field(default_factory=set)

    def write(self, paragraph: etree._Element, line: Line, here: Sequence[Anchor], tags: Tags = TRACKED) -> None:
        """Appends the words of `line` to `paragraph`, under its key, with the comments that are anchored `here`."""
        bookmark = bookmark_of(line.paragraph.key)
        around = None
        if bookmark.lower() not in self.bookmarks:
            self.bookmarks.add(bookmark.lower())
            around = self.revisions.identifier()
            put(paragraph, "bookmarkStart", id=around, name=bookmark)
        if here:
            self._commented(paragraph, line.pieces, here, tags)
        else:
            self._pieces(paragraph, line.pieces, tags)
        if around is not None:
            put(paragraph, "bookmarkEnd", id=around)

    def _commented(self, paragraph: etree._Element, pieces: Sequence[Piece], here: Sequence[Anchor], tags: Tags) -> None:
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
            part_notes(parent)
            element = run_into(parent, run, style=self.footnotes.reference_style)
            put(element, "footnoteReference", id=self.footnotes.add(run.note, piece.inserted_by, piece.deleted_by))
