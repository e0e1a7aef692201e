from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.text.change import Act, Change, Delete, Insert, Keep, Move, Replace
from app.text.compilation import Phrases, compilation
from app.text.document import Document
from app.text.merge import Merged, merge
from app.text.paragraph import Paragraph, Role
from app.text.reading import readings
from app.text.redline import Line, Redline, accepted, authors, only, rejected
from app.text.runs import runs_of
from tests.support.met import met
from tests.text.strategies import documents, few
from tests.text.strategies_changes import acts, changes


def paragraph(key: str, text: str) -> Paragraph:
    return Paragraph(key, Role.OPERATIVE, runs_of(text))


BASE = Document(
    [
        paragraph("a", "Protect persons in transit."),
        paragraph("b", "Promover una migración segura y una gestión más eficiente de las fronteras."),
        paragraph("c", "Report by April."),
    ]
)


def compiled(**acts: tuple[Act, ...]) -> Redline:
    return compilation(BASE, [Change(name.lower(), said) for name, said in acts.items()], lambda id: str(id).title())


def shown(line: Line) -> str:
    """A line as a reader sees it: [+name …] inserted, [-name …] deleted, a letter before the whole for the line itself."""
    words = ""
    for piece in line.pieces:
        match piece.inserted_by, piece.deleted_by:
            case None, None:
                words += piece.run.text
            case None, by:
                words += f"<-{by} {piece.run.text}>"
            case by, None:
                words += f"<+{by} {piece.run.text}>"
            case by, other:
                words += f"<+{by}-{other} {piece.run.text}>"
    return words


def lines(redline: Redline) -> list[str]:
    return [shown(line) for line in redline.lines]


def test_a_change_without_rivals_shows_as_what_it_is() -> None:
    redline = compiled(
        Guatemala=(Replace("b", runs_of("Promover una migración segura.")),),
        Honduras=(Insert(paragraph("h1", "Fight smuggling."), "c"), Delete("a")),
    )
    assert lines(redline) == [
        "<-honduras Protect persons in transit.>",
        "Promover una migración segura<-guatemala  y una gestión más eficiente de las fronteras>.",
        "Report by April.",
        "<+honduras Fight smuggling.>",
    ]
    assert [(line.inserted_by, line.deleted_by) for line in redline.lines] == [
        (None, "honduras"),
        (None, None),
        (None, None),
        ("honduras", None),
    ]


def test_rivals_stand_in_brackets_behind_the_words_of_the_base() -> None:
    redline = compiled(
        Guatemala=(Replace("a", runs_of("Protect victims of crimes in transit.")),),
        Honduras=(Replace("a", runs_of("Protect in transit.")),),
        Panama=(Replace("c", runs_of("Report by May.")),),
    )
    assert lines(redline) == [
        "Protect persons<+guatemala  [Guatemala: victims of crimes]><+honduras  [Honduras: delete]> in transit.",
        BASE["b"].text,
        "Report by <-panama April><+panama May>.",
    ]


def test_the_contested_passage_is_the_union_and_each_rival_shows_all_of_it() -> None:
    redline = compiled(
        Guatemala=(Replace("a", runs_of("Protect all migrants.")),),
        Honduras=(Replace("a", runs_of("Protect persons in danger.")),),
    )
    assert lines(redline)[0] == (
        "Protect persons in transit<+guatemala  [Guatemala: all migrants]><+honduras  [Honduras: persons in danger]>."
    )


def test_rivals_who_say_the_same_share_a_bracket_and_the_second_is_remarked() -> None:
    same = (Replace("a", runs_of("Protect migrants in transit.")),)
    redline = compiled(Guatemala=same, Mexico=(Replace("a", runs_of("Protect women in transit.")),), Panama=same)
    assert lines(redline)[0] == (
        "Protect persons<+guatemala  [Guatemala, Panama: migrants]><+mexico  [Mexico: women]> in transit."
    )
    assert redline.lines[0].remarks == ("panama",)


def test_what_two_say_alike_shows_once_under_the_first() -> None:
    redline = compiled(
        Guatemala=(Delete("a"), Insert(paragraph("g1", "Fight trafficking."), None)),
        Panama=(Delete("a"), Insert(paragraph("p1", "Fight trafficking."), None)),
    )
    assert lines(redline)[:2] == ["<+guatemala Fight trafficking.>", "<-guatemala Protect persons in transit.>"]
    assert [line.remarks for line in redline.lines] == [("panama",), ("panama",), (), ()]


def test_rivals_about_a_whole_paragraph_stand_at_its_end() -> None:
    redline = compiled(
        Guatemala=(Replace("c", runs_of("Report by May.")),),
        Honduras=(Delete("c"),),
        Mexico=(Keep("c"),),
        Panama=(Move("c", "a"),),
    )
    assert lines(redline)[2] == (
        "Report by April<+guatemala  [Guatemala: May]>.<+honduras  [Honduras: delete]><+mexico  [Mexico: no change]>"
        "<+panama  [Panama: move after OP1]>"
    )


def test_two_paragraphs_for_one_place() -> None:
    redline = compiled(
        Honduras=(Insert(paragraph("n", "Combatir la trata."), "a"),),
        Mexico=(Insert(paragraph("n", "Combatir el tráfico."), "a"),),
    )
    assert lines(redline)[1:3] == ["<+honduras [Honduras: Combatir la trata.]>", "<+mexico [Mexico: Combatir el tráfico.]>"]
    assert accepted(redline).keys == ("a", "n", "n~2", "b", "c")


def test_a_moved_paragraph_shows_twice_with_the_edits_of_others_in_both_places() -> None:
    redline = compiled(
        Panama=(Move("c", None), Replace("c", runs_of("Report early by April."))),
        Guatemala=(Replace("c", runs_of("Report by May.")),),
    )
    assert lines(redline) == [
        "<+panama Report early by ><+panama-guatemala April><+guatemala May><+panama .>",
        BASE["a"].text,
        BASE["b"].text,
        "<-panama Report by ><-guatemala April><+guatemala-panama May><-panama .>",
    ]
    assert [paragraph.text for paragraph in accepted(only(redline, {"guatemala"}))][-1] == "Report by May."


def test_no_change_that_nobody_contests_is_a_remark() -> None:
    redline = compiled(Mexico=(Keep("a"),), Panama=())
    assert rejected(redline) == accepted(redline) == BASE
    assert [line.remarks for line in redline.lines] == [("mexico",), (), ()]


def test_words_given_as_they_are_already_are_a_remark() -> None:
    assert compiled(Mexico=(Replace("a", BASE["a"].runs),)).lines[0].remarks == ("mexico",)


def test_a_contested_insertion_is_parted_from_the_words_around_it() -> None:
    redline = compiled(
        Guatemala=(Replace("c", runs_of("States report by April.")),),
        Honduras=(Replace("c", runs_of("Always report by April.")),),
        Mexico=(Replace("a", runs_of("Protect all persons in transit.")),),
        Panama=(Replace("a", runs_of("Protect many persons in transit.")),),
    )
    assert [paragraph.text for paragraph in accepted(redline)][::2] == [
        "Protect [Mexico: all] [Panama: many] persons in transit.",
        "Report [Guatemala: States report] [Honduras: Always report] by April.",
    ]


def test_a_contested_insertion_at_the_end_keeps_its_words() -> None:
    redline = compiled(
        Guatemala=(Replace("c", runs_of("Report by April now.")),),
        Honduras=(Replace("c", runs_of("Report by April soon.")),),
    )
    assert accepted(redline)["c"].text == "Report by April [Guatemala: now] [Honduras: soon]."


def test_rivals_about_a_paragraph_without_words_stand_at_its_beginning() -> None:
    base = Document([*BASE, Paragraph("empty", Role.ITEM)])
    proposed = [Change("Honduras", (Delete("empty"),)), Change("Mexico", (Keep("empty"),))]
    assert accepted(compilation(base, proposed, str))["empty"].text == "[Honduras: delete] [Mexico: no change]"


def test_the_phrases_can_be_said_in_another_language() -> None:
    spanish = Phrases(delete="suprimir", keep="sin cambio", move_after="mover después de {place}", move_first="al inicio")
    proposed = [
        Change(1, (Delete("c"),)),
        Change(2, (Keep("c"),)),
        Change(3, (Move("c", "a"),)),
        Change(4, (Move("c", None),)),
    ]
    words = shown(compilation(BASE, proposed, lambda id: f"País {id}", spanish).lines[2])
    assert all(f"[País {number}: " in words for number in range(1, 5))
    for phrase in ("suprimir", "sin cambio", "mover después de OP1", "al inicio"):
        assert phrase in words


def test_a_place_without_a_number_is_named_by_its_first_words() -> None:
    base = Document([Paragraph("h", Role.HEADING, runs_of("Acceso a la justicia y a los servicios"), 1), *BASE])
    proposed = [Change("guatemala", (Move("c", "h"),)), Change("honduras", (Delete("c"),))]
    assert "[guatemala: move after “Acceso a la justicia …”]" in shown(compilation(base, proposed, str).lines[-1])


@met("Merged", "Contested")
@few
@given(st.data())
def test_the_laws_of_a_compilation(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents(min_size=2))
    proposed = data.draw(changes(base))
    redline = compilation(base, proposed, str)
    assert rejected(redline) == base
    assert set(authors(redline)) == {change.id for change in proposed if change.acts}
    some = data.draw(st.sets(st.sampled_from([change.id for change in proposed])))
    assert rejected(only(redline, some)) == base
    assert set(authors(only(redline, some))) <= some
    assert only(redline, authors(redline)) == redline
    assert accepted(only(redline, ())) == base
    outcome = merge(base, proposed)
    seen[type(outcome).__name__] += len(proposed) > 1
    if isinstance(outcome, Merged):
        assert accepted(redline) == outcome.document
    else:
        gone = {line.paragraph.key for line in redline.lines if line.deleted_by is not None and not line.moved}
        assert set(accepted(redline).keys) >= set(base.keys) - gone


@met("some", "all or none")
@few
@given(st.data())
def test_only_some_of_the_changes_is_the_base_with_those_made(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents(min_size=5))
    proposed = [Change(number, data.draw(acts(base, f"c{number}-", most=2))) for number in range(2)]
    redline = compilation(base, proposed, str)
    one, other = readings(base, proposed)
    alike = any(set(one.splices[key]) & set(other.splices.get(key, ())) for key in one.splices)
    alike |= bool(one.deleted & other.deleted or one.gaps.keys() & other.gaps.keys())
    if alike or not isinstance(merge(base, proposed), Merged):
        return
    some = data.draw(st.sets(st.sampled_from([change.id for change in proposed])))
    made = merge(base, [change for change in proposed if change.id in some])
    assert isinstance(made, Merged)
    assert accepted(only(redline, some)) == made.document
    seen["some" if 0 < len(some) < len(proposed) else "all or none"] += 1


@met("Merged", "Contested")
@few
@given(st.data())
def test_every_contested_name_stands_in_a_bracket(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents(min_size=1))
    proposed = data.draw(changes(base))
    outcome = merge(base, proposed)
    redline = compilation(base, proposed, lambda id: f"≡{id}≡")
    words = "".join(piece.run.text for line in redline.lines for piece in line.pieces)
    named = set(words.split("≡")[1::2])
    clashing = () if isinstance(outcome, Merged) else outcome.clashes
    assert named == {id for clash in clashing for id in (clash.one, clash.other)}
    seen[type(outcome).__name__] += len(proposed) > 1
