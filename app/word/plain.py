"""Plain text that somebody brings: told from documents by what is in it, and decoded."""

from pathlib import PurePath

from app.word.opening import is_plain
from app.word.unreadable import Reason, Unreadable

PLAIN = ".txt"


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
