"""Paragraphs split, joined, moved and deleted under the edits of others."""

from app.text.change import Act, Change, Delete, Insert, Move, Replace
from app.text.clash import ClashKind, clashes
from app.text.document import Document
from app.text.merge import Contested, Merged, merge
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from app.text.splitting import join, split

TEXT = "Decides to protect persons in transit, and invites States to report by April."
BASE = Document(
    Paragraph(key, Role.OPERATIVE, runs_of(text))
    for key, text in {"a": TEXT, "b": "Meet.", "c": "Thanks the host."}.items()
)
SPLIT = split(BASE["a"], 13, "a2")


def says(old: str, new: str) -> Replace:
    assert old in TEXT
    return Replace("a", runs_of(TEXT.replace(old, new)))


def merged(*acts: tuple[Act, ...]) -> list[str]:
    outcome = merge(BASE, [Change(number, said) for number, said in enumerate(acts)])
    assert isinstance(outcome, Merged)
    return [paragraph.text for paragraph in outcome.document]


def kinds(*acts: tuple[Act, ...]) -> set[ClashKind]:
    changes = [Change(number, said) for number, said in enumerate(acts)]
    assert isinstance(merge(BASE, changes), Contested)
    return {clash.kind for clash in clashes(BASE, changes)}


def test_an_edit_before_the_split_is_made_with_it() -> None:
    first, second, *_ = merged(SPLIT, (says("persons", "migrants"),))
    assert (first, second) == ("Decides to protect migrants in transit,", "and invites States to report by April.")


def test_an_edit_of_what_is_split_off_or_at_the_split_is_contested() -> None:
    assert kinds(SPLIT, (says("April", "May"),)) == {ClashKind.WORDS}
    assert kinds(SPLIT, (says("transit, and", "transit, at borders, and"),)) == {ClashKind.WORDS}


def test_a_paragraph_put_where_the_split_puts_its_second_part_is_contested() -> None:
    new = Insert(Paragraph("n", Role.OPERATIVE, runs_of("Fight smuggling.")), "a")
    assert kinds(SPLIT, (new,)) == {ClashKind.INSERTION}


def test_two_who_split_alike_make_one_split_and_elsewhere_they_are_rivals() -> None:
    again = split(BASE["a"], 13, "other")
    assert merged(SPLIT, again) == merged(SPLIT)
    assert kinds(SPLIT, split(BASE["a"], 10, "other")) == {ClashKind.WORDS, ClashKind.INSERTION}


def test_joined_under_the_edits_of_others() -> None:
    both = join(BASE["a"], BASE["b"])
    assert merged(both, (says("persons", "migrants"),))[0] == TEXT.replace("persons", "migrants") + " Meet."
    assert kinds(both, (Replace("b", runs_of("Meet again.")),)) == {ClashKind.DELETION}
    assert kinds(both, (Move("b", None),)) == {ClashKind.DELETION}


def test_a_paragraph_split_by_one_and_deleted_or_moved_by_another() -> None:
    assert kinds(SPLIT, (Delete("a"),)) == {ClashKind.DELETION}
    assert kinds(SPLIT, (Move("a", "c"),)) == {ClashKind.INSERTION}
