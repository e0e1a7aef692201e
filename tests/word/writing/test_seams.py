"""Splits and joins in Word: a paragraph mark that comes or goes alone."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from app.text.compare import compare
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from app.word.redlined import Signature, redlined
from app.word.writing.markup import legal, name
from app.word.writing.seams import standings
from app.word.writing.styles import style_name
from tests.support import oracles
from tests.support.laws import DEPTH
from tests.support.met import met
from tests.text.strategies_regrouped import regrouped
from tests.word.lines import FRONT

RIGHTS = "Protection of the human rights of migrants and of their families in transit."
BORDERS = "Promotion of human mobility and more efficient border management."
OTHER = "Combating the smuggling of migrants and trafficking in persons."

few = settings(max_examples=30 * DEPTH, deadline=None)


def text(*paragraphs: tuple[str, Role, str]) -> Document:
    return Document(Paragraph(key, role, runs_of(words)) for key, role, words in paragraphs)


WHOLE = text(("a", Role.CHAPEAU, f"{RIGHTS} {BORDERS}"), ("c", Role.CLOSING, OTHER))
PARTED = text(("a", Role.CHAPEAU, RIGHTS), ("b", Role.ITEM, BORDERS), ("c", Role.CLOSING, OTHER))
NOW_LAST = (text(("a", Role.CHAPEAU, f"{RIGHTS} {BORDERS}")), text(("a", Role.CHAPEAU, RIGHTS), ("b", Role.ITEM, BORDERS)))
MORE = (NOW_LAST[0], Document([*NOW_LAST[1], Paragraph("d", Role.CLOSING, runs_of(OTHER))]))
SECOND_STAYS = (WHOLE, text(("n", Role.ITEM, RIGHTS), ("a", Role.CHAPEAU, BORDERS), ("c", Role.CLOSING, OTHER)))
PAIRS = {
    "split": (WHOLE, PARTED),
    "joined": (PARTED, WHOLE),
    "split at the end": NOW_LAST,
    "joined at the end": NOW_LAST[::-1],
    "split, and one more": MORE,
    "joined, and one less": MORE[::-1],
    "the second part is the old paragraph": SECOND_STAYS,
    "the second of two takes the first": SECOND_STAYS[::-1],
}


def written(old: Document, new: Document) -> bytes:
    signature = Signature("Technical Secretariat", datetime(2017, 4, 24, tzinfo=UTC))
    labels = {"a": "OP1", "b": "(a)", "c": "OP2", "d": "OP3", "n": "(a)"}
    return redlined(compare(old, new, "x"), {"x": signature}, FRONT, labels)


def looks(data: bytes) -> list[tuple[str, str | None]]:
    """Of each paragraph the name of its style, and which numbering it bears."""
    known = {
        style.get(name("styleId")): style.find(name("name")).get(name("val"))
        for style in oracles.part(data, "word/styles.xml").iter(name("style"))
    }
    numbers = [
        number.get(name("val")) if (number := paragraph.find(f"{name('pPr')}/{name('numPr')}/{name('numId')}")) is not None
        else None
        for paragraph in oracles.part(data, "word/document.xml").iter(name("p"))
    ]  # fmt: skip
    return list(zip((known[style] for style in oracles.styled(data)), numbers, strict=True))


@pytest.mark.parametrize("case", PAIRS)
def test_both_texts_come_back_with_their_looks(case):
    old, new = PAIRS[case]
    data = written(old, new)
    assert oracles.lint(data) == []
    for resolve, expected in (("accept", new), ("reject", old)):
        resolved = oracles.resolved(resolve, data)
        assert oracles.paragraphs(resolved) == [paragraph.text for paragraph in expected]
        assert [style for style, _ in looks(resolved)] == [style_name(paragraph) for paragraph in expected]


@pytest.mark.parametrize("case", ["split", "joined"])
def test_only_the_mark_and_the_blank_are_tracked(case):
    body = oracles.part(written(*PAIRS[case]), "word/document.xml")
    tracked = ["".join(one.itertext()) for tag in ("ins", "del") for one in body.iter(name(tag))]
    assert sorted(tracked) == ["", " "]


def test_who_is_numbered_how_before_and_after():
    split, joined = (looks(oracles.resolved(resolve, written(*PAIRS[case])))
                     for case, resolve in (("split", "reject"), ("joined", "accept")))  # fmt: skip
    apart = looks(oracles.resolved("accept", written(WHOLE, PARTED)))
    assert split[0] == joined[0] == apart[0]
    assert apart[1] != apart[0]


def test_the_last_of_the_parts_stands_for_the_whole():
    lines = compare(WHOLE, PARTED, "x").lines
    a, b, c = (line.paragraph for line in lines)
    assert [(each.accepted, each.rejected, each.by) for each in standings(lines)] == [
        (a, a, None),
        (b, a, "x"),
        (c, c, None),
    ]
    assert [(each.accepted.key, each.rejected.key) for each in standings(compare(PARTED, WHOLE, "x").lines)] == [
        ("a", "a"),
        ("a", "b"),
        ("c", "c"),
    ]


def test_each_row_of_parts_has_a_whole_of_its_own():
    old = Document([*text(("a", Role.CHAPEAU, f"{RIGHTS} {BORDERS}")), *text(("d", Role.ITEM, f"{OTHER} {RIGHTS}"))])
    new = Document([*PARTED.paragraphs[:2], *text(("m", Role.ITEM, OTHER), ("d", Role.ITEM, RIGHTS))])
    lines = compare(old, new, "x").lines
    assert [line.seam is not None for line in lines] == [True, False, True, False]
    assert [each.rejected.key for each in standings(lines)] == ["a", "a", "m", "d"]


@met("split", "joined", "neither")
@few
@given(regrouped())
def test_any_splits_and_joins_read_as_both_texts(counted, pair):
    old, new = pair
    redline = compare(old, new, "x")
    seams = [line.seam for line in redline.lines if line.seam is not None]
    counted["split"] += any(seam.inserted_by for seam in seams)
    counted["joined"] += any(seam.deleted_by for seam in seams)
    counted["neither"] += not seams
    data = redlined(redline, {"x": Signature("Technical Secretariat", None)}, FRONT)
    assert oracles.lint(data) == []
    for resolve, expected in (("accept", new), ("reject", old)):
        resolved = oracles.resolved(resolve, data)
        assert oracles.paragraphs(resolved) == [legal(paragraph.text) for paragraph in expected] or [""]
        assert not expected or [style for style, _ in looks(resolved)] == [style_name(each) for each in expected]


@pytest.mark.office
@pytest.mark.parametrize("resolve", ["accept", "reject"])
def test_libreoffice_agrees(resolve, tmp_path):
    answers = oracles.office(resolve, {str(place): written(*pair) for place, pair in enumerate(PAIRS.values())}, tmp_path)
    wanted = [new if resolve == "accept" else old for old, new in PAIRS.values()]
    assert [answers[str(place)].get("body") for place in range(len(PAIRS))] == [
        [paragraph.text for paragraph in text] for text in wanted
    ]
