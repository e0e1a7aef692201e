"""The guides say what the screen says, and show pictures that are there and small."""

import re
from functools import cache

import pytest
from babel.messages.pofile import read_po

from tests.support.programs import ROOT

LARGEST = 150 * 1024
GUIDES = {
    "en": ("guide-secretariat.md", "guide-delegations.md", "guide-presidency.md"),
    "es": ("es/guia-secretaria.md", "es/guia-delegaciones.md", "es/guia-presidencia.md"),
}
EACH = [(language, name) for language, names in GUIDES.items() for name in names]
SAID_OF_US = {"its words are never altered", "nadie puede alterar sus palabras"}
"""In bold for their weight, not because the screen says them."""


def read(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@cache
def screen(language: str) -> tuple[set[str], list[re.Pattern[str]]]:
    """Everything the pages say in a language: whole sentences, and those with places to be filled."""
    said: set[str] = set()
    for catalogue in sorted((ROOT / "app/web/locales/es").glob("*.po")):
        with catalogue.open("rb") as file:
            for message in read_po(file, locale="es"):
                told = message.id if language == "en" else message.string
                said.update([told] if isinstance(told, str) else told)
    said.discard("")
    places = [re.sub(r"%\\?\(\w+\\?\)s", ".+", re.escape(each)) for each in said if "%(" in each]
    places = [each for each in places if re.search(r"\w{3}", each)]
    return said, [re.compile(each) for each in places]


@pytest.mark.parametrize(("language", "name"), EACH)
def test_words_in_bold_are_on_the_screen(language: str, name: str) -> None:
    whole, placed = screen(language)
    bold = {" ".join(words.split()) for words in re.findall(r"\*\*(.+?)\*\*", read(name), re.DOTALL)}
    assert bold
    lost = [
        words for words in bold - SAID_OF_US if words not in whole and not any(each.fullmatch(words) for each in placed)
    ]
    assert not lost, f"{name}: the pages do not say {lost}."


@pytest.mark.parametrize(("language", "name"), EACH)
def test_pictures_are_there_and_small(language: str, name: str) -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", read(name))
    assert pictures
    for picture in pictures:
        path = (ROOT / "docs" / name).parent / picture
        assert path.parent.name == language, f"{name} shows a picture in another language: {picture}"
        assert 0 < path.stat().st_size < LARGEST, f"{path}: `make pictures` takes it anew."


def test_the_guides_are_the_same_in_both_languages() -> None:
    for english, spanish in zip(*GUIDES.values(), strict=True):
        shapes = [
            (text.count("\n## "), text.count("!["), text.count("\n| "), text.count("\n- "))
            for text in (read(english), read(spanish))
        ]
        assert shapes[0] == shapes[1], f"{english} and {spanish} have drifted apart."


def test_the_language_of_words_on_the_screen_is_told_apart() -> None:
    assert "Table it" in screen("en")[0] and "Table it" not in screen("es")[0]
