"""Carried over what others made of the same text, a change makes what the merge of both makes."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.text.apply import apply
from app.text.change import Change, Delete, Insert, Move, Replace
from app.text.merge import Contested, merge
from app.text.rebase import Absorbed, Carried, rebase
from app.text.step import wording
from tests.support.met import met
from tests.text.strategies import few
from tests.text.strategies_light import full_texts, light_acts


@met("carried", "said already", "contested")
@few
@given(st.data())
def test_changes_that_do_not_clash_can_be_made_in_either_order(seen: Counter[str], data: st.DataObject) -> None:
    """Also in one paragraph, and also where paragraphs come, go or move.

    Who gives words as they are already clashes with nobody, and still has a proposal when its paragraph is deleted. A
    paragraph that both bring to different places is said already when it is carried, and stands twice when it is merged.
    What is put after a paragraph that the other deletes comes to stand by the nearest before it that is left: on which side
    of what the other put there, only who sees both knows.
    """
    base = data.draw(full_texts())
    one, other = (Change(name, data.draw(light_acts(base, name))) for name in ("one", "other"))
    every = (*one.acts, *other.acts)
    brought = {(wording(act.paragraph), act.after) for act in every if isinstance(act, Insert)}
    idle = any(isinstance(act, Replace) and act.runs == base[act.key].runs for act in every)
    gone = {act.key for act in every if isinstance(act, Delete)}
    unanchored = any(isinstance(act, Insert | Move) and act.after in gone for act in every)
    if idle or unanchored or len({words for words, _ in brought}) < len(brought):
        return
    both = merge(base, [one, other])
    if isinstance(both, Contested):
        seen["contested"] += 1
        return
    for first, second in ((one, other), (other, one)):
        between = apply(base, first.acts)
        outcome = rebase(second, base, between)
        assert isinstance(outcome, Carried | Absorbed)
        new = apply(between, outcome.change.acts) if isinstance(outcome, Carried) else between
        assert [wording(paragraph) for paragraph in new] == [wording(paragraph) for paragraph in both.document]
        seen["carried" if isinstance(outcome, Carried) else "said already"] += 1
