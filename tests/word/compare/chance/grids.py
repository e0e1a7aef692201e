"""Tables by chance: merged and nested cells, rows and cells in content controls, properties of each."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.word.compare.chance.features import Features

_TABLE = (
    *('<w:tblStyle w:val="TableGrid"/>', '<w:tblW w:w="5000" w:type="pct"/>', '<w:jc w:val="center"/>'),
    *('<w:tblLayout w:type="fixed"/>', '<w:tblLook w:val="04A0"/>'),
)
_ROW = ("<w:cantSplit/>", '<w:trHeight w:val="400"/>', "<w:tblHeader/>")
_CELL = ('<w:shd w:val="clear" w:color="auto" w:fill="DDDDDD"/>', "<w:noWrap/>", '<w:vAlign w:val="center"/>')


def table(features: "Features", depth: int) -> str:
    width = features.chance.randint(1, 4)
    merged = features.chance.randrange(width) if features.maybe(0.3) else None
    rows = [row(features, depth, width, merged, n) for n in range(features.chance.randint(1, 4))]
    columns = '<w:gridCol w:w="1000"/>' * width
    return f"<w:tbl>{properties(features)}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def properties(features: "Features") -> str:
    return f"<w:tblPr>{chosen(features, _TABLE)}</w:tblPr>"


def chosen(features: "Features", among: tuple[str, ...]) -> str:
    return "".join(each for each in among if features.maybe(0.3)) if features.maybe(0.6) else ""


def row_properties(features: "Features") -> str:
    inner = chosen(features, _ROW) if features.maybe(0.3) else ""
    return f"<w:trPr>{inner}</w:trPr>" if inner else ""


def cell_properties(features: "Features", span: int, merge: str) -> str:
    inner = '<w:tcW w:w="1000" w:type="dxa"/>' if features.maybe(0.7) else ""
    inner += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    inner += merge + (chosen(features, _CELL) if features.maybe(0.3) else "")
    return f"<w:tcPr>{inner}</w:tcPr>" if inner else ""


def row(features: "Features", depth: int, width: int, merged: int | None, number: int) -> str:
    cells, column = [], 0
    while column < width:
        span = 2 if column + 1 < width and merged is None and features.maybe(0.15) else 1
        merge = ""
        if column == merged:
            merge = '<w:vMerge w:val="restart"/>' if number == 0 else "<w:vMerge/>"
        cells.append(_controlled(features, _cell(features, depth, cell_properties(features, span, merge)), 0.06))
        column += span
    return _controlled(features, f"<w:tr>{row_properties(features)}{''.join(cells)}</w:tr>", 0.12)


def _cell(features: "Features", depth: int, said: str) -> str:
    inner = "".join(features.block(depth + 1) for _ in range(features.chance.choice((0, 0, 0, 1))))
    return f"<w:tc>{said}{inner}{features.paragraph()}</w:tc>"


def _controlled(features: "Features", inner: str, share: float) -> str:
    """In a content control, or in custom XML, or neither."""
    if not features.maybe(share):
        return inner
    if features.maybe(0.3):
        return f'<w:customXml w:element="x">{inner}</w:customXml>'
    return f"<w:sdt>{features.control_properties()}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
