"""Fields: which pieces of a story are an instruction to Word, and which its result, the text that is read."""

from collections.abc import Hashable

from lxml import etree

from app.word.names import value, w

_BEGIN, _SEPARATE, _END = "begin", "separate", "end"


class Fields:
    """Follows the fields of one story. Marks without their partners mean nothing: they would hide the rest of the text."""

    def __init__(self, root: etree._Element) -> None:
        self._known: set[etree._Element] = set()
        self._showing: list[bool] = []
        begun: list[tuple[etree._Element, list[etree._Element]]] = []
        for mark in root.iter(w("fldChar")):
            kind: Hashable = value(mark, "fldCharType")
            if kind == _BEGIN:
                begun.append((mark, []))
            elif begun and kind == _SEPARATE:
                begun[-1][1].append(mark)
            elif begun and kind == _END:
                begin, separators = begun.pop()
                self._known |= {begin, *separators[:1], mark}

    def pass_by(self, mark: etree._Element) -> None:
        """Takes note of the next w:fldChar, in the order of the text."""
        if mark not in self._known:
            return
        match value(mark, "fldCharType"):
            case "begin":
                self._showing.append(False)
            case "separate" if self._showing:
                self._showing[-1] = True
            case "end" if self._showing:
                self._showing.pop()

    @property
    def shown(self) -> bool:
        """Whether what stands here is read, and not part of an instruction."""
        return all(self._showing)
