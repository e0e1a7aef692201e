"""What must hold of every comparison, and what was marked in one."""

import re
from collections import Counter

from app.word.compare import compare
from app.word.resolve import accept, reject
from tests.word.compare.documents import AT, Block, W, read, written
from tests.word.making import unzipped

_MARK = re.compile(r"<w:(ins|del|rPrChange|pPrChange|moveFrom|moveTo)\b")
_TEXT = re.compile(r"<w:(?:t|delText)\b[^>]*>([^<]*)<|(<w:tab/>)|(<w:br/>)")


def agree(old: bytes, new: bytes) -> bytes:
    """The comparison of the two, after checking that it is one: rejected it is the old, accepted the new."""
    out = compare(old, new, "France", AT)
    assert read(reject(out)) == read(old)
    assert read(accept(out)) == read(new)
    assert compare(old, new, "France", AT) == out
    return out


def agreed(old: tuple[Block, ...], new: tuple[Block, ...]) -> bytes:
    return agree(written(*old), written(*new))


def count(data: bytes) -> Counter[str]:
    """How many marks of each kind there are in the whole file."""
    return Counter(
        kind for name, part in unzipped(data).items() if name.endswith(".xml") for kind in _MARK.findall(part.decode())
    )


def words(data: bytes, kind: str, part: str = "word/document.xml") -> list[str]:
    """The text of each `ins` or `del` that wraps runs, in order."""
    xml = unzipped(data)[part].decode()
    found = re.findall(rf"<w:{kind} [^>]*[^/]>(.*?)</w:{kind}>", xml)
    return ["".join(text for text, _, _ in _TEXT.findall(inner)) for inner in found]


def xml(data: bytes, part: str = "word/document.xml") -> str:
    return unzipped(data)[part].decode()


__all__ = ["W", "agree", "agreed", "count", "words", "xml"]
