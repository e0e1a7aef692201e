from uuid import uuid4

import pytest

from app.errors import Malformed, TooLarge
from app.processes.models import Delegation
from app.processes.names import accept_names, alphabetical, given_name, name_of
from app.processes.roles import Standing

NAMES = {"es": {"official": "Red Regional", "short": "Red"}, "en": {"official": "Regional Network", "short": "Network"}}


def state(code):
    return Delegation(process_id=uuid4(), standing=Standing.MEMBER, country=code)


def organization(names):
    return Delegation(process_id=uuid4(), standing=Standing.ORGANIZATION, names=names)


def test_states_are_named_by_the_library_and_organizations_by_themselves():
    assert name_of(state("DO"), "es", "official") == "República Dominicana"
    assert name_of(state("US"), "en") == "United States"
    assert name_of(organization(NAMES), "es") == "Red"
    assert name_of(organization(NAMES), "es-GT", "official") == "Red Regional"
    assert name_of(organization(NAMES), "fr") == "Network"


def test_a_name_is_better_in_another_language_than_missing():
    assert given_name({"pt": {"official": "Rede"}}, "fr", "short") == "Rede"
    assert given_name({}, "en") == ""


@pytest.mark.parametrize(
    "language,expected",
    [
        ("en", "BZ CA CR DO SV GT HN MX NI PA US"),
        ("es", "BZ CA CR SV US GT HN MX NI PA DO"),
        ("fr", "BZ CA CR SV US GT HN MX NI PA DO"),
        ("pt", "BZ CA CR SV US GT HN MX NI PA DO"),
    ],
)
def test_the_members_in_the_order_of_each_language(language, expected):
    codes = expected.split()
    shuffled = [state(code) for code in sorted(codes, reverse=True)]
    assert [each.country for each in alphabetical(shuffled, language)] == codes


def test_organizations_stand_among_states_by_their_letters():
    mixed = [state("SV"), organization(NAMES), state("NI"), state("CH")]
    assert [name_of(each, "es") for each in alphabetical(mixed, "es")] == ["El Salvador", "Nicaragua", "Red", "Suiza"]


def test_names_are_cleaned():
    assert accept_names({"es": {"official": "  Red   Regional ", "short": ""}, "en": {}}) == {
        "es": {"official": "Red Regional", "short": "Red Regional"}
    }
    with pytest.raises(Malformed):
        accept_names({"es": {"official": " "}})
    with pytest.raises(TooLarge):
        accept_names({"es": {"official": "x" * 201}})
