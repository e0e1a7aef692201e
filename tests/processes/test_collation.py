import pytest

from app.processes.collation import sort_key


@pytest.mark.parametrize(
    "language,expected",
    [
        ("es", ["Nauru", "Nicaragua", "nube", "ñandú", "Ñuble", "Omán"]),
        ("en", ["ñandú", "Nauru", "Nicaragua", "nube", "Ñuble", "Omán"]),
        ("es", ["como", "cómo", "cómodo"]),
        ("fr", ["cote", "coté", "côte", "Égypte", "Équateur", "Espagne", "États-Unis"]),
        ("pt", ["Africa", "África", "Áustria", "Colômbia", "São Tomé", "Senegal"]),
        ("en", ["El Salvador", "Elbonia", "Saint-Barthélemy", "Saint Lucia", "Sainte"]),
        ("en", ["oeuvre", "œuvre", "Offal"]),
    ],
)
def test_order(language, expected):
    mixed = sorted(expected, reverse=True)
    assert sorted(mixed, key=lambda name: sort_key(name, language)) == expected


def test_decomposed_and_composed_are_the_same():
    assert sort_key("Man\u0303ana", "es") == sort_key("Mañana", "es")
