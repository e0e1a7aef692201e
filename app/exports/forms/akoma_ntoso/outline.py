"""How a text is divided: what opens it, its recitals, what stands under what, and what closes it; and the ids that follow.

Preambular paragraphs that open the text are recitals. In the body each paragraph is a `paragraph`, an item a `point`, a
sub-item an `indent`, under what leads them; a heading opens a `section`. Rows are a `table` of the part they follow. An id
is made of numbers as they read in this text ("sec_1__para_op3__point_a"), so it may change from revision to revision; the
key of a paragraph, which does not, stands beside it as `wId`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.exports.forms.akoma_ntoso.markup import slug
from app.text.document import Document
from app.text.paragraph import Paragraph, Role

ABBREVIATIONS = {
    "section": "sec",
    "paragraph": "para",
    "point": "point",
    "indent": "indent",
    "recital": "rec",
    "table": "table",
    "tr": "tr",
    "p": "p",
}

_TAGS = {Role.ITEM: ("point", 8), Role.SUBITEM: ("indent", 9)}
_PARAGRAPH = ("paragraph", 7)
_DEEPEST_HEADING = 6


@dataclass
class Part:
    """A paragraph of the body, the rows that follow it, and the parts under it. `depth` says what may stand under what."""

    tag: str
    depth: int
    paragraph: Paragraph
    rows: list[Paragraph] = field(default_factory=list)
    parts: list["Part"] = field(default_factory=list)


@dataclass(frozen=True)
class Outline:
    """A text divided. `rows` are those that begin its body; `ids` are the ids of its paragraphs by key."""

    titles: tuple[Paragraph, ...]
    recitals: tuple[Paragraph, ...]
    rows: tuple[Paragraph, ...]
    body: tuple[Part, ...]
    closing: tuple[Paragraph, ...]
    ids: Mapping[str, str]


def outline(document: Document, labels: Mapping[str, str]) -> Outline:
    """`document`, divided; `labels` are the numbers of its paragraphs by key."""
    rest = list(document)
    titles, recitals = _opening(rest, Role.TITLE), _opening(rest, Role.PREAMBULAR)
    closing: list[Paragraph] = []
    while rest and rest[-1].role is Role.CLOSING:
        closing.insert(0, rest.pop())
    rows = _opening(rest, Role.ROW)
    body = _tree(rest)
    ids: dict[str, str] = {}
    taken: dict[str, int] = {}

    def give(tag: str, paragraph: Paragraph, above: str) -> str:
        ids[paragraph.key] = identifier = free(tag, labels.get(paragraph.key, ""), above, taken)
        return identifier

    def give_rows(table: Iterable[Paragraph], above: str) -> None:
        for each in table:
            give("tr", each, f"{table_in(above)}__")

    def give_parts(parts: Iterable[Part], above: str) -> None:
        for part in parts:
            inside = f"{give(part.tag, part.paragraph, above)}__"
            give_rows(part.rows, inside)
            give_parts(part.parts, inside)

    for place, group in (("preface__", titles), ("conclusions__", closing)):
        for each in group:
            give("p", each, place)
    for each in recitals:
        give("recital", each, "recs_1__")
    give_rows(rows, "")
    give_parts(body, "")
    return Outline(titles, recitals, rows, tuple(body), tuple(closing), ids)


def table_in(above: str) -> str:
    """The id of the table in the element whose id `above` begins with; there is one at most."""
    return f"{above}{ABBREVIATIONS['table']}_nn-1"


def free(tag: str, label: str, above: str, taken: dict[str, int]) -> str:
    """An id that is not yet `taken`, for an element with this number under `above`; from then on it is.

    `taken` says of each id how often it was wanted.
    """
    wanted = f"{above}{ABBREVIATIONS[tag]}_{slug(label, 'nn')}" if label else f"{above}{ABBREVIATIONS[tag]}_nn-1"
    identifier, turn = wanted, taken.get(wanted, 1)
    while identifier in taken:
        turn += 1
        identifier = f"{wanted}-dup{turn}" if label else f"{above}{ABBREVIATIONS[tag]}_nn-{turn}"
    taken[wanted] = turn
    taken.setdefault(identifier, 1)
    return identifier


def tag_of(paragraph: Paragraph) -> str:
    """The element that a paragraph is when it stands alone."""
    if paragraph.role in (Role.TITLE, Role.CLOSING):
        return "p"
    if paragraph.role is Role.ROW:
        return "tr"
    if paragraph.role is Role.PREAMBULAR:
        return "recital"
    return "section" if paragraph.role is Role.HEADING else _TAGS.get(paragraph.role, _PARAGRAPH)[0]


def _opening(rest: list[Paragraph], role: Role) -> tuple[Paragraph, ...]:
    found = []
    while rest and rest[0].role is role:
        found.append(rest.pop(0))
    return tuple(found)


def _tree(paragraphs: Iterable[Paragraph]) -> list[Part]:
    top: list[Part] = []
    above: list[Part] = []
    for paragraph in paragraphs:
        if paragraph.role is Role.ROW:
            above[-1].rows.append(paragraph)
            continue
        if paragraph.role in (Role.HEADING, Role.TITLE):
            level = paragraph.level if paragraph.role is Role.HEADING else 1
            tag, depth = "section", min(max(level, 1), _DEEPEST_HEADING)
        else:
            tag, depth = _TAGS.get(paragraph.role, _PARAGRAPH)
        while above and above[-1].depth >= depth:
            above.pop()
        part = Part(tag, depth, paragraph)
        (above[-1].parts if above else top).append(part)
        above.append(part)
    return top
