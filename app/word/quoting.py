"""The words that comments are on."""

from collections.abc import Iterable

from lxml import etree

from app.word.names import local, value

MOST = 32_000_000
"""Characters quoted in one story, all comments together: ranges may overlap without end, and what they quote with them."""


def quotations(elements: Iterable[etree._Element]) -> dict[str | None, str]:
    """The words in the range of each comment, by its id. `elements` are those of a story, in order.

    A range that is never closed reaches to the end of the story. Words deleted and inserted are both quoted.
    """
    pieces: list[str] = []
    said = 0
    spans: dict[str | None, tuple[int, int | None]] = {}
    for element in elements:
        match local(element):
            case "commentRangeStart":
                spans.setdefault(value(element, "id"), (said, None))
            case "commentRangeEnd":
                start, end = spans.get(value(element, "id"), (said, said))
                if end is None:
                    spans[value(element, "id")] = start, said
            case "t" | "delText" if spans:
                pieces.append("".join(element.itertext()))
                said += len(pieces[-1])
    text, left = "".join(pieces), MOST
    quoted: dict[str | None, str] = {}
    for identifier, (start, end) in spans.items():
        quoted[identifier] = text[start : min(said if end is None else end, start + left)]
        left -= len(quoted[identifier])
    return quoted
