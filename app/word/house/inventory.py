"""What a reference document brings: the styles documents use, its letterhead, its paper, its fonts; and what it lacks."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from app.word.house.taming import LeftOut, tamed
from app.word.house.typefaces import Typefaces
from app.word.names import w
from app.word.package import Package
from app.word.wording import words
from app.word.writing.markup import name, whole
from app.word.writing.paper import two_sided
from app.word.writing.parts import section
from app.word.writing.styles import HEADING_LEVELS, NAMES, ROW_HEADING, named

USED = (
    *NAMES.values(),
    ROW_HEADING,
    *(f"heading {level}" for level in range(1, HEADING_LEVELS + 1)),
    "Normal",
    "header",
    "footer",
    "footnote text",
    "footnote reference",
    "annotation text",
    "annotation reference",
    "line number",
)
"""The names of the styles that documents use."""

_PICTURES = tuple(map(w, ("drawing", "pict")))
_PAPERS = {(11906, 16838): "A4", (12240, 15840): "Letter", (12240, 20160): "Legal", (16838, 23811): "A3"}
_NEARLY = 40
"""Twentieths of a point by which programs differ on the size of one paper."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style that documents use: the name Word knows it by, its font and its size in points, 0 where it says none."""

    name: str
    font: str
    size: float


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands on pages: `kind` is "header" or "footer"; `pages` are "default", "first" or "even" ones."""

    kind: str
    pages: str
    words: str
    pictures: int


@dataclass(frozen=True, slots=True)
class Paper:
    """`name` is "A4" or "Letter", "" for another size. All measures in twentieths of a point."""

    name: str
    width: int
    height: int
    margins: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class House:
    """What a reference document brings. `missing` are names of styles documents use and it lacks; `fonts` those its styles
    name, `embedded` how many it brings along; `weight` is what every document will carry of it, in bytes."""

    styles: tuple[Style, ...]
    missing: tuple[str, ...]
    letterhead: tuple[Letterhead, ...]
    paper: Paper
    fonts: tuple[str, ...]
    embedded: int
    left_out: Mapping[LeftOut, int]
    weight: int


def look_through(data: bytes) -> House:
    """What the reference document `data` brings. Raises Unreadable."""
    package, left_out = tamed(data)
    related = package.related(package.main, "styles")
    root = package.xml(related[0]) if related else etree.Element(name("styles"))
    known = named(root)
    faces = Typefaces(package, root)
    styles = tuple(Style(each, *faces.of(known[each.casefold()])) for each in USED if each.casefold() in known)
    sheet, relations = section.section_of(package.xml(package.main))
    letterhead = _letterhead(package, sheet, relations)
    return House(
        styles=styles,
        missing=tuple(each for each in USED if each.casefold() not in known),
        letterhead=letterhead,
        paper=_paper(sheet),
        fonts=tuple(dict.fromkeys(each.font for each in styles if each.font)),
        embedded=sum(len(_things(package, part)) for part in package.related(package.main, "fontTable")[:1]),
        left_out=dict(left_out),
        weight=_weight(package),
    )


def _letterhead(package: Package, sheet: etree._Element, relations: section.Letterhead) -> tuple[Letterhead, ...]:
    found = []
    for pages in section.pages_of(sheet, two_sided=two_sided(package)):
        for kind in section.KINDS:
            part = package.target(package.main, relations.get((kind, pages), ""))
            if part is None:
                continue
            root = package.xml(part)
            said = " ".join(words(root).split())
            pictures = sum(1 for _ in root.iter(*_PICTURES))
            if said or pictures:
                found.append(Letterhead(kind, pages, said, pictures))
    return tuple(found)


def _paper(sheet: etree._Element) -> Paper:
    size, margins = sheet.find(name("pgSz")), sheet.find(name("pgMar"))
    width, height = whole(size.get(name("w")), section.A4_WIDTH), whole(size.get(name("h")), section.A4_HEIGHT)
    upright = sorted((width, height))
    paper = next(
        (
            title
            for known, title in _PAPERS.items()
            if all(abs(a - b) <= _NEARLY for a, b in zip(known, upright, strict=True))
        ),
        "",
    )
    sides = ("top", "right", "bottom", "left")
    found = {side: whole(None if margins is None else margins.get(name(side)), section.INCH) for side in sides}
    return Paper(paper, width, height, found)


def _weight(package: Package) -> int:
    parts = [
        part
        for kind in ("styles", "numbering", "theme", "fontTable", "header", "footer")
        for part in package.related(package.main, kind)
    ]
    things = {thing for part in parts for thing in _things(package, part)}
    return sum(len(package.parts[part]) for part in {*parts, *things})


def _things(package: Package, part: str) -> set[str]:
    """The pictures and fonts a part shows."""
    return {target for target in package.targets(part).values() if target}
