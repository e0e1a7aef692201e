from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.text.apply import apply
from app.text.change import Delete, Insert, Keep, Move, Replace
from app.text.derive import acts_between
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import joined, runs_of
from tests.text.strategies import documents, few, revisions
from tests.text.strategies_changes import acts


def document(keys: str) -> Document:
    return Document(Paragraph(key, Role.OPERATIVE, runs_of(f"Decide {key}.")) for key in keys)


def test_a_text_and_itself() -> None:
    assert acts_between(document("abc"), document("abc")) == ()


def test_a_swap_is_one_move() -> None:
    assert len(acts_between(document("abcdef"), document("aecdbf"))) == 2
    assert acts_between(document("abcdef"), document("acdebf")) == (Move("b", "e"),)


def test_what_is_moved_can_be_said() -> None:
    assert acts_between(document("ab"), document("ba"), {"b"}) == (Move("b", None),)
    assert acts_between(document("ab"), document("ba"), {"a"}) == (Move("a", "b"),)


def test_what_went_what_came_and_what_was_reworded() -> None:
    base, new = document("abc"), document("axc")
    new = Document([new["a"], new["x"], replace(new["c"], runs=runs_of("Decide también c."))])
    assert acts_between(base, new) == (Delete("b"), Insert(new["x"], "a"), Replace("c", runs_of("Decide también c.")))


def test_the_role_stays_that_of_the_base() -> None:
    heading = Document([Paragraph("a", Role.HEADING, runs_of("Decide a."), 1)])
    assert acts_between(document("a"), heading) == ()


@few
@given(revisions())
def test_the_acts_between_two_revisions_lead_from_one_to_the_other(revised: tuple[Document, Document]) -> None:
    base, new = revised

    def in_fewest_runs(document: Document) -> list[tuple[str, object]]:
        return [(paragraph.key, joined(paragraph.runs)) for paragraph in document]

    assert in_fewest_runs(apply(base, acts_between(base, new))) == in_fewest_runs(new)


@few
@given(st.data())
def test_acts_are_found_again_by_what_they_made(data: st.DataObject) -> None:
    base = data.draw(documents())
    said = data.draw(acts(base, "new"))
    new = apply(base, said)
    found = acts_between(base, new)
    assert apply(base, found) == new
    assert sum(isinstance(act, Move) for act in found) <= sum(isinstance(act, Move) for act in said)
    assert not any(isinstance(act, Keep) for act in found)
