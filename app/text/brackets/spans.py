"""The brackets of a text: the passages not agreed, and how they nest.

Every square bracket counts; a footnote has brackets of its own, which are not counted. A bracket that has no partner is
reported with its place, never mended.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.text.document import Document
from app.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Span:
    """A bracketed passage: `start` is the place of "[" and `stop` the place just behind "]", in characters from 0.

    `depth` is 1 for a passage that stands in no other, 2 for one within it, and so on.
    """

    start: int
    stop: int
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Bracketing:
    """The brackets of the words `text`.

    `spans` are the passages in the order in which they open; `unbalanced` are the places of brackets without a partner.
    Spans and lone brackets together are all the brackets of the text and nothing else.
    """

    text: str
    spans: tuple[Span, ...] = ()
    unbalanced: tuple[int, ...] = ()

    @property
    def outermost(self) -> tuple[Span, ...]:
        """The passages that stand in no other."""
        return tuple(span for span in self.spans if span.depth == 1)

    @property
    def is_clean(self) -> bool:
        """Whether there is no bracket at all."""
        return not self.spans and not self.unbalanced

    def within(self, span: Span) -> tuple[Span, ...]:
        """The passages within `span`, at any depth."""
        return tuple(other for other in self.spans if span.start < other.start < span.stop)

    def words(self, span: Span) -> str:
        """The words of a passage, without its own brackets."""
        return self.text[span.start + 1 : span.stop - 1]


def brackets(words: str | Iterable[Token]) -> Bracketing:
    """The brackets of a text or of tokens, in which a footnote call is one character long. Never fails."""
    text = words if isinstance(words, str) else "".join(token.text for token in words)
    opened: list[int] = []
    partners: dict[int, int] = {}
    unbalanced: list[int] = []
    for place, character in enumerate(text):
        if character == "[":
            opened.append(place)
        elif character == "]":
            if opened:
                partners[opened.pop()] = place
            else:
                unbalanced.append(place)
    spans: list[Span] = []
    around: list[int] = []
    for start, end in sorted(partners.items()):
        while around and around[-1] < start:
            around.pop()
        around.append(end)
        spans.append(Span(start, end + 1, len(around)))
    return Bracketing(text, tuple(spans), tuple(sorted(unbalanced + opened)))


def is_clean(document: Document) -> bool:
    """Whether no bracket is left in the words of the document."""
    return not any("[" in paragraph.text or "]" in paragraph.text for paragraph in document)


def count(document: Document) -> int:
    """How many bracketed passages the document has, at any depth. A lone bracket is not a passage."""
    return sum(len(brackets(paragraph.text).spans) for paragraph in document)
