"""Where reasons stand, and how those who give them are abbreviated."""

from dataclasses import replace

import pytest

from app.word.writing.parts.comments import Anchor, anchors, initials
from tests.word.lines import SIGNATURES, lines

REASONED = {change: replace(signed, comment="why") for change, signed in SIGNATURES.items()}


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Guatemala", "GUA"),
        ("United States of America", "USA"),
        ("El Salvador", "ES"),
        ("lower case words", "l"),
        ("Ñ", "Ñ"),
        ("A B C D E F G H I J K", "ABCDEFGHI"),
        ("", ""),
    ],
)
def test_initials(author, expected):
    assert initials(author) == expected


def test_a_comment_covers_the_neighbouring_pieces_of_its_change():
    assert anchors(lines("=one {-a old}{+a new} mid {+a more}"), REASONED) == [[Anchor("a", 1, 3)]]


def test_a_whole_line_is_covered():
    assert anchors(lines("=one | +b two | -a three"), REASONED) == [[], [Anchor("b", 0, 1)], [Anchor("a", 0, 1)]]


def test_only_the_first_place_counts_and_only_those_with_reasons():
    signed = {**REASONED, "b": SIGNATURES["b"], "c": replace(SIGNATURES["c"], comment=" \x00")}
    assert anchors(lines("=x {+b y}{+c z} | =x {+a y} | +a z"), signed) == [[], [Anchor("a", 1, 2)], []]


def test_a_remark_counts_where_no_word_is_marked():
    (line,) = lines("=one two")
    assert anchors([replace(line, remarks=("a", "b"))], REASONED) == [[Anchor("a", 0, 1), Anchor("b", 0, 1)]]
