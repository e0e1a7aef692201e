"""The words that comments are on."""

from collections.abc import Iterable

from lxml import etree

from app.word.names import local, value

MOST = 32_000_000
"""Characters quoted in one story, all comments together: ranges may overlap without end, and what they quote with them."""


def quotations(elements: Iterable[etree._Element]) -> dict[str | None, str]:
    """The words in the range of each comment, by its id: as they read in the end, or where there are none those deleted.

    `elements` are those of a story, in order. A range that is never closed reaches to the end of the story.
    """
    stay, go = _Words(), _Words()
    spans: dict[str | None, tuple[_Place, _Place | None]] = {}
    for element in elements:
        match local(element):
            case "commentRangeStart":
                spans.setdefault(value(element, "id"), ((stay.said, go.said), None))
            case "commentRangeEnd":
                here = stay.said, go.said
                start, end = spans.get(value(element, "id"), (here, here))
                if end is None:
                    spans[value(element, "id")] = start, here
            case "t" if spans:
                stay.add(element)
            case "delText" if spans:
                go.add(element)
    words, deleted, last = stay.text, go.text, (stay.said, go.said)
    left = MOST
    quoted: dict[str | None, str] = {}
    for identifier, (start, end) in spans.items():
        there = end or last
        said = words[start[0] : min(there[0], start[0] + left)] or deleted[start[1] : min(there[1], start[1] + left)]
        quoted[identifier] = said
        left -= len(said)
    return quoted


_Place = tuple[int, int]
"""How much has been said before, of the words that stay and of those deleted."""


class _Words:
    def __init__(self) -> None:
        self.said = 0
        self._pieces: list[str] = []

    def add(self, element: etree._Element) -> None:
        self._pieces.append("".join(element.itertext()))
        self.said += len(self._pieces[-1])

    @property
    def text(self) -> str:
        return "".join(self._pieces)
