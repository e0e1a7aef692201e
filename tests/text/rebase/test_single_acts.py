"""What becomes of one act, where the revision stands close by."""

from dataclasses import replace

from app.text.apply import apply
from app.text.change import Act, Change, Delete, Insert, Move, Replace
from app.text.clash import ClashKind
from app.text.document import Document
from app.text.outcome import Absorbed, Carried, Obstacle, Overtaken
from app.text.paragraph import Paragraph, Role
from app.text.rebase import rebase
from app.text.runs import runs_of

TEXTS = {
    "a": "Decides to protect persons in transit and their families;",
    "b": "Promover el retorno digno y seguro de las personas migrantes;",
    "c": "Invites States to report by April.",
}


def paragraph(key: str, text: str) -> Paragraph:
    return Paragraph(key, Role.OPERATIVE, runs_of(text))


BASE = Document(paragraph(key, text) for key, text in TEXTS.items())
TWIN = paragraph("twin", "Fight smuggling.")


def outcome(issued: tuple[Act, ...], *said: Act) -> Carried | Absorbed | Overtaken:
    return rebase(Change("g", said), BASE, apply(BASE, issued))


def test_of_two_alike_the_revision_can_have_brought_only_one() -> None:
    one, other = Insert(paragraph("n1", TWIN.text), "a"), Insert(paragraph("n2", TWIN.text), "c")
    carried = outcome((Insert(TWIN, "b"),), one, other)
    assert carried == Carried(Change("g", (other,)))
    assert outcome((Insert(TWIN, "b"), Insert(paragraph("second", TWIN.text), "b")), one, other) == Absorbed()


def test_a_paragraph_that_is_gone_cannot_be_moved() -> None:
    gone = Obstacle("c", TEXTS["c"], ClashKind.DELETION)
    assert outcome((Delete("c"),), Move("c", None)) == Overtaken((gone,), None)


def test_an_addition_has_another_place_only_when_the_paragraph_before_it_has() -> None:
    new = Insert(paragraph("n", "New."), "b")
    assert outcome((Replace("a", runs_of("Uno.")),), new) == Carried(Change("g", (new,)), {}, unchanged=True)
    assert outcome((Move("b", None),), new) == Carried(Change("g", (new,)), {"n": "b"})


def test_words_that_went_into_a_paragraph_where_they_are_not_found_leave_nothing_to_go_by() -> None:
    heir = paragraph("heir", "Invites delegations to report by June.")
    gone = Obstacle("c", TEXTS["c"], ClashKind.DELETION)
    lost = Replace("c", runs_of(TEXTS["c"].replace("report by April", "report by April in writing (see annex)")))
    found = outcome((Delete("c"), Insert(heir, "b")), lost)
    assert isinstance(found, Overtaken) and found.obstacles == (gone,)
    unlike = paragraph("other", "Agradece a la anfitriona.")
    assert outcome((Delete("c"), Insert(unlike, "b")), lost) == Overtaken((gone,), None)


def test_what_stands_behind_a_paragraph_of_the_same_change_goes_with_it() -> None:
    one, other = Insert(paragraph("n1", TWIN.text), "b"), Insert(paragraph("n2", "Report in May."), "n1")
    behind = Change("g", (replace(other, after="twin"),))
    assert outcome((Insert(TWIN, "b"),), one, other) == Carried(behind, {"n2": "twin"})
    assert outcome((Delete("c"),), one, other) == Carried(Change("g", (one, other)), {}, unchanged=True)


def test_words_given_as_they_were_are_in_the_way_of_new_ones() -> None:
    kept = Replace("a", runs_of(TEXTS["a"]))
    reworded = Replace("a", runs_of("Resolves to protect everybody;"))
    assert outcome((reworded,), kept) == Overtaken((Obstacle("a", TEXTS["a"], ClashKind.WORDS),), (kept,))


def test_a_phrase_is_carried_whole_or_not_at_all() -> None:
    wanted = Replace("a", runs_of(TEXTS["a"].replace("persons in transit", "victims in danger")))
    found = outcome((Replace("a", runs_of(TEXTS["a"].replace(" in ", " at "))),), wanted)
    assert isinstance(found, Overtaken) and found.obstacles == (Obstacle("a", "persons in transit", ClashKind.WORDS),)
