"""Settling tracked changes in the XML of one part: the accepted or the rejected reading of it, in place.

Changes are taken in the order a reader needs: first wrapped words, then rows and cells, then properties, and last
paragraph marks, because what a mark merges depends on what is still there.
"""

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from app.word.merging import merge_marks
from app.word.names import FORMER, SPACE, M, W, childless, drop, local, unwrap, value, w
from app.word.ranges import reaching_beyond
from app.word.tabling import rows_and_cells

Chosen = Callable[[str | None], bool]
"""Whether changes by this author are to be settled; None is the author of a change that names none."""

ARRIVING = ("ins", "moveTo")
LEAVING = ("del", "moveFrom")
_WRAPPERS = tuple(map(w, ARRIVING + LEAVING))
_PROPERTIES = {
    "rPrChange": ("ins", "del", "moveFrom", "moveTo"),
    "pPrChange": ("rPr", "sectPr"),
    "sectPrChange": ("headerReference", "footerReference"),
    "tblPrChange": (),
    "tblPrExChange": (),
    "tblGridChange": (),
    "trPrChange": ("ins", "del"),
    "tcPrChange": ("cellIns", "cellDel", "cellMerge"),
}
"""Each kind of property change, with what beside the old properties is not of it and so outlives a rejection."""
_KEPT_LAST = ("pPrChange", "trPrChange", "tcPrChange")
_FORMER = frozenset(map(w, FORMER))
_MARKERS = tuple(map(w, (*ARRIVING, *LEAVING, "cellIns", "cellDel", "cellMerge")))


def settle(root: etree._Element, accepted: bool, chosen: Chosen) -> bool:
    """Settles every revision under `root` whose author is chosen; whether there was any.

    `accepted` says which way. What is not a revision is left as it is.
    """
    gone = tuple(map(w, LEAVING if accepted else ARRIVING))
    found = [
        _wrapped(root, gone, chosen),
        _marked_runs(root, gone, chosen),
        _wrappers_of_content(root, accepted, chosen),
        rows_and_cells(choose(root, chosen, "trPr", "ins", "del"), gone, accepted, remove),
        rows_and_cells(choose(root, chosen, "tcPr", "cellIns", "cellDel", "cellMerge"), gone, accepted, remove),
        _properties(root, accepted, chosen),
        _numbering(root, accepted, chosen),
        merge_marks(root, gone, chosen),
        _move_ranges(root, chosen),
    ]
    return any(found)


def by_authors(authors: Iterable[str] | None) -> Chosen:
    """Chooses the changes of these authors; of everybody when None."""
    if authors is None:
        return lambda author: True
    names = frozenset(authors)
    return lambda author: author in names


def choose(root: etree._Element, chosen: Chosen, holder: str | None, *names: str) -> Iterator[etree._Element]:
    """The revisions of these names, in order, that a chosen author made and that stand directly in a `holder`.

    Those said again in what properties were before a change are not among them.
    """
    for element in list(root.iter(*map(w, names))):
        parent = element.getparent()
        if parent is None or (holder is not None and local(parent) != holder) or not chosen(value(element, "author")):
            continue
        around = list(element.iterancestors())
        if root in around and _FORMER.isdisjoint(ancestor.tag for ancestor in around):
            yield element


def remove(element: etree._Element) -> None:
    """Removes `element` but keeps, before its place, the ends of ranges that reach beyond it."""
    for marker in reaching_beyond(element):
        marker.tail = None
        element.addprevious(marker)
    _drop_with_emptied_holder(element)


def _drop_with_emptied_holder(element: etree._Element) -> None:
    parent = element.getparent()
    drop(element)
    if parent is None or not childless(parent):
        return
    control = parent.getparent()
    if local(parent) in ("hyperlink", "dir", "bdo"):
        _drop_with_emptied_holder(parent)
    elif parent.tag == w("sdtContent") and control is not None:
        holder = control.getparent()
        # An emptied content control among words may stay; one that held blocks would break the table or the body.
        if holder is not None and local(holder) in ("body", "tc", "tbl", "tr", "sdtContent"):
            _drop_with_emptied_holder(control)


def _wrapped(root: etree._Element, gone: tuple[str, ...], chosen: Chosen) -> bool:
    found = False
    for element in choose(root, chosen, None, *ARRIVING, *LEAVING):
        parent = element.getparent()
        if local(parent) in ("rPr", "trPr", "numPr"):
            continue
        found = True
        if parent.tag == f"{{{M}}}ctrlPr":
            _math_control(element, parent, gone)
        elif element.tag in gone:
            remove(element)
        else:
            if element.tag == w("del"):
                _undelete(element)
            unwrap(element)
    if found:
        for element in list(root.iter(*_WRAPPERS)):
            if local(element.getparent()) in ("p", "hyperlink", *ARRIVING, *LEAVING) and childless(element):
                drop(element)
    return found


def _undelete(element: etree._Element) -> None:
    for text in element.iter(w("delText"), w("delInstrText")):
        if next(text.iterancestors(w("del")), None) is element:
            text.tag = w("t") if text.tag == w("delText") else w("instrText")
            text.set(SPACE, "preserve")


def _math_control(element: etree._Element, holder: etree._Element, gone: tuple[str, ...]) -> None:
    properties = holder.getparent()
    structure = None if properties is None else properties.getparent()
    if element.tag in gone and structure is not None and not any(text.text for text in structure.iter(f"{{{M}}}t")):
        remove(structure)
    else:
        unwrap(element)


def _marked_runs(root: etree._Element, gone: tuple[str, ...], chosen: Chosen) -> bool:
    """Runs tracked in their own properties, as in formulas, and not by a wrapper."""
    found = False
    for marker in choose(root, chosen, "rPr", *ARRIVING, *LEAVING):
        run = marker.getparent().getparent()
        if run is None or local(run) == "pPr":
            continue
        found = True
        drop(marker)
        if marker.tag in gone:
            remove(run)
    return found


def _wrappers_of_content(root: etree._Element, accepted: bool, chosen: Chosen) -> bool:
    """Content controls and custom XML that were put around words, or taken away from around them."""
    kinds = ("customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    undone = ("customXmlDel", "customXmlMoveFrom") if accepted else ("customXmlIns", "customXmlMoveTo")
    starts = {w(kind + "RangeStart"): kind for kind in kinds}
    ends = {w(kind + "RangeEnd"): kind for kind in kinds}
    is_open: dict[tuple[str, str | None], bool] = {}
    markers, unwrapped = [], []
    for element in root.iter(*starts, *ends, w("sdt"), w("customXml")):
        if kind := starts.get(element.tag):
            if chosen(value(element, "author")):
                is_open[kind, value(element, "id")] = kind in undone
                markers.append(element)
        elif kind := ends.get(element.tag):
            if is_open.pop((kind, value(element, "id")), None) is not None:
                markers.append(element)
        elif any(is_open.values()):
            unwrapped.append(element)
    for element in unwrapped:
        for inner in element.xpath("./w:sdtPr | ./w:sdtEndPr | ./w:customXmlPr", namespaces={"w": W}):
            drop(inner)
        content = element.find(w("sdtContent"))
        if content is not None:
            unwrap(content)
        unwrap(element)
    for marker in markers:
        drop(marker)
    return bool(markers)


def _properties(root: etree._Element, accepted: bool, chosen: Chosen) -> bool:
    found = False
    for change in choose(root, chosen, None, *_PROPERTIES):
        found = True
        holder = change.getparent()
        if not accepted:
            for marker in list(change.iter(*_MARKERS)):
                drop(marker)
            old = [child for wrapper in change for child in wrapper]
            outliving = [child for child in holder if local(child) in _PROPERTIES[local(change)]]
            for child in {*holder}.difference((change, *outliving)):
                drop(child)
            holder.extend(old + outliving if local(change) in _KEPT_LAST else outliving + old)
        drop(change)
    return found


def _numbering(root: etree._Element, accepted: bool, chosen: Chosen) -> bool:
    found = False
    for change in [*choose(root, chosen, "numPr", "ins"), *choose(root, chosen, None, "numberingChange")]:
        found = True
        numbering = change.getparent()
        drop(change)
        if not accepted and not value(change, "original") and local(numbering) == "numPr":
            drop(numbering)
    return found


def _move_ranges(root: etree._Element, chosen: Chosen) -> bool:
    found = False
    for kind in ("moveFromRange", "moveToRange"):
        is_open: set[str | None] = set()
        for marker in list(root.iter(w(kind + "Start"), w(kind + "End"))):
            if marker.tag == w(kind + "Start"):
                if not chosen(value(marker, "author")):
                    continue
                is_open.add(value(marker, "id"))
            elif value(marker, "id") not in is_open and not chosen(None):
                continue
            found = True
            drop(marker)
    return found
