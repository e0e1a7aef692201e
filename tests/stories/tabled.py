"""A declaration with a table, as a Word and as an OpenDocument file brings it.

The table has a head, a cell over two columns, a table within a cell, and cells of several paragraphs, some numbered.
"""

from tests.word.making import docx, p, t
from tests.word.odt.making import odt

WORDS = (
    ("title", "Joint declaration"),
    ("preambular", "Recalling the Global Compact,"),
    ("chapeau", "To honour these commitments within the periods stated:"),
    ("row", "Who | What | By when"),
    ("row", "Mexico | shares its paper\ncollects comments in writing | 10 April"),
    ("row", "Guatemala and Honduras |  | 24 April"),
    ("row", "El Salvador | convenes the meeting:\nTapachula\nMay | 30 April"),
    ("row", "Secretariat | 1. lists the consulates\n2. circulates the list |"),
    ("operative", "To review them at the next meeting."),
)
"""What is read of either file, by role."""

_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def in_word() -> bytes:
    rows = (
        _row(*(_cell(p(t(words))) for words in ("Who", "What", "By when")), head=True),
        _row(
            _cell(p(t("Mexico"))),
            _cell(p(t("shares its paper")) + p(t("collects comments in writing"))),
            _cell(p(t("10 April"))),
        ),
        _row(_cell(p(t("Guatemala and Honduras")), across=2), _cell(p(t("24 April")))),
        _row(
            _cell(p(t("El Salvador"))),
            _cell(p(t("convenes the meeting:")) + _table(_row(_cell(p(t("Tapachula"))), _cell(p(t("May"))))) + p()),
            _cell(p(t("30 April"))),
        ),
        _row(
            _cell(p(t("Secretariat"))),
            _cell(p(t("lists the consulates"), ppr=_NUMBERED) + p(t("circulates the list"), ppr=_NUMBERED)),
            _cell(p()),
        ),
    )
    lines = [p(t(words)) for role, words in WORDS if role != "row"]
    return docx("".join((*lines[:3], _table(*rows), *lines[3:])), numbering=_NUMBERING)


def in_open_document() -> bytes:
    def cell(inside: str, more: str = "") -> str:
        return f"<table:table-cell{more}>{inside}</table:table-cell>"

    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def line(*words: str) -> str:
        return "".join(f"<text:p>{each}</text:p>" for each in words)

    nested = f"<table:table>{row(cell(line('Tapachula')), cell(line('May')))}</table:table>"
    items = "".join(
        f"<text:list-item>{line(words)}</text:list-item>" for words in ("lists the consulates", "circulates the list")
    )
    across = cell(line("Guatemala and Honduras"), ' table:number-columns-spanned="2"') + "<table:covered-table-cell/>"
    head = row(*(cell(line(words)) for words in ("Who", "What", "By when")))
    rows = (
        f"<table:table-header-rows>{head}</table:table-header-rows>",
        row(cell(line("Mexico")), cell(line("shares its paper", "collects comments in writing")), cell(line("10 April"))),
        row(across, cell(line("24 April"))),
        row(cell(line("El Salvador")), cell(line("convenes the meeting:") + nested), cell(line("30 April"))),
        row(cell(line("Secretariat")), cell(f'<text:list text:style-name="L">{items}</text:list>'), cell("<text:p/>")),
    )
    lines = [line(words) for role, words in WORDS if role != "row"]
    numbers = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-suffix="."/></text:list-style>'
    )
    return odt("".join((*lines[:3], f"<table:table>{''.join(rows)}</table:table>", *lines[3:])), automatic=numbers)


def _table(*rows: str) -> str:
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid/>{"".join(rows)}</w:tbl>'


def _row(*cells: str, head: bool = False) -> str:
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if head else ''}{''.join(cells)}</w:tr>"


def _cell(inside: str, across: int = 1) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{across}"/></w:tcPr>{inside}</w:tc>'
