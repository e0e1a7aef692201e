"""Words straight from the XML, tracked changes and all: for listing what is changed rather than for reading a text."""

from collections.abc import Iterator

from lxml import etree

from app.word.names import FORMER, MC, M, local, value, w
from app.word.symbols import symbol

_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_ELSEWHERE = frozenset((w("txbxContent"), w("pPr"), w("rPr"), w("trPr"), w("tcPr"), w("tblPr"), w("sdtPr"), w("instrText")))
_BRANCHES = (f"{{{MC}}}Choice", f"{{{MC}}}Fallback")
_FORMER = frozenset(map(w, FORMER))


def walk(root: etree._Element, passing: frozenset[str] = frozenset()) -> Iterator[etree._Element]:
    """`root` and what is in it, in order, each thing once: only the first version of mc:AlternateContent, and not what
    properties were before a change of them, which may say again that words were tracked.

    What is in an element named in `passing` is passed by, and so is the element.
    """
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str) or (element is not root and element.tag in passing):
            continue
        if element.tag in _BRANCHES and next(element.itersiblings(*_BRANCHES, preceding=True), None) is not None:
            continue
        yield element
        if element.tag not in _FORMER:
            waiting.extend(reversed(element))


def words(root: etree._Element, without: tuple[str, ...] = ()) -> str:
    """The words in `root`, deleted and inserted alike, leaving out what stands in elements named in `without`."""
    passing = _ELSEWHERE | {w(name) for name in without}
    paragraphs, pieces = 0, []
    for element in walk(root, passing - {root.tag}):
        name = local(element)
        if name in ("t", "delText", f"{{{M}}}t"):
            pieces.append("".join(element.itertext()))
        elif name in _SIGNS:
            pieces.append(_SIGNS[name])
        elif name == "br" and value(element, "type") in (None, "textWrapping"):
            pieces.append("\n")
        elif name == "sym":
            pieces.append(symbol(value(element, "font"), value(element, "char")) or "")
        elif name == "p" and element is not root:
            paragraphs += 1
            if paragraphs > 1:
                pieces.append("\n")
    return "".join(pieces)
