"""What delegations mark up and send back comes apart into what they meant."""

from hypothesis import given, settings

from app.text.change import Delete, Move
from tests.support.laws import DEPTH
from tests.word.returned.laws import NAMES, by_author, capital, made, opened, peaceful, reads, sent_back, shown, texts

few = settings(max_examples=60 * DEPTH, deadline=None)


@few
@given(texts())
def test_nothing_was_changed_nothing_is_found(base):
    if not len(base):
        return
    back = opened(capital(base), base)
    assert back.found == ()
    assert back.remembered and back.score == 1.0 and back.untaken == {}


@few
@given(peaceful())
def test_what_was_proposed_is_found_author_by_author(given_):
    base, proposed = given_
    if not proposed:
        return
    whole = [act for each in proposed for act in each.acts]
    if {act.key for act in whole if isinstance(act, Delete | Move)} == set(base.keys):
        return  # Where no paragraph stays, the last mark of the file is shared by what goes and what comes.
    back = opened(sent_back(base, proposed), base)
    acts = by_author(back.found)
    for each in proposed:
        mine = acts.get((NAMES[each.author],), ())
        assert reads(made(base, mine)) == reads(shown(base, proposed, each))
    assert not any(found.untracked or found.entangled for found in back.found)
