"""What is kept for good: its form must not change unnoticed, since texts kept long ago are read with it."""

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.change import Delete, Insert, Keep, Move, Replace
from app.text.document import Document
from app.text.notation import read
from app.text.paragraph import Paragraph, Role
from app.text.runs import NOTE_ANCHOR, Run, runs_of
from app.text.stored import (
    act_from_plain,
    acts_from_plain,
    acts_to_plain,
    document_from_plain,
    document_to_plain,
    runs_from_plain,
    runs_to_plain,
)
from tests.support.met import met
from tests.text.strategies import documents, few
from tests.text.strategies_changes import acts

HEADING = Paragraph("h", Role.HEADING, read("Scope"), 2)
MARKED = Paragraph("a", Role.OPERATIVE, read("***Decides*** to act{note: See 71/1.}"))


def test_the_form_of_a_text() -> None:
    assert document_to_plain(Document([HEADING, MARKED])) == [
        {"key": "h", "role": "heading", "runs": [{"text": "Scope"}], "level": 2},
        {
            "key": "a",
            "role": "operative",
            "runs": [
                {"text": "Decides", "marks": ["bold", "italic"]},
                {"text": " to act"},
                {"text": NOTE_ANCHOR, "note": "See 71/1."},
            ],
        },
    ]


def test_the_form_of_acts() -> None:
    runs = [{"text": "Decides"}]
    said = (
        Replace("a", runs_of("Decides")),
        Delete("b"),
        Insert(Paragraph("n", Role.ITEM, runs_of("Decides")), None),
        Move("c", "n"),
        Keep("d"),
    )
    assert acts_to_plain(said) == [
        {"act": "replace", "key": "a", "runs": runs},
        {"act": "delete", "key": "b"},
        {"act": "insert", "after": None, "paragraph": {"key": "n", "role": "item", "runs": runs}},
        {"act": "move", "key": "c", "after": "n"},
        {"act": "keep", "key": "d"},
    ]


def test_an_empty_note_and_no_marks_are_kept_apart_from_none() -> None:
    assert runs_from_plain(runs_to_plain((Run(NOTE_ANCHOR, note=""),))) == (Run(NOTE_ANCHOR, note=""),)
    assert runs_from_plain([{"text": "a", "marks": []}, {"text": "b", "marks": None}]) == (Run("a"), Run("b"))


@pytest.mark.parametrize(
    "plain",
    [
        {"act": "rename", "key": "a"},
        {"act": "replace", "key": "a", "runs": [{"text": "a", "marks": ["loud"]}]},
        {"act": "insert", "after": None, "paragraph": {"key": "n", "role": "king", "runs": []}},
    ],
)
def test_what_is_not_known_is_refused(plain: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        act_from_plain(plain)


@pytest.mark.parametrize("plain", [{}, {"act": "delete"}, {"act": "move", "key": "a"}, {"act": "replace", "key": "a"}])
def test_what_is_missing_is_missed(plain: dict[str, object]) -> None:
    with pytest.raises(KeyError):
        act_from_plain(plain)


@met("marked", "with notes", "inserted", "moved", "deleted", "kept")
@few
@given(st.data())
def test_kept_and_read_again_it_is_what_it_was(seen: Counter[str], data: st.DataObject) -> None:
    document = data.draw(documents())
    said = data.draw(acts(document, "new"))
    assert document_from_plain(json.loads(json.dumps(document_to_plain(document)))) == document
    assert acts_from_plain(json.loads(json.dumps(acts_to_plain(said)))) == said
    runs = [run for paragraph in document for run in paragraph.runs]
    seen["marked"] += any(run.marks for run in runs)
    seen["with notes"] += any(run.note is not None for run in runs)
    names = {Insert: "inserted", Move: "moved", Delete: "deleted", Keep: "kept"}
    seen.update(names[type(act)] for act in said if type(act) in names)
