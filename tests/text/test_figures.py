import pytest

from app.text.figures import letters, roman


@pytest.mark.parametrize(("count", "expected"), [(1, "a"), (26, "z"), (27, "aa"), (52, "zz"), (53, "aaa")])
def test_letters(count: int, expected: str) -> None:
    assert letters(count) == expected


@pytest.mark.parametrize(("count", "expected"), [(1, "i"), (4, "iv"), (9, "ix"), (49, "xlix"), (1994, "mcmxciv")])
def test_roman(count: int, expected: str) -> None:
    assert roman(count) == expected
