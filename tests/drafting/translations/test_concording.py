"""Somebody says that a paragraph means the same in both languages."""

import pytest

from app.errors import Denied, OutOfPlace, Stale, Unknown
from tests.drafting.translations.conftest import SPANISH, Booth


def spoken(booth: Booth) -> set[str]:
    names = {key: name for name, key in booth.room.keys.items()}
    return {names[each.source.key] for each in booth.version().paragraphs if each.concordance}


def test_secretariat_and_presidency_say_so_and_take_it_back(booth: Booth) -> None:
    booth.all()
    booth.concord("p1")
    booth.concord("p2", by=booth.room.presidency)
    assert spoken(booth) == {"p1", "p2"} and booth.version().concordant == 2
    booth.concord("p2", holds=False)
    assert spoken(booth) == {"p1"}
    booth.concord("p2")
    assert spoken(booth) == {"p1", "p2"}


def test_it_is_said_of_these_words_and_of_no_others(booth: Booth) -> None:
    booth.all()
    for name in ("p1", "p2", "p3"):
        booth.concord(name)
    booth.enter(booth.words("p1", SPANISH["p1"].replace("Reafirmando", "Reiterando")))
    booth.next("p2", "offences", "crimes")
    assert spoken(booth) == {"p3"}


def test_it_is_not_said_lightly(small_booth: Booth) -> None:
    booth = small_booth
    with pytest.raises(OutOfPlace, match="not translated"):
        booth.concord("p1")
    booth.all()
    with pytest.raises(Denied):
        booth.concord("p1", by=booth.room.guatemala_head)
    with pytest.raises(OutOfPlace, match="said already"):
        booth.concord("p1", holds=False)
    booth.concord("p1")
    with pytest.raises(OutOfPlace, match="said already"):
        booth.concord("p1")
    booth.enter(booth.words("p2", "Otras palabras."))
    with pytest.raises(Stale):
        booth.concord("p2", expected=1)
    booth.next("p3", "and more efficient border management", "")
    with pytest.raises(OutOfPlace, match="has changed since"):
        booth.concord("p3")
    booth.room.keys["gone"] = "nothing"
    with pytest.raises(Unknown):
        booth.concord("gone", expected=1)
