from app.text.change import Act, Change, Delete, Insert, Keep, Move, Replace
from app.text.contest import Contest
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import NOTE_ANCHOR, Run, runs_of


def paragraph(key: str, text: str) -> Paragraph:
    return Paragraph(key, Role.OPERATIVE, runs_of(text))


BASE = Document(
    [
        paragraph("a", "Protect persons in transit and at borders."),
        paragraph("b", "Promover el retorno."),
        paragraph("c", "Meet."),
    ]
)


def contest(*acts: Act) -> Contest:
    """The acts of so many changes, numbered from 0."""
    return Contest(BASE, [Change(number, (act,)) for number, act in enumerate(acts)])


def says(text: str) -> Replace:
    return Replace("a", runs_of(text))


def test_passages_join_what_touches_and_part_what_does_not() -> None:
    passages = contest(
        says("Protect migrants in transit and at borders."),
        says("Protect all migrants now in transit and at every border."),
        says("Protect migrants in transit and at borders."),
    ).passages("a")
    assert [(passage.start, passage.stop, passage.contested) for passage in passages] == [(2, 3, True), (12, 13, False)]
    assert [reading.id for reading in passages[0].splices] == [0, 1, 2]
    assert contest(Delete("a")).passages("b") == []


def test_insertions_on_either_side_of_a_blank_are_one_passage_and_neighbours_are_not() -> None:
    either = contest(
        says("Protect persons, children, in transit and at borders."),
        says("Protect persons who are in transit and at borders."),
    )
    assert [(passage.start, passage.stop, passage.contested) for passage in either.passages("a")] == [(3, 4, True)]
    apart = contest(
        says("Protect all persons in transit and at borders."), says("Protect persons on the way and at borders.")
    )
    assert [(passage.start, passage.stop) for passage in apart.passages("a")] == [(2, 2), (4, 7)]
    edge = contest(
        says("Protect all persons in transit and at borders."), says("Protect migrants in transit and at borders.")
    )
    assert [(passage.start, passage.stop) for passage in edge.passages("a")] == [(2, 3)]


def test_an_insertion_at_the_end_of_replaced_words_is_of_their_passage() -> None:
    one, other = "Protect migrants in transit and at borders.", "Protect persons, children, in transit and at borders."
    assert [(passage.start, passage.stop) for passage in contest(says(one), says(other)).passages("a")] == [(2, 3)]


def test_a_footnote_and_words_at_one_place_are_rivals() -> None:
    def put(run: Run) -> Replace:
        return Replace("b", (Run("Promover"), run, Run(" el retorno.")))

    (passage,) = contest(put(Run(NOTE_ANCHOR, note="Uno.")), put(Run(NOTE_ANCHOR, note="Dos."))).passages("b")
    assert passage.contested


def test_two_who_move_a_paragraph_alike_put_it_there() -> None:
    heard = contest(Move("b", "c"), Move("b", "c"))
    (makers,) = heard.put["c"].values()
    assert heard.placed("c", makers) == ("b",)


def test_everybody_who_speaks_of_a_paragraph_is_heard() -> None:
    heard = contest(says("Protect."), Delete("a"), Keep("a"), Move("a", "b"), says(BASE["a"].text))
    said = heard.said["a"]
    assert [reading.id for reading in said.speaking] == [0, 1, 2, 3, 4]
    assert [[reading.id for reading in kind] for kind in (said.editing, said.deleting, said.keeping)] == [[0], [1], [2]]
    brought = contest(Insert(paragraph("n", "New."), "a"), Insert(paragraph("n", "New."), "b")).brought["n"]
    assert {gap: [reading.id for reading in makers] for gap, makers in brought.items()} == {"a": [0], "b": [1]}


def test_who_says_the_same_stands_together() -> None:
    heard = contest(Move("b", None), Move("b", None), Move("b", "c"), Keep("c"))
    assert [[reading.id for reading in makers] for makers in heard.said["b"].moving.values()] == [[0, 1], [2]]
    assert [reading.id for reading in heard.said["c"].keeping] == [3]
    assert list(heard.gaps) == [None, "c"]


def test_what_is_contested_about_a_paragraph() -> None:
    said = contest(Delete("a"), Keep("a"), says("Protect.")).said["a"]
    assert (said.words_contested, said.deletion_contested, said.keeping_contested) == (True, True, True)
    alone = contest(Delete("a"), Delete("a")).said["a"]
    assert (alone.words_contested, alone.deletion_contested, alone.keeping_contested) == (True, False, False)
    edited = contest(says("Protect."), says("Protect.")).said["a"]
    assert not edited.words_contested


def test_a_gap_is_contested_by_other_paragraphs_by_moves_and_by_one_key_in_two_places() -> None:
    one = Insert(paragraph("n", "Fight smuggling."), "a")
    assert not contest(one, Insert(paragraph("m", "Fight smuggling."), "a")).gap_contested("a")
    assert contest(one, Insert(paragraph("m", "Fight trafficking."), "a")).gap_contested("a")
    assert contest(one, Move("a", "c")).gap_contested("a")
    assert not contest(one, Delete("a")).gap_contested("a")
    twice = contest(one, Insert(paragraph("n", "Fight smuggling."), "b"))
    assert twice.gap_contested("a") and twice.gap_contested("b")


def test_a_move_is_contested_wherever_its_place_is() -> None:
    assert not contest(Move("b", "c"), Move("b", "c")).move_contested("b")
    assert contest(Move("b", "c"), Move("b", None)).move_contested("b")
    assert contest(Move("b", "c"), Insert(paragraph("n", "New."), "c")).move_contested("b")
    assert contest(Move("b", "c"), Insert(paragraph("n", "New."), "b")).move_contested("b")


def test_what_two_bring_alike_has_the_key_that_sorts_first() -> None:
    heard = contest(Insert(paragraph("n", "New."), "c"), Insert(paragraph("m", "New."), "c"))
    (makers,) = heard.put["c"].values()
    assert heard.placed("c", makers) == (paragraph("m", "New."),)
