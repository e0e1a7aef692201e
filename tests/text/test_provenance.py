from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.text.change import Change, Delete, Insert, Move, Replace
from app.text.document import Document
from app.text.merge import Merged, merge
from app.text.notation import read, write
from app.text.origins import Origin
from app.text.paragraph import Paragraph, Role
from app.text.provenance import origin
from app.text.reading import readings
from app.text.runs import joined
from app.text.tokens import tokenise
from tests.support.met import met
from tests.text.strategies import documents, edited, few
from tests.text.strategies_changes import changes

RIGHTS = "Protection of the human rights of all migrants and of their families"
BORDERS = "Promotion of human mobility and more efficient border management in the region"


def text(*lines: str) -> Document:
    return Document(Paragraph(key, Role.ITEM, read(words)) for key, words in (line.split(": ", 1) for line in lines))


def told(provenance) -> list[str]:
    """The text with each stretch that is not of the first text under what brought it."""
    out: dict[str, str] = dict.fromkeys(provenance.document.keys, "")
    for paragraph in provenance.document:
        assert len(provenance.origins[paragraph.key]) == len(tokenise(paragraph.runs))
    for key, runs, brought in provenance.runs():
        words = write(runs)
        out[key] += words if brought.is_base else f"<{brought.change or f'step {brought.step}'}|{words}>"
    return [f"{key}: {words}" for key, words in out.items()]


def one(id: str, *acts) -> Change:
    return Change(id, acts, f"author of {id}")


def test_a_first_text_is_its_own():
    first = origin(text("a: Rights of migrants"))
    assert first.who("a", 0) == Origin(0) and first.who("a", 4).is_base
    assert told(first) == ["a: Rights of migrants"]


def test_words_stay_with_who_brought_them_over_several_revisions():
    base = text("a: Rights of migrants", "b: Borders")
    all_migrants = one("all", Replace("a", read("Rights of all migrants")))
    human = one("human", Replace("a", read("Human rights of all migrants")))
    second = apply_all(base, all_migrants)
    new = one("new", Insert(Paragraph("c", Role.ITEM, read("Return")), "b"))
    third = apply_all(second, human, new)
    there = origin(base).next(second, [all_migrants], at="Rev.1").next(third, [human, new], at="Rev.2")
    assert told(there) == ["a: <human|Human rights> of <all|all >migrants", "b: Borders", "c: <new|Return>"]
    assert there.who("a", 6) == Origin(1, "all", "author of all", "Rev.1")
    assert there.who("c", 0) == Origin(2, "new", "author of new", "Rev.2")


def apply_all(base, *made):
    merged = merge(base, made)
    assert isinstance(merged, Merged)
    return merged.document


def test_what_several_say_alike_names_them_all():
    base = text("a: Rights of migrants")
    x, y = (one(id, Replace("a", read("Rights of all migrants"))) for id in "xy")
    there = origin(base).next(apply_all(base, x, y), [x, y])
    assert there.who("a", 4).changes == ("x", "y")


def test_words_changed_in_marks_alone_keep_their_origin():
    base = text("a: Rights of migrants")
    bold = one("bold", Replace("a", read("Rights of **migrants**")))
    assert told(origin(base).next(apply_all(base, bold), [bold])) == ["a: Rights of **migrants**"]


def test_what_no_change_brought_is_nobodys():
    base = text("a: Rights of migrants")
    there = origin(base).next(text("a: Rights of all migrants", "b: Return"))
    assert told(there) == ["a: Rights of <step 1|all >migrants", "b: <step 1|Return>"]


def test_a_blank_between_two_words_of_one_change_is_of_that_change():
    base = text("a: one two three four.")
    x, y = one("x", Replace("a", read("one dos three four."))), one("y", Replace("a", read("one two tres cuatro four.")))
    there = origin(base).next(text("a: uno dos tres cuatro four."), [x, y])
    assert told(there) == ["a: <step 1|uno><x| dos ><y|tres cuatro> four."]


def test_paragraphs_split_and_joined_by_one_author_remain_whose_they_were():
    base = text(f"a: {RIGHTS} {BORDERS}", "c: Return")
    split = one("split", Replace("a", read(RIGHTS)), Insert(Paragraph("b", Role.ITEM, read(f"{BORDERS} too")), "a"))
    second = apply_all(base, split)
    there = origin(base).next(second, [split])
    assert told(there) == [f"a: {RIGHTS}", f"b: {BORDERS}<split| too>", "c: Return"]
    join = one("join", Delete("b"), Replace("c", read(f"Return {BORDERS} too")))
    there = there.next(apply_all(second, join), [join])
    assert told(there) == [f"a: {RIGHTS}", f"c: Return<join| >{BORDERS}<split| too>"]


def test_of_what_is_taken_away_a_part_may_come_again():
    base = text(f"a: {RIGHTS} {BORDERS}", "c: Return")
    part = one("part", Delete("a"), Insert(Paragraph("b", Role.ITEM, read(RIGHTS)), "c"))
    assert told(origin(base).next(apply_all(base, part), [part])) == ["c: Return", f"b: {RIGHTS}"]


def test_what_one_takes_away_and_another_brings_is_the_others():
    base = text(f"a: {RIGHTS}", "c: Return")
    gone, come = one("gone", Delete("a")), one("come", Insert(Paragraph("d", Role.ITEM, read(RIGHTS)), "c"))
    assert told(origin(base).next(apply_all(base, gone, come), [gone, come])) == ["c: Return", f"d: <come|{RIGHTS}>"]


def test_a_paragraph_under_another_key_is_known_again():
    there = origin(text(f"a: {RIGHTS}")).next(text(f"z: {RIGHTS} abroad"))
    assert told(there) == [f"z: {RIGHTS}<step 1| abroad>"]


def test_a_moved_paragraph_keeps_its_words():
    base = text("a: Rights", "b: Borders")
    move = one("move", Move("a", "b"))
    assert told(origin(base).next(apply_all(base, move), [move])) == ["b: Borders", "a: Rights"]


def at_step(step: int, change: Change) -> Change:
    """The change with an id and new keys that no earlier step has."""
    keys = {act.paragraph.key for act in change.acts if isinstance(act, Insert)}
    own = {key: f"{step}-{key}" for key in keys}
    acts = []
    for act in change.acts:
        if isinstance(act, Insert):
            act = replace(act, paragraph=replace(act.paragraph, key=own[act.paragraph.key]))
        acts.append(replace(act, after=own.get(act.after, act.after)) if isinstance(act, Insert | Move) else act)
    return Change((step, change.id), tuple(acts), change.author)


def joined_again(provenance):
    out = dict.fromkeys(provenance.document.keys, ())
    for key, runs, _ in provenance.runs():
        out[key] += runs
    return {key: joined(runs) for key, runs in out.items()}


@met("merged", "contested", "brought", "kept")
@few
@given(st.data())
def test_every_word_has_one_origin_and_the_runs_are_the_text(seen, data):
    """And what a change brings is its own, what nobody touches stays as it was."""
    document = data.draw(documents(max_size=5))
    there = origin(document)
    for step in range(1, 3):
        made = [at_step(step, change) for change in data.draw(changes(document, most=3))]
        merged = merge(document, made)
        seen["merged" if isinstance(merged, Merged) else "contested"] += 1
        new = merged.document if isinstance(merged, Merged) else data.draw(edited(document, prefix=f"s{step}-"))
        before, there = there, there.next(new, made, at=step)
        ids = {change.id for change in made}
        for key in new.keys:
            tokens = tokenise(new[key].runs)
            assert len(there.origins[key]) == len(tokens) and isinstance(there.origins[key], tuple)
            if key in document and joined(document[key].runs) == joined(new[key].runs):
                assert there.origins[key] == before.origins[key]
                seen["kept"] += 1
            for found in there.origins[key]:
                assert found.step <= step and (found.step < step or found.change in ids or found.change is None)
                seen["brought"] += found.step == step
                if found.step == step and isinstance(merged, Merged):
                    assert found.change in ids
        assert joined_again(there) == {key: joined(new[key].runs) for key in new.keys}
        document = new


@met("words of a change")
@few
@given(st.data())
def test_the_words_of_a_change_are_its_own_and_the_others_are_not(seen, data):
    document = data.draw(documents(min_size=1, max_size=4))
    change = data.draw(changes(document, most=1))[0]
    (reading,) = readings(document, [change])
    new = apply_all(document, change)
    there = origin(document).next(new, [change])
    for key, splices in reading.splices.items():
        place = shift = 0
        for splice in splices:
            kept = there.origins[key][place + shift : splice.start + shift]
            assert all(found.is_base for found in kept)
            start = splice.start + shift
            old = {token.text for token in tokenise(document[key].runs)[splice.start : splice.stop]}
            for token, found in zip(splice.tokens, there.origins[key][start : start + len(splice.tokens)], strict=True):
                if token.text not in old and not token.is_blank:
                    assert found.change == change.id or found.is_base
                    seen["words of a change"] += found.change == change.id
            place, shift = splice.stop, shift + len(splice.tokens) - (splice.stop - splice.start)
