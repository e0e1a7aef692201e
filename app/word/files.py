"""Files that somebody brings: which reader takes one is told by what is in it, whatever its name says."""

from pathlib import PurePath

from app.word.found import Imported
from app.word.odt import read as opendocument
from app.word.opening import is_plain
from app.word.read import read
from app.word.unreadable import Reason, Unreadable

PLAIN = ".txt"


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


def is_plain_text(name: str, data: bytes) -> bool:
    """Whether a file is to be taken as plain text: it is called .txt, and does not begin as files of another kind do."""
    return PurePath(name).suffix.lower() == PLAIN and is_plain(data)


def decoded(data: bytes) -> str:
    """A plain text in UTF-8, UTF-16 (with its mark) or the Western Windows encoding. Raises Unreadable."""
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unreadable(Reason.NOT_PLAIN)
