"""A whole text in another language, brought as a file: which of its paragraphs is whose. Nothing is written."""

from collections.abc import Mapping

from app.errors import Malformed
from app.text.document import Document
from app.text.parallel import Beside, beside
from app.text.runs import Runs


def places_of(source: Document, brought: Document) -> tuple[dict[str, int], frozenset[str]]:
    """For each paragraph of `source` that has a counterpart, by key, its place in the file, from 1; and the keys of those
    that somebody should look at, because it is not plain that the two belong together."""
    found = beside(source, brought)
    return _placed(found, brought), frozenset(
        each.source.key for each in found if each.source is not None and each.other is not None and not each.sure
    )


def chosen(source: Document, brought: Document, places: Mapping[str, int | None]) -> dict[str, Runs]:
    """The words for each paragraph of `source` for which a place in the file, from 1, was given.

    Raises Malformed for a place that is not in the file, and when two paragraphs want one place.
    """
    words: dict[str, Runs] = {}
    taken: set[int] = set()
    for paragraph in source:
        place = places.get(paragraph.key)
        if place is None:
            continue
        if not 1 <= place <= len(brought):
            raise Malformed("There is no paragraph {place} in the file.", field=f"place-{paragraph.key}", place=place)
        if place in taken:
            raise Malformed(
                "Paragraph {place} of the file is given twice. It can stand beside one paragraph only.",
                field=f"place-{paragraph.key}",
                place=place,
            )
        taken.add(place)
        words[paragraph.key] = brought.paragraphs[place - 1].runs
    return words


def _placed(found: tuple[Beside, ...], brought: Document) -> dict[str, int]:
    return {
        each.source.key: brought.place(each.other.key) + 1
        for each in found
        if each.source is not None and each.other is not None
    }
