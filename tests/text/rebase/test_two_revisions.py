"""Carried over two revisions one by one, a change is what it is carried over both at once.

Wherever nothing was in conflict and nothing absorbed (what the first revision says already, the second may take back), and
no paragraph that the change puts something after was moved by the one and deleted by the other: then only who saw both
steps knows where that paragraph went.
"""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.text.apply import apply
from app.text.change import Change, Insert, Move
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.rebase import Carried, Overtaken, rebase
from app.text.runs import runs_of
from tests.support.met import met
from tests.text.strategies import few
from tests.text.strategies_light import full_texts, light_acts, lightly_revised


def anchored(change: Change, last: Document) -> bool:
    """Whether all paragraphs after which the change puts something are still there at last."""
    brought = {act.paragraph.key for act in change.acts if isinstance(act, Insert)}
    afters = {act.after for act in change.acts if isinstance(act, Insert | Move)} - brought
    return all(after is None or after in last for after in afters)


@met("carried", "carried elsewhere", "overtaken on the way", "overtaken at once", "absorbed on the way", least=2)
@few
@given(st.data())
def test_one_by_one_is_as_both_at_once(seen: Counter[str], data: st.DataObject) -> None:
    first = data.draw(full_texts())
    change = Change("g", data.draw(light_acts(first, "mine")), "Guatemala")
    taken = apply(first, change.acts[: data.draw(st.integers(0, 3)) // 3])
    second = data.draw(lightly_revised(taken, "second"))
    third = data.draw(lightly_revised(second, "third"))
    halfway = rebase(change, first, second)
    at_once = rebase(change, first, third)
    if isinstance(at_once, Overtaken):
        seen["overtaken at once"] += 1
    if not isinstance(halfway, Carried):
        seen["overtaken on the way" if isinstance(halfway, Overtaken) else "absorbed on the way"] += 1
        return
    one_by_one = rebase(halfway.change, second, third)
    if not (isinstance(one_by_one, Carried) and isinstance(at_once, Carried)) or not anchored(change, third):
        return
    if len(change.acts) == len(halfway.change.acts) == len(one_by_one.change.acts):
        assert apply(third, one_by_one.change.acts) == apply(third, at_once.change.acts)
        assert one_by_one.change.author == at_once.change.author == "Guatemala"
        seen["carried elsewhere" if not at_once.unchanged else "carried"] += 1


def paragraph(key: str, text: str) -> Paragraph:
    return Paragraph(key, Role.OPERATIVE, runs_of(text))


def test_a_paragraph_moved_by_the_one_and_deleted_by_the_other_leaves_two_answers() -> None:
    texts = (paragraph("a", "Uno."), paragraph("b", "Dos."), paragraph("c", "Tres."))
    first, second = Document(texts), Document((texts[2], *texts[:2]))
    third = Document(texts[:2])
    change = Change("g", (Insert(paragraph("n", "Nuevo."), "c"),))
    halfway = rebase(change, first, second)
    assert isinstance(halfway, Carried)
    one_by_one, at_once = rebase(halfway.change, second, third), rebase(change, first, third)
    assert isinstance(one_by_one, Carried) and isinstance(at_once, Carried)
    assert (one_by_one.moved_to, at_once.moved_to) == ({"n": None}, {"n": "b"})
