"""All that a document says and how it looks, as lines: of two files that differ in nothing a reader sees, the same."""

import hashlib
import io
import posixpath
import zipfile
from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from tests.word.compare.chance.drafts import SPACES

W, _R, _WP, _V, _O = (f"{{{SPACES[prefix]}}}" for prefix in ("w", "r", "wp", "v", "o"))
_PRIVATE = ("rsid", "paraId", "textId", "anchorId", "editId")
_DEFAULTS = ("Normal", "Default Paragraph Font", "Normal Table")
_OWN = {"id", "ShapeID", "ObjectID", _O + "spid", W + "hint"}
_SHAPE_OF = {f"{_V}{kind} type" for kind in ("shape", "rect", "oval", "line", "group")}
_SILENT = {
    W + name
    for name in ("proofErr", "lastRenderedPageBreak", "lang", "noProof", "bookmarkStart", "bookmarkEnd", "permStart",
                 "permEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "rsid", "id")
}  # fmt: skip
_THROUGH = {W + name for name in ("sdt", "sdtContent", "smartTag", "customXml", "ins", "moveTo", "dir", "bdo")}
_NOT_SAID = {W + name for name in ("sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "pPr", "rPr", "tcPr", "trPr", "tblPr",
                                   "tblGrid", "tblPrEx")}  # fmt: skip
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}


class Reading:
    """One file. A header that says nothing is none; a section shows what it names, or what the one before it shows."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        self._roots: dict[str, etree._Element] = {}
        styles = self._root("word/styles.xml").iter(W + "style") if "word/styles.xml" in self._parts else ()
        self._styles = {style.get(W + "styleId"): _name(style) for style in styles}

    def lines(self, layout: bool = True) -> list[str]:
        """`layout`: with sections, headers, and the properties of tables."""
        self._layout = layout
        self._shown: dict[tuple[str, str | None], list[str]] = {}
        body = next(self._root("word/document.xml").iter(W + "body"))
        return [*self._blocks(body, "word/document.xml"), *(self._definitions() if layout else ())]

    def _definitions(self) -> Iterator[str]:
        """How paragraphs and characters look in each style that the text names."""
        part = "word/styles.xml"
        kinds = (W + "pStyle", W + "rStyle", W + "tblStyle")
        used = {style.get(W + "val") for style in self._root("word/document.xml").iter(*kinds)}
        for style in self._root(part).iter(W + "style") if part in self._parts else ():
            paragraphs, characters = (self._properties(style.find(W + name), part) for name in ("pPr", "rPr"))
            if style.get(W + "styleId") in used or _name(style) in _DEFAULTS:
                yield f"style {_name(style)} [{paragraphs}] [{characters}]"

    def _root(self, name: str) -> etree._Element:
        if name not in self._roots:
            self._roots[name] = etree.fromstring(self._parts[name])
        return self._roots[name]

    def _blocks(self, holder: etree._Element, part: str) -> Iterator[str]:
        for child in holder.iterchildren(etree.Element):
            tag = child.tag
            if tag == W + "p":
                yield from self._paragraph(child, part)
            elif tag == W + "tbl":
                yield f"table {self._said(child, 'tblPr', part)} {self._said(child, 'tblGrid', part)}"
                yield from self._blocks(child, part)
                yield "table ends"
            elif tag in (W + "tr", W + "tc"):
                name = tag.rpartition("}")[2]
                yield f"{name} {self._said(child, name + 'Pr', part)} {self._said(child, 'tblPrEx', part)}"
                yield from self._blocks(child, part)
            elif tag == W + "sectPr":
                yield from self._section(child, part)
            elif tag in _THROUGH:
                yield from self._blocks(child, part)
            elif tag not in _NOT_SAID and tag not in _SILENT:
                yield f"block {self._form(child, part)}"

    def _said(self, holder: etree._Element, name: str, part: str) -> str:
        found = holder.find(W + name)
        return self._properties(found, part) if self._layout else ""

    def _properties(self, properties: etree._Element | None, part: str) -> str:
        seen = []
        for child in () if properties is None else properties:
            name = child.tag.rpartition("}")[2]
            if child.tag in _SILENT or name in ("rPr", "sectPr"):
                continue
            if name in ("pStyle", "rStyle", "tblStyle"):
                style = self._styles.get(child.get(W + "val"), "?")
                seen += [] if style in _DEFAULTS else [f"{name}={style}"]
            elif name == "numPr":
                seen.append(f"list {self._list(child)}")
            else:
                seen.append(str(self._form(child, part)))
        return "; ".join(sorted(seen) if properties is not None and properties.tag != W + "tblGrid" else seen)

    def _list(self, numbers: etree._Element) -> str:
        """What is seen of a list in a paragraph: its level, and those above it."""
        level, number = (numbers.find(W + name) for name in ("ilvl", "numId"))
        at = "0" if level is None else level.get(W + "val")
        if "word/numbering.xml" not in self._parts:
            return f"{at} none"
        root, wanted = self._root("word/numbering.xml"), None if number is None else number.get(W + "val")
        num = next((each for each in root.iter(W + "num") if each.get(W + "numId") == wanted), None)
        if num is None:
            return f"{at} none"
        abstract = num.find(W + "abstractNumId").get(W + "val")
        found = next((each for each in root.iter(W + "abstractNum") if each.get(W + "abstractNumId") == abstract), num)
        said = [str(self._form(child, "")) for child in (*found, *num) if child.tag.rpartition("}")[2] not in
                ("nsid", "tmpl", "abstractNumId") and int(child.get(W + "ilvl", "0")) <= int(at)]  # fmt: skip
        return f"{at} {hashlib.sha1(' '.join(said).encode()).hexdigest()[:8]}"

    def _paragraph(self, paragraph: etree._Element, part: str) -> Iterator[str]:
        properties = paragraph.find(W + "pPr")
        mark = None if properties is None else properties.find(W + "rPr")
        inner: list[tuple[str, str, str]] = []
        notes: list[tuple[str, str]] = []
        for text, look, shell in self._inline(paragraph, part, "", notes):
            if inner and inner[-1][1:] == (look, shell):
                inner[-1] = (inner[-1][0] + text, look, shell)
            elif text:
                inner.append((text, look, shell))
        said = " ".join(f"{text!r}{{{look}}}" + (f"<{shell}>" if shell else "") for text, look, shell in inner)
        yield f"p [{self._properties(properties, part)}] [{self._properties(mark, part)}] {said}"
        for kind, identifier in notes:
            name = f"word/{kind}.xml"
            found = [note for note in self._root(name) if note.get(W + "id") == identifier]
            yield f"{kind}: {len(found)}"
            for note in found:
                yield from self._blocks(note, name)
        section = None if properties is None else properties.find(W + "sectPr")
        if section is not None:
            yield from self._section(section, part)

    def _inline(
        self, holder: etree._Element, part: str, shell: str, notes: list[tuple[str, str]]
    ) -> Iterator[tuple[str, str, str]]:
        for child in holder.iterchildren(etree.Element):
            tag = child.tag
            if tag == W + "r":
                look = self._properties(child.find(W + "rPr"), part)
                for item in child.iterchildren(etree.Element):
                    yield from self._item(item, look, part, shell, notes)
            elif tag == W + "hyperlink":
                own = sorted(f"{name.rpartition('}')[2]}={self._value(name, value, part)}" for name, value in child.items()
                             if name.rpartition("}")[2] in ("id", "anchor"))  # fmt: skip
                yield from self._inline(child, part, f"{shell}link {' '.join(own)}", notes)
            elif tag == W + "fldSimple":
                begin, separate, end = (f"«{kind}»" for kind in ("begin", "separate", "end"))
                yield begin + child.get(W + "instr") + separate, "", shell
                yield from self._inline(child, part, shell, notes)
                yield end, "", shell
            elif tag in _THROUGH:
                yield from self._inline(child, part, shell, notes)
            elif tag not in _NOT_SAID and tag not in _SILENT:
                yield f"«{self._form(child, part)}»", "", shell

    def _item(
        self, item: etree._Element, look: str, part: str, shell: str, notes: list[tuple[str, str]]
    ) -> Iterator[tuple[str, str, str]]:
        if item.tag == W + "t":
            yield item.text or "", look, shell
        elif item.tag in (W + "fldChar", W + "instrText"):
            # Nobody sees in what letters these stand.
            yield (f"«{item.get(W + 'fldCharType')}»" if item.tag == W + "fldChar" else item.text or ""), "", shell
        elif item.tag in _NOTES:
            notes.append((_NOTES[item.tag], item.get(W + "id")))
            yield "«note»", look, shell
        elif item.tag not in _SILENT and item.tag != W + "rPr":
            yield f"«{self._form(item, part)}»", look, shell

    def _section(self, section: etree._Element, part: str) -> Iterator[str]:
        if not self._layout:
            return
        kept = [child for child in section.iterchildren(etree.Element) if not child.tag.endswith("Reference")]
        yield "section " + "; ".join(sorted(str(self._form(child, part)) for child in kept))
        for reference in section.iterchildren(etree.Element):
            if reference.tag.endswith("Reference"):
                name = self._target(part, reference.get(_R + "id"))
                said = list(self._blocks(self._root(name), name)) if name in self._parts else []
                is_blank = len(said) == 1 and said[0].endswith("] ")
                self._shown[reference.tag, reference.get(W + "type")] = [] if is_blank else said
        for (tag, which), said in sorted(self._shown.items()):
            yield from (f"{tag.rpartition('}')[2]} {which}: {line}" for line in said)

    def _form(self, element: etree._Element, part: str) -> object:
        """What an element says, with what it points to in place of ids."""
        if element.tag == W + "txbxContent":
            return list(self._blocks(element, part))
        if element.tag in (W + "rt", W + "rubyBase"):
            return [(look, "".join(text for text, *_ in runs)) for look, runs in groupby(
                self._inline(element, part, "", []), key=lambda piece: piece[1])]  # fmt: skip
        if element.tag == W + "rStyle":
            return ("rStyle", self._styles.get(element.get(W + "val")))
        said = []
        for name, value in sorted(element.items()):
            bare = name.rpartition("}")[2]
            is_private = bare.startswith(_PRIVATE) or name in _OWN or f"{element.tag} {name}" in _SHAPE_OF
            if is_private or element.tag == _WP + "docPr":
                continue
            if bare != "val" or value not in ("1", "true", "on"):
                said.append(f"{bare}={self._value(name, value, part)}")
        inner = [self._form(child, part) for child in element if isinstance(child.tag, str) and child.tag not in _SILENT]
        return (element.tag.rpartition("}")[2], *said, *([element.text] if element.text else []), *inner)

    def _value(self, name: str, value: str, part: str) -> str:
        return self._target(part, value, seen=True) if name.startswith(_R) else value

    def _target(self, part: str, identifier: str | None, seen: bool = False) -> str:
        folder, base = posixpath.split(part)
        name = f"{folder}/_rels/{base}.rels"
        for item in self._root(name) if name in self._parts else ():
            if item.get("Id") == identifier:
                if item.get("TargetMode") == "External":
                    return item.get("Target", "")
                name = posixpath.normpath(posixpath.join("/", folder, item.get("Target", "")))[1:]
                return hashlib.sha1(self._parts.get(name, b"")).hexdigest()[:8] if seen else name
        return "nothing"


def _name(style: etree._Element) -> str:
    name = style.find(W + "name")
    return str(style.get(W + "styleId") if name is None else name.get(W + "val"))
