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
    # Whether anything is left of a row or table is asked once, when all that goes has gone.
    rows: dict[etree._Element | None, None] = {}
    tables: dict[etree._Element | None, None] = {}
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
                tables[next(row.iterancestors(w("tbl")), None)] = None
                remove(row)
        elif cell is not None and local(marker) == ("cellDel" if accepted else "cellIns"):
            remove(cell)
            rows[row] = None
    for properties, merge in merges.items():
        _set_merge(properties, merge)
    for row in rows:
        if row is not None and next(row.iter(w("tc")), None) is None:
            tables[next(row.iterancestors(w("tbl")), None)] = None
            remove(row)
    for table in tables:
        if table is not None and next(table.iter(w("tr")), None) is None:
            _remove_table(table, remove)
    return found


def _remove_table(table: etree._Element, remove: Remove) -> None:
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
