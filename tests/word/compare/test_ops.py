from tests.word.compare.documents import para
from tests.word.compare.laws import agreed, words

OLD = (para("States agree on border management."), para("To fight racism."), para("End."))
NEW = (para("States agree on dialogue."), para("To ensure access to justice."), para("To fight racism."), para("End."))


def test_a_paragraph_that_comes_after_a_changed_ending_has_its_own_mark():
    assert words(agreed(OLD, NEW), "ins") == ["dialogue", "To ensure access to justice."]


def test_a_paragraph_that_goes_after_a_changed_ending_has_its_own_mark():
    out = agreed(NEW, OLD)
    assert words(out, "del") == ["dialogue", "To ensure access to justice."]
    assert words(out, "ins") == ["border management"]
