"""No change vanishes, and none says more than its author did."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.text.apply import apply
from app.text.change import Act, Change, Delete, Insert, Keep, Move, Replace
from app.text.diff import diff
from app.text.document import Document
from app.text.rebase import Absorbed, Carried, Overtaken, rebase
from app.text.runs import joined
from app.text.step import Step, wording
from app.text.tokens import Token, tokenise
from tests.support.met import met
from tests.text.strategies import documents, edited, few, some
from tests.text.strategies_changes import changes
from tests.text.strategies_light import full_texts, light_acts, lightly_revised


def named(act: Act) -> tuple[type[Act], str]:
    return type(act), act.paragraph.key if isinstance(act, Insert) else act.key


def says_already(new: Document, act: Act) -> bool:
    """Whether nothing of `act` is missing in `new`; of words and places only that their paragraph is there."""
    match act:
        case Delete(key):
            return key not in new
        case Insert(paragraph, _):
            return wording(paragraph) in set(map(wording, new)) or paragraph.key in new
        case Replace(key, _) | Move(key, _):
            return key in new
        case Keep(_):
            return False


@met("Carried", "Absorbed", "Overtaken", "in part")
@few
@given(st.data())
def test_every_change_comes_out_once_and_every_act_is_carried_or_said_already(
    seen: Counter[str], data: st.DataObject
) -> None:
    base = data.draw(documents(min_size=2))
    pending = data.draw(changes(base, most=5))
    taken = data.draw(st.sampled_from(pending)).acts
    new = apply(base, taken[:1]) if data.draw(st.booleans()) else data.draw(edited(base))
    step = Step(base, new)
    outcomes = {change.id: rebase(change, base, new, step) for change in pending}
    assert outcomes.keys() == {change.id for change in pending}
    for change in pending:
        outcome = outcomes[change.id]
        assert outcome == rebase(change, base, new)
        assert isinstance(outcome, Carried) + isinstance(outcome, Absorbed) + isinstance(outcome, Overtaken) == 1
        seen[type(outcome).__name__] += 1
        if isinstance(outcome, Overtaken):
            assert outcome.obstacles
            continue
        carried = outcome.change if isinstance(outcome, Carried) else None
        there = {named(act) for act in carried.acts} if carried else set()
        assert there <= {named(act) for act in change.acts}
        assert all(named(act) in there or says_already(new, act) for act in change.acts)
        assert carried is None or (carried.id, carried.author) == (change.id, change.author)
        seen["in part"] += 0 < len(there) < len(change.acts)


def counted(old: tuple[Token, ...], new: tuple[Token, ...]) -> tuple[Counter[Token], Counter[Token]]:
    """Which tokens go, and which come."""
    return Counter(old) - Counter(new), Counter(new) - Counter(old)


@met("carried over other edits", "overtaken")
@some
@given(st.data())
def test_what_is_carried_takes_out_and_puts_in_no_word_that_the_author_did_not(
    seen: Counter[str], data: st.DataObject
) -> None:
    """A guess at what the author might mean would: it stays a suggestion."""
    base = data.draw(full_texts(max_size=4))
    new = data.draw(lightly_revised(base, "new"))
    for place in range(3):
        change = Change(place, data.draw(light_acts(base, "mine")))
        outcome = rebase(change, base, new)
        seen["overtaken"] += isinstance(outcome, Overtaken)
        if not isinstance(outcome, Carried):
            continue
        meant = {act.key: act.runs for act in change.acts if isinstance(act, Replace)}
        for act in outcome.change.acts:
            if isinstance(act, Replace):
                old, now = tokenise(base[act.key].runs), tokenise(new[act.key].runs)
                mine = diff(old, tokenise(meant[act.key]))
                goes, comes = counted(now, tokenise(act.runs))
                assert goes <= Counter(token for each in mine for token in old[each.start : each.stop])
                assert comes <= Counter(token for each in mine for token in each.tokens)
                seen["carried over other edits"] += joined(base[act.key].runs) != joined(new[act.key].runs)


@met("with a suggestion", "without")
@few
@given(st.data())
def test_an_overtaken_change_leaves_the_new_text_as_it_is(seen: Counter[str], data: st.DataObject) -> None:
    """The outcome offers what it suggests; only who makes its acts changes the text."""
    base = data.draw(documents(min_size=1))
    new = data.draw(edited(base))
    before = Document(new.paragraphs)
    for change in data.draw(changes(base)):
        outcome = rebase(change, base, new)
        if isinstance(outcome, Overtaken):
            assert not hasattr(outcome, "change")
            seen["with a suggestion" if outcome.suggestion else "without"] += 1
    assert new == before
