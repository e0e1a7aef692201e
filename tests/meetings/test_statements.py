import pytest

from app.errors import Denied, Malformed, OutOfPlace, Stale, TooLarge, Unknown
from app.meetings import agenda, statements
from app.meetings.models import AgendaItem
from app.meetings.statements import Said
from tests.support.world import NOW


def say(room, meeting_id, words="Asks for time.", by=None, **more):
    with room.at(meeting_id) as (session, meeting):
        if not more.keys() & {"delegation_id", "speaker"}:
            more["delegation_id"] = room.guatemala.id
        return statements.take_down(session, meeting, Said(words, **more), by=by or room.sofia, at=NOW).id


def test_what_was_said_is_read_in_the_order_of_the_agenda(room):
    meeting_id = room.convene()
    first, second = room.add(meeting_id, "Opening"), room.add(meeting_id, "The text")
    say(room, meeting_id, "Outside the agenda", speaker="Civil society")
    say(room, meeting_id, "Of the text", item_id=second)
    say(room, meeting_id, "Welcome", delegation_id=room.salvador.id, item_id=first)
    told = room.seen(meeting_id, by=room.olga).statements
    assert [(line.number, line.who, line.words) for line in told] == [
        ("1", "El Salvador", "Welcome"),
        ("2", "Guatemala", "Of the text"),
        ("", "Civil society", "Outside the agenda"),
    ]


def test_only_the_chair_side_takes_down_corrects_and_takes_out(room):
    meeting_id = room.convene()
    statement_id = say(room, meeting_id)
    for act in (
        lambda session, meeting: statements.take_down(session, meeting, Said("x", speaker="y"), by=room.ana, at=NOW),
        lambda session, meeting: statements.correct(
            session, meeting, statement_id, Said("x", speaker="y"), expected=meeting.version, by=room.ana, at=NOW
        ),
        lambda session, meeting: statements.strike(session, meeting, statement_id, by=room.ana, at=NOW),
    ):
        with room.at(meeting_id) as (session, meeting), pytest.raises(Denied):
            act(session, meeting)


def test_a_correction_is_made_on_what_was_seen(room):
    meeting_id = room.convene()
    statement_id = say(room, meeting_id)
    with room.at(meeting_id) as (session, meeting):
        version = meeting.version
        said = Said("Asks for a week.", delegation_id=room.honduras.id)
        statements.correct(session, meeting, statement_id, said, expected=version, by=room.paula, at=NOW)
    assert [(line.who, line.words) for line in room.seen(meeting_id).statements] == [("Honduras", "Asks for a week.")]
    with room.at(meeting_id) as (session, meeting), pytest.raises(Stale):
        statements.correct(session, meeting, statement_id, said, expected=version, by=room.sofia, at=NOW)


def test_what_is_taken_out_is_gone_from_the_meeting(room):
    meeting_id = room.convene()
    statement_id = say(room, meeting_id)
    with room.at(meeting_id) as (session, meeting):
        statements.strike(session, meeting, statement_id, by=room.sofia, at=NOW)
    assert room.seen(meeting_id).statements == ()
    with room.at(meeting_id) as (session, meeting), pytest.raises(Unknown):
        statements.of(session, meeting, statement_id)


@pytest.mark.parametrize(
    ("said", "field", "kind"),
    [
        ({"words": "  ", "speaker": "x"}, "words", Malformed),
        ({"words": "x" * 4_001, "speaker": "x"}, "words", TooLarge),
        ({"words": "x", "speaker": " ", "delegation_id": None}, "speaker", Malformed),
        ({"words": "x", "speaker": "both", "delegation_id": "guatemala"}, "speaker", Malformed),
        ({"words": "x", "delegation_id": "brazil"}, "delegation", Malformed),
        ({"words": "x", "speaker": "x", "item_id": "brazil"}, "item", Malformed),
    ],
)
def test_what_cannot_be_taken_down_says_why(small_room, said, field, kind):
    for name in ("delegation_id", "item_id"):
        if said.get(name):
            said[name] = getattr(small_room, said[name]).id
    with pytest.raises(kind) as refused:
        say(small_room, small_room.convene(), **said)
    assert refused.value.field == field


def test_an_item_somebody_spoke_under_stays_on_the_agenda(room):
    meeting_id = room.convene()
    item_id = room.add(meeting_id, "Opening")
    say(room, meeting_id, item_id=item_id)
    with pytest.raises(OutOfPlace), room.at(meeting_id) as (session, meeting):
        item = session.get_one(AgendaItem, item_id)
        agenda.remove(session, meeting, item, expected=meeting.version, by=room.sofia, at=NOW)
