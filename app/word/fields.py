"""Fields: which pieces of a story are an instruction to Word, and which its result, the text that is read."""

from lxml import etree

from app.word.names import value, w


class Fields:
    """Follows the fields of one story. Marks without their partners mean nothing: they would hide the rest of the text."""

    def __init__(self, root: etree._Element) -> None:
        self._known: set[etree._Element] = set()
        self._showing: list[bool] = []
        self._instructions = 0
        begun: list[tuple[etree._Element, list[etree._Element]]] = []
        for mark in root.iter(w("fldChar")):
            match value(mark, "fldCharType"):
                case "begin":
                    begun.append((mark, []))
                case "separate" if begun:
                    begun[-1][1].append(mark)
                case "end" if begun:
                    begin, separators = begun.pop()
                    self._known |= {begin, *separators[:1], mark}

    def pass_by(self, mark: etree._Element) -> None:
        """Takes note of the next w:fldChar, in the order of the text."""
        if mark not in self._known:
            return
        match value(mark, "fldCharType"):
            case "begin":
                self._showing.append(False)
                self._instructions += 1
            case "separate" if self._showing:
                self._instructions -= not self._showing[-1]
                self._showing[-1] = True
            case "end" if self._showing:
                self._instructions -= not self._showing.pop()

    @property
    def shown(self) -> bool:
        """Whether what stands here is read, and not part of an instruction."""
        return self._instructions == 0
