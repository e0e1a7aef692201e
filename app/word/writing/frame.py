"""What every table of ours has before its rows: its width, ruled lines, room in its cells, a name, and columns."""

from collections.abc import Iterable, Sequence

from lxml import etree

from app.word.writing.markup import legal, put

GREY = "F2F2F2"
"""Behind the cells of a head."""

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def framed(
    body: etree._Element,
    name: str,
    widths: Sequence[int],
    *,
    across: tuple[str, str],
    room: Iterable[tuple[str, str]],
    heads: bool,
    ruled: bool = True,
    fixed: bool = False,
) -> etree._Element:
    """A w:tbl at the end of `body` with columns of these `widths`, in twentieths of a point, and no rows yet.

    `across` is its whole width and the unit of that, `room` what is free at the sides of each cell; `heads` says that its
    first row is a head, `fixed` that columns keep their width whatever is in them. `name` is its alternative text.
    """
    table = put(body, "tbl")
    properties = put(table, "tblPr")
    put(properties, "tblW", w=across[0], type=across[1])
    borders = put(properties, "tblBorders")
    for edge in _EDGES:
        put(borders, edge, val="single" if ruled else "nil", sz="4", space="0", color="808080")
    if fixed:
        put(properties, "tblLayout", type="fixed")
    margins = put(properties, "tblCellMar")
    for side, free in room:
        put(margins, side, w=free, type="dxa")
    put(properties, "tblLook", val="0020" if heads else "0000")
    put(properties, "tblCaption", val=legal(name))
    grid = put(table, "tblGrid")
    for width in widths:
        put(grid, "gridCol", w=str(width))
    return table
