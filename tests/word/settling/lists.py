"""Our list of the changes of a file held against the lists of readers that are not ours."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import docx_scalpel

from app.word.changes import Kind, Tracked, changes
from tests.support.pandoc import Told

Signature = tuple[str, str | None, str | None]
"""What was done, by whom, when."""

_DOING = {"insertion": "insert", "deletion": "delete"}
_KINDS = {"kind=Content": "", "kind=ParaMark": "paragraph_", "kind=RowMark": "row_", "kind=CellMark": "cell_"}
_WORDS = {"kind=Content", "kind=ParaMark"}
_COMING, _GOING = (Kind.INSERTION, Kind.MOVE_TO), (Kind.DELETION, Kind.MOVE_FROM)
_TO_PANDOC = dict.fromkeys(_COMING, "insertion") | dict.fromkeys(_GOING, "deletion")
_TO_LIBREOFFICE = dict.fromkeys(_COMING, "Insert") | dict.fromkeys(_GOING, "Delete")
_NO_LETTERS = dict.fromkeys(map(ord, "\u200d\u2011\u00ad"))
_MARKS_TO_PANDOC = {
    Kind.PARAGRAPH_INSERTION: "paragraph-insertion",
    Kind.PARAGRAPH_MOVE_TO: "paragraph-insertion",
    Kind.PARAGRAPH_DELETION: "paragraph-deletion",
    Kind.PARAGRAPH_MOVE_FROM: "paragraph-deletion",
}


def listed_as_by_docx_scalpel(data: bytes, case: object) -> None:
    """Asserts that it finds the same changes of words, marks, rows and cells, by whom and when, with the same words."""
    found = changes(data)
    with docx_scalpel.open_session(data) as session:
        entries = [entry for entry in session.list_revisions() if entry.type in _DOING.values()]
    words: defaultdict[Signature, str] = defaultdict(str)
    elements: Counter[tuple[str, Signature]] = Counter()
    together = False  # Of words that go with a row, cell or control under one signature it gives all that is in that.
    for entry in entries:
        by = entry.type, entry.author, entry.date
        kinds = [key.partition(":")[0] for key in entry.constituent_keys if key.startswith("kind=")]
        elements.update((_KINDS[kind], by) for kind in kinds if kind in _KINDS)
        if "kind=Content" in kinds:
            words[by] += entry.text.replace("¶", "")
            together = together or not _WORDS.issuperset(kinds)
    names = {Kind(what + one): other for what in _KINDS.values() for one, other in _DOING.items()}
    listed = Counter(
        (str(change.kind).removesuffix(change.kind.rpartition("_")[2]), _signed(change, names))
        for change in found
        if change.kind in names
    )
    assert listed == elements, case
    if not together:
        doing = {Kind(one): other for one, other in _DOING.items()}
        assert _letters(found, doing) == _as_letters(words), case


def listed_as_by_pandoc(found: Sequence[Tracked], told: Told, case: object, *, rows_go: bool = False) -> None:
    """Asserts that pandoc finds the same words coming and going outside of headers, by whom and when, and the same
    comments; where `rows_go`, no comment that we do not find, since it leaves out those in rows that go."""
    words: defaultdict[Signature, str] = defaultdict(str)
    for kind, author, date, text in told.marked:
        if kind in _TO_PANDOC.values():
            words[kind, author, date or None] += text
    inside = [change for change in found if change.story not in ("header", "footer")]
    assert _letters(inside, _TO_PANDOC) == _as_letters(words), case
    theirs = Counter((each.author, _tight(each.text)) for each in told.marked if each.kind == "comment-start")
    assert (theirs <= _comments(found)) if rows_go else (theirs == _comments(found)), case


def marks_listed_as_by_pandoc(found: Sequence[Tracked], told: Told, case: object) -> None:
    """Asserts the same of the marks of paragraphs of the body; those of paragraphs without words pandoc may leave out."""
    marks = [each for each in found if each.kind in _MARKS_TO_PANDOC and each.story == "body"]
    theirs = Counter((*each[:2], each.date or None) for each in told.marked if each.kind in _MARKS_TO_PANDOC.values())
    worded = Counter(_signed(each, _MARKS_TO_PANDOC) for each in marks if _tight(each.before + each.after))
    assert worded <= theirs <= Counter(_signed(each, _MARKS_TO_PANDOC) for each in marks), case


def listed_as_by_libreoffice(found: Sequence[Tracked], listed: Mapping[str, Any], case: object) -> None:
    """Asserts that LibreOffice holds the words that come and go in the body by the same hands at the same time, and
    nothing beyond what comes and goes anywhere in the file; and the same comments. Digits may be the numbers of notes."""
    theirs: defaultdict[Signature, str] = defaultdict(str)
    for each in listed["redlines"]:
        if each["type"] in _TO_LIBREOFFICE.values():
            # What has no date is from the beginning of its time.
            date = None if each["date"].startswith("1970") else each["date"] + "Z"
            theirs[each["type"], each["author"], date] += each["text"] or ""
    words, body = _as_letters(theirs), [each for each in found if each.story == "body"]
    assert _within(_letters(body, _TO_LIBREOFFICE), words) and _within(words, _letters(found, _TO_LIBREOFFICE)), case
    assert Counter((each["author"], _tight(each["text"])) for each in listed["comments"]) == _comments(found), case


def _within(few: Mapping[Signature, Counter[str]], many: Mapping[Signature, Counter[str]]) -> bool:
    return all(
        Counter({sign: count for sign, count in letters.items() if not sign.isdigit()}) <= many.get(by, Counter())
        for by, letters in few.items()
    )


def _comments(found: Sequence[Tracked]) -> Counter[tuple[str | None, str]]:
    placed = [each for each in found if each.kind is Kind.COMMENT]
    return Counter((each.author, _tight(each.text)) for one in placed for each in (one, *one.replies))


def _signed(change: Tracked, names: Mapping[Kind, str]) -> Signature:
    # Readers say of a change that names no author that its author has no name.
    return names[change.kind], change.author or "", change.date


def _letters(found: Sequence[Tracked], names: Mapping[Kind, str]) -> dict[Signature, Counter[str]]:
    words: defaultdict[Signature, str] = defaultdict(str)
    for change in found:
        if change.kind in names:
            words[_signed(change, names)] += change.text
    return _as_letters(words)


def _as_letters(words: Mapping[Signature, str]) -> dict[Signature, Counter[str]]:
    counted = {by: Counter(_tight(text)) for by, text in words.items()}
    return {by: count for by, count in counted.items() if count}


def _tight(text: str) -> str:
    # LibreOffice writes a joiner into a tracked row without words; hyphens that are elements some readers leave out.
    return "".join(text.translate(_NO_LETTERS).split())
