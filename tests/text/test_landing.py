from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.diff import Splice, diff, splice
from app.text.document import Document
from app.text.landing import likeliest, shifted, transplanted
from app.text.paragraph import Paragraph, Role
from app.text.runs import Runs, plain, runs_of
from app.text.tokens import Token, tokenise, untokenise
from tests.support.met import met
from tests.text.strategies import edited_runs, edits, some


def tokens(text: str) -> tuple[Token, ...]:
    return tokenise(runs_of(text))


def moved_over(old: str, mine: str, theirs: str) -> str | None:
    """My edit of `old` made on theirs, wherever its words seem to have gone."""
    found = transplanted(tokens(old), diff(tokens(old), tokens(mine)), tokens(theirs))
    return None if found is None else plain(untokenise(found))


def test_what_is_free_is_shifted_and_what_touches_is_blocked() -> None:
    old, mine, theirs = tokens("uno dos tres cuatro"), tokens("uno DOS tres CUATRO"), tokens("cero uno zwei tres cuatro")
    free, blocked = shifted(old, diff(old, mine), diff(old, theirs))
    assert plain(untokenise(splice(theirs, free))) == "cero uno zwei tres CUATRO"
    assert [untokenise(old[each.start : each.stop]) for each in blocked] == [runs_of("dos")]


def test_what_is_done_already_is_neither_free_nor_blocked() -> None:
    old = tokens("Decide proteger a las personas y a sus familias")
    for mine, theirs in (
        ("Decide amparar a las personas y a sus familias", "Decide amparar a las personas"),
        ("Decide proteger a las personas y a familias", "Decide proteger a las personas"),
    ):
        assert shifted(old, diff(old, tokens(mine)), diff(old, tokens(theirs))) == ((), ())


@pytest.mark.parametrize(
    ("mine", "theirs", "done"),
    [
        (Splice(2, 5, ()), Splice(2, 9, ()), True),
        (Splice(6, 9, ()), Splice(2, 9, ()), True),
        (Splice(2, 9, ()), Splice(2, 9, tokens("new words")), True),
        (Splice(2, 9, ()), Splice(2, 5, ()), False),
        (Splice(2, 9, ()), Splice(6, 9, ()), False),
        (Splice(2, 5, ()), Splice(2, 9, tokens("still two")), False),
        (Splice(2, 3, tokens("x")), Splice(2, 9, ()), False),
        (Splice(2, 3, tokens("x")), Splice(2, 3, tokens("x")), True),
        (Splice(2, 3, tokens("x")), Splice(2, 3, tokens("y")), False),
    ],
)
def test_a_deletion_is_done_when_a_larger_one_brings_none_of_its_words_back(
    mine: Splice, theirs: Splice, done: bool
) -> None:
    assert shifted(tokens("one two three four five"), (mine,), (theirs,)) == ((), () if done else (mine,))


def test_an_edge_is_touched() -> None:
    old = tokens("one two three four five")
    assert shifted(old, (Splice(3, 3, tokens(" x")),), (Splice(2, 3, tokens("y")),)) == ((), (Splice(3, 3, tokens(" x")),))
    assert shifted(old, (Splice(4, 5, tokens("x")),), (Splice(2, 3, tokens("y z")),))[0] == (Splice(6, 7, tokens("x")),)


def test_a_long_passage_is_found_far_from_where_it_stood() -> None:
    passage = "the protection of persons in transit and of their families wherever they are and whatever their status"
    before = f"Decides, in view of the above, to strengthen {passage}, and invites States to report."
    after = f"Recalling {passage}, thanks the host for its hospitality and for all that it has done."
    assert moved_over(before, before.replace(passage, "it"), after) == after.replace(passage, "it")


def test_a_passage_of_which_only_one_end_is_left_is_not_taken_for_whole() -> None:
    passage = "the rights of children in transit without their parents, of women and of victims of crimes at the borders"
    before = f"Decides to protect {passage} and to report."
    after = "Decides to protect the rights of children in transit without them."
    guess = moved_over(before, before.replace(passage, "them all"), after)
    assert guess is None or "report" not in guess


def test_a_passage_is_found_where_it_went() -> None:
    assert (
        moved_over(
            "Promover una migración segura, ordenada y regular",
            "Promover una migración segura y digna, ordenada y regular",
            "Reafirma su voluntad de promover una migración segura, ordenada y regular para todos",
        )
        == "Reafirma su voluntad de promover una migración segura y digna, ordenada y regular para todos"
    )


def test_what_only_adds_takes_no_words_away_that_have_come_in_between() -> None:
    old, mine = "as a cause of the movement of persons", "as a cause of the forced movement of persons"
    assert moved_over(old, mine, "as a cause of the displacement of persons") == (
        "as a cause of the forced displacement of persons"
    )
    landed = moved_over(old, mine, "as a cause of displacement of persons")
    assert landed is not None and "forced" in landed.split() and "displacement" in landed.split()


def test_reworded_words_are_found_between_their_neighbours() -> None:
    assert (
        moved_over(
            "access to justice for persons in transit through the region",
            "access to justice for victims of crimes in transit through the region",
            "access to justice for all migrants in transit through the region",
        )
        == "access to justice for victims of crimes in transit through the region"
    )


def test_what_is_nowhere_is_not_found() -> None:
    assert (
        moved_over("Invites States to report", "Invites States not to report", "Niñez y adolescencia, artículo 4") is None
    )
    assert moved_over("", "Nuevo", "") == "Nuevo"


def test_two_passages_that_seem_to_have_gone_to_one_place_are_not_put_there() -> None:
    old, mine = tokens("report by April, report by April"), tokens("report by May, report by June")
    assert transplanted(old, diff(old, mine), tokens("report by April")) is None


def test_the_likeliest_paragraph_is_alike_or_none() -> None:
    document = Document(
        Paragraph(key, Role.OPERATIVE, runs_of(text))
        for key, text in {"a": "Invites States to report by May.", "b": "Promover el retorno digno."}.items()
    )
    assert likeliest("Invites States to report by April.", document, ["a", "b"]) == "a"
    assert likeliest("Promover el retorno digno y seguro.", document, ["a", "b"]) == "b"
    assert likeliest("Thanks the host.", document, ["a", "b"]) is None
    assert likeliest("Promover el retorno digno.", document, ["a"]) is None


@met("all free", "some blocked", "said already")
@some
@given(edits(), st.data())
def test_an_edit_without_rivals_is_carried_exactly(
    seen: Counter[str], edit: tuple[Runs, Runs], data: st.DataObject
) -> None:
    """All of my splices are free, blocked or done; the free ones and theirs can be made in either order."""
    old, mine = map(tokenise, edit)
    theirs = tokenise(data.draw(edited_runs(edit[0])))
    my_splices, their_splices = diff(old, mine), diff(old, theirs)
    free, blocked = shifted(old, my_splices, their_splices)
    assert len(free) + len(blocked) <= len(my_splices)
    words = [each.tokens for each in my_splices]
    assert all(each in my_splices for each in blocked)
    assert all(each.tokens in words for each in free)
    seen["said already"] += len(free) + len(blocked) < len(my_splices)
    seen["some blocked"] += bool(blocked)
    if not blocked and len(free) == len(my_splices):
        seen["all free"] += bool(my_splices and their_splices)
        assert splice(theirs, free) == splice(old, sorted({*my_splices, *their_splices}))


@met("a text", "nothing")
@some
@given(edits(), st.data())
def test_a_guess_is_a_text_or_nothing(seen: Counter[str], edit: tuple[Runs, Runs], data: st.DataObject) -> None:
    old, mine = map(tokenise, edit)
    theirs = tokenise(data.draw(edited_runs(edit[0])))
    lost = diff(old, mine)
    found = transplanted(old, lost, theirs)
    assert found is None or all(token in found for each in lost for token in each.tokens)
    if lost:
        seen["nothing" if found is None else "a text"] += 1
