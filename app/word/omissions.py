"""What a Word file holds that a negotiated text does not, counted while reading."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """A kind of content that is left out, or taken over in another form."""

    TABLE = "table"
    MERGED = "merged"
    NESTED = "nested"
    PICTURE = "picture"
    TEXT_BOX = "text_box"
    EMBEDDED = "embedded"
    FORMULA = "formula"
    HEADER = "header"
    COMMENT = "comment"
    CONTENTS = "contents"
    HIDDEN = "hidden"
    SYMBOL = "symbol"
    TRACKED = "tracked"


_SENTENCES = {
    Kind.TABLE: "{count} table(s) were taken over without their widths, lines and colours.",
    Kind.MERGED: "{count} merged cell(s) were parted; the words stand in the first.",
    Kind.NESTED: "{count} table(s) within a table were taken over as lines of the cell around them.",
    Kind.PICTURE: "{count} picture(s) or drawing(s) were left out.",
    Kind.TEXT_BOX: "{count} text box(es) were left out.",
    Kind.EMBEDDED: "{count} embedded object(s) or document(s) were left out.",
    Kind.FORMULA: "{count} formula(s) were taken over as plain characters.",
    Kind.HEADER: "{count} header(s) or footer(s) with text were left out.",
    Kind.COMMENT: "{count} comment(s) were left out.",
    Kind.CONTENTS: "{count} line(s) of a table of contents were left out.",
    Kind.HIDDEN: "{count} passage(s) of hidden text were left out.",
    Kind.SYMBOL: "{count} symbol(s) of a special font could not be read.",
    Kind.TRACKED: "{count} tracked change(s) were taken as accepted.",
}


@dataclass(frozen=True, slots=True)
class Omission:
    """`count` things of one kind. `place` is the index of the paragraph in or before which the first one stands."""

    kind: Kind
    count: int
    place: int | None = None

    @property
    def template(self) -> str:
        """The sentence for a reader, with `{count}` still to be filled in: what is to be translated."""
        return _SENTENCES[self.kind]

    def __str__(self) -> str:
        return self.template.format(count=self.count)


class Tally:
    """Counts omissions; `place` is moved along by the reader."""

    def __init__(self) -> None:
        self.place = 0
        self._found: dict[Kind, Omission] = {}

    def add(self, kind: Kind, count: int = 1, placed: bool = True) -> None:
        if count:
            known = self._found.get(kind) or Omission(kind, 0, self.place if placed else None)
            self._found[kind] = Omission(kind, known.count + count, known.place)

    @property
    def omissions(self) -> tuple[Omission, ...]:
        return tuple(self._found.values())
