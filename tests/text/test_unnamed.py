from itertools import permutations

import pytest

from app.text.change import Act, Change, Delete, Insert, Keep, Move, Replace
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import NOTE_ANCHOR, Mark, Run, runs_of
from app.text.unnamed import by_what_they_say, unnamed

BASE = Document(Paragraph(key, Role.OPERATIVE, runs_of(f"Words of {key}.")) for key in ("p1", "p2", "p3"))


def brought(key: str, words: str, after: str | None) -> Insert:
    return Insert(Paragraph(key, Role.OPERATIVE, runs_of(words)), after)


CHANGES = [
    Change("hnd", (Replace("p2", runs_of("Zeal.")),), "Honduras"),
    Change("mex", (Replace("p2", runs_of("Ardour.")),), "Mexico"),
    Change("gtm", (Delete("p2"),), "Guatemala"),
    Change("pan", (brought("k1", "New.", "p3"), brought("k2", "Newer.", "k1")), "Panama"),
    Change("cri", (Keep("p2"),), "Costa Rica"),
    Change("slv", (Move("p3", None), Replace("p1", runs_of("First."))), "El Salvador"),
    Change("usa", (brought("k3", "At the head.", None),), "United States"),
]


def test_the_order_is_that_of_the_text_and_then_of_the_words_whoever_came_first() -> None:
    shown = [change.id for change in unnamed(BASE, CHANGES)]
    assert shown == ["usa", "slv", "gtm", "cri", "mex", "hnd", "pan"]
    for order in permutations(CHANGES, len(CHANGES)):
        if order[0].id in ("gtm", "slv"):
            assert [change.id for change in unnamed(BASE, order)] == shown


def test_what_says_the_same_is_one_whatever_its_new_paragraphs_are_called() -> None:
    again = Change("bol", (brought("x1", "New.", "p3"), brought("x2", "Newer.", "x1")), "Bolivia")
    assert len(unnamed(BASE, [*CHANGES, again])) == len(CHANGES)


@pytest.mark.parametrize(
    "other",
    [
        brought("x", "New", "p3"),
        brought("x", "New.", "p2"),
        Insert(Paragraph("x", Role.ITEM, runs_of("New.")), "p3"),
        Insert(Paragraph("x", Role.OPERATIVE, (Run("New.", frozenset({Mark.BOLD})),)), "p3"),
        Insert(Paragraph("x", Role.OPERATIVE, (Run("New."), Run(NOTE_ANCHOR, note="A note."))), "p3"),
    ],
)
def test_what_differs_at_all_stays_apart(other: Act) -> None:
    changes = [Change("a", (brought("k", "New.", "p3"),)), Change("b", (other,))]
    assert len(unnamed(BASE, changes)) == 2


def test_two_new_paragraphs_in_another_order_are_not_the_same() -> None:
    one, two = brought("k1", "One.", "p1"), brought("k2", "Two.", "p1")
    assert len(unnamed(BASE, [Change("a", (one, two)), Change("b", (two, one))])) == 2


def test_a_proposal_on_the_text_as_a_whole_says_nothing_without_a_name() -> None:
    assert unnamed(BASE, [Change("a", ()), *CHANGES[:1]]) == CHANGES[:1]


def test_where_none_is_left_out_those_on_the_text_as_a_whole_come_first_and_what_is_the_same_stands_together() -> None:
    again, whole = Change("bol", (Delete("p2"),), "Bolivia"), Change("per", (), "Peru")
    shown = [change.id for change in by_what_they_say(BASE, [*CHANGES, again, whole])]
    assert shown == ["per", "usa", "slv", "gtm", "bol", "cri", "mex", "hnd", "pan"]


def test_a_change_on_another_text_is_an_error() -> None:
    with pytest.raises(KeyError):
        unnamed(BASE, [Change("a", (Delete("elsewhere"),))])
