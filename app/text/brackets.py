"""The brackets of a text: the passages not agreed, and how they nest.

Every square bracket counts; a footnote has brackets of its own, which are not counted. A bracket that has no partner is
reported with its place, never mended.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.text.document import Document
from app.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Span:
    """A bracketed passage: `start` is the place of "[" and `stop` the place just behind "]", in characters from 0.

    `inner` are the passages bracketed within it.
    """

    start: int
    stop: int
    inner: tuple["Span", ...] = field(default=())

    def __iter__(self) -> Iterator["Span"]:
        """This passage and all within it, in the order in which they open."""
        yield self
        for span in self.inner:
            yield from span


@dataclass(frozen=True, slots=True)
class Bracketing:
    """The brackets of the words `text`. `spans` are the outermost passages; `unbalanced` are places of lone brackets."""

    text: str
    spans: tuple[Span, ...] = ()
    unbalanced: tuple[int, ...] = ()

    def __iter__(self) -> Iterator[Span]:
        """Every passage, in the order in which they open."""
        for span in self.spans:
            yield from span

    @property
    def count(self) -> int:
        """How many bracketed passages there are, at any depth."""
        return sum(1 for _ in self)

    @property
    def depth(self) -> int:
        """How deep they nest; 0 when there are none."""
        return _depth(self.spans)

    @property
    def is_clean(self) -> bool:
        """Whether there is no bracket at all."""
        return not self.spans and not self.unbalanced

    def words(self, span: Span) -> str:
        """The words of a passage, without its own brackets."""
        return self.text[span.start + 1 : span.stop - 1]


def brackets(words: str | Iterable[Token]) -> Bracketing:
    """The brackets of a text or of tokens. Never fails.

    In tokens a footnote call is one character long.
    """
    text = words if isinstance(words, str) else "".join(token.text for token in words)
    opened: list[int] = []
    levels: list[list[Span]] = [[]]
    unbalanced: list[int] = []
    for place, character in enumerate(text):
        if character == "[":
            opened.append(place)
            levels.append([])
        elif character == "]":
            if opened:
                inner = tuple(levels.pop())
                levels[-1].append(Span(opened.pop(), place + 1, inner))
            else:
                unbalanced.append(place)
    return Bracketing(text, tuple(span for level in levels for span in level), tuple(sorted(unbalanced + opened)))


def is_clean(document: Document) -> bool:
    """Whether no bracket is left in the words of the document."""
    return not any("[" in paragraph.text or "]" in paragraph.text for paragraph in document)


def count(document: Document) -> int:
    """How many bracketed passages the document has, at any depth. A lone bracket is not a passage."""
    return sum(brackets(paragraph.text).count for paragraph in document)


def _depth(spans: tuple[Span, ...]) -> int:
    return max((1 + _depth(span.inner) for span in spans), default=0)
