"""Two texts shown as one redline by one author."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from app.text.align import Pair, align, match_by_key
from app.text.diff import Splices, diff, diffs
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.redline import Line, Piece, Redline, Seam
from app.text.runs import Runs, joined
from app.text.splitting import Joined, Split, joined_and_split
from app.text.tokens import Token, tokenise, untokenise

_END = Token(" ", note="")
"""The end of a paragraph among the tokens of several. No text has it: what calls a footnote is no blank."""


class _Stretch(NamedTuple):
    """Tokens and what becomes of them."""

    tokens: tuple[Token, ...]
    inserted_by: Hashable | None = None
    deleted_by: Hashable | None = None

    def pieces(self) -> Iterator[Piece]:
        return (Piece(run, self.inserted_by, self.deleted_by) for run in untokenise(self.tokens))


def words(old: Runs, new: Runs, by: Hashable) -> tuple[Piece, ...]:
    """What of `old` stays and goes, and what of `new` comes; where both are at one place, what goes stands first."""
    if joined(old) == joined(new):
        return tuple(map(Piece, joined(old)))
    before = tokenise(old)
    return _pieces(before, diff(before, tokenise(new)), by)


def compare(old: Document, new: Document, by: Hashable) -> Redline:
    """What becomes of `old` in `new`, two documents that share keys.

    Without what is inserted it is `old`, without what is deleted it is `new`. A paragraph that moves, or whose role or
    level changes, stands twice: deleted where it was and inserted where it goes. Of one that is split, and of those that
    are joined, the words stay and only the ends of paragraphs are marked (`Seam`). All paragraphs are compared together:
    see the readability rule of `diff`.
    """
    return _redline(old, match_by_key(old, new), by)


def compare_unkeyed(old: Document, new: Document, by: Hashable) -> Redline:
    """The same for two documents that share no keys. A paragraph that stays or moves is under its key in `old`.

    The keys of paragraphs that come are those of `new`; they must not occur in `old`.
    """
    return _redline(old, align(old, new), by)


def _redline(old: Document, pairs: Sequence[Pair], by: Hashable) -> Redline:
    moved = {pair.old.key for pair in pairs if pair.moved and pair.old}
    regrouped = _regrouped(old, pairs)
    parts = {part.key for each in regrouped.values() if isinstance(each, Split) for part in each.news}
    worded = _differences(pairs, regrouped)
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
            if pair.new.key not in parts:
                coming.append(_come(pair.new, by))
        elif pair.moved:
            coming.append(_come(_under(pair.old.key, pair.new), by, moved=True))
        else:
            each = regrouped.get(pair.old.key)
            olds = each.olds if isinstance(each, Joined) else (pair.old,)
            stop = old.place(olds[0].key)
            close(stop)
            place = stop + len(olds)
            if each is not None:
                lines += _parted(each, pair.old, pair.new, *worded[pair.old.key], by)
            elif not _same_kind(pair.old, pair.new):
                lines += (_gone(pair.old, by), _come(_under(pair.old.key, pair.new), by))
            elif pair.old.key in worded:
                lines.append(Line(pair.old, _pieces(*worded[pair.old.key], by)))
            else:
                lines.append(Line(pair.old, tuple(map(Piece, joined(pair.old.runs)))))
    close(len(old))
    return Redline(tuple(lines))


def _regrouped(old: Document, pairs: Sequence[Pair]) -> dict[str, Split | Joined]:
    """The splits and joins that can be shown in place, by the old key of the paragraph that stays.

    Rows of a table have no ends of their own to come or go.
    """
    staying = {
        pair.new.key: pair.old
        for pair in pairs
        if pair.old and pair.new and not pair.moved and _same_kind(pair.old, pair.new)
    }
    found: dict[str, Split | Joined] = {}
    for each in joined_and_split(old, pairs):
        olds, news = ((each.old,), each.news) if isinstance(each, Split) else (each.olds, (each.new,))
        if not any(one.role is Role.ROW for one in (*olds, *news)):
            for stays in (staying[new.key] for new in news if new.key in staying):
                found.setdefault(stays.key, each)
    return found


def _differences(
    pairs: Sequence[Pair], regrouped: Mapping[str, Split | Joined]
) -> dict[str, tuple[tuple[Token, ...], Splices]]:
    """The old words, and what changes in them, of every paragraph that stays in its place with other words, by its key."""
    texts: dict[str, tuple[tuple[Token, ...], tuple[Token, ...]]] = {}
    for old, new, moved, _ in pairs:
        if old is None or new is None or moved or not _same_kind(old, new):
            continue
        match regrouped.get(old.key):
            case Split(_, news):
                texts[old.key] = tokenise(old.runs), _in_a_row(news)
            case Joined(olds, _):
                texts[old.key] = _in_a_row(olds), tokenise(new.runs)
            case None if joined(old.runs) != joined(new.runs):
                texts[old.key] = tokenise(old.runs), tokenise(new.runs)
    found = diffs(texts.values())
    return {key: (before, splices) for (key, (before, _)), splices in zip(texts.items(), found, strict=True)}


def _same_kind(old: Paragraph, new: Paragraph) -> bool:
    return (old.role, old.level) == (new.role, new.level)


def _parted(
    each: Split | Joined, old: Paragraph, new: Paragraph, tokens: tuple[Token, ...], splices: Splices, by: Hashable
) -> Iterator[Line]:
    """The lines of a split or a join, of which `old` became `new`."""
    if isinstance(each, Split):
        paragraphs = [old if part is new else part for part in each.news]
        seam = Seam(old.key, inserted_by=by)
    else:
        paragraphs = [*each.olds]
        seam = Seam(old.key, deleted_by=by)
    pieces: list[list[Piece]] = [[]]
    for stretch in _stretches(tokens, splices, by):
        for part in _cut(stretch):
            if part is None:
                pieces.append([])
            else:
                pieces[-1] += part.pieces()
    for paragraph, own in zip(paragraphs, pieces, strict=True):
        yield Line(paragraph, tuple(own), seam=None if paragraph is paragraphs[-1] else seam)


def _in_a_row(paragraphs: Sequence[Paragraph]) -> tuple[Token, ...]:
    first, *others = (tokenise(paragraph.runs) for paragraph in paragraphs)
    return (*first, *(token for other in others for token in (_END, *other)))


def _cut(stretch: _Stretch) -> Iterator[_Stretch | None]:
    """The stretch in parts, with None for every end of a paragraph in it."""
    start = 0
    for place, token in enumerate(stretch.tokens):
        if token == _END:
            yield stretch._replace(tokens=stretch.tokens[start:place])
            yield None
            start = place + 1
    yield stretch._replace(tokens=stretch.tokens[start:])


def _pieces(before: tuple[Token, ...], splices: Splices, by: Hashable) -> tuple[Piece, ...]:
    return tuple(piece for stretch in _stretches(before, splices, by) for piece in stretch.pieces())


def _stretches(before: tuple[Token, ...], splices: Splices, by: Hashable) -> Iterator[_Stretch]:
    """What stays, what goes and what comes, in order; where both are at one place, what goes stands first."""
    place = 0
    for start, stop, inserted in splices:
        yield _Stretch(before[place:start])
        if before[start:stop] and before[stop - 1] == _END:
            # What comes where two paragraphs are joined, a blank for the most part, is read better before the old end.
            yield _Stretch(before[start : stop - 1], deleted_by=by)
            yield _Stretch(inserted, inserted_by=by)
            yield _Stretch(before[stop - 1 : stop], deleted_by=by)
        else:
            yield _Stretch(before[start:stop], deleted_by=by)
            yield _Stretch(inserted, inserted_by=by)
        place = stop
    yield _Stretch(before[place:])


def _under(key: str, paragraph: Paragraph) -> Paragraph:
    return paragraph if paragraph.key == key else Paragraph(key, paragraph.role, paragraph.runs, paragraph.level)


def _gone(paragraph: Paragraph, by: Hashable, *, moved: bool = False) -> Line:
    pieces = tuple(Piece(run, deleted_by=by) for run in joined(paragraph.runs))
    return Line(paragraph, pieces, deleted_by=by, moved=moved)


def _come(paragraph: Paragraph, by: Hashable, *, moved: bool = False) -> Line:
    pieces = tuple(Piece(run, inserted_by=by) for run in joined(paragraph.runs))
    return Line(paragraph, pieces, inserted_by=by, moved=moved)
