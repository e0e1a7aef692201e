"""Makes the reference document: the styles and the paper of a text when a secretariat has none of its own.

    python -m app.word.reference templates/word/reference.docx

The file is what texts are written on; it can be opened and changed in Word like any other.
"""

import sys
from pathlib import Path

from lxml import etree

from app.word.package import Package
from app.word.writing.markup import R, W, name, put, root, written
from app.word.writing.styles import TYPE as STYLES_TYPE

FONT = "Times New Roman"

# Sizes are in half points, distances in twentieths of a point.
_TOGETHER = "<w:keepNext/><w:keepLines/>"
_JUSTIFIED = '<w:jc w:val="both"/>'
_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_CLOSE = '<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>'
_MARGIN = (
    '<w:suppressLineNumbers/><w:tabs><w:tab w:val="center" w:pos="4536"/><w:tab w:val="right" w:pos="9072"/></w:tabs>'
    '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
)


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _heading(level: int, before: int, after: int, look: str) -> tuple[str, str, str, str]:
    spacing = f'<w:spacing w:before="{before}" w:after="{after}"/><w:outlineLvl w:val="{level - 1}"/>'
    return f"Heading{level}", f"heading {level}", _TOGETHER + spacing, look


_PARAGRAPHS = (
    (
        "Title",
        "Title",
        f'{_TOGETHER}<w:suppressLineNumbers/><w:spacing w:before="240" w:after="480"/><w:jc w:val="center"/>',
        _BOLD + _size(34),
    ),
    _heading(1, 480, 200, _BOLD + _size(27)),
    _heading(2, 360, 160, _BOLD),
    _heading(3, 300, 140, _BOLD + _ITALIC),
    _heading(4, 240, 120, _ITALIC),
    _heading(5, 240, 120, _ITALIC),
    _heading(6, 240, 120, _ITALIC),
    ("Preambular", "Preambular", _JUSTIFIED, ""),
    ("Operative", "Operative", _JUSTIFIED, ""),
    ("Chapeau", "Chapeau", f"<w:keepNext/>{_JUSTIFIED}", ""),
    ("Item", "Item", f'<w:spacing w:after="140"/><w:ind w:left="1134"/>{_JUSTIFIED}', ""),
    ("Subitem", "Subitem", f'<w:spacing w:after="120"/><w:ind w:left="1701"/>{_JUSTIFIED}', ""),
    ("Row", "Row", f"<w:suppressLineNumbers/>{_CLOSE}", _size(22)),
    ("RowHeading", "Row heading", f"<w:keepNext/><w:suppressLineNumbers/>{_CLOSE}", _BOLD + _size(22)),
    ("Closing", "Closing", f'<w:keepLines/><w:spacing w:before="480"/>{_JUSTIFIED}', ""),
    ("Header", "header", _MARGIN, _size(19)),
    ("Footer", "footer", _MARGIN, _size(19)),
    (
        "FootnoteText",
        "footnote text",
        '<w:suppressLineNumbers/><w:spacing w:after="60" w:line="240" w:lineRule="auto"/>',
        _size(20),
    ),
    ("CommentText", "annotation text", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', _size(20)),
)
_CHARACTERS = (
    ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
    ("CommentReference", "annotation reference", _size(16)),
    ("LineNumber", "line number", f'<w:color w:val="808080"/>{_size(16)}'),
)
_OURS = ("Preambular", "Operative", "Chapeau", "Item", "Subitem", "Row", "RowHeading", "Closing")


def reference() -> bytes:
    """The reference document: one empty A4 page."""
    package = Package.empty()
    package.parts[package.main] = _page()
    package.add("word/styles.xml", _styles(), STYLES_TYPE, package.main, f"{R}/styles")
    return package.write()


def _page() -> bytes:
    part = root("document")
    body = put(part, "body")
    put(body, "p")
    section = put(body, "sectPr")
    put(section, "pgSz", w="11906", h="16838")
    put(section, "pgMar", top="1701", right="1418", bottom="1418", left="1418", header="794", footer="709", gutter="0")
    put(section, "cols", space="708")
    return written(part)


def _styles() -> bytes:
    part = root("styles")
    defaults = put(part, "docDefaults")
    look = put(put(defaults, "rPrDefault"), "rPr")
    put(look, "rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    _fill(look, _size(24))
    put(look, "lang", val="en-GB", eastAsia="en-GB", bidi="ar-SA")
    put(put(put(defaults, "pPrDefault"), "pPr"), "spacing", after="200", line="288", lineRule="auto")
    normal = _style(part, "paragraph", "Normal", "Normal", None)
    normal.set(name("default"), "1")
    put(normal, "qFormat")
    put(put(normal, "pPr"), "widowControl")
    for kind, identifier, label in (
        ("character", "DefaultParagraphFont", "Default Paragraph Font"),
        ("numbering", "NoList", "No List"),
    ):
        style = _style(part, kind, identifier, label, None)
        style.set(name("default"), "1")
        put(style, "uiPriority", val="99")
        put(style, "semiHidden")
        put(style, "unhideWhenUsed")
    for identifier, label, paragraph, run in _PARAGRAPHS:
        style = _style(part, "paragraph", identifier, label, "Normal")
        if identifier in _OURS or identifier.startswith(("Title", "Heading")):
            put(style, "qFormat")
        _fill(put(style, "pPr"), paragraph)
        if run:
            _fill(put(style, "rPr"), run)
    for identifier, label, run in _CHARACTERS:
        _fill(put(_style(part, "character", identifier, label, "DefaultParagraphFont"), "rPr"), run)
    return written(part)


def _style(part: etree._Element, kind: str, identifier: str, label: str, based: str | None) -> etree._Element:
    style = put(part, "style", type=kind, styleId=identifier)
    if identifier in _OURS:
        style.set(name("customStyle"), "1")
    put(style, "name", val=label)
    if based:
        put(style, "basedOn", val=based)
    return style


def _fill(parent: etree._Element, properties: str) -> None:
    parent.extend(etree.fromstring(f'<w:pPr xmlns:w="{W}">{properties}</w:pPr>'))


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(reference())
