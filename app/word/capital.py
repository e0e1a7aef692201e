"""The text as it goes to a capital: to be marked up in Word and sent back.

Changes are recorded from the first keystroke, every paragraph bears its key in a bookmark, and the file remembers in its
properties which text it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from app.text.document import Document
from app.text.redline import unchanged
from app.word.clean import NO_LABELS
from app.word.front import Front
from app.word.package import Package
from app.word.writing.assembly import assemble
from app.word.writing.parts.properties import CUSTOM, VALUES

_DECLARATION = "ProTemporeDeclaration"
_REVISION = "ProTemporeRevision"


@dataclass(frozen=True, slots=True)
class Origin:
    """Which text a file was made from: the ids of the declaration and of its revision, as text."""

    declaration: str
    revision: str


def for_capital(
    document: Document, front: Front, origin: Origin, labels: Mapping[str, str] = NO_LABELS, reference: bytes | None = None
) -> bytes:
    """The Word file of `document`, ready to be marked up. `labels` and `reference` as for `clean`."""
    remembered = {_DECLARATION: origin.declaration, _REVISION: origin.revision}
    return assemble(unchanged(document), {}, front, labels, reference, tracked=True, remembered=remembered)


def origin_of(package: Package) -> Origin | None:
    """What the file remembers of where it comes from; None when it is not one of these, or has forgotten.

    Raises Unreadable.
    """
    kept = {
        item.get("name"): _text(item)
        for name in package.related("", "custom-properties")
        for item in package.xml(name).findall(f"{{{CUSTOM}}}property")
    }
    declaration, revision = kept.get(_DECLARATION), kept.get(_REVISION)
    return Origin(declaration, revision) if declaration and revision else None


def _text(item: etree._Element) -> str:
    return (item.findtext(f"{{{VALUES}}}lpwstr") or "").strip()
