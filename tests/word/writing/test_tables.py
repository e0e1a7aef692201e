"""Rows of a text in Word: tables that other readers accept and reject, and that come back as rows."""

from dataclasses import replace
from itertools import count

import pytest

from app.text.change import Replace
from app.text.compare import compare
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.redline import Line, Piece, Redline
from app.text.runs import NOTE_ANCHOR, Mark, Run, plain, runs_of
from app.word.clean import clean
from app.word.read import document_of, read
from app.word.redlined import redlined
from app.word.returned import Base, returned
from app.word.writing.markup import name
from tests.support import oracles
from tests.word.lines import FRONT, SIGNATURES

HEAD = Paragraph("head", Role.ROW, runs_of("Who | What | By when"), 1)
BOLD = frozenset({Mark.BOLD})
TEXT = Document(
    [
        Paragraph("before", Role.OPERATIVE, runs_of("The delegations agree as follows:")),
        HEAD,
        Paragraph(
            "one",
            Role.ROW,
            (Run("Mexico", BOLD), Run(" | shares its paper"), Run(NOTE_ANCHOR, note="Seven items."), Run(" | 10 April")),
        ),
        Paragraph("two", Role.ROW, runs_of("| comments\nin writing |")),
        Paragraph("short", Role.ROW, runs_of("Guatemala")),
        Paragraph("after", Role.OPERATIVE, runs_of("The list is open.")),
    ]
)


def rows(data: bytes) -> list[list[str]]:
    """The words of the cells of each row."""
    body = oracles.part(data)
    return [
        ["".join(text.text for text in cell.iter(name("t"), name("delText"))) for cell in row.iter(name("tc"))]
        for row in body.iter(name("tr"))
    ]


def told(data: bytes) -> list[tuple[str, Role, int, str]]:
    """What is read of the file as a text."""
    fresh = count()
    found = document_of(read(data), lambda: f"new{next(fresh)}")
    return [(each.key, each.role, each.level, plain(each.runs)) for each in found]


def known(document: Document) -> list[tuple[str, Role, int, str]]:
    return [(each.key, each.role, each.level, plain(each.runs)) for each in document]


def test_rows_that_follow_each_other_are_one_table_with_its_head():
    data = clean(TEXT, FRONT)
    body = oracles.part(data)
    assert len(list(body.iter(name("tbl")))) == 1
    assert rows(data) == [
        ["Who", "What", "By when"],
        ["Mexico", "shares its paper", "10 April"],
        ["", "commentsin writing", ""],
        ["Guatemala"],
    ]
    assert [row.find(f"{name('trPr')}/{name('tblHeader')}") is not None for row in body.iter(name("tr"))] == [True] + [
        False
    ] * 3


def test_its_head_is_shaded_and_bold_and_the_table_is_called_by_it():
    body = oracles.part(clean(TEXT, FRONT))
    first, second, *_ = body.iter(name("tr"))
    assert [cell.find(f"{name('tcPr')}/{name('shd')}") is not None for cell in first.iter(name("tc"))] == [True] * 3
    assert second.find(f".//{name('shd')}") is None
    assert {style.get(name("val")) for style in first.iter(name("pStyle"))} == {"RowHeading"}
    assert next(body.iter(name("tblCaption"))).get(name("val")) == "Who, What, By when"


def test_columns_share_the_width_by_their_words():
    widths = [int(column.get(name("w"))) for column in oracles.part(clean(TEXT, FRONT)).iter(name("gridCol"))]
    assert widths[1] == max(widths) and min(widths) >= sum(widths) / 6


@pytest.mark.parametrize(
    ("role", "room"), [(Role.OPERATIVE, "200"), (Role.CLOSING, None)], ids=["none of its own", "its own"]
)
def test_what_stands_below_a_table_keeps_off_it(role, room):
    text = Document([HEAD, Paragraph("below", role, runs_of("Below.")), Paragraph("on", Role.OPERATIVE, runs_of("On."))])
    paragraphs = oracles.part(clean(text, FRONT)).find(name("body")).findall(name("p"))
    spaced = [paragraph.find(f"{name('pPr')}/{name('spacing')}") for paragraph in paragraphs]
    assert [None if each is None else each.get(name("before")) for each in spaced] == [room, None]


def test_they_come_back_as_they_were():
    assert told(clean(TEXT, FRONT))[1:] == known(TEXT)[1:]


def test_a_table_at_the_end_has_a_paragraph_behind_it():
    body = oracles.part(clean(Document([HEAD]), FRONT)).find(name("body"))
    assert [child.tag for child in body] == [name(tag) for tag in ("tbl", "p", "sectPr")]


def test_the_schema_has_nothing_against_it(tmp_path):
    assert oracles.schema_errors(clean(TEXT, FRONT), tmp_path) == []
    assert oracles.schema_errors(amended(), tmp_path) == []


def changed(key: str, words: str) -> Document:
    return Document(replace(each, runs=runs_of(words)) if each.key == key else each for each in TEXT)


def without(key: str) -> Document:
    return Document(each for each in TEXT if each.key != key)


def added() -> Document:
    place = TEXT.place("short")
    return Document([*TEXT.paragraphs[:place], Paragraph("new", Role.ROW, runs_of("a | b | c")), *TEXT.paragraphs[place:]])


def amended() -> bytes:
    return redlined(compare(TEXT, added(), "a"), SIGNATURES, FRONT)


CASES = {
    "words of a cell": changed("short", "Guatemala and Honduras"),
    "a cell more": changed("short", "Guatemala | reports"),
    "a row less": without("two"),
    "the last row less": without("short"),
    "a row more": added(),
    "no table any more": Document([TEXT["before"], TEXT["after"]]),
}


@pytest.mark.parametrize("new", CASES.values(), ids=CASES)
def test_accepting_gives_the_new_rows_and_rejecting_the_old(new):
    data = redlined(compare(TEXT, new, "a"), SIGNATURES, FRONT)
    assert oracles.lint(data) == []
    for way, wanted in (("accept", new), ("reject", TEXT)):
        found = told(oracles.resolved(way, data))
        assert [each[1:] for each in found[1:]] == [each[1:] for each in known(wanted)[1:]]


@pytest.mark.parametrize("new", [CASES["a row less"], CASES["a row more"]], ids=["less", "more"])
def test_a_row_that_comes_or_goes_is_tracked_as_a_row(new):
    data = redlined(compare(TEXT, new, "a"), SIGNATURES, FRONT)
    tracked = [
        row
        for row in oracles.part(data).iter(name("tr"))
        for tag in ("ins", "del")
        if row.find(f"{name('trPr')}/{name(tag)}") is not None
    ]
    assert len(tracked) == 1


def test_two_hands_at_the_bars_of_a_row_leave_it_a_paragraph():
    pieces = (Piece(Run("a")), Piece(Run(" | b"), inserted_by="a"), Piece(Run(" | c"), inserted_by="b"))
    line = Line(Paragraph("k", Role.ROW, runs_of("a")), pieces)
    data = redlined(Redline((line,)), SIGNATURES, FRONT)
    assert not list(oracles.part(data).iter(name("tbl")))
    assert oracles.paragraphs(oracles.resolved("accept", data)) == ["a | b | c"]
    assert oracles.paragraphs(oracles.resolved("reject", data)) == ["a"]


def test_what_is_marked_up_in_a_cell_comes_back_as_an_amendment_to_its_row():
    data = redlined(compare(TEXT, changed("one", "Mexico | shares its paper | 24 April"), "a"), SIGNATURES, FRONT)
    (found,) = returned(data, [Base("r", changed("one", "Mexico | shares its paper | 10 April"))]).found
    (act,) = found.acts
    assert isinstance(act, Replace) and act.key == "one"
