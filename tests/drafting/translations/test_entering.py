"""Words are entered in another language, and none that was there is lost."""

import pytest
from sqlmodel import select

from app.db import reading
from app.drafting.translations import Standing, Words
from app.drafting.translations.queries import states
from app.errors import Denied, Malformed, OutOfPlace, Stale, Unknown
from app.record.models import Entry
from app.text.runs import plain, runs_of
from tests.drafting.translations.conftest import SPANISH, Booth


def test_what_is_entered_stands_beside_its_paragraph(booth: Booth) -> None:
    assert booth.version().is_empty
    booth.enter(booth.words("p2", f"  {SPANISH['p2']} "))
    version = booth.version()
    assert [each.standing for each in version.paragraphs] == [Standing.MISSING, Standing.CURRENT, *[Standing.MISSING] * 3]
    second = version.of(booth.room.key("p2"))
    assert plain(second.runs) == SPANISH["p2"] and second.number == 1
    assert second.changed == ()
    with reading(booth.room.engine) as session:
        entry = session.exec(select(Entry).order_by(Entry.position.desc()).limit(1)).one()
        assert (entry.act, entry.actor) == ("translation.enter", "Sofía")
        assert entry.after["language"] == "es"
        assert entry.after["paragraphs"] == [{"key": booth.room.key("p2"), "number": 1, "runs": [{"text": SPANISH["p2"]}]}]


def test_every_state_is_kept_and_the_newest_stands(booth: Booth) -> None:
    booth.enter(booth.words("p4", "Fortaleceremos la cooperación."))
    booth.enter(booth.words("p4", SPANISH["p4"]), by=booth.room.second_secretary)
    room = booth.room
    found = room.ask(states, booth.revision.id, key=room.key("p4"), by=room.observer, language="es")
    assert [(each.number, plain(each.runs), each.made_by) for each in found] == [
        (2, SPANISH["p4"], "Teresa"),
        (1, "Fortaleceremos la cooperación.", "Sofía"),
    ]
    assert plain(booth.version().of(room.key("p4")).runs) == SPANISH["p4"]


def test_the_slower_of_two_is_told(booth: Booth) -> None:
    mine, other = booth.words("p1", SPANISH["p1"]), booth.words("p1", "Otra traducción,")
    booth.enter(other)
    with pytest.raises(Stale, match="Somebody else has translated"):
        booth.enter(booth.words("p2", SPANISH["p2"]), mine)
    assert booth.version().of(booth.room.key("p2")).standing is Standing.MISSING, "all of it or none"


def test_what_stands_already_is_passed_over(booth: Booth) -> None:
    booth.enter(booth.words("p1", SPANISH["p1"]))
    (only,) = booth.enter(booth.words("p1", SPANISH["p1"]), booth.words("p2", SPANISH["p2"]))
    assert only.paragraph_key == booth.room.key("p2")
    with pytest.raises(OutOfPlace, match="there already"):
        booth.enter(booth.words("p1", SPANISH["p1"]))


def test_the_same_words_again_for_a_changed_paragraph_say_that_they_hold(booth: Booth) -> None:
    booth.enter(booth.words("p2", SPANISH["p2"]))
    booth.next("p2", "offences", "crimes")
    assert booth.version().of(booth.room.key("p2")).standing is Standing.STALE
    booth.enter(booth.words("p2", SPANISH["p2"]))
    again = booth.version().of(booth.room.key("p2"))
    assert (again.standing, again.number) == (Standing.CURRENT, 2)


def test_only_the_secretariat_enters(small_booth: Booth) -> None:
    room = small_booth.room
    for by in (room.presidency, room.honduras, room.guatemala_head, room.observer):
        with pytest.raises(Denied, match="technical secretariat"):
            small_booth.enter(small_booth.words("p1", SPANISH["p1"]), by=by)


def test_what_cannot_be_entered_is_refused(small_booth: Booth) -> None:
    booth = small_booth
    with pytest.raises(Malformed, match="no words"):
        booth.enter(booth.words("p1", "   "))
    for language in ("en", "fr"):
        with pytest.raises(Malformed, match="not a language into which"):
            booth.enter(booth.words("p1", SPANISH["p1"]), language=language)
    with pytest.raises(Malformed, match="given twice"):
        booth.enter(booth.words("p1", SPANISH["p1"]), booth.words("p1", "Otra."))
    with pytest.raises(Unknown):
        booth.enter(Words("nothing", runs_of("Nada."), 0))
    booth.next("p2", "offences", "crimes")
    with pytest.raises(Stale, match=r"Rev\.1 has been issued"):
        booth.enter(booth.words("p1", SPANISH["p1"]), revision=booth.revision)
