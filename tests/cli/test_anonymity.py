"""A reason that says who proposes is found, also where it does not say the very name."""

import pytest

from app.cli.anonymity import names_one_of


@pytest.mark.parametrize(
    ("reason", "name"),
    [
        ("As Guatemala said.", "Guatemala"),
        ("The Guatemalan courts ask for it.", "Guatemala"),
        ("The Mexican constitution says so.", "Mexico"),
        ("La Constitución de México lo dispone.", "Mexico"),
        ("Una propuesta mexicana.", "México"),
        ("Honduran law has no such term.", "Honduras"),
        ("La ley hondureña no lo prevé.", "Honduras"),
        ("The Salvadoran delegation asks for it.", "El Salvador"),
        ("Canadian practice.", "Canada"),
        ("A COSTA\nRICAN custom.", "Costa Rica"),
        ("Peruvian law.", "Peru"),
        ("The EU insists.", "EU"),
    ],
)
def test_a_name_is_found(reason: str, name: str) -> None:
    assert names_one_of(reason, ["Panama", name])


@pytest.mark.parametrize(
    ("reason", "name"),
    [
        ("Victims of crimes need it.", "Guatemala"),
        ("Shorter.", "United States"),
        ("It protects children.", "Chile"),
        ("Europe and the euro.", "EU"),
        ("As the United Nations say.", "United States"),
    ],
)
def test_other_reasons_stay(reason: str, name: str) -> None:
    assert not names_one_of(reason, [name])
