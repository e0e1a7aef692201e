"""Which paragraph of a file is the translation of which of ours."""

import pytest

from app.drafting.translations.bringing import chosen, places_of
from app.errors import Malformed
from app.text.pasted import document_of
from app.text.runs import plain
from tests.drafting.room import text
from tests.drafting.translations.conftest import SPANISH


def brought(*lines: str):
    numbers = iter(range(100))
    return document_of("\n".join(lines), lambda: f"f{next(numbers)}")


def test_places_are_proposed_in_order() -> None:
    places, doubtful = places_of(text(), brought(*SPANISH.values()))
    assert places == {"p1": 1, "p2": 2, "p3": 3, "p4": 4, "p5": 5}
    assert doubtful == frozenset()


def test_what_the_file_lacks_has_no_place() -> None:
    places, _doubtful = places_of(text(), brought(*(said for name, said in SPANISH.items() if name != "p2")))
    assert places == {"p1": 1, "p3": 2, "p4": 3, "p5": 4}


def test_the_places_chosen_give_the_words() -> None:
    file = brought(*SPANISH.values())
    words = chosen(text(), file, {"p1": 2, "p2": None, "p3": 1})
    assert {key: plain(runs) for key, runs in words.items()} == {"p1": SPANISH["p2"], "p3": SPANISH["p1"]}
    with pytest.raises(Malformed, match="given twice"):
        chosen(text(), file, {"p1": 2, "p3": 2})
    for place in (0, 6):
        with pytest.raises(Malformed, match="no paragraph"):
            chosen(text(), file, {"p1": place})
