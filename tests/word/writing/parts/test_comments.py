"""Where reasons stand, and how those who give them are abbreviated."""

from dataclasses import replace

import pytest

from app.text.redline import Redline
from app.word.changes import changes
from app.word.redlined import Reply, redlined
from app.word.writing.markup import name
from app.word.writing.parts.comments import Anchor, anchors, initials
from tests.support import oracles
from tests.word.lines import AT, FRONT, SIGNATURES, lines

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


ANSWERED = {
    "a": replace(
        REASONED["a"],
        replies=(Reply("Secretariat", AT, "Held."), Reply("Honduras", None, "Let us\nthink."), Reply("Panama", AT, " ")),
    ),
    "b": SIGNATURES["b"],
    "c": SIGNATURES["c"],
}


@pytest.fixture(scope="module")
def answered():
    return redlined(Redline(lines("=one {-a old}{+a new} end | =two")), ANSWERED, FRONT)


def test_answers_are_one_thread_with_the_reason(answered, tmp_path):
    (reason,) = (found for found in changes(answered) if found.kind == "comment")
    assert (reason.author, reason.text, reason.quoted) == ("Guatemala", "why", "new")
    assert [(reply.author, reply.date, reply.text) for reply in reason.replies] == [
        ("Secretariat", "2017-04-24T15:30:00Z", "Held."),
        ("Honduras", None, "Let us\nthink."),
    ]
    assert oracles.lint(answered) == []
    assert oracles.schema_errors(answered, tmp_path) == []


def test_an_answer_names_the_last_paragraph_of_the_reason(answered):
    parts = (("comments", "w14:paraId"), ("commentsExtended", "w15:paraId"), ("commentsIds", "w16cid:paraId"))
    keys = [
        [found.get(name(key)) for found in oracles.part(answered, f"word/{part}.xml").iter() if found.get(name(key))]
        for part, key in parts
    ]
    assert keys[0] == keys[1] == keys[2] and len(set(keys[0])) == 3
    assert all(0 < int(key, 16) < 0x80000000 for key in keys[0])
    parents = [row.get(name("w15:paraIdParent")) for row in oracles.part(answered, "word/commentsExtended.xml")]
    assert parents == [None, keys[0][0], keys[0][0]]
    ids = oracles.part(answered, "word/commentsIds.xml")
    assert all(0 < int(row.get(name("w16cid:durableId")), 16) < 0x7FFFFFFF for row in ids)


def test_each_answer_stands_over_the_words_of_the_reason_all_ends_before_all_references(answered):
    place = oracles.part(answered).find(name("body"))[0]
    tags = [child.tag.rpartition("}")[2] for child in place]
    start = tags.index("commentRangeStart")
    assert tags[start : start + 11] == (
        ["commentRangeStart"] * 3 + ["del", "ins"] + ["commentRangeEnd"] * 3 + ["r"] * 3
    )  # fmt: skip
    assert len({found.get(name("id")) for found in place.iter(name("commentReference"))}) == 3


def test_who_answers_is_among_the_people(answered):
    people = oracles.part(answered, "word/people.xml")
    assert [person.get(name("w15:author")) for person in people] == ["Guatemala", "Secretariat", "Honduras"]


def test_nothing_is_answered_where_nothing_is_said():
    silent = {"a": replace(SIGNATURES["a"], replies=(Reply("Secretariat", AT, "Held."),))}
    assert changes(redlined(Redline(lines("=one {+a new}")), silent, FRONT))[0].kind == "insertion"
    assert anchors(lines("=one {+a new}"), silent) == [[]]
