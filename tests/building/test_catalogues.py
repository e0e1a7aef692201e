"""Every string a reader sees is there in every language, with the same places to fill, and nothing stale is kept."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from tests.building.strings import strings
from tests.support.programs import ROOT

LOCALES = ROOT / "app/web/locales"
LANGUAGES = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())
PLACES = re.compile(r"%\(\w+\)[sd]|(?<!%)\{\w*\}")


def messages(language: str) -> dict[str, list[tuple[Path, Message]]]:
    """The translations of every storey's catalogue, by the string they translate."""
    found: dict[str, list[tuple[Path, Message]]] = defaultdict(list)
    for path in sorted((LOCALES / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language, abort_invalid=True):
                if message.id:
                    found[_first(message.id)].append((path.relative_to(ROOT), message))
    return found


def _first(said: object) -> str:
    return str(said[0]) if isinstance(said, list | tuple) else str(said)


def _all(said: object) -> list[str]:
    return [str(one) for one in said] if isinstance(said, list | tuple) else [str(said)]


def test_there_are_languages() -> None:
    assert "es" in LANGUAGES
    assert len(strings()) > 20, "hardly a string was found: the rule looks in vain"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_translated(language: str) -> None:
    done = {
        text
        for text, entries in messages(language).items()
        if any(all(_all(message.string)) and not message.fuzzy for _path, message in entries)
    }
    missing = [f"{place}: {text!r}" for text, place in sorted(strings().items()) if text not in done]
    assert not missing, f"Translate in app/web/locales/{language}/<storey>.po:\n" + "\n".join(missing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_fill_the_same_places(language: str) -> None:
    wrong = [
        f"{path}: {said!r}"
        for text, entries in messages(language).items()
        for path, message in entries
        for said in _all(message.string)
        if said and set(PLACES.findall(said)) != set(PLACES.findall(_all(message.id)[-1])) | _kept(text, said)
    ]
    assert not wrong, f"These translations have other {{places}} than the string they translate: {wrong}"


def _kept(text: str, said: str) -> set[str]:
    """A singular may leave its number out, or say it."""
    return set(PLACES.findall(text)) & set(PLACES.findall(said))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_translated_twice_or_for_nobody(language: str) -> None:
    found = messages(language)
    twice = [text for text, entries in found.items() if len({str(message.string) for _path, message in entries}) > 1]
    assert not twice, f"Translated in two ways; keep one: {twice}"
    needed = strings()
    stale = [f"{entries[0][0]}: {text!r}" for text, entries in found.items() if text not in needed]
    assert not stale, "Nothing says these any more; remove them:\n" + "\n".join(stale)
