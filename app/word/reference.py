"""Makes the reference document: the styles and the paper of a text when a secretariat has none of its own.

    python -m app.word.reference templates/word/reference.docx

The file is what texts are written on; it can be opened and changed in Word like any other.
"""

import sys
from pathlib import Path

from lxml import etree

from app.word.package import CONTENT_TYPES, Package
from app.word.writing.markup import R, name, put, root, written
from app.word.writing.styles import TYPE as STYLES_TYPE

FONT = "Times New Roman"
_DOCUMENT = "word/document.xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DEFAULTS = (("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"))

# Paragraph properties in the order the schema wants; sizes in half points, distances in twentieths of a point.
_JUSTIFIED = {"jc": {"val": "both"}}
_PARAGRAPHS: tuple[tuple[str, str, str, dict[str, dict[str, str]], dict[str, dict[str, str]]], ...] = (
    (
        "Title",
        "Title",
        "Normal",
        {
            "keepNext": {},
            "keepLines": {},
            "suppressLineNumbers": {},
            "spacing": {"before": "240", "after": "480", "line": "288", "lineRule": "auto"},
            "contextualSpacing": {"val": "0"},
            "jc": {"val": "center"},
        },
        {"b": {}, "bCs": {}, "sz": {"val": "34"}, "szCs": {"val": "34"}},
    ),
    (
        "Heading1",
        "heading 1",
        "Normal",
        {
            "keepNext": {},
            "keepLines": {},
            "spacing": {"before": "480", "after": "200"},
            "outlineLvl": {"val": "0"},
        },
        {"b": {}, "bCs": {}, "sz": {"val": "27"}, "szCs": {"val": "27"}},
    ),
    (
        "Heading2",
        "heading 2",
        "Normal",
        {"keepNext": {}, "keepLines": {}, "spacing": {"before": "360", "after": "160"}, "outlineLvl": {"val": "1"}},
        {"b": {}, "bCs": {}},
    ),
    (
        "Heading3",
        "heading 3",
        "Normal",
        {"keepNext": {}, "keepLines": {}, "spacing": {"before": "300", "after": "140"}, "outlineLvl": {"val": "2"}},
        {"b": {}, "bCs": {}, "i": {}, "iCs": {}},
    ),
    *(
        (
            f"Heading{level}",
            f"heading {level}",
            "Normal",
            {
                "keepNext": {},
                "keepLines": {},
                "spacing": {"before": "240", "after": "120"},
                "outlineLvl": {"val": str(level - 1)},
            },
            {"i": {}, "iCs": {}},
        )
        for level in (4, 5, 6)
    ),
    ("Preambular", "Preambular", "Normal", _JUSTIFIED, {}),
    ("Operative", "Operative", "Normal", _JUSTIFIED, {}),
    ("Chapeau", "Chapeau", "Normal", {"keepNext": {}, **_JUSTIFIED}, {}),
    ("Item", "Item", "Normal", {"spacing": {"after": "140"}, "ind": {"left": "1134"}, **_JUSTIFIED}, {}),
    ("Subitem", "Subitem", "Normal", {"spacing": {"after": "120"}, "ind": {"left": "1701"}, **_JUSTIFIED}, {}),
    ("Closing", "Closing", "Normal", {"keepLines": {}, "spacing": {"before": "480"}, **_JUSTIFIED}, {}),
    (
        "Header",
        "header",
        "Normal",
        {
            "suppressLineNumbers": {},
            "tabs": {"center": "4536", "right": "9072"},
            "spacing": {"after": "0", "line": "240", "lineRule": "auto"},
        },
        {"sz": {"val": "19"}, "szCs": {"val": "19"}},
    ),
    (
        "Footer",
        "footer",
        "Normal",
        {
            "suppressLineNumbers": {},
            "tabs": {"center": "4536", "right": "9072"},
            "spacing": {"after": "0", "line": "240", "lineRule": "auto"},
        },
        {"sz": {"val": "19"}, "szCs": {"val": "19"}},
    ),
    (
        "FootnoteText",
        "footnote text",
        "Normal",
        {"suppressLineNumbers": {}, "spacing": {"after": "60", "line": "240", "lineRule": "auto"}},
        {"sz": {"val": "20"}, "szCs": {"val": "20"}},
    ),
    (
        "CommentText",
        "annotation text",
        "Normal",
        {"spacing": {"after": "0", "line": "240", "lineRule": "auto"}},
        {"sz": {"val": "20"}, "szCs": {"val": "20"}},
    ),
)
_CHARACTERS: tuple[tuple[str, str, dict[str, dict[str, str]]], ...] = (
    ("FootnoteReference", "footnote reference", {"vertAlign": {"val": "superscript"}}),
    ("CommentReference", "annotation reference", {"sz": {"val": "16"}, "szCs": {"val": "16"}}),
    ("LineNumber", "line number", {"color": {"val": "808080"}, "sz": {"val": "16"}, "szCs": {"val": "16"}}),
)
_OWN = {"Preambular", "Operative", "Chapeau", "Item", "Subitem", "Closing"}
_SHOWN = _OWN | {"Title", *(f"Heading{level}" for level in range(1, 7))}


def reference() -> bytes:
    """The reference document: one empty A4 page."""
    types = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    for extension, content_type in _DEFAULTS:
        etree.SubElement(types, f"{{{_TYPES}}}Default", Extension=extension, ContentType=content_type)
    package = Package({CONTENT_TYPES: written(types)}, _DOCUMENT)
    package.add(_DOCUMENT, _page(), _MAIN, "", f"{R}/officeDocument")
    package.add("word/styles.xml", _styles(), STYLES_TYPE, _DOCUMENT, f"{R}/styles")
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
    put(look, "sz", val="24")
    put(look, "szCs", val="24")
    put(look, "lang", val="en", eastAsia="en", bidi="ar-SA")
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
    for identifier, label, based, paragraph, run in _PARAGRAPHS:
        style = _style(part, "paragraph", identifier, label, based)
        if identifier in _SHOWN:
            put(style, "qFormat")
        if paragraph:
            _properties(put(style, "pPr"), paragraph)
        if run:
            _properties(put(style, "rPr"), run)
    for identifier, label, run in _CHARACTERS:
        _properties(put(_style(part, "character", identifier, label, "DefaultParagraphFont"), "rPr"), run)
    return written(part)


def _style(part: etree._Element, kind: str, identifier: str, label: str, based: str | None) -> etree._Element:
    style = put(part, "style", type=kind, styleId=identifier)
    if identifier in _OWN:
        style.set(name("customStyle"), "1")
    put(style, "name", val=label)
    if based:
        put(style, "basedOn", val=based)
    return style


def _properties(parent: etree._Element, properties: dict[str, dict[str, str]]) -> None:
    for tag, attributes in properties.items():
        element = put(parent, tag)
        for key, value in attributes.items():
            if tag == "tabs":
                put(element, "tab", val=key, pos=value)
            else:
                element.set(name(key), value)


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(reference())
