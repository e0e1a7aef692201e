"""Small documents as values, for comparing: how they are written to Word, and how a Word file is read back to them."""

import io
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from lxml import etree

from app.word.compare import compare
from tests.word.making import docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


class Words(NamedTuple):
    """Text in one format: "", "b", "i" or "bi"."""

    text: str
    format: str = ""


class Link(NamedTuple):
    text: str
    anchor: str


class Control(NamedTuple):
    text: str


class Field(NamedTuple):
    instruction: str
    result: str


class Note(NamedTuple):
    text: str


class Mark(NamedTuple):
    """`tab`, `br` or another empty element of a run."""

    name: str


Inline = Words | Link | Control | Field | Note | Mark


@dataclass(frozen=True)
class Para:
    inlines: tuple[Inline, ...] = ()
    style: str = ""
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    rows: tuple[tuple[tuple["Block", ...], ...], ...]


@dataclass(frozen=True)
class Box:
    """A content control around blocks."""

    blocks: tuple[Para, ...]


Block = Para | Table | Box


def para(*inlines: Inline | str, style: str = "", numbered: bool = False) -> Para:
    return Para(tuple(Words(item) if isinstance(item, str) else item for item in inlines), style, numbered)


def table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(tuple((para(cell),) for cell in row) for row in rows))


@dataclass
class _Writer:
    notes: list[str] = field(default_factory=list)

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        return "".join(map(self.block, blocks))

    def block(self, block: Block) -> str:
        if isinstance(block, Para):
            return self.para(block)
        if isinstance(block, Box):
            return f"<w:sdt><w:sdtContent>{self.blocks(block.blocks)}</w:sdtContent></w:sdt>"
        rows = "".join(
            "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{self.blocks(cell)}</w:tc>" for cell in row) + "</w:tr>"
            for row in block.rows
        )
        grid = "<w:gridCol/>" * max(len(row) for row in block.rows)
        return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def para(self, block: Para) -> str:
        properties = f'<w:pStyle w:val="{block.style}"/>' if block.style else ""
        if block.numbered:
            properties += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f"<w:p>{properties}{''.join(map(self.inline, block.inlines))}</w:p>"

    def inline(self, inline: Inline) -> str:
        match inline:
            case Words(text, format):
                return run(text, format)
            case Link(text, anchor):
                return f'<w:hyperlink w:anchor="{anchor}">{run(text)}</w:hyperlink>'
            case Control(text):
                return f"<w:sdt><w:sdtPr/><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"
            case Field(instruction, result):
                return (
                    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                    f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
                    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
                    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
                )
            case Note(text):
                self.notes.append(text)
                return f'<w:r><w:footnoteReference w:id="{len(self.notes)}"/></w:r>'
            case Mark(name):
                return f"<w:r><w:{name}/></w:r>"


def run(text: str, format: str = "") -> str:
    properties = "".join(f"<w:{letter}/>" for letter in format)
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def written(*blocks: Block) -> bytes:
    """A Word file of these blocks."""
    writer = _Writer()
    body = writer.blocks(blocks) + SECTION
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r>{run(" " + text)}</w:p></w:footnote>'
        for n, text in enumerate(writer.notes, 1)
    )
    return docx(body, styles=STYLES, numbering=NUMBERING, footnotes=SEPARATORS + notes)


class Read(NamedTuple):
    """A paragraph as it is read back: its style, whether it is numbered, and its text by format."""

    style: str
    numbered: bool
    texts: tuple[tuple[str, str], ...]


_SIGNS = {W + "tab": "\t", W + "br": "\n", W + "footnoteReference": "\x02", W + "fldChar": "\x03", W + "separator": ""}


def read(data: bytes) -> list[Read]:
    """The paragraphs of a Word file without tracked changes; each note's after the text, in the order of their calls."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
    found = [_paragraph(element) for element in body.iter(W + "p")]
    by_id = {note.get(W + "id"): note for note in notes}
    for call in body.iter(W + "footnoteReference"):
        found += [_paragraph(element) for element in by_id[call.get(W + "id")].iter(W + "p")]
    return found


def _paragraph(element: etree._Element) -> Read:
    style = element.find(f"{W}pPr/{W}pStyle")
    texts: list[tuple[str, str]] = []
    for child in element.iter(W + "t", W + "instrText", *_SIGNS):
        properties = child.getparent().find(W + "rPr")
        format = "" if properties is None else "".join(x for x in "bi" if properties.find(W + x) is not None)
        text = _SIGNS.get(child.tag, child.text or "")
        if texts and texts[-1][0] == format:
            texts[-1] = (format, texts[-1][1] + text)
        else:
            texts.append((format, text))
    return Read(
        "Normal" if style is None else style.get(W + "val", ""),
        element.find(f"{W}pPr/{W}numPr") is not None,
        tuple(item for item in texts if item[1]),
    )


def marked(old: tuple[Block, ...], new: tuple[Block, ...]) -> bytes:
    """The documents of these blocks, compared."""
    return compare(written(*old), written(*new), "France", AT)
