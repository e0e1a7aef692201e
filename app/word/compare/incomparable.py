"""What stands in the way of a comparison, and what is said of it."""

import re

from app.word.compare.names import W
from app.word.package import Package
from app.word.stories import settled_parts, stories

_CHUNK = W + "altChunk"
_KINDS = (
    *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"),
    *(name + "Change" for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr")),
)
_TRACKED = tuple(W + name for name in _KINDS)
_PERHAPS = re.compile(rb"<(?:\w+:)?(?:" + "|".join(_KINDS).encode() + rb")\b")


class Incomparable(ValueError):
    """The document cannot be compared with another; `str()` says why, in a sentence."""


def require_comparable(package: Package) -> None:
    """Raises Incomparable when what the document says does not stand in it yet."""
    for name in stories(package):
        if b"altChunk" in package.parts[name] and next(package.xml(name).iter(_CHUNK), None) is not None:
            raise Incomparable(
                "This document holds another document that Word has yet to take into it. Open it in Word, save it, and "
                "try again."
            )


def pending(package: Package) -> int:
    """How many tracked changes the document holds: a comparison takes them as accepted."""
    found = (name for name in settled_parts(package) if _PERHAPS.search(package.parts[name]))
    return sum(1 for name in found for _ in package.xml(name).iter(*_TRACKED))
