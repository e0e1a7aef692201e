"""The names of States in the languages of the world, and their official long forms."""

import json
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

from app.errors import Malformed

_FACTS = Path(__file__).with_name("official_names.json")
_CODES = """
AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR
CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN
IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT
MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NU NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK
SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW
"""
STATES = frozenset(_CODES.split())
"""The ISO 3166-1 alpha-2 codes of "all States" as the United Nations understands it: its members, its two observer States,
the Cook Islands and Niue. Territories have codes as well, but no seat as a State."""


def country_code(code: str) -> str:
    """The ISO 3166-1 alpha-2 code in upper case. Raises Malformed when no State has it."""
    clean = code.strip().upper()
    if clean not in STATES:
        raise Malformed("“{code}” is not the two-letter code of a State.", field="country", code=code)
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
    """The code of every State with its short name, in no order."""
    return {code: short_name(code, language) for code in STATES}


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
