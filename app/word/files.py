"""Files that somebody brings: which reader takes one is told by what is in it, whatever its name says."""

from app.word.found import Imported
from app.word.odt import read as opendocument
from app.word.read import read
from app.word.unreadable import Reason, Unreadable


def read_any(data: bytes) -> Imported:
    """The text of `data`, a Word file or an OpenDocument text, with every tracked change in it accepted.

    Raises Unreadable, and nothing else, when there is no text to be had.
    """
    try:
        return read(data)
    except Unreadable as unreadable:
        if unreadable.reason is not Reason.OPENDOCUMENT:
            raise
    return opendocument.read(data)
