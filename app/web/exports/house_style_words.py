"""What a house style brings, in a reader's words."""

from dataclasses import dataclass

from app.errors import sentence
from app.exports.house_styles.queries import HouseStyleView
from app.web.languages import say
from app.word.house.inventory import House, Letterhead, Paper
from app.word.house.taming import LeftOut

STYLES = {
    "Title": sentence("Title"),
    **{f"heading {level}": sentence("Heading {level}") for level in range(1, 7)},
    "Preambular": sentence("Preambular paragraph"),
    "Operative": sentence("Operative paragraph"),
    "Chapeau": sentence("Chapeau"),
    "Item": sentence("Item of a paragraph"),
    "Subitem": sentence("Sub-item"),
    "Row": sentence("Row of a table"),
    "Row heading": sentence("Row that heads a table"),
    "Closing": sentence("Closing"),
    "Normal": sentence("Body text"),
    "header": sentence("Header"),
    "footer": sentence("Footer"),
    "footnote text": sentence("Text of a footnote"),
    "footnote reference": sentence("Sign of a footnote"),
    "annotation text": sentence("Text of a comment"),
    "annotation reference": sentence("Sign of a comment"),
    "line number": sentence("Line number"),
}
LEFT_OUT = {
    LeftOut.MACROS: sentence("Macros. They are never run, and no document carries them."),
    LeftOut.LINK: sentence("{count} link(s). Their words stay; their addresses do not."),
    LeftOut.ELSEWHERE: sentence("{count} picture(s) or address(es) that lie elsewhere. Nothing is fetched."),
    LeftOut.EMBEDDED: sentence("{count} embedded object(s), diagram(s) or control(s) in the headers and footers."),
    LeftOut.FIELD: sentence("{count} field(s) that reach outside the document. What they last showed stays as words."),
    LeftOut.FRAME: sentence("{count} text frame(s). Their words stay, as plain paragraphs."),
    LeftOut.TRACKED: sentence("Tracked changes in headers and footers. They are taken as accepted."),
    LeftOut.TEXT: sentence("The text of the document itself. Only what stands in headers and footers goes along."),
}
_PAGES = {
    ("header", "default"): sentence("Header"),
    ("header", "first"): sentence("Header of the first page"),
    ("header", "even"): sentence("Header of even pages"),
    ("footer", "default"): sentence("Footer"),
    ("footer", "first"): sentence("Footer of the first page"),
    ("footer", "even"): sentence("Footer of even pages"),
}
_PAPERS = {"Letter": sentence("Letter"), "Legal": sentence("Legal")}
_OWN_SIZE = sentence("A size of its own")
_PICTURES = sentence("{count} picture(s)")
_SIDES = ("top", "right", "bottom", "left")
_MILLIMETRES = 25.4 / 1440


@dataclass(frozen=True, slots=True)
class StyleTold:
    """A style: what it is for, the name Word knows it by, and its face ("Georgia, 11 pt"); empty when it is missing."""

    use: str
    name: str
    face: str = ""


@dataclass(frozen=True, slots=True)
class HouseTold:
    """What a reference document brings, to be shown."""

    styles: tuple[StyleTold, ...]
    missing: tuple[StyleTold, ...]
    letterhead: tuple[tuple[str, str], ...]
    paper: str
    margins: str
    fonts: tuple[str, ...]
    embedded: int
    left_out: tuple[str, ...]


def told(view: HouseStyleView, language: str) -> HouseTold | None:
    """What the house style brings, in a language; None where there is none."""
    return None if view.house is None else told_of(view.house, language)


def told_of(house: House, language: str) -> HouseTold:
    return HouseTold(
        styles=tuple(
            StyleTold(use(style.name, language), style.name, _face(style.font, style.size)) for style in house.styles
        ),
        missing=tuple(StyleTold(use(name, language), name) for name in house.missing),
        letterhead=tuple(_stands(each, language) for each in house.letterhead),
        paper=_paper(house.paper, language),
        margins=" · ".join(
            f"{house.paper.margins[side] * _MILLIMETRES:.0f}" for side in ("top", "right", "bottom", "left")
        ),
        fonts=house.fonts,
        embedded=house.embedded,
        left_out=tuple(say(language, LEFT_OUT[kind], count=count) for kind, count in house.left_out.items()),
    )


def use(style: str, language: str) -> str:
    """What a style is for."""
    return say(language, STYLES.get(style, style), level=style.rpartition(" ")[2])


def _face(font: str, size: float) -> str:
    return ", ".join(part for part in (font, f"{size:g} pt" if size else "") if part)


def _stands(letterhead: Letterhead, language: str) -> tuple[str, str]:
    pictures = say(language, _PICTURES, count=letterhead.pictures) if letterhead.pictures else ""
    where = say(language, _PAGES[letterhead.kind, letterhead.pages])
    return where, " · ".join(part for part in (letterhead.words, pictures) if part)


def _paper(paper: Paper, language: str) -> str:
    width, height = (round(side * _MILLIMETRES) for side in (paper.width, paper.height))
    name = say(language, _PAPERS.get(paper.name, paper.name) or _OWN_SIZE)
    return f"{name}, {width} × {height} mm"
