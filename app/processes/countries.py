"""The names of States in the languages of the world, and their official long forms."""

import json
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

from app.errors import Malformed

_FACTS = Path(__file__).with_name("official_names.json")
_NOT_STATES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AC", "CP", "DG", "EA", "IC", "TA", "XK"})


def country_code(code: str) -> str:
    """The ISO 3166-1 alpha-2 code in upper case. Raises Malformed when no State or territory has it."""
    clean = code.strip().upper()
    if clean not in _territories("en") or len(clean) != 2 or not clean.isalpha() or clean in _NOT_STATES:
        raise Malformed("“{code}” is not the two-letter code of a country.", field="country", code=code)
    return clean


def short_name(country: str, language: str) -> str:
    """The name a State goes by: “Bolivia”. In English when the language is unknown."""
    own = _facts()["short"].get(country, {}).get(_plain(language))
    name = own or _territories(language).get(country) or _territories("en")[country]
    return name.replace(" & ", " and ")


def official_name(country: str, language: str) -> str:
    """The long form a text uses: “Plurinational State of Bolivia”. The short name where the long one is not known."""
    return _facts()["official"].get(country, {}).get(_plain(language)) or short_name(country, language)


def countries(language: str) -> dict[str, str]:
    """Every code with its short name, in no order."""
    codes = (code for code in _territories("en") if len(code) == 2 and code.isalpha() and code not in _NOT_STATES)
    return {code: short_name(code, language) for code in codes}


def _plain(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()


@cache
def _territories(language: str) -> dict[str, str]:
    try:
        return dict(Locale.parse(language.replace("-", "_")).territories)
    except (UnknownLocaleError, ValueError):
        return {} if language == "en" else _territories("en")


@cache
def _facts() -> dict[str, dict[str, dict[str, str]]]:
    return json.loads(_FACTS.read_text("utf-8"))
