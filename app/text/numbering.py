"""The number under which a paragraph is printed and quoted: always worked out, never kept.

- Preambular paragraphs are PP1, PP2, …, operative ones OP1, OP2, … through the whole text.
- Items start anew under each paragraph that leads them: letters, "(a)", under an operative or preambular paragraph;
  figures, "1", under a chapeau, a heading or a title. Sub-items are "(i)". Spanish, Portuguese and French write "a)", "i)".
- A title, heading, chapeau or closing has none: "".

While a text is negotiated on a revision, the numbers of that revision hold (`numbered_on`): what stood in it keeps its
number, what went leaves a gap. What is added behind number 7 and before the next is "7 bis", "7 ter", …; what is added
behind the last continues the series; what is added before the first is 0, "0 bis", ….

A rival version of paragraph 7 is "7 alt", a second one "7 alt 2"; it takes no number from the others. What a number quoted
yesterday means is so never changed by what is tabled today. Numbers are given anew only when a revision is issued and asked
for (`renumbering`), with a table of old and new.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from app.text.document import Document
from app.text.figures import letters, roman
from app.text.paragraph import Role

ADDED = (
    "bis ter quater quinquies sexies septies octies novies decies undecies duodecies terdecies quaterdecies quindecies "
    "sexdecies septdecies octodecies novodecies vicies"
)
"""What is put behind the number of the second, third, … of a number. Beyond them, "no. 21" and so on."""

ALT = "alt"
"""What is put behind the number of a paragraph for its rival version."""

NUMBERED = frozenset({Role.PREAMBULAR, Role.OPERATIVE, Role.ITEM, Role.SUBITEM})
LEADING = frozenset({Role.TITLE, Role.HEADING, Role.CHAPEAU, Role.PREAMBULAR, Role.OPERATIVE})
LETTERED_UNDER = frozenset({Role.PREAMBULAR, Role.OPERATIVE})
HALF_BRACKETED = frozenset({"es", "pt", "fr"})

_SUFFIXES = ADDED.split()

_ABOVE = {role: frozenset[Role]() for role in Role} | {
    Role.ITEM: LEADING,
    Role.SUBITEM: LEADING | {Role.ITEM},
}

QUOTED = {
    "en": {"number": "item {}", "letter": "item {}", "subitem": "sub-item {}"},
    "es": {"number": "numeral {}", "letter": "literal {}", "subitem": "inciso {}"},
    "pt": {"number": "item {}", "letter": "alínea {}", "subitem": "subalínea {}"},
    "fr": {"number": "point {}", "letter": "alinéa {}", "subitem": "sous-alinéa {}"},
}


class Series(NamedTuple):
    """Paragraphs that are counted together: of one role, under one leading paragraph (for items and sub-items)."""

    role: Role
    parent: str | None


class Number(NamedTuple):
    """`figure` is from 1, or 0 before the first; `nth` is 1 for the number itself, 2 for its bis, 3 for its ter."""

    figure: int
    nth: int = 1


class Renumbered(NamedTuple):
    """A paragraph whose label changes: "" is that of one that had none or is no longer there."""

    key: str
    old: str
    new: str


def labels(
    document: Document,
    numbered_on: Document | None = None,
    language: str = "en",
    rivals: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """What each paragraph is printed and quoted under, by key; "" for what has no number. No two of one series share one.

    `language` is a language tag; only its first part counts. `rivals` says of which paragraph, by key, others are rival
    versions; one whose original is not in the document is counted like any other.
    """
    originals = _originals(document, rivals or {})
    series = _series(document, originals)
    base = None if numbered_on is None else _series(numbered_on, _originals(numbered_on, rivals or {}))
    numbers = _counted(series) if base is None or numbered_on is None else _held(numbered_on, base, series)
    found = {key: _label(document, series[key], numbers[key], language) if key in series else "" for key in document.keys}
    nth: dict[str, int] = defaultdict(int)
    for key in document.keys:
        if key in originals and (label := found[originals[key]]):
            nth[originals[key]] += 1
            count = nth[originals[key]]
            found[key] = f"{label} {ALT}" if count == 1 else f"{label} {ALT} {count}"
    return found


def renumbering(document: Document, numbered_on: Document, language: str = "en") -> tuple[Renumbered, ...]:
    """What becomes of the labels that were held since `numbered_on` when `document` is issued and numbered anew.

    First the paragraphs of the document, in order, whose label changes; then those of `numbered_on` that are gone.
    """
    held, anew = labels(document, numbered_on, language), labels(document, None, language)
    changed = [Renumbered(key, held[key], anew[key]) for key in document.keys if held[key] != anew[key]]
    before = labels(numbered_on, None, language)
    return (*changed, *(Renumbered(key, before[key], "") for key in before if key not in document and before[key]))


def quoted(label: str, role: Role, language: str = "en") -> str:
    """How running text speaks of it: "OP7 bis", "item 5", "numeral 5". "" when there is no label."""
    if not label or role not in (Role.ITEM, Role.SUBITEM):
        return label
    forms = QUOTED.get(language[:2].lower(), QUOTED["en"])
    kind = "subitem" if role is Role.SUBITEM else "number" if label[0].isdigit() and ")" not in label else "letter"
    return forms[kind].format(label)


def _originals(document: Document, rivals: Mapping[str, str]) -> dict[str, str]:
    """What each rival in the document is a version of: never a rival itself, so a circle of rivals has no original."""
    found = {}
    for key in rivals:
        original, steps = key, 0
        while rivals.get(original) in document and steps <= len(rivals):
            original, steps = rivals[original], steps + 1
        if key in document and 0 < steps <= len(rivals):
            found[key] = original
    return found


def _series(document: Document, originals: Mapping[str, str]) -> dict[str, Series]:
    """The series each numbered paragraph belongs to, by key. A rival belongs to none, but leads what stands below it."""
    series: dict[str, Series] = {}
    leader: str | None = None
    item: str | None = None
    for paragraph in document:
        match paragraph.role:
            case Role.ITEM:
                series[paragraph.key] = Series(Role.ITEM, leader)
                item = paragraph.key
            case Role.SUBITEM:
                series[paragraph.key] = Series(Role.SUBITEM, leader if item is None else item)
            case role if role in LEADING:
                leader, item = paragraph.key, None
                if role in NUMBERED:
                    series[paragraph.key] = Series(role, None)
    return {key: one for key, one in series.items() if key not in originals}


def _counted(series: dict[str, Series]) -> dict[str, Number]:
    counts: dict[Series, int] = defaultdict(int)
    numbers: dict[str, Number] = {}
    for key, one in series.items():
        counts[one] += 1
        numbers[key] = Number(counts[one])
    return numbers


def _held(numbered_on: Document, base_series: dict[str, Series], series: dict[str, Series]) -> dict[str, Number]:
    """The numbers of a document of this `series` while those of `numbered_on` hold."""
    base = _counted(base_series)
    ends: dict[Series, int] = defaultdict(int)
    for key, one in base_series.items():
        ends[one] = max(ends[one], base[key].figure)
    members: dict[Series, list[str]] = defaultdict(list)
    for key, one in series.items():
        members[one].append(key)
    numbers: dict[str, Number] = {}
    for one, keys in members.items():
        new_leader = one.parent is not None and one.parent not in numbered_on
        held: dict[int, str] = {}
        for key in keys:
            before = base_series.get(key)
            if before is not None and (before == one or (new_leader and before.role is one.role)):
                held.setdefault(base[key].figure, key)
        numbers |= _filled(keys, {key: count for count, key in held.items()}, max([ends[one], *held]))
    return numbers


def _filled(keys: list[str], held: dict[str, int], end: int) -> dict[str, Number]:
    """Numbers for a whole series, of which some are `held`; the series has run to `end`."""
    last = max((place for place, key in enumerate(keys) if key in held), default=-1)
    numbers: dict[str, Number] = {}
    nth: dict[int, int] = defaultdict(int, {0: 0})
    count = 0
    for place, key in enumerate(keys):
        if key in held:
            count = held[key]
            numbers[key] = Number(count)
        elif place > last:
            end += 1
            numbers[key] = Number(end)
        else:
            nth[count] += 1
            numbers[key] = Number(count, nth[count] if count == 0 else nth[count] + 1)
    return numbers


def cited(document: Document, found: Mapping[str, str], key: str) -> str:
    """The label of a paragraph behind those of the ones above it: "OP1(a)(ii)", "1(i)"; "" when it has none.

    `found` are the labels of the document. Raises KeyError.
    """
    place = document.place(key)
    parts = [found[key]]
    wanted = _ABOVE[document[key].role] if found[key] else ()
    while wanted and place:
        place -= 1
        above = document.paragraphs[place]
        if above.role in wanted:
            parts.append(found[above.key])
            wanted = _ABOVE[above.role]
    return "".join(reversed(parts)) if found[key] else ""


def _label(document: Document, series: Series, number: Number, language: str) -> str:
    suffix = "" if number.nth == 1 else " " + _suffix(number.nth)
    return _figure(document, series, number.figure, language) + suffix


def _suffix(nth: int) -> str:
    return _SUFFIXES[nth - 2] if nth - 2 < len(_SUFFIXES) else f"no. {nth}"


def _figure(document: Document, series: Series, count: int, language: str) -> str:
    match series.role:
        case Role.PREAMBULAR:
            return f"PP{count}"
        case Role.OPERATIVE:
            return f"OP{count}"
        case Role.SUBITEM:
            sign = roman(count) or "0"
        case _ if series.parent is not None and document[series.parent].role in LETTERED_UNDER:
            sign = letters(count) if count else "0"
        case _:
            return str(count)
    return f"{sign})" if language[:2].lower() in HALF_BRACKETED else f"({sign})"
