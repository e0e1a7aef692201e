"""Two texts shown as one redline by one author."""

from collections.abc import Hashable, Sequence

from app.text.align import Pair, align, match_by_key
from app.text.diff import diff
from app.text.document import Document
from app.text.paragraph import Paragraph
from app.text.redline import Line, Piece, Redline
from app.text.runs import Runs, joined
from app.text.tokens import Token, tokenise, untokenise


def words(old: Runs, new: Runs, by: Hashable) -> tuple[Piece, ...]:
    """What of `old` stays and goes, and what of `new` comes; where both are at one place, what goes stands first."""
    if joined(old) == joined(new):
        return tuple(map(Piece, joined(old)))
    before, after = tokenise(old), tokenise(new)
    pieces: list[Piece] = []
    place = 0
    for start, stop, inserted in diff(before, after):
        pieces += _pieces(before[place:start])
        pieces += _pieces(before[start:stop], deleted_by=by)
        pieces += _pieces(inserted, inserted_by=by)
        place = stop
    return (*pieces, *_pieces(before[place:]))


def compare(old: Document, new: Document, by: Hashable) -> Redline:
    """What becomes of `old` in `new`, two documents that share keys.

    Without what is inserted it is `old`, without what is deleted it is `new`. A paragraph that moves, or whose role or
    level changes, stands twice: deleted where it was and inserted where it goes.
    """
    return _redline(old, match_by_key(old, new), by)


def compare_unkeyed(old: Document, new: Document, by: Hashable) -> Redline:
    """The same for two documents that share no keys. A paragraph that stays or moves is under its key in `old`.

    The keys of paragraphs that come are those of `new`; they must not occur in `old`.
    """
    return _redline(old, align(old, new), by)


def _redline(old: Document, pairs: Sequence[Pair], by: Hashable) -> Redline:
    moved = {pair.old.key for pair in pairs if pair.moved and pair.old}
    lines: list[Line] = []
    coming: list[Line] = []
    place = 0

    def close(stop: int) -> None:
        lines.extend(_gone(paragraph, by, moved=paragraph.key in moved) for paragraph in old.paragraphs[place:stop])
        lines.extend(coming)
        coming.clear()

    for pair in pairs:
        if pair.new is None:
            continue
        if pair.old is None:
            coming.append(_come(pair.new, by))
        elif pair.moved:
            coming.append(_come(_under(pair.old.key, pair.new), by, moved=True))
        else:
            stop = old.place(pair.old.key)
            close(stop)
            place = stop + 1
            lines += _stay(pair.old, pair.new, by)
    close(len(old))
    return Redline(tuple(lines))


def _stay(old: Paragraph, new: Paragraph, by: Hashable) -> list[Line]:
    if (old.role, old.level) != (new.role, new.level):
        return [_gone(old, by), _come(_under(old.key, new), by)]
    return [Line(old, words(old.runs, new.runs, by))]


def _under(key: str, paragraph: Paragraph) -> Paragraph:
    return paragraph if paragraph.key == key else Paragraph(key, paragraph.role, paragraph.runs, paragraph.level)


def _gone(paragraph: Paragraph, by: Hashable, *, moved: bool = False) -> Line:
    pieces = tuple(Piece(run, deleted_by=by) for run in joined(paragraph.runs))
    return Line(paragraph, pieces, deleted_by=by, moved=moved)


def _come(paragraph: Paragraph, by: Hashable, *, moved: bool = False) -> Line:
    pieces = tuple(Piece(run, inserted_by=by) for run in joined(paragraph.runs))
    return Line(paragraph, pieces, inserted_by=by, moved=moved)


def _pieces(
    tokens: tuple[Token, ...], inserted_by: Hashable | None = None, deleted_by: Hashable | None = None
) -> list[Piece]:
    return [Piece(run, inserted_by, deleted_by) for run in untokenise(tokens)]
