"""Names of WordprocessingML, spelled once."""

from functools import cache

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
W16CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
W16CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
W16DU = "http://schemas.microsoft.com/office/word/2023/wordml/word16du"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
FORMER = (
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "tblPrExChange",
    "tblGridChange",
    "trPrChange",
    "tcPrChange",
)
"""What holds the properties that something had before they were changed."""


@cache
def w(name: str) -> str:
    """The qualified name of `name` in the main namespace."""
    return f"{{{W}}}{name}"


def local(element: etree._Element) -> str:
    """The name without its namespace when it is of the main namespace, else the qualified name; "" for a comment."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return tag[len(W) + 2 :] if tag.startswith(f"{{{W}}}") else tag


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """The attribute `name` of the main namespace; None when the element is None or has no such attribute."""
    return None if element is None else element.get(w(name))


def on(element: etree._Element | None) -> bool | None:
    """A toggle property: None when absent, else whether it is switched on."""
    if element is None:
        return None
    return (value(element) or "true").lower() not in ("0", "false", "off", "none")


def childless(element: etree._Element) -> bool:
    """Whether nothing is in `element`. To ask for its length would count all that is."""
    return next(iter(element), None) is None


def unwrap(element: etree._Element) -> None:
    """Puts the children of `element` in its place."""
    parent = element.getparent()
    if parent is None:
        return
    _give_text(element, element.text)
    for child in list(element):
        element.addprevious(child)
    drop(element)


def drop(element: etree._Element) -> None:
    """Removes `element` with what is in it for good, and keeps the text after it."""
    parent = element.getparent()
    if parent is None:
        return
    _give_text(element, element.tail)
    # What is removed as it is has its names put in order, in a time that grows with the square of what is in it.
    for holder in reversed([each for each in element.iter() if not childless(each)]):
        del holder[:]
    parent.remove(element)


def _give_text(element: etree._Element, text: str | None) -> None:
    """Puts `text` in front of `element`."""
    if not text:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + text
    else:
        parent = element.getparent()
        parent.text = (parent.text or "") + text
