from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.text.apply import apply
from app.text.change import Change, Delete, Insert, Keep, Move, Replace
from app.text.clash import ClashKind
from app.text.document import Document
from app.text.merge import Contested, Merged, merge
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from tests.support.met import met
from tests.text.strategies import documents, few
from tests.text.strategies_changes import acts, changes


def paragraph(key: str, text: str) -> Paragraph:
    return Paragraph(key, Role.OPERATIVE, runs_of(text))


BASE = Document(
    [
        paragraph("transit", "Decides to protect persons in transit and their families;"),
        paragraph("return", "Promover el retorno digno, seguro y ordenado de las personas migrantes;"),
        paragraph("report", "Invites States to report by April."),
    ]
)


def replacing(key: str, old: str, new: str) -> Replace:
    text = BASE[key].text
    assert old in text
    return Replace(key, runs_of(text.replace(old, new)))


def text_of(outcome: Merged | Contested) -> list[str]:
    assert isinstance(outcome, Merged)
    return [paragraph.text for paragraph in outcome.document]


def test_edits_of_different_words_of_one_paragraph_are_both_made() -> None:
    outcome = merge(
        BASE,
        [
            Change("g", (replacing("transit", "persons", "migrants"),)),
            Change("h", (replacing("transit", "families", "communities"),)),
        ],
    )
    assert text_of(outcome)[0] == "Decides to protect migrants in transit and their communities;"


def test_what_two_say_alike_is_done_once() -> None:
    alike = (replacing("return", "digno, ", "digno, voluntario, "), Insert(paragraph("g1", "Fight trafficking."), "report"))
    other = (alike[0], Insert(paragraph("h1", "Fight trafficking."), "report"))
    outcome = merge(BASE, [Change("h", other), Change("g", alike)])
    assert text_of(outcome)[1:] == [
        "Promover el retorno digno, voluntario, seguro y ordenado de las personas migrantes;",
        "Invites States to report by April.",
        "Fight trafficking.",
    ]
    assert outcome.document.keys[-1] == "g1"


def test_a_moved_paragraph_takes_the_edits_of_others_with_it() -> None:
    outcome = merge(BASE, [Change("g", (Move("report", None),)), Change("h", (replacing("report", "April", "May"),))])
    assert text_of(outcome)[0] == "Invites States to report by May."


def test_what_is_put_after_a_deleted_paragraph_stands_in_its_stead() -> None:
    outcome = merge(BASE, [Change("g", (Delete("return"),)), Change("h", (Insert(paragraph("h1", "New."), "return"),))])
    assert [paragraph.key for paragraph in outcome.document] == ["transit", "h1", "report"]


def test_rivals_are_not_merged() -> None:
    outcome = merge(BASE, [Change("g", (Delete("report"),)), Change("h", (Keep("report"),))])
    assert isinstance(outcome, Contested)
    assert [(clash.one, clash.other, clash.kind) for clash in outcome.clashes] == [("g", "h", ClashKind.DELETION)]
    assert [(place.key, place.camps) for place in outcome.rivalries] == [("report", (("g",), ("h",)))]


def test_nothing_to_merge_is_the_base() -> None:
    assert merge(BASE, []) == Merged(BASE, ())


@met("changed", "the same")
@few
@given(st.data())
def test_one_change_is_made_as_it_stands(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents())
    said = data.draw(acts(base, "new"))
    outcome = merge(base, [Change(1, said)])
    assert isinstance(outcome, Merged)
    assert outcome.document == apply(base, said)
    assert apply(base, outcome.acts) == outcome.document
    seen["the same" if outcome.document == base else "changed"] += 1


@met("Merged", "Contested")
@few
@given(st.data())
def test_the_order_of_changes_makes_no_difference(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents(min_size=2))
    proposed = data.draw(changes(base))
    outcome = merge(base, proposed)
    again = merge(base, data.draw(st.permutations(proposed)))
    seen[type(outcome).__name__] += len(proposed) > 1
    if isinstance(outcome, Contested):
        assert isinstance(again, Contested)
    else:
        assert isinstance(again, Merged)
        assert again.document == outcome.document
        assert apply(base, again.acts) == outcome.document


@met("edits", "additions")
@few
@given(st.data())
def test_changes_of_different_paragraphs_make_together_what_they_make_one_after_the_other(
    seen: Counter[str], data: st.DataObject
) -> None:
    """With no clash, and no key inserted alike, the second change can be made on what the first made."""
    base = data.draw(documents(min_size=5))
    one, other = data.draw(acts(base, "one")), data.draw(acts(base, "other"))
    touched = [{act.key for act in said if not isinstance(act, Insert)} for said in (one, other)]
    places = [{act.after for act in said if isinstance(act, Insert | Move)} for said in (one, other)]
    kinds = {type(act) for act in (*one, *other)}
    if touched[0] & touched[1] or places[0] & places[1] or kinds & {Delete, Move}:
        return
    seen["edits"] += Replace in kinds
    seen["additions"] += Insert in kinds
    outcome = merge(base, [Change(1, one), Change(2, other)])
    assert isinstance(outcome, Merged)
    assert apply(apply(base, one), other) == outcome.document
