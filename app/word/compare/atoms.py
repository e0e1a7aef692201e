"""Paragraphs as atoms: the tokens that the diff engine compares, with what each of them is made of."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from app.text.runs import NOTE_ANCHOR, Run
from app.text.tokens import Token, tokenise
from app.word.compare.formats import Format
from app.word.compare.paragraphs import Paragraph
from app.word.compare.pieces import Path, Rider, Thing

END = Token(".", note="paragraph")
"""The end of a paragraph. A full stop to the readability rule: a good place for a change to begin or end."""
SECTION_END = Token(".", note="section")


class Atom(NamedTuple):
    """What a token is made of, unlike its text.

    Text in one format is all one atom, shared by its tokens, with its `format`. Anything else has `spans`, which are its
    texts by format, or one thing; or neither at the end of a paragraph, which is `ends`.
    """

    path: Path
    format: Format | None = None
    spans: tuple[tuple[str | Thing, Format], ...] = ()
    ends: Paragraph | None = None


class Atoms:
    """Tokens and atoms side by side; `riders` by the place of the atom they stand before.

    `shelled`: whether any of it stands in a shell. `_begins` are the places where another atom begins than the one
    before, in order.
    """

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self.tokens: list[Token] = []
        self.atoms: list[Atom] = []
        self.riders: dict[int, list[Rider]] = {}
        self.shelled = False
        self._begins: list[int] = []
        for paragraph in paragraphs:
            self._paragraph(paragraph)

    def text(self, start: int, stop: int) -> str:
        """The text of the tokens from `start` to before `stop`."""
        return "".join([token.text for token in self.tokens[start:stop]])

    def texts(self, place: int) -> list[tuple[str, Format]]:
        """The text at `place`, by format."""
        atom = self.atoms[place]
        if atom.format is not None:
            return [(self.tokens[place].text, atom.format)]
        return [(text, format) for text, format in atom.spans if isinstance(text, str)]

    def stretch(self, start: int, stop: int) -> int:
        """How far from `start`, but not beyond `stop`, the text of one atom goes, with no rider in it."""
        next_one = bisect_right(self._begins, start)
        stop = min(stop, self._begins[next_one]) if next_one < len(self._begins) else stop
        if not self.riders:
            return stop
        return next((place for place in range(start + 1, stop) if place in self.riders), stop)

    def _paragraph(self, paragraph: Paragraph) -> None:
        first = len(self.tokens)
        ends: list[int] = []
        pieces = paragraph.pieces
        place, position = 0, 0
        while place < len(pieces):
            content, format, path = pieces[place]
            self.shelled = self.shelled or bool(path)
            if isinstance(content, Thing):
                shells = "".join(shell.link or "" for shell in path)
                self._begins.append(len(self.atoms))
                self.tokens.append(Token(NOTE_ANCHOR, note=content.key + shells))
                self.atoms.append(Atom(path, None, ((content, format),)))
                position += content.width
                ends.append(position)
                place += 1
                continue
            stop = place + 1
            while stop < len(pieces) and isinstance(pieces[stop].content, str) and pieces[stop].path == path:
                stop += 1
            texts = [(str(piece.content), piece.format) for piece in pieces[place:stop]]
            position = self._text(texts, path, position, ends if paragraph.riders else None)
            place = stop
        for rider in paragraph.riders:
            before = next((n for n, end in enumerate(ends) if end > rider.position), len(ends))
            self.riders.setdefault(first + before, []).append(rider)
        self.end(paragraph)

    def end(self, paragraph: Paragraph) -> None:
        """Appends the mark of `paragraph`."""
        self._begins.append(len(self.atoms))
        self.tokens.append(END if paragraph.section is None else SECTION_END)
        self.atoms.append(Atom((), ends=paragraph))

    def _text(self, texts: list[tuple[str, Format]], path: Path, position: int, ends: list[int] | None) -> int:
        whole = texts[0][0] if len(texts) == 1 else "".join(text for text, _ in texts)
        tokens = (Token(whole),) if whole == NOTE_ANCHOR else tokenise((Run(whole),))
        if ends is not None:
            for token in tokens:
                position += len(token.text)
                ends.append(position)
        else:
            position += len(whole)
        links = "".join(shell.link or "" for shell in path)
        self.tokens.extend(Token(token.text, note=links) for token in tokens) if links else self.tokens.extend(tokens)
        if len(texts) == 1:
            self._begins.append(len(self.atoms))
            self.atoms.extend([Atom(path, texts[0][1])] * len(tokens))
        else:
            self._begins.extend(range(len(self.atoms), len(self.atoms) + len(tokens)))
            self.atoms.extend(Atom(path, None, spans) for spans in _cut(texts, tokens))
        return position


def _cut(texts: list[tuple[str, Format]], tokens: tuple[Token, ...]) -> Iterable[tuple[tuple[str, Format], ...]]:
    """The formats within each token."""
    place, used = 0, 0
    for token in tokens:
        spans = []
        left = len(token.text)
        while left:
            text, format = texts[place]
            taken = text[used : used + left]
            spans.append((taken, format))
            left -= len(taken)
            used += len(taken)
            if used == len(text):
                place, used = place + 1, 0
        yield tuple(spans)


def of_both(old: Iterable[tuple[str, Format]], new: Iterable[tuple[str, Format]]) -> Iterable[tuple[str, Format, Format]]:
    """The same text cut two ways: its pieces, each with its old and its new format."""
    there = iter(new)
    text, format = next(there)
    for old_text, old_format in old:
        while old_text:
            if not text:
                text, format = next(there)
            length = min(len(old_text), len(text))
            yield old_text[:length], old_format, format
            old_text, text = old_text[length:], text[length:]
