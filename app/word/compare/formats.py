"""How characters and paragraphs look, as values that can be compared between two documents."""

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from app.word.compare.canon import Form, form
from app.word.compare.names import PPR, RPR, SECT, W

_PROOFING = frozenset({W + "lang", W + "noProof"})
_TRACKED = frozenset(W + name for name in ["ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"])
_APART = frozenset({RPR, SECT}) | _TRACKED
_NOT_LAYOUT = frozenset(
    W + name
    for name in (
        *("headerReference", "footerReference", "printerSettings", "ins", "del", "cellIns", "cellDel", "cellMerge"),
        *("sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange"),
    )
)
_GRID = W + "tblGrid"
_CHANGES = frozenset({W + "rPrChange", W + "pPrChange"})
_FONTS, _HINT = W + "rFonts", W + "hint"


class Format:
    """Properties of characters or of a paragraph: `look` is equal when they look the same, in both documents.

    `change` is a change of them by somebody else that is still pending, with what they were before it.
    """

    __slots__ = ("change", "look", "properties")

    def __init__(self, properties: etree._Element, look: int, change: etree._Element | None = None) -> None:
        self.properties = properties
        self.look = look
        self.change = change

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to write."""
        return not len(self.properties) and self.change is None

    def copy(self) -> etree._Element:
        """A new w:rPr or w:pPr with these properties, without the pending change."""
        return deepcopy(self.properties)

    def former(self) -> etree._Element:
        """A new w:rPr or w:pPr as it is when every change of it is rejected."""
        return self.copy() if self.change is None or not len(self.change) else deepcopy(self.change[0])


class Looks:
    """Numbers for looks, the same in both documents of one comparison."""

    def __init__(self) -> None:
        self._numbers: dict[Form, int] = {(): 0}

    def number(self, look: Form) -> int:
        return self._numbers.setdefault(look, len(self._numbers))


class Formats:
    """The formats of one document, in the names of the document that is marked up."""

    def __init__(
        self,
        looks: Looks,
        renamed: Callable[[etree._Element], None],
        is_default: Callable[[etree._Element], bool],
    ) -> None:
        """`renamed` puts those names into a copy of properties; `is_default`: the child names the default style."""
        self._looks = looks
        self._renamed = renamed
        self._is_default = is_default
        self._known: dict[Form, Format] = {}
        self.none = Format(etree.Element(RPR), 0)
        self.none_of_paragraph = Format(etree.Element(PPR), 0)

    def of(self, properties: etree._Element | None) -> Format:
        """The character format that a w:rPr gives."""
        return self.none if properties is None or not len(properties) else self._of(properties, _TRACKED)

    def of_paragraph(self, properties: etree._Element | None) -> Format:
        """The format that a w:pPr gives: no mark, no section."""
        return self.none_of_paragraph if properties is None else self._of(properties, _APART)

    def of_layout(self, properties: etree._Element) -> Format:
        """What the properties of a section, a table, a row or a cell say of its look."""
        return self._of(properties, _NOT_LAYOUT)

    def in_old_names(self, element: etree._Element) -> etree._Element:
        """A copy of `element` in the names of the document that is marked up."""
        own = deepcopy(element)
        self._renamed(own)
        return own

    def of_any(self, properties: etree._Element) -> Format:
        """What properties say of the look of whatever they are properties of."""
        return self._of(properties, {RPR: _TRACKED, PPR: _APART}.get(properties.tag, _NOT_LAYOUT))

    def _of(self, properties: etree._Element, apart: frozenset[str]) -> Format:
        kept = [child for child in properties if isinstance(child.tag, str) and child.tag not in apart]
        changes = [child for child in properties if child.tag in _CHANGES] if len(kept) < len(properties) else []
        whole = (properties.tag, *(form(child, str) for child in (*kept, *changes[:1])))
        known = self._known.get(whole)
        if known is None:
            own = etree.Element(properties.tag)
            own.extend(deepcopy(child) for child in kept)
            self._renamed(own)
            known = self._known[whole] = Format(
                own, self._looks.number(self._look(own)), next(map(deepcopy, changes), None)
            )
        return known

    def _look(self, properties: etree._Element) -> Form:
        seen = []
        for child in properties:
            if child.tag in _PROOFING or self._is_default(child):
                continue
            tag, attributes, *rest = form(child, str)
            attributes = tuple(item for item in attributes if item[0] != _HINT)
            if attributes or tag != _FONTS:
                seen.append((tag, attributes, *rest))
        # Of all properties only the columns of a table are told apart by their order.
        return tuple(seen if properties.tag == _GRID else sorted(seen, key=repr))
