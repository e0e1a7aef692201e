import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.align import align, match_by_key
from app.text.apply import apply
from app.text.document import Document
from app.text.notation import read, write
from app.text.paragraph import Paragraph, Role
from app.text.runs import joined, runs_of
from app.text.splitting import Joined, Split, join, joined_and_split, split
from app.text.tokens import tokenise
from tests.support.met import met
from tests.text.strategies import documents, few

RIGHTS = "Protection of the human rights of migrants and of their families in transit and at destination"
BORDERS = "Promotion of human mobility and more efficient border management"
CONSULAR = "Consular assistance and protection to nationals abroad, whatever their migration status"
OTHER = "Combating the smuggling of migrants and trafficking in persons"


def document(prefix: str, *texts: str) -> Document:
    return Document(Paragraph(f"{prefix}{place}", Role.ITEM, runs_of(text)) for place, text in enumerate(texts))


def seen(old: Document, new: Document):
    return [
        ("split", each.old.key, *(part.key for part in each.news))
        if isinstance(each, Split)
        else ("joined", *(part.key for part in each.olds), each.new.key)
        for each in joined_and_split(old, align(old, new))
    ]


def test_a_paragraph_become_two_or_three():
    old = document("a", f"{RIGHTS}. {BORDERS}. {CONSULAR}.", OTHER)
    assert seen(old, document("b", f"{RIGHTS}.", f"{BORDERS}. {CONSULAR}.", OTHER)) == [("split", "a0", "b0", "b1")]
    three = document("b", f"{RIGHTS}.", f"{BORDERS}.", f"{CONSULAR}.", OTHER)
    assert seen(old, three) == [("split", "a0", "b0", "b1", "b2")]


def test_two_become_one():
    old = document("a", OTHER, RIGHTS, BORDERS)
    assert seen(old, document("b", OTHER, f"{RIGHTS}; and {BORDERS}")) == [("joined", "a1", "a2", "b1")]


def test_a_change_beside_an_insertion_is_no_split():
    old = document("a", f"{RIGHTS}. {BORDERS}.", OTHER)
    assert seen(old, document("b", f"{RIGHTS}.", CONSULAR, OTHER)) == []
    assert seen(old, document("b", f"{RIGHTS}. {BORDERS}.", BORDERS, OTHER)) == []
    assert seen(document("a", RIGHTS, BORDERS), document("b", f"{RIGHTS} {CONSULAR}")) == []

    some = "Border management beyond any season or region of the other two continents"
    assert seen(old, document("b", f"{RIGHTS}.", some, OTHER)) == []


def test_parts_may_come_before_the_one_that_keeps_the_key():
    def text(**words: str) -> Document:
        return Document(Paragraph(key, Role.ITEM, runs_of(said)) for key, said in words.items())

    old = text(a=f"{RIGHTS}. {BORDERS}. {CONSULAR}.", z=OTHER)
    (found,) = joined_and_split(old, match_by_key(old, text(m=f"{RIGHTS}.", n=f"{BORDERS}.", a=f"{CONSULAR}.", z=OTHER)))
    assert isinstance(found, Split) and [part.key for part in found.news] == ["m", "n", "a"]
    apart = text(m=RIGHTS, n=BORDERS, a=CONSULAR)
    (found,) = joined_and_split(apart, match_by_key(apart, text(a=f"{RIGHTS} {BORDERS} {CONSULAR}")))
    assert isinstance(found, Joined) and [part.key for part in found.olds] == ["m", "n", "a"]
    assert joined_and_split(old, match_by_key(old, text(a=f"{RIGHTS}. {CONSULAR}.", z=BORDERS))) == ()


def test_what_is_joined_stood_together_before_what_was_between_moved_away():
    def text(**words: str) -> Document:
        return Document(Paragraph(key, Role.ITEM, runs_of(said)) for key, said in words.items())

    old = text(a=RIGHTS, m=OTHER, b=BORDERS, c=CONSULAR, y="Done at noon", z="Signed by all")
    new = text(b=f"{RIGHTS} {BORDERS} {CONSULAR}", y="Done at noon", z="Signed by all", m=OTHER)
    (found,) = joined_and_split(old, match_by_key(old, new))
    assert isinstance(found, Joined) and [part.key for part in found.olds] == ["b", "c"]


def test_it_is_said_in_the_order_of_the_new_text():
    old = document("a", RIGHTS, BORDERS, f"{CONSULAR}. {OTHER}.")
    found = joined_and_split(old, align(old, document("b", f"{RIGHTS} {BORDERS}", f"{CONSULAR}.", f"{OTHER}.")))
    assert [type(each) for each in found] == [Joined, Split]


def test_marks_and_roles_of_the_parts():
    whole = Paragraph("a", Role.CHAPEAU, read("**We agree** on the following"))
    first, second = split(whole, 4, "b")
    assert (write(first.runs), write(second.paragraph.runs)) == ("**We agree**", "on the following")
    assert (second.paragraph.role, second.after) == (Role.ITEM, "a")
    heading = Paragraph("h", Role.HEADING, runs_of("Scope and aims"), 2)
    assert split(heading, 2, "i")[1].paragraph == Paragraph("i", Role.HEADING, runs_of("and aims"), 2)


def test_a_paragraph_without_words_joins_without_a_blank():
    empty, full = Paragraph("a", Role.ITEM), Paragraph("b", Role.ITEM, runs_of("one"))
    assert [join(empty, full)[0].runs, join(full, empty)[0].runs] == [runs_of("one"), runs_of("one")]


def test_words_may_be_split_where_there_is_no_blank():
    first, second = split(Paragraph("a", Role.ITEM, runs_of("one,two")), 1, "b")
    assert (write(first.runs), write(second.paragraph.runs)) == ("one", ",two")


def test_three_words_of_weight_are_known_again_and_two_are_not():
    old = document("a", f"{RIGHTS}. Return with dignity, always.", OTHER)
    assert seen(old, document("b", f"{RIGHTS}.", "Return with dignity, always.", OTHER)) == [("split", "a0", "b0", "b1")]
    old = document("a", f"{RIGHTS}. Return always.", OTHER)
    assert seen(old, document("b", f"{RIGHTS}.", "Return always.", OTHER)) == []


@pytest.mark.parametrize("token", [-1, 0, 3, 4, 9])
def test_a_part_has_words(token):
    with pytest.raises(IndexError):
        split(Paragraph("a", Role.ITEM, runs_of("one two")), token, "b")


@met("split", "too short", least=2)
@few
@given(documents(min_size=1, max_size=3), st.data())
def test_what_is_split_and_joined_again_is_what_it_was(counted, base, data):
    key = data.draw(st.sampled_from(base.keys))
    tokens = tokenise(base[key].runs)
    places = [place for place, token in enumerate(tokens) if token.text == " " and not token.marks and place]
    # Of several blanks in a row, as in two runs, those at the cut go and one comes back.
    places = [place for place in places if place + 1 < len(tokens) and not tokens[place - 1].is_blank]
    counted["split" if places else "too short"] += 1
    if places:
        parted = apply(base, split(base[key], data.draw(st.sampled_from(places)), "new"))
        again = apply(parted, join(parted[key], parted["new"]))
        assert joined(again[key].runs) == joined(base[key].runs) and again.keys == base.keys
        found = joined_and_split(base, match_by_key(base, parted))
        assert all(isinstance(each, Split) and each.old.key == key for each in found)
