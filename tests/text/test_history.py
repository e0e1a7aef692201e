from hypothesis import given
from hypothesis import strategies as st

from app.text.change import Change, Delete, Insert, Move, Replace
from app.text.document import Document
from app.text.history import Stage, history
from app.text.merge import Merged, merge
from app.text.notation import read, write
from app.text.paragraph import Paragraph, Role
from app.text.redline import Redline, accepted, authors, rejected
from app.text.runs import joined
from tests.support.met import met
from tests.text.strategies import documents, edited, few
from tests.text.strategies_changes import changes
from tests.text.test_provenance import at_step


def text(*lines: str) -> Document:
    return Document(Paragraph(key, Role.ITEM, read(words)) for key, words in (line.split(": ", 1) for line in lines))


def stage(base: Document, id: str, *made: Change) -> Stage:
    merged = merge(base, made)
    assert isinstance(merged, Merged)
    return Stage(merged.document, made, id)


def one(id: str, *acts) -> Change:
    return Change(id, acts)


def shown(redline: Redline) -> list[str]:
    out = []
    for line in redline.lines:
        words = ""
        for piece in line.pieces:
            said = write((piece.run,))
            if piece.inserted_by is not None:
                said = f"<+{piece.inserted_by}|{said}>"
            if piece.deleted_by is not None:
                said = f"<-{piece.deleted_by}|{said}>"
            words += said
        out.append(f"{line.paragraph.key}: {words}")
    return out


def test_each_word_is_under_the_change_that_brought_it_or_took_it_away():
    zero = text("a: Rights of migrants", "b: Borders")
    first = stage(zero, "Rev.1", one("hn", Replace("a", read("Human rights of migrants"))))
    second = stage(
        first.document,
        "Rev.2",
        one("mx", Replace("a", read("Human rights of all people"))),
        one("gt", Delete("b"), Insert(Paragraph("c", Role.ITEM, read("Return")), "b")),
    )
    assert shown(history(zero, (first, second))) == [
        "a: <-hn|Rights><+hn|Human rights> of <-mx|migrants><+mx|all people>",
        "b: <-gt|Borders>",
        "c: <+gt|Return>",
    ]


def test_what_came_and_went_again_leaves_no_trace():
    zero = text("a: Rights of migrants")
    first = stage(zero, "Rev.1", one("x", Insert(Paragraph("b", Role.ITEM, read("More")), "a")))
    second = stage(first.document, "Rev.2", one("y", Delete("b")))
    assert shown(history(zero, (first, second))) == ["a: Rights of migrants"]


def test_what_went_and_came_back_shows_as_both():
    zero = text("a: Rights of migrants")
    first = stage(zero, "Rev.1", one("x", Replace("a", read("Rights of people"))))
    second = stage(first.document, "Rev.2", one("y", Replace("a", read("Rights of migrants"))))
    assert shown(history(zero, (first, second))) == ["a: Rights of <-x|migrants><+y|migrants>"]


def test_a_paragraph_that_is_moved_stands_twice_under_its_mover():
    zero = text("a: One", "b: Two", "c: Three")
    moved = stage(zero, "Rev.1", one("x", Move("a", "c")))
    assert shown(history(zero, (moved,))) == ["a: <-x|One>", "b: Two", "c: Three", "a: <+x|One>"]


def test_what_nobody_is_on_record_for_is_told_under_the_step():
    zero, first = text("a: Rights of migrants"), text("a: Rights of people", "b: New")
    assert shown(history(zero, (Stage(first, (), "Rev.1"),))) == [
        "a: Rights of <-Rev.1|migrants><+Rev.1|people>",
        "b: <+Rev.1|New>",
    ]


def test_two_that_change_places_are_told_under_the_one_who_moved_either():
    zero = text("a: One", "b: Two")
    for act in (Move("b", None), Move("a", "b")):
        moved = stage(zero, "Rev.1", one("x", act))
        assert shown(history(zero, (moved,))) == ["b: <+x|Two>", "a: One", "b: <-x|Two>"]
    assert shown(history(zero, (Stage(moved.document, (), "Rev.1"),)))[0] == "b: <+Rev.1|Two>"


def test_a_paragraph_given_another_role_stands_twice_under_the_step():
    zero = text("a: One", "b: Two")
    new = Document((zero["a"], Paragraph("b", Role.OPERATIVE, read("Two"))))
    assert shown(history(zero, (Stage(new, (), "Rev.1"),))) == ["a: One", "b: <-Rev.1|Two>", "b: <+Rev.1|Two>"]


def test_words_of_several_in_one_place_are_each_under_their_own():
    zero = text("a: zero stays one two three four.")
    said = {"w": "nought and nothing stays one two three four.", "x": "zero stays one dos three four."}
    said |= {"y": "zero stays one two tres cuatro four."}
    made = tuple(one(id, Replace("a", read(words))) for id, words in said.items())
    told = history(zero, (Stage(text("a: nought and nothing stays uno dos tres cuatro four."), made, "Rev.1"),))
    assert shown(told) == [
        "a: <-w|zero><+w|nought and nothing> stays <-x|one two ><-y|three><+Rev.1|uno><+x| dos ><+y|tres cuatro> four."
    ]


def test_a_paragraph_that_went_and_came_back_with_other_words_shows_both():
    zero = text("a: One", "b: Two")
    first = stage(zero, "Rev.1", one("x", Delete("b")))
    second = stage(first.document, "Rev.2", one("y", Insert(Paragraph("b", Role.ITEM, read("Deux")), "a")))
    assert shown(history(zero, (first, second))) == ["a: One", "b: <-x|Two><+y|Deux>"]


def test_without_steps_nothing_is_marked():
    zero = text("a: Rights")
    assert shown(history(zero, ())) == ["a: Rights"]


@met("merged", "not on record", "several steps", "none")
@few
@given(st.data())
def test_it_leads_from_the_first_text_to_the_last_whatever_happened(seen, data):
    first = data.draw(documents(max_size=5))
    stages, before = [], first
    for place in range(data.draw(st.integers(0, 3))):
        made = [at_step(place, change) for change in data.draw(changes(before, most=2))]
        merged = merge(before, made)
        new = merged.document if isinstance(merged, Merged) else data.draw(edited(before, prefix=f"s{place}-"))
        seen["merged" if isinstance(merged, Merged) else "not on record"] += 1
        stages.append(Stage(new, tuple(made), f"Rev.{place}"))
        before = new
    told = history(first, stages)
    assert outline(rejected(told)) == outline(first)
    assert outline(accepted(told)) == outline(before)
    seen["several steps"] += len(stages) > 1
    seen["none"] += not stages
    if len(stages) == 1 and isinstance(merged, Merged):
        assert set(authors(told)) <= {change.id for change in made}


def outline(document: Document) -> list[tuple]:
    return [(each.key, each.role, each.level, joined(each.runs)) for each in document]
