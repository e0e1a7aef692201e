"""A text in Akoma Ntoso 3.0 (OASIS LegalDocML), as a `statement`: preface, preamble, body, conclusions.

Preambular paragraphs that open the text are recitals. In the body each paragraph is a `paragraph`, an item a `point`, a
sub-item an `indent`, under what leads them; a heading opens a `section`. Element ids are the keys of the paragraphs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import Mark, Run
from app.word.front import Front
from app.word.writing.markup import legal

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_MARKS = ((Mark.BOLD, "b"), (Mark.ITALIC, "i"), (Mark.UNDERLINE, "u"), (Mark.SUPERSCRIPT, "sup"))
_LANGUAGES = {"en": "eng", "es": "spa", "fr": "fra", "pt": "por"}
_SOURCE = "proTempore"
_DEPTHS = {Role.ITEM: ("point", 8), Role.SUBITEM: ("indent", 9)}
_PARAGRAPH = ("paragraph", 7)


@dataclass
class _Part:
    tag: str
    depth: int
    paragraph: Paragraph
    parts: list["_Part"] = field(default_factory=list)


def akoma_ntoso(document: Document, labels: Mapping[str, str], front: Front, issued: date) -> bytes:
    """`document`, issued on a day as `front.stage`. `labels` are the numbers by key."""
    root = etree.Element(_name("akomaNtoso"), nsmap={None: NAMESPACE})
    statement = etree.SubElement(root, _name("statement"), name="declaration")
    _meta(statement, front, issued)
    return _Writer(labels).write(root, statement, document)


class _Writer:
    def __init__(self, labels: Mapping[str, str]) -> None:
        self.labels = labels
        self.notes = 0

    def write(self, root: etree._Element, statement: etree._Element, document: Document) -> bytes:
        rest = list(document)
        titles = self._opening(rest, Role.TITLE)
        recitals = self._opening(rest, Role.PREAMBULAR)
        closing: list[Paragraph] = []
        while rest and rest[-1].role is Role.CLOSING:
            closing.insert(0, rest.pop())
        if titles:
            preface = _put(statement, "preface")
            for each in titles:
                self._words(_put(_put(preface, "p", eId=_id(each)), "docTitle"), each)
        if recitals:
            block = _put(_put(statement, "preamble"), "recitals", eId="recitals")
            for each in recitals:
                recital = _put(block, "recital", eId=_id(each))
                self._number(recital, each)
                self._words(_put(recital, "p"), each)
        body = _put(statement, "mainBody")
        for part in _tree(rest):
            self._part(body, part)
        if not len(body):
            _put(body, "p")
        if closing:
            conclusions = _put(statement, "conclusions")
            for each in closing:
                self._words(_put(conclusions, "p", eId=_id(each)), each)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8")

    def _opening(self, rest: list[Paragraph], role: Role) -> list[Paragraph]:
        found = []
        while rest and rest[0].role is role:
            found.append(rest.pop(0))
        return found

    def _part(self, parent: etree._Element, part: _Part) -> None:
        element = _put(parent, part.tag, eId=_id(part.paragraph))
        self._number(element, part.paragraph)
        if part.tag == "section":
            self._words(_put(element, "heading"), part.paragraph)
            if not part.parts:
                _put(_put(element, "content"), "p")
        else:
            around = _put(element, "intro" if part.parts else "content")
            self._words(_put(around, "p"), part.paragraph)
        for each in part.parts:
            self._part(element, each)

    def _number(self, element: etree._Element, paragraph: Paragraph) -> None:
        label = self.labels.get(paragraph.key, "")
        if label:
            _put(element, "num").text = legal(label)

    def _words(self, element: etree._Element, paragraph: Paragraph) -> None:
        for run in paragraph.runs:
            self._run(element, run)

    def _run(self, element: etree._Element, run: Run) -> None:
        if run.note is not None:
            self.notes += 1
            marker = str(self.notes)
            note = _put(element, "authorialNote", marker=marker, placement="bottom", eId=f"fn_{marker}")
            _put(note, "p").text = legal(run.note)
            return
        for mark, tag in _MARKS:
            if mark in run.marks:
                element = _put(element, tag)
        if len(element):
            element[-1].tail = (element[-1].tail or "") + legal(run.text)
        else:
            element.text = (element.text or "") + legal(run.text)


def _tree(paragraphs: list[Paragraph]) -> list[_Part]:
    top: list[_Part] = []
    open_parts: list[_Part] = []
    for paragraph in paragraphs:
        if paragraph.role in (Role.HEADING, Role.TITLE):
            tag, depth = "section", min(max(paragraph.level, 1), 6) if paragraph.role is Role.HEADING else 1
        else:
            tag, depth = _DEPTHS.get(paragraph.role, _PARAGRAPH)
        while open_parts and open_parts[-1].depth >= depth:
            open_parts.pop()
        part = _Part(tag, depth, paragraph)
        (open_parts[-1].parts if open_parts else top).append(part)
        open_parts.append(part)
    return top


def _meta(statement: etree._Element, front: Front, issued: date) -> None:
    identification = _put(_put(statement, "meta"), "identification", source=f"#{_SOURCE}")
    language = _LANGUAGES.get(front.language.split("-")[0].lower(), front.language)
    made = front.at.date().isoformat()
    slug = re.sub(r"[^a-z0-9]+", "-", (front.symbol or front.title).lower()).strip("-") or "declaration"
    work = f"/akn/un/statement/{issued.year}/{slug}"
    expression = f"{work}/{language}@{issued.isoformat()}"
    for tag, uri, day, name in (
        ("FRBRWork", work, issued.isoformat(), "issued"),
        ("FRBRExpression", expression, issued.isoformat(), "issued"),
        ("FRBRManifestation", f"{expression}.akn", made, "made"),
    ):
        level = _put(identification, tag)
        _put(level, "FRBRthis", value=f"{uri}/!main" if tag != "FRBRManifestation" else uri)
        _put(level, "FRBRuri", value=uri)
        _put(level, "FRBRdate", date=day, name=name)
        _put(level, "FRBRauthor", href="#process")
        if tag == "FRBRWork":
            _put(level, "FRBRcountry", value="un")
            _put(level, "FRBRname", value=legal(front.title))
        elif tag == "FRBRExpression":
            _put(level, "FRBRlanguage", language=language)
    references = _put(identification.getparent(), "references", source=f"#{_SOURCE}")
    for key, shown in (("process", front.process), (_SOURCE, front.creator)):
        _put(references, "TLCOrganization", eId=key, href=f"/ontology/organization/{key}", showAs=legal(shown) or key)


def _id(paragraph: Paragraph) -> str:
    return "p_" + re.sub(r"[^A-Za-z0-9_-]", "_", paragraph.key)


def _put(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, _name(tag), attributes)


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"
