"""Paragraphs as atoms: the tokens that the diff engine compares, with what each of them is made of."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self

from app.text.runs import NOTE_ANCHOR, Run
from app.text.tokens import Token, tokenise
from app.word.compare.formats import Format
from app.word.compare.paragraphs import Paragraph
from app.word.compare.pieces import Path, Piece, Rider, Thing

END = Token(".", note="paragraph")
"""The end of a paragraph. A full stop to the readability rule: a good place for a change to begin or end."""
SECTION_END = Token(".", note="section")


class Span(NamedTuple):
    """A part of a token, or what rides within it."""

    content: str | Thing | Rider
    format: Format
    path: Path


class Atom(NamedTuple):
    """What a token is made of, unlike its text.

    Text in one format is all one atom, shared by its tokens, with its `format`. Anything else has `spans`, which are its
    texts by format, with what others took out between them, or one thing; or neither at the end of a paragraph, which
    is `ends`. Its `path` is that of all of it.
    """

    path: Path
    format: Format | None = None
    spans: tuple[Span, ...] = ()
    ends: Paragraph | None = None


class Atoms:
    """Tokens and atoms side by side; `riders` by the place of the atom they stand before.

    `shelled`: whether any of it stands in a shell. `_begins` are the places where another atom begins than the one
    before, in order; `_ends` those where a paragraph ends.
    """

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self.tokens: list[Token] = []
        self.atoms: list[Atom] = []
        self.riders: dict[int, list[Rider]] = {}
        self.shelled = False
        self._begins: list[int] = []
        self._ends: list[int] = []
        for paragraph in paragraphs:
            self._content(paragraph.pieces, paragraph.riders)
            self.end(paragraph)

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> Self:
        """The atoms of what stands within a paragraph."""
        atoms = cls(())
        atoms._content(pieces, ())
        return atoms

    def paragraph(self, place: int) -> Paragraph | None:
        """The paragraph that ends first at `place` or behind."""
        end = self.next_end(place)
        return None if end is None else self.atoms[end].ends

    def next_end(self, place: int) -> int | None:
        """The first place, from `place` on, at which a paragraph ends."""
        number = bisect_left(self._ends, place)
        return self._ends[number] if number < len(self._ends) else None

    def last_end(self, place: int) -> int | None:
        """The last place before `place` at which a paragraph ends."""
        number = bisect_left(self._ends, place)
        return self._ends[number - 1] if number else None

    def text(self, start: int, stop: int) -> str:
        """The text of the tokens from `start` to before `stop`."""
        return "".join([token.text for token in self.tokens[start:stop]])

    def spans(self, place: int) -> Sequence[Span]:
        """The text at `place`, by format."""
        atom = self.atoms[place]
        return atom.spans if atom.format is None else (Span(self.tokens[place].text, atom.format, atom.path),)

    def stretch(self, start: int, stop: int) -> int:
        """How far from `start`, but not beyond `stop`, the text of one atom goes, with no rider in it."""
        next_one = bisect_right(self._begins, start)
        stop = min(stop, self._begins[next_one]) if next_one < len(self._begins) else stop
        if not self.riders:
            return stop
        return next((place for place in range(start + 1, stop) if place in self.riders), stop)

    def _content(self, pieces: Sequence[Piece], riders: Sequence[Rider]) -> None:
        first = len(self.tokens)
        ends: list[int] = []
        place, position = 0, 0
        while place < len(pieces):
            content, format, path = pieces[place]
            self.shelled = self.shelled or bool(path)
            if isinstance(content, Thing):
                shells = "".join(shell.link or "" for shell in path)
                self._begins.append(len(self.atoms))
                self.tokens.append(Token(NOTE_ANCHOR, note=content.key + shells))
                self.atoms.append(Atom(path, None, (Span(content, format, path),)))
                position += content.width
                ends.append(position)
                place += 1
                continue
            stop = place + 1
            while stop < len(pieces) and isinstance(pieces[stop].content, str) and _goes_on(pieces[stop].path, path):
                stop += 1
            spans = list(_with_held(pieces[place:stop], riders, position))
            position = self._text(spans, position, ends if riders else None)
            place = stop
        inside = _riding(self.atoms[first:]) if riders else ()
        for rider in riders:
            if rider in inside:
                continue
            before = next((n for n, end in enumerate(ends) if end > rider.position), len(ends))
            self.riders.setdefault(first + before, []).append(rider)

    def end(self, paragraph: Paragraph) -> None:
        """Appends the mark of `paragraph`."""
        self._begins.append(len(self.atoms))
        self._ends.append(len(self.atoms))
        self.tokens.append(END if paragraph.section is None else SECTION_END)
        self.atoms.append(Atom((), ends=paragraph))

    def _text(self, spans: list[Span], position: int, ends: list[int] | None) -> int:
        whole = "".join([span.content for span in spans if isinstance(span.content, str)])
        tokens = (Token(whole),) if whole == NOTE_ANCHOR else tokenise((Run(whole),))
        if ends is not None:
            for token in tokens:
                position += len(token.text)
                ends.append(position)
        else:
            position += len(whole)
        _, format, path = spans[0]
        links = "".join(shell.link or "" for shell in path)
        self.tokens.extend(Token(token.text, note=links) for token in tokens) if links else self.tokens.extend(tokens)
        if len(spans) == 1:
            self._begins.append(len(self.atoms))
            self.atoms.extend([Atom(path, format)] * len(tokens))
        else:
            self._begins.extend(range(len(self.atoms), len(self.atoms) + len(tokens)))
            self.atoms.extend(Atom(cut[0].path, None, cut) for cut in _cut(spans, tokens))
        return position


def _riding(atoms: Iterable[Atom]) -> list[Rider]:
    """What rides within a token."""
    return [span.content for atom in atoms if len(atom.spans) > 1 for span in atom.spans if isinstance(span.content, Rider)]


def _goes_on(path: Path, before: Path) -> bool:
    """Whether text goes on from one path into another: words that others put in do not part it."""
    if path == before:
        return True
    return [shell for shell in path if not shell.is_pending] == [shell for shell in before if not shell.is_pending]


def _with_held(pieces: Sequence[Piece], riders: Sequence[Rider], position: int) -> Iterator[Span]:
    """The text of `pieces`, which begin at `position`, with the held riders that stand between them."""
    held = [rider for rider in riders if rider.is_held and rider.position > position] if len(pieces) > 1 else []
    for content, format, path in pieces:
        while held and held[0].position <= position:
            yield Span(held.pop(0), format, path)
        yield Span(content, format, path)
        position += len(str(content))


def _cut(spans: Sequence[Span], tokens: Iterable[Token]) -> Iterator[tuple[Span, ...]]:
    """The parts of each token, and the riders within it: none that stands before its first character."""
    place, used = 0, 0
    for token in tokens:
        parts: list[Span] = []
        left = len(token.text)
        while left:
            content, format, path = spans[place]
            if not isinstance(content, str):
                parts += [spans[place]] if parts else []
                place += 1
                continue
            taken = content[used : used + left]
            parts.append(Span(taken, format, path))
            left -= len(taken)
            used += len(taken)
            if used == len(content):
                place, used = place + 1, 0
        yield tuple(parts)


def of_both(old: Iterable[Span], new: Iterable[Span]) -> Iterator[tuple[Span, Format]]:
    """The same text cut two ways: its old parts, each with its new format, and what rides between the old."""
    there = iter(new)
    text, format = "", None
    for span in old:
        rest = span.content
        if not isinstance(rest, str):
            yield span, span.format
            continue
        while rest:
            while not text:
                content, format, _ = next(there)
                text = content if isinstance(content, str) else ""
            length = min(len(rest), len(text))
            yield span._replace(content=rest[:length]), format or span.format
            rest, text = rest[length:], text[length:]
