import pytest

from app.exports.phrases.articles import with_article


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Guatemala", "Guatemala"),
        ("El Salvador", "El Salvador"),
        ("United States", "the United States"),
        ("Dominican Republic", "the Dominican Republic"),
        ("Bahamas", "the Bahamas"),
    ],
)
def test_in_english_some_states_have_an_article(name: str, said: str) -> None:
    assert with_article(name, "en") == said
    assert with_article(name, "en-GB") == said


def test_in_other_languages_the_name_stays() -> None:
    assert with_article("Estados Unidos", "es") == "Estados Unidos"
