"""What programs write into letterheads that the schema of Word does not know, and that nothing is lost without."""

from lxml import etree

from app.word.names import drop, on, w

_ROWS = tuple(map(w, ("cantSplit", "tblHeader", "hidden")))
_SIDES = {"start": "left", "end": "right"}
_NEEDLESS = frozenset({w("characterSet"), "ID"})


def tidy(root: etree._Element) -> None:
    """Puts the spelling of other programs right, in place."""
    for element in list(root.iter(*_ROWS)):
        if on(element):
            element.attrib.pop(w("val"), None)
        else:
            drop(element)
    for element in root.iter(*map(w, ("jc", "lvlJc", "tab"))):
        side = element.get(w("val"), "")
        if side in _SIDES:
            element.set(w("val"), _SIDES[side])
    for element in root.iter(w("ind")):
        for strict, side in _SIDES.items():
            if (far := element.attrib.pop(w(strict), None)) is not None:
                element.set(w(side), element.get(w(side), far))
    for element in root.iter(etree.Element):
        for attribute in _NEEDLESS & set(element.attrib):
            del element.attrib[attribute]
