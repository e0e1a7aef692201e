"""Tracked rows and cells of tables."""

from collections.abc import Callable, Iterable

from lxml import etree

from app.word.names import childless, drop, local, value, w

Remove = Callable[[etree._Element], None]

_MERGES = {"cont": "continue", "rest": "restart"}
_BEFORE_MERGE = ("cnfStyle", "tcW", "gridSpan", "hMerge")


def rows_and_cells(markers: Iterable[etree._Element], gone: tuple[str, ...], accepted: bool, remove: Remove) -> bool:
    """Settles these markers of rows and cells; whether there was any. `gone` are the kinds that take a row away."""
    found = False
    merges: dict[etree._Element, str | None] = {}
    for marker in markers:
        found = True
        properties = marker.getparent()
        row = next(marker.iterancestors(w("tr")), None)
        cell = next(marker.iterancestors(w("tc")), None)
        drop(marker)
        if local(marker) == "cellMerge":
            merges[properties] = value(marker, "vMerge" if accepted else "vMergeOrig")
        elif local(properties) == "trPr":
            if marker.tag in gone and row is not None:
                _remove_row(row, remove)
        elif cell is not None and local(marker) == ("cellDel" if accepted else "cellIns"):
            remove(cell)
            if row is not None and next(row.iter(w("tc")), None) is None:
                _remove_row(row, remove)
    for properties, merge in merges.items():
        _set_merge(properties, merge)
    return found


def _remove_row(row: etree._Element, remove: Remove) -> None:
    table = next(row.iterancestors(w("tbl")), None)
    remove(row)
    if table is None or next(table.iter(w("tr")), None) is not None:
        return
    holder = table.getparent()
    remove(table)
    # Every cell ends with a paragraph; the table may have been all it held.
    if holder is not None and local(holder) == "tc" and (childless(holder) or local(holder[-1]) != "p"):
        etree.SubElement(holder, w("p"))


def _set_merge(properties: etree._Element, merge: str | None) -> None:
    for old in properties.findall(w("vMerge")):
        drop(old)
    if merge is not None:
        element = etree.Element(w("vMerge"), {w("val"): _MERGES.get(merge, merge)})
        before = [place for place, child in enumerate(properties) if local(child) in _BEFORE_MERGE]
        properties.insert(before[-1] + 1 if before else 0, element)
