"""A text with its changes shown: which words stay, who inserts which, who deletes which.

The value between the algebra and everything that shows a change: the Word writer, the pages, the API.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from app.text.document import Document
from app.text.paragraph import Paragraph
from app.text.runs import Run, joined


@dataclass(frozen=True, slots=True)
class Piece:
    """A run and what becomes of it.

    `inserted_by` and `deleted_by` are the ids of changes; both are None on words that stay, both are set where one
    change deletes words that another inserts.
    """

    run: Run
    inserted_by: Hashable | None = None
    deleted_by: Hashable | None = None


@dataclass(frozen=True, slots=True)
class Seam:
    """The end of a paragraph that comes or goes, and no word of it: what stands on its two sides was one, or becomes one.

    `inserted_by` is the id of the change that splits a paragraph there, `deleted_by` of the one that joins two; one of them
    is set. `key` is the line of the paragraph that is there without the split, or after the join.
    """

    key: str
    inserted_by: Hashable | None = None
    deleted_by: Hashable | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a redline, where it stands.

    `paragraph` is the paragraph as the base has it, or as it is inserted. `pieces` are its words. `inserted_by` and
    `deleted_by` speak of the whole paragraph; then every piece bears the same id, or that of another change to the same
    paragraph. A moved paragraph shows as two lines with the same key and `moved` set: deleted where it stood, inserted
    where it goes; what others change in it shows on both. `remarks` are ids of changes that speak of this paragraph and
    mark no word in it ("no change", or the same as a change that shows). `seam` is set where the paragraph was split from
    the one on the next line, or is joined to it; their words stay, so the line neither comes nor goes.
    """

    paragraph: Paragraph
    pieces: tuple[Piece, ...]
    inserted_by: Hashable | None = None
    deleted_by: Hashable | None = None
    moved: bool = False
    remarks: tuple[Hashable, ...] = field(default=())
    seam: Seam | None = None

    @property
    def tells(self) -> bool:
        """Whether it shows a change or a remark."""
        if self.inserted_by is not None or self.deleted_by is not None or self.remarks or self.seam is not None:
            return True
        return any(piece.inserted_by is not None or piece.deleted_by is not None for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Redline:
    """Lines in order. Without what is inserted it is the base, without what is deleted it is the result."""

    lines: tuple[Line, ...]


def unchanged(document: Document) -> tuple[Line, ...]:
    """The lines of a text that nobody changes."""
    return tuple(Line(paragraph, tuple(map(Piece, paragraph.runs))) for paragraph in document)


def rejected(redline: Redline) -> Document:
    """The text when every change is rejected: the base."""
    lines = (line for line in redline.lines if line.inserted_by is None)
    return Document(_paragraphs(lines, lambda change: change.inserted_by))


def accepted(redline: Redline) -> Document:
    """The text when every change is accepted. Where changes are rivals it holds them all, in their brackets."""
    lines = (line for line in redline.lines if line.deleted_by is None)
    return Document(_paragraphs(lines, lambda change: change.deleted_by))


def authors(redline: Redline) -> tuple[Hashable, ...]:
    """The ids of the changes that show, remarks included, in the order in which they first do."""
    found: dict[Hashable, None] = {}
    for line in redline.lines:
        found |= dict.fromkeys((line.inserted_by, line.deleted_by))
        for piece in line.pieces:
            found |= dict.fromkeys((piece.deleted_by, piece.inserted_by))
        if line.seam is not None:
            found |= dict.fromkeys((line.seam.deleted_by, line.seam.inserted_by))
        found |= dict.fromkeys(line.remarks)
    return tuple(name for name in found if name is not None)


def touched(redline: Redline) -> Iterator[Line]:
    """The lines that tell, and the one behind each seam, of which the line before it tells."""
    seam = None
    for line in redline.lines:
        if line.tells or seam is not None:
            yield line
        seam = line.seam


def only(redline: Redline, ids: Collection[Hashable]) -> Redline:
    """The redline with the changes `ids` alone, the others rejected.

    What several changes say alike shows under the first of them, and goes with it.
    """
    return Redline(tuple(_only(redline.lines, frozenset(ids))))


def tidy(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The same in the fewest pieces: empty ones dropped, neighbours alike in marks and ids made one."""
    out: list[Piece] = []
    for piece in pieces:
        if not piece.run.text:
            continue
        if out and (out[-1].inserted_by, out[-1].deleted_by) == (piece.inserted_by, piece.deleted_by):
            *before, last = joined((out[-1].run, piece.run))
            if not before:
                out[-1] = replace(piece, run=last)
                continue
        out.append(piece)
    return tuple(out)


def _paragraphs(lines: Iterable[Line], without: Callable[[Piece | Seam], Hashable | None]) -> Iterator[Paragraph]:
    """What the lines read without the pieces and seams that `without` names."""
    runs: list[Run] = []
    whole: Paragraph | None = None
    for line in lines:
        runs += [piece.run for piece in line.pieces if without(piece) is None]
        if line.seam is not None and without(line.seam) is not None:
            whole = line.paragraph if line.paragraph.key == line.seam.key else whole
            continue
        yield _worded(whole or line.paragraph, runs)
        runs, whole = [], None


def _worded(paragraph: Paragraph, runs: Iterable[Run]) -> Paragraph:
    words = joined(runs)
    return paragraph if words == joined(paragraph.runs) else replace(paragraph, runs=words)


def _only(lines: Iterable[Line], ids: frozenset[Hashable]) -> Iterator[Line]:
    parts: list[Line] = []
    key: str | None = None
    for line in lines:
        if line.inserted_by is not None and line.inserted_by not in ids:
            continue
        parts.append(_of(line, ids))
        if line.seam is not None and line.seam.inserted_by is not None and line.seam.inserted_by not in ids:
            key = line.seam.key
            continue
        yield _unsplit(parts, key)
        parts = []


def _of(line: Line, ids: frozenset[Hashable]) -> Line:
    gone = line.deleted_by if line.deleted_by in ids else None
    pieces = (
        piece if piece.deleted_by in ids else replace(piece, deleted_by=gone)
        for piece in line.pieces
        if piece.inserted_by is None or piece.inserted_by in ids
    )
    return replace(
        line,
        pieces=tidy(pieces),
        deleted_by=gone,
        moved=line.moved and (gone is not None or line.inserted_by is not None),
        remarks=tuple(remark for remark in line.remarks if remark in ids),
        seam=line.seam if line.seam is not None and {line.seam.inserted_by, line.seam.deleted_by} & ids else None,
    )


def _unsplit(parts: list[Line], key: str | None) -> Line:
    """The parts of a paragraph as the line it is when nobody splits it."""
    if len(parts) == 1:
        return parts[0]
    whole = next((line for line in parts if line.paragraph.key == key), parts[0])
    return replace(
        whole,
        pieces=tidy(piece for line in parts for piece in line.pieces),
        remarks=tuple(remark for line in parts for remark in line.remarks),
        seam=parts[-1].seam,
    )
