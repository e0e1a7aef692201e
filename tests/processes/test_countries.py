import json
from pathlib import Path

import pytest

from app.errors import Malformed
from app.processes import countries as countries_module
from app.processes.countries import STATES, countries, country_code, official_name, short_name

# fmt: off
AMERICAS = [
    "AG",
    "AR",
    "BS",
    "BB",
    "BZ",
    "BO",
    "BR",
    "CA",
    "CL",
    "CO",
    "CR",
    "CU",
    "DM",
    "DO",
    "EC",
    "SV",
    "US",
    "GD",
    "GT",
    "GY",
    "HT",
    "HN",
    "JM",
    "MX",
    "NI",
    "PA",
    "PY",
    "PE",
    "KN",
    "LC",
    "VC",
    "SR",
    "TT",
    "UY",
    "VE",
]
# fmt: on
FACTS = json.loads(Path(countries_module.__file__).with_name("official_names.json").read_text("utf-8"))
LANGUAGES = ("en", "es", "pt", "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_of_the_americas_has_an_official_name(language):
    assert len(AMERICAS) == 35
    for code in [*AMERICAS, "ES", "PT", "CH", "FR"]:
        assert FACTS["official"][code][language].strip()
        assert "&" not in short_name(code, language)
        assert not short_name(code, language).startswith("St.")


@pytest.mark.parametrize(
    "code,language,short,official",
    [
        ("US", "es", "Estados Unidos", "Estados Unidos de América"),
        ("BO", "en", "Bolivia", "Plurinational State of Bolivia"),
        ("VE", "pt", "Venezuela", "República Bolivariana da Venezuela"),
        ("MX", "fr", "Mexique", "États-Unis du Mexique"),
        ("SV", "fr", "El Salvador", "République d’El Salvador"),
        ("TT", "en", "Trinidad and Tobago", "Republic of Trinidad and Tobago"),
        ("CR", "es-CR", "Costa Rica", "República de Costa Rica"),
        ("HT", "pt_BR", "Haiti", "República do Haiti"),
        ("JP", "es", "Japón", "Japón"),
        ("MX", "tlh", "Mexico", "Mexico"),
        ("VA", "es", "Santa Sede", "Santa Sede"),
        ("KR", "en", "Republic of Korea", "Republic of Korea"),
    ],
)
def test_names(code, language, short, official):
    assert short_name(code, language) == short
    assert official_name(code, language) == official


def test_codes_are_of_states():
    assert country_code(" gt") == "GT"
    for nothing in ("", "G", "GTM", "ZZ", "EU", "UN", "001", "Zz", "AQ", "PR"):
        with pytest.raises(Malformed):
            country_code(nothing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_and_nothing_else_can_be_chosen_by_a_name_of_its_own(language):
    named = countries(language)
    assert set(named) == STATES and len(STATES) == 193 + 2 + 2
    assert len(set(named.values())) == len(STATES)
    assert not [name for name in named.values() if " - " in name or "(" in name]
