"""Who changed what and when, as the attributes of w:ins and w:del, and the identifiers they share with all else."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from lxml import etree

from app.word.writing.markup import W, instant, legal, name

AUTHOR_LENGTH = 255
"""Characters Word allows in a name."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody answered to a comment."""

    author: str
    at: datetime | None
    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Under which name and date a change shows in Word, the reason that goes with it as a comment, and the answers to it:
    without a reason there are none."""

    author: str
    at: datetime | None
    comment: str | None = None
    replies: tuple[Reply, ...] = ()


class Revisions:
    """Gives out identifiers, each once in a document, and signs elements for changes."""

    def __init__(self, signatures: Mapping[Hashable, Signature]) -> None:
        # What is carried over from a reference document has no identifiers left.
        self._numbers: Iterator[int] = count(1)
        self._signed = {change: _attributes(signature) for change, signature in signatures.items()}
        self.authors: dict[str, None] = {}
        """Names in the order in which they first sign."""

    def identifier(self) -> str:
        return str(next(self._numbers))

    def signed(self, parent: etree._Element, tag: str, change: Hashable) -> etree._Element:
        """A new last child `w:tag` of `parent` under the signature of `change`. Raises KeyError when it has none."""
        attributes = self._signed[change]
        self.authors.setdefault(attributes[name("author")])
        return etree.SubElement(parent, f"{{{W}}}{tag}", {name("id"): self.identifier(), **attributes})

    def dated(self, change: Hashable) -> bool:
        """Whether the signature of `change` says when. Raises KeyError when it has none."""
        return name("date") in self._signed[change]

    def range(self, parent: etree._Element, side: str, change: Hashable, label: str) -> str:
        """Opens in `parent` a side of the move called `label`, "moveFrom" or "moveTo", under the signature of `change`; the
        identifier by which it is closed."""
        start = self.signed(parent, f"{side}RangeStart", change)
        start.attrib.pop(name("w16du:dateUtc"), None)
        start.set(name("name"), label)
        return start.attrib[name("id")]


def author_of(signature: Signature | Reply) -> str:
    """The name as Word can hold it."""
    return legal(signature.author).strip()[:AUTHOR_LENGTH]


def _attributes(signature: Signature) -> dict[str, str]:
    attributes = {name("author"): author_of(signature)}
    if signature.at is not None:
        attributes[name("date")] = attributes[name("w16du:dateUtc")] = instant(signature.at)
    return attributes
