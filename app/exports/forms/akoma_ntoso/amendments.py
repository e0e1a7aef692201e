"""Amendments: one as an `amendment`, several as an `amendmentList`, a text with them as a `documentCollection`.

What an amendment does is said twice: to whoever reads it, in `mod` with the present and the proposed words or the new
paragraph; and to programs, in `textualMod`, which points to the paragraph of the revision and to those words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lxml import etree

from app.exports.forms.akoma_ntoso.hand import Hand
from app.exports.forms.akoma_ntoso.identity import COUNTRY, MAKER, SUBTYPE, Identity, Paper, meta, organizations
from app.exports.forms.akoma_ntoso.markup import name, put, root, slug, written
from app.exports.forms.akoma_ntoso.modifications import Modifications
from app.exports.forms.akoma_ntoso.outline import outline
from app.exports.forms.akoma_ntoso.statement import statement_into
from app.exports.phrases import Wording
from app.text.change import Act
from app.text.document import Document

_COLLECTION = "collection"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An amendment as it is shown: `name` ("Amendment AM.3"), who proposes it ("" for nobody named), when it was tabled,
    where it stands ("Tabled"), and its reason, as far as they are to be known. One without acts is on the text as a whole.
    """

    name: str
    acts: tuple[Act, ...]
    by: tuple[str, ...] = ()
    tabled: date | None = None
    status: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Base:
    """The text that is to be amended, with its numbers and those of new paragraphs, and how paragraphs are called."""

    document: Document
    labels: Mapping[str, str]
    places: Mapping[str, str]
    paper: Paper
    wording: Wording

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """The ids of the paragraphs of the text, by key."""
        return outline(self.document, self.labels).ids


def amendments(base: Base, proposals: Sequence[Proposal], *, title: str) -> bytes:
    """One proposal as an `amendment`, otherwise all as an `amendmentList` under `title`."""
    file = root()
    if len(proposals) == 1:
        _amendment(file, base, proposals[0], 1, "")
    else:
        _gathered(file, "amendmentList", base, proposals, title)
    return written(file)


def collection(base: Base, proposals: Sequence[Proposal], *, title: str) -> bytes:
    """The text and all proposals to it as a `documentCollection` under `title`."""
    file = root()
    _gathered(file, "documentCollection", base, proposals, title)
    return written(file)


def _gathered(parent: etree._Element, kind: str, base: Base, proposals: Sequence[Proposal], title: str) -> None:
    paper = base.paper
    element = put(parent, kind, name=kind if kind == "amendmentList" else _COLLECTION)
    number = f"{paper.number}-{slug(paper.stage, 'text')}-amendments"
    work = f"/akn/{COUNTRY}/{kind}/{_COLLECTION}/{paper.process}/{paper.made.isoformat()}/{number}"
    author = {paper.process: paper.organization}
    meta(element, Identity(work, number, title, _COLLECTION, paper.made, paper.made, author), paper)
    put(put(put(element, "preface"), "p"), "docTitle", title)
    body = put(element, "collectionBody")
    if kind == "documentCollection":
        text = put(body, "component", eId="cmp_text")
        statement_into(text, base.document, base.labels, paper, prefix="cmp_text__")
    for place, proposal in enumerate(proposals, 1):
        prefix = f"cmp_{place}"
        _amendment(put(body, "component", eId=prefix), base, proposal, place, f"{prefix}__")
    if not len(body):
        put(put(put(body, "component", eId="cmp_none"), "interstitial"), "p", base.wording.sheets.none)


def _amendment(parent: etree._Element, base: Base, proposal: Proposal, place: int, prefix: str) -> None:
    paper, sheets = base.paper, base.wording.sheets
    hand = Hand(base.labels, prefix)
    element = put(parent, "amendment", name="amendment")
    number = f"{paper.number}-{slug(paper.stage, 'text')}-{slug(proposal.name, str(place))}"
    tabled = proposal.tabled or paper.made
    work = f"/akn/{COUNTRY}/amendment/{SUBTYPE}/{paper.process}/{tabled.isoformat()}/{number}"
    sponsors = organizations(proposal.by)
    part = meta(element, Identity(work, number, proposal.name, SUBTYPE, tabled, tabled, sponsors), paper, prefix)
    preface = put(element, "preface")
    put(put(preface, "p"), "affectedDocument", f"{paper.title}, {paper.stage}", href=paper.expression)
    line = put(preface, "p")
    put(line, "docNumber", proposal.name)
    if proposal.status:
        line[-1].tail = " "
        put(line, "docStatus", proposal.status)
    for identifier, sponsor in sponsors.items():
        role = f"#{prefix}role.author"
        put(put(preface, "p"), "docProponent", sponsor, refersTo=f"#{prefix}{identifier}", as_=role)
    body = put(element, "amendmentBody")
    put(put(body, "amendmentHeading"), "p", proposal.name)
    content = put(body, "amendmentContent")
    analysis = etree.Element(name("analysis"), source=f"#{prefix}{MAKER}")
    if proposal.acts:
        changes = Modifications(base.document, paper.expression, base.ids, base.places, base.wording, hand)
        changes.write(content, proposal.acts, analysis)
    else:
        put(content, "p", sheets.whole)
    if len(analysis):
        part.find(name("references")).addprevious(analysis)
    if proposal.reason:
        justification = put(body, "amendmentJustification")
        for text in proposal.reason.splitlines():
            put(justification, "p", text)
