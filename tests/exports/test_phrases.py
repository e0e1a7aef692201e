import re

import pytest

from app.agreements.states import Office
from app.agreements.states import State as Done
from app.drafting.states import State
from app.exports.phrases import WORDINGS, wording
from app.meetings.states import Body


@pytest.mark.parametrize("language", sorted(WORDINGS))
def test_every_language_fills_the_same_places(language: str) -> None:
    words = WORDINGS[language]
    assert "Rev.1" in words.compilation.format(base="Rev.1")
    assert {"Rev.1", "Rev.2"} <= set(words.redline.format(old="Rev.1", new="Rev.2").split())
    assert "AM.3" in words.general.format(sponsors="Honduras", name="AM.3", statement="…")
    assert {"Zero", "Rev.1"} <= set(words.history.replace(",", "").format(old="Zero", new="Rev.1").split())
    assert "{place}" in words.proposals.move_after
    assert "{process}" in words.agreed.clause
    assert {"{delegation}", "{words}"} <= set(re.findall(r"{\w+}", words.agreed.reservation))
    since_changed = (words.agreed.reservation_changed, words.agreed.reservation_gone)
    assert all(each.endswith("{words}") for each in (words.agreed.reservation, *since_changed))
    for each in since_changed:
        assert {"{delegation}", "{revision}", "{words}"} == set(re.findall(r"{\w+}", each))
    assert "13" in words.agreed.draft.format(count=13)
    assert {"Rev.1", "AM.3"} <= set(re.findall(r"[\w.]+\d", words.overtaken.format(base="Rev.1", amendments="AM.3")))
    languages = words.languages
    assert "Rev.1" in languages.version.format(name="Rev.1", language="English")
    assert "Spanish" in languages.parallel.format(name="Rev.1", language="English", other="Spanish")
    assert "English" in languages.authoritative.format(language="English")
    assert "Rev.1" in languages.stale.format(name="Rev.1")
    counts = languages.counts.format(all=61, current=52, stale=43, missing=34, concordant=25)
    assert all(figure in counts for figure in ("61", "52", "43", "34", "25"))
    assert words.sheets.states.keys() == {state.value for state in State} - {"drafted", "cleared"}
    assert words.meeting.offices.keys() == {office.value for office in Office}
    assert words.meeting.states.keys() == {state.value for state in Done}
    assert words.meeting.bodies.keys() == {body.value for body in Body}


def test_a_region_does_not_matter_and_an_unknown_language_is_english() -> None:
    assert wording("pt-BR") is WORDINGS["pt"]
    assert wording("nl") is WORDINGS["en"]
