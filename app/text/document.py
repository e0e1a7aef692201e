"""A text: an immutable sequence of paragraphs, each under its own key."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from app.text.paragraph import Paragraph


class Document:
    """Paragraphs in order. Two documents are equal when their paragraphs are.

    Raises ValueError when two paragraphs share a key.
    """

    def __init__(self, paragraphs: Iterable[Paragraph] = ()) -> None:
        self.paragraphs: tuple[Paragraph, ...] = tuple(paragraphs)
        if len(self._places) != len(self.paragraphs):
            raise ValueError("two paragraphs share a key")

    @cached_property
    def _places(self) -> dict[str, int]:
        return {paragraph.key: place for place, paragraph in enumerate(self.paragraphs)}

    def __iter__(self) -> Iterator[Paragraph]:
        return iter(self.paragraphs)

    def __len__(self) -> int:
        return len(self.paragraphs)

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __getitem__(self, key: str) -> Paragraph:
        """The paragraph under `key`. Raises KeyError."""
        return self.paragraphs[self._places[key]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and self.paragraphs == other.paragraphs

    def __hash__(self) -> int:
        return hash(self.paragraphs)

    def __repr__(self) -> str:
        return f"Document({self.paragraphs!r})"

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._places)

    def get(self, key: str) -> Paragraph | None:
        """The paragraph under `key`, or None."""
        place = self._places.get(key)
        return None if place is None else self.paragraphs[place]

    def place(self, key: str) -> int:
        """The place of `key`, from 0. Raises KeyError."""
        return self._places[key]

    def before(self, key: str) -> str | None:
        """The key of the paragraph that stands before `key`; None at the beginning. Raises KeyError."""
        place = self._places[key]
        return self.paragraphs[place - 1].key if place else None
