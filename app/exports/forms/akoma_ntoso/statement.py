"""A text as a `statement`: preface, preamble, body, conclusions."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from app.exports.forms.akoma_ntoso.hand import Hand
from app.exports.forms.akoma_ntoso.identity import SUBTYPE, Identity, Paper, meta, organizations
from app.exports.forms.akoma_ntoso.markup import put, root, written
from app.exports.forms.akoma_ntoso.outline import Outline, outline
from app.text.document import Document

DRAFT, ADOPTED = "declarationDraft", "declaration"


@dataclass(frozen=True, slots=True)
class Adoption:
    """By which words, and by which States, a text is adopted. `dated` is the place and the day; empty when the text closes
    with its own. `fingerprint` is that of the text, with what it is called. `explanations` of position, each under the
    name of who gives it, stand under `annex`."""

    clause: str
    states: tuple[str, ...]
    dated: str
    fingerprint: str
    explanations: tuple[tuple[str, str], ...] = ()
    annex: str = ""


def statement(document: Document, labels: Mapping[str, str], paper: Paper, adoption: Adoption | None = None) -> bytes:
    """`document` as a file; `labels` are the numbers of its paragraphs by key."""
    file = root()
    statement_into(file, document, labels, paper, adoption)
    return written(file)


def statement_into(
    parent: etree._Element,
    document: Document,
    labels: Mapping[str, str],
    paper: Paper,
    adoption: Adoption | None = None,
    prefix: str = "",
) -> None:
    """The same in `parent`; `prefix` stands before its ids."""
    shape = outline(document, labels)
    hand = Hand(labels, prefix)
    element = put(parent, "statement", name=DRAFT if adoption is None else ADOPTED, contains="singleVersion")
    states = organizations(adoption.states) if adoption else {}
    author = {paper.process: paper.organization}
    identity = Identity(paper.work, paper.number, paper.title, SUBTYPE, paper.begun, paper.issued, author, states)
    meta(element, identity, paper, prefix)
    _preface(put(element, "preface"), shape, paper, hand)
    if shape.recitals:
        block = put(put(element, "preamble"), "recitals", eId=f"{prefix}recs_1")
        for each in shape.recitals:
            hand.recital(block, each, prefix + shape.ids[each.key])
    body = put(element, "mainBody")
    if shape.rows:
        hand.table(body, shape.rows, shape.ids, prefix)
    for part in shape.body:
        hand.part(body, part, shape.ids)
    if not len(body):
        put(body, "p")
    if shape.closing or adoption:
        conclusions = put(element, "conclusions")
        for each in shape.closing:
            hand.line(conclusions, each, prefix + shape.ids[each.key])
        if adoption:
            _adopted(conclusions, adoption, states, prefix)


def _preface(preface: etree._Element, shape: Outline, paper: Paper, hand: Hand) -> None:
    line = put(preface, "p")
    if paper.symbol:
        put(line, "docNumber", paper.symbol).tail = " "
    put(line, "docStage", paper.stage).tail = " "
    put(line, "docDate", paper.issued.isoformat(), date=paper.issued.isoformat())
    for each in shape.titles:
        hand.line(preface, each, hand.prefix + shape.ids[each.key], "docTitle")


def _adopted(conclusions: etree._Element, adoption: Adoption, states: Mapping[str, str], prefix: str) -> None:
    put(conclusions, "p", adoption.clause)
    if adoption.dated:
        put(conclusions, "p", adoption.dated)
    for identifier, state in states.items():
        put(put(conclusions, "p"), "organization", state, refersTo=f"#{prefix}{identifier}")
    put(conclusions, "p", adoption.fingerprint)
    for place, (delegation, words) in enumerate(adoption.explanations, 1):
        block = put(conclusions, "container", name="explanationOfPosition", eId=f"{prefix}conclusions__container_{place}")
        put(block, "p", f"{adoption.annex}: {delegation}")
        for line in filter(str.strip, words.split("\n")):
            put(block, "p", line)
