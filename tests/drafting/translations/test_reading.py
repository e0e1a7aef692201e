"""What of a language version still stands when the text moves on."""

import pytest

from app.drafting import queries
from app.drafting.translations import Standing
from app.drafting.translations.queries import languages, version
from app.errors import Unknown
from app.text.runs import plain
from tests.drafting.translations.conftest import SPANISH, Booth
from tests.support.world import World


def test_unchanged_paragraphs_carry_over_and_changed_ones_are_stale(booth: Booth) -> None:
    booth.all()
    booth.next("p2", "offences", "crimes")
    now = booth.version()
    assert {each.source.key for each in now.paragraphs if each.standing is Standing.STALE} == {booth.room.key("p2")}
    assert now.count(Standing.CURRENT) == 4
    stale = now.of(booth.room.key("p2"))
    assert plain(stale.runs) == SPANISH["p2"]
    assert stale.entered.revision == "Zero draft"
    assert [piece.run.text for piece in stale.changed if piece.deleted_by] == ["offences"]
    assert [piece.run.text for piece in stale.changed if piece.inserted_by] == ["crimes"]


def test_an_earlier_revision_keeps_the_words_that_were_its_own(booth: Booth) -> None:
    booth.all()
    booth.next("p2", "offences", "crimes")
    booth.enter(booth.words("p2", SPANISH["p2"].replace("infracciones", "delitos")))
    before, now = booth.version(booth.revision), booth.version()
    key = booth.room.key("p2")
    assert plain(before.of(key).runs) == SPANISH["p2"] and before.of(key).standing is Standing.CURRENT
    assert "delitos" in plain(now.of(key).runs) and now.of(key).standing is Standing.CURRENT


def test_words_of_a_later_text_do_not_stand_for_an_earlier_one(booth: Booth) -> None:
    booth.next("p2", "offences", "crimes")
    booth.enter(booth.words("p2", "Protegeremos a los migrantes que sean víctimas de delitos."))
    booth.enter(booth.words("p3", SPANISH["p3"]))
    before = booth.version(booth.revision)
    assert before.of(booth.room.key("p2")).standing is Standing.MISSING
    assert before.of(booth.room.key("p3")).standing is Standing.CURRENT, "this paragraph says the same in both"


def test_a_text_that_goes_back_to_its_words_has_its_translation_back(small_booth: Booth) -> None:
    booth = small_booth
    booth.all()
    booth.next("p2", "offences", "crimes")
    booth.next("p2", "crimes", "offences")
    assert booth.version().count(Standing.CURRENT) == 5


def test_a_new_paragraph_is_not_yet_translated(small_booth: Booth) -> None:
    booth = small_booth
    booth.all()
    booth.room.accept(booth.room.table(booth.room.adding("We will act together.", "p4")))
    booth.room.next()
    missing = [each for each in booth.version().paragraphs if each.standing is Standing.MISSING]
    assert [each.source.text for each in missing] == ["We will act together."]
    assert missing[0].runs == () and missing[0].number == 0


def test_whoever_sees_the_revision_sees_it_in_every_language(small_booth: Booth) -> None:
    booth, room = small_booth, small_booth.room
    assert room.ask(languages, booth.revision.id, by=room.observer) == ()
    (offered,) = room.ask(languages, booth.revision.id)
    assert offered.is_empty and offered.missing == 5
    booth.all()
    (line,) = room.ask(languages, booth.revision.id, by=room.observer)
    assert (line.language, line.current, line.stale, line.missing) == ("es", 5, 0, 0)
    view = room.ask(version, booth.revision.id, by=room.observer, language="es", reader="es")
    assert set(view.names.values()) == {"Sofía"}
    other = World(room.engine)
    stranger = other.person(other.process("sacm"), "Bruno", delegation=other.delegation(other.process("sacm"), "BR"))
    with pytest.raises(Unknown):
        room.ask(version, booth.revision.id, by=stranger, language="es", reader="es")
    with pytest.raises(Unknown):
        room.ask(version, booth.revision.id, by=room.observer, language="fr", reader="es")


def test_the_revision_itself_is_as_it_was(small_booth: Booth) -> None:
    room = small_booth.room
    before = room.ask(queries.revision, small_booth.revision.id)
    small_booth.all()
    assert room.ask(queries.revision, small_booth.revision.id) == before
