"""What stands in the way of a comparison, and what is said of it."""

import re

from app.word.compare.names import W
from app.word.compare.pending import unkept
from app.word.package import Package
from app.word.stories import stories
from app.word.unreadable import Unfit

_CHUNK = W + "altChunk"
_PERHAPS = re.compile(rb"<(?:\w+:)?(?:ins|del|moveFrom|moveTo|cell\w+|numberingChange)\b")
NESTED = (
    "One of the two documents holds tables, fields or formulas in each other, too many deep to be compared. Take some of "
    "them out of the others, and try again."
)
"""Which of the two it is shows only while they are compared."""


class Incomparable(Unfit):
    """The document cannot be compared with another; `str()` says why, in a sentence."""


def require_comparable(package: Package) -> None:
    """Raises Incomparable when what the document says does not stand in it yet."""
    for name in stories(package):
        if b"altChunk" in package.parts[name] and next(package.xml(name).iter(_CHUNK), None) is not None:
            raise Incomparable(
                "This document holds another document that Word has yet to take into it. Open it in Word, save it, and "
                "try again."
            )


def require_keepable(package: Package) -> None:
    """Raises Incomparable when the document holds changes by others that cannot be kept beside new ones."""
    for name in stories(package):
        if _PERHAPS.search(package.parts[name]) and unkept(package.xml(name)):
            raise Incomparable(
                "This document holds tracked changes that nobody has accepted or rejected, and that cannot be kept beside "
                "new ones: of cells, of numbering, or in a formula or a field. Accept or reject them, and try again."
            )
