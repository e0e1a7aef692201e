"""What identifies a document: its work, the expression of it in a language on a day, and the file.

The names follow AKN4UN: `/akn/un/{type}/{subtype}/{actor}/{date}/{number}`, then `/{language}@{date}`, then the ending. The
date of a work is the day its first text was issued, so every revision is an expression of one work.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from app.exports.forms.akoma_ntoso.markup import alpha3, put, slug

COUNTRY = "un"
MAKER = "proTempore"
_MAKER_NAME = "Pro Tempore"
SUBTYPE = "deliberation"


@dataclass(frozen=True, slots=True)
class Paper:
    """The text spoken of: a revision (`stage`, issued on `issued`) of a declaration whose first text was issued on `begun`.

    `process` is the name of its process in addresses, `organization` the official one. `made` is the day of the file.
    """

    process: str
    organization: str
    symbol: str
    title: str
    language: str
    begun: date
    stage: str
    issued: date
    made: date

    @property
    def number(self) -> str:
        return slug(self.symbol or self.title, "declaration")

    @property
    def work(self) -> str:
        """The IRI of the declaration as a work."""
        return f"/akn/{COUNTRY}/statement/{SUBTYPE}/{self.process}/{self.begun.isoformat()}/{self.number}"

    @property
    def expression(self) -> str:
        """The IRI of this revision in its language."""
        return f"{self.work}/{alpha3(self.language)}@{self.issued.isoformat()}"


@dataclass(frozen=True, slots=True)
class Identity:
    """What one document is. `authors` and `others` are names of organizations by their ids."""

    work: str
    number: str
    title: str
    subtype: str
    begun: date
    written: date
    authors: Mapping[str, str]
    others: Mapping[str, str] = field(default_factory=dict)
    event: str = "generation"


def organizations(names: Iterable[str]) -> dict[str, str]:
    """Delegations by the ids under which a document refers to them."""
    found: dict[str, str] = {}
    for name in names:
        wanted = f"org.{slug(name, 'nn')}"
        identifier, turn = wanted, 1
        while identifier in found:
            turn += 1
            identifier = f"{wanted}-{turn}"
        found[identifier] = name
    return found


def meta(document: etree._Element, identity: Identity, paper: Paper, prefix: str = "") -> etree._Element:
    """The `meta` of a document, with everything but what it changes; `prefix` stands before its ids."""
    part = put(document, "meta")
    source = f"#{prefix}{MAKER}"
    _identification(put(part, "identification", source=source), identity, paper, prefix)
    if identity.work == paper.work:
        shown = {"name": paper.stage or "-", "showAs": paper.organization or "-", "number": paper.symbol}
        put(part, "publication", date=paper.issued.isoformat(), **shown)
    lifecycle = put(part, "lifecycle", source=source)
    event = f"{prefix}ev_1"
    put(lifecycle, "eventRef", eId=event, date=identity.written.isoformat(), source=f"#{prefix}ro_1", type=identity.event)
    references = put(part, "references", source=source)
    title = identity.title or identity.number
    put(references, "original", eId=f"{prefix}ro_1", href=_expression(identity, paper), showAs=title)
    known = {MAKER: _MAKER_NAME, paper.process: paper.organization, **identity.authors, **identity.others}
    for identifier, organization in known.items():
        href = f"/akn/ontology/organization/{COUNTRY}/{identifier.removeprefix('org.')}"
        put(references, "TLCOrganization", eId=prefix + identifier, href=href, showAs=organization or identifier)
    put(references, "TLCRole", eId=f"{prefix}role.author", href=f"/akn/ontology/role/{COUNTRY}/author", showAs="author")
    return part


def _identification(part: etree._Element, identity: Identity, paper: Paper, prefix: str) -> None:
    expression = _expression(identity, paper)
    authors = [f"#{prefix}{author}" for author in identity.authors or {paper.process: paper.organization}]
    role = f"#{prefix}role.author"

    def level(tag: str, this: str, uri: str, day: date, event: str, by: list[str]) -> etree._Element:
        found = put(part, tag)
        put(found, "FRBRthis", value=this)
        put(found, "FRBRuri", value=uri)
        put(found, "FRBRdate", date=day.isoformat(), name=event)
        for author in by:
            put(found, "FRBRauthor", href=author, as_=role)
        return found

    work = level("FRBRWork", f"{identity.work}/!main", identity.work, identity.begun, "issued", authors)
    put(work, "FRBRcountry", value=COUNTRY)
    put(work, "FRBRsubtype", value=identity.subtype)
    put(work, "FRBRnumber", value=identity.number)
    if identity.title:
        put(work, "FRBRname", value=identity.title)
    found = level("FRBRExpression", f"{expression}/!main", expression, identity.written, "issued", authors)
    put(found, "FRBRlanguage", language=alpha3(paper.language))
    file = f"{expression}.akn"
    level("FRBRManifestation", f"{expression}/!main.akn", file, paper.made, "made", [f"#{prefix}{MAKER}"])


def _expression(identity: Identity, paper: Paper) -> str:
    return f"{identity.work}/{alpha3(paper.language)}@{identity.written.isoformat()}"
