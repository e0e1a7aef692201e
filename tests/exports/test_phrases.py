import pytest

from app.exports.phrases import WORDINGS, wording


@pytest.mark.parametrize("language", sorted(WORDINGS))
def test_every_language_fills_the_same_places(language: str) -> None:
    words = WORDINGS[language]
    assert "Rev.1" in words.compilation.format(base="Rev.1")
    assert {"Rev.1", "Rev.2"} <= set(words.redline.format(old="Rev.1", new="Rev.2").split())
    assert "AM.3" in words.general.format(sponsors="Honduras", name="AM.3", statement="…")
    assert "{place}" in words.proposals.move_after


def test_a_region_does_not_matter_and_an_unknown_language_is_english() -> None:
    assert wording("pt-BR") is WORDINGS["pt"]
    assert wording("nl") is WORDINGS["en"]
