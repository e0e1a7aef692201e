from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.apply import NotOnBase, apply, check, gaps, order
from app.text.change import Act, Delete, Insert, Keep, Move, Replace
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import Run, runs_of
from tests.support.met import met
from tests.text.strategies import documents, few
from tests.text.strategies_changes import acts


def paragraph(key: str) -> Paragraph:
    return Paragraph(key, Role.OPERATIVE, runs_of(f"Párrafo {key}."))


PLACING = (Insert, Move)
BASE = Document(map(paragraph, "abcd"))


def keys(*said: Act) -> str:
    return "".join(apply(BASE, said).keys)


def test_no_acts_make_no_change() -> None:
    assert apply(BASE, ()) == BASE


def test_new_words_keep_key_and_role() -> None:
    new = apply(BASE, (Replace("b", (Run("Decide "), Run("actuar."))),))
    assert new["b"] == Paragraph("b", Role.OPERATIVE, (Run("Decide actuar."),))
    assert [paragraph for paragraph in new if paragraph.key != "b"] == [each for each in BASE if each.key != "b"]


def test_what_is_inserted_reads_as_it_was_brought_in_the_fewest_runs() -> None:
    new = apply(BASE, (Insert(Paragraph("x", Role.HEADING, (Run("Nuevo "), Run("título")), 2), "d"),))
    assert new["x"] == Paragraph("x", Role.HEADING, (Run("Nuevo título"),), 2)


def test_the_refusal_names_the_paragraph_and_says_why() -> None:
    with pytest.raises(NotOnBase, match="no such paragraph: 'z'"):
        check(BASE, (Delete("z"),))


def test_insertions_stand_in_the_order_of_the_acts() -> None:
    assert keys(Insert(paragraph("x"), "b"), Insert(paragraph("y"), "b")) == "abxycd"
    assert keys(Insert(paragraph("x"), "b"), Insert(paragraph("y"), "x"), Insert(paragraph("z"), "b")) == "abxyzcd"
    assert keys(Insert(paragraph("x"), None), Insert(paragraph("y"), None)) == "xyabcd"


def test_what_follows_a_paragraph_goes_where_it_goes() -> None:
    assert keys(Move("b", "d"), Insert(paragraph("x"), "b")) == "acdbx"
    assert keys(Insert(paragraph("x"), "b"), Move("b", None)) == "bxacd"
    assert keys(Insert(paragraph("x"), "d"), Move("a", "x")) == "bcdxa"


def test_what_follows_a_deleted_paragraph_stands_in_its_stead() -> None:
    assert keys(Delete("b"), Insert(paragraph("x"), "b")) == "axcd"


def test_a_paragraph_can_be_moved_and_reworded() -> None:
    new = apply(BASE, (Move("a", "d"), Replace("a", runs_of("Nuevo."))))
    assert (new.keys, new["a"].text) == (("b", "c", "d", "a"), "Nuevo.")


def test_no_change_changes_nothing() -> None:
    assert apply(BASE, (Keep("a"), Keep("a"))) == BASE


def test_a_long_chain_of_insertions() -> None:
    chain = [f"n{number}" for number in range(3000)]
    said = tuple(Insert(paragraph(key), after) for key, after in zip(chain, ["a", *chain], strict=False))
    assert apply(BASE, said).keys == ("a", *chain, "b", "c", "d")


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ((Replace("z", ()),), "z"),
        ((Delete("z"),), "z"),
        ((Keep("z"),), "z"),
        ((Move("z", None),), "z"),
        ((Move("a", "z"),), "z"),
        ((Insert(paragraph("x"), "z"),), "z"),
        ((Insert(paragraph("x"), "y"), Insert(paragraph("y"), None)), "y"),
        ((Insert(paragraph("a"), None),), "a"),
        ((Insert(paragraph("x"), None), Insert(paragraph("x"), "a")), "x"),
        ((Replace("a", ()), Delete("a")), "a"),
        ((Replace("a", ()), Replace("a", runs_of("x"))), "a"),
        ((Delete("a"), Move("a", None)), "a"),
        ((Move("a", "b"), Move("a", "c")), "a"),
        ((Keep("a"), Replace("a", ())), "a"),
        ((Move("a", "a"),), "a"),
        ((Move("a", "b"), Move("b", "a")), "a"),
    ],
)
def test_acts_that_are_not_on_the_base(said: tuple[Act, ...], key: str) -> None:
    with pytest.raises(NotOnBase) as refused:
        check(BASE, said)
    assert refused.value.key == key
    with pytest.raises(NotOnBase):
        apply(BASE, said)


def test_gaps_are_named_by_paragraphs_that_keep_their_place() -> None:
    said = (Insert(paragraph("x"), "b"), Move("a", "x"), Insert(paragraph("y"), "a"), Insert(paragraph("z"), None))
    assert gaps(said) == {"b": ("x", "a", "y"), None: ("z",)}


@met("reworded", "brought", "moved", "deleted", "kept")
@few
@given(st.data())
def test_only_what_is_named_changes(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents())
    said = data.draw(acts(base, "new"))
    new = apply(base, said)
    deleted = {act.key for act in said if isinstance(act, Delete)}
    moved = {act.key for act in said if isinstance(act, Move)}
    brought = {act.paragraph.key for act in said if isinstance(act, Insert)}
    reworded = {act.key for act in said if isinstance(act, Replace)}
    assert set(new.keys) == {*base.keys, *brought} - deleted
    assert sorted(order(base, said)) == sorted({*base.keys, *brought})
    assert all(new[key] == base[key] for key in base.keys if key not in deleted | reworded)
    stay = [key for key in base.keys if key not in deleted | moved]
    assert [key for key in new.keys if key in stay] == stay
    named = {"reworded": reworded, "brought": brought, "moved": moved, "deleted": deleted}
    seen.update(name for name, keys in named.items() if keys)
    seen["kept"] += any(isinstance(act, Keep) for act in said)


@met("several places", "one")
@few
@given(st.data())
def test_the_order_of_the_acts_matters_only_within_a_place(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents(min_size=2))
    said = data.draw(acts(base, "new", most=5))
    follows = {
        act.paragraph.key if isinstance(act, Insert) else act.key: act.after for act in said if isinstance(act, PLACING)
    }

    def place(act: Act) -> object:
        if not isinstance(act, PLACING):
            return act
        after = act.after
        while after in follows:
            after = follows[after]
        return after

    together: dict[object, list[Act]] = {}
    for act in said:
        together.setdefault(place(act), []).append(act)
    turned = [act for those in data.draw(st.permutations(list(together.values()))) for act in those]
    assert apply(base, tuple(turned)) == apply(base, said)
    seen["several places" if len(together) > 1 else "one"] += 1
