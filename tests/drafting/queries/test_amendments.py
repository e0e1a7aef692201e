"""Who reads what of an amendment."""

import pytest

from app.drafting import amendments, queries
from app.drafting.queries import find_numbered, find_sponsorship
from app.errors import Unknown
from tests.drafting.room import Room

SENSITIVE = "Because of a territorial claim."


@pytest.mark.parametrize(
    ("audience", "readers"),
    [
        ("all", {"guatemala", "guatemala_head", "secretary", "presidency", "honduras", "observer"}),
        ("chair", {"guatemala", "guatemala_head", "secretary", "presidency"}),
        ("delegation", {"guatemala", "guatemala_head"}),
    ],
)
def test_reasons_are_for_their_audience(small_room: Room, audience: str, readers: set[str]) -> None:
    small_room.issue()
    amendment = small_room.table(
        small_room.deleting("p3"), by=small_room.guatemala_head, reason=SENSITIVE, audience=audience
    )
    people = ("guatemala", "guatemala_head", "secretary", "presidency", "honduras", "observer")
    views = {name: small_room.view(amendment, by=getattr(small_room, name)) for name in people}
    assert {name for name, view in views.items() if view.reason == SENSITIVE} == readers
    assert all(view.reason is None for name, view in views.items() if name not in readers)
    lists = {
        name: small_room.ask(queries.amendments_of, small_room.declaration_id, by=getattr(small_room, name))
        for name in people
    }
    assert {name for name, (view,) in lists.items() if view.reason == SENSITIVE} == readers


def test_a_co_sponsor_reads_the_reason_once_its_name_stands(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(
        small_room.deleting("p3"), by=small_room.guatemala_head, reason=SENSITIVE, audience="delegation"
    )
    small_room.act(amendments.ask_sponsors, amendment, [small_room.hn.id], by=small_room.guatemala)
    assert small_room.view(amendment, by=small_room.honduras).reason is None
    with small_room.writing() as session:
        asked = find_sponsorship(session, amendment.id, by=small_room.honduras)
        amendments.confirm_sponsorship(session, asked, by=small_room.honduras, at=small_room.now())
    assert small_room.view(amendment, by=small_room.honduras).reason == SENSITIVE


def test_tabled_first_then_own_drafts(room: Room) -> None:
    room.issue()
    draft = room.draft(room.deleting("p2"))
    tabled = room.table(room.deleting("p3"), by=room.united_states)
    mine = room.ask(queries.amendments_of, room.declaration_id, by=room.honduras)
    assert [(view.id, view.mine) for view in mine] == [(tabled.id, False), (draft.id, True)]


def test_by_number(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(small_room.deleting("p2"))
    assert small_room.ask(find_numbered, small_room.declaration_id, 1, by=small_room.observer).id == amendment.id
    with pytest.raises(Unknown):
        small_room.ask(find_numbered, small_room.declaration_id, 2)


def test_names_in_the_order_of_the_language(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(small_room.deleting("p2"), by=small_room.united_states)
    small_room.act(amendments.ask_sponsors, amendment, [small_room.hn.id], by=small_room.united_states)
    with small_room.writing() as session:
        asked = find_sponsorship(session, amendment.id, by=small_room.honduras)
        amendments.confirm_sponsorship(session, asked, by=small_room.honduras, at=small_room.now())
    english = small_room.ask(queries.amendment, amendment.id, language="en").sponsors
    spanish = small_room.ask(queries.amendment, amendment.id, language="es").sponsors
    assert [sponsor.name for sponsor in english] == ["Honduras", "United States"]
    assert [sponsor.name for sponsor in spanish] == ["Estados Unidos", "Honduras"]
    assert [sponsor.first for sponsor in english] == [False, True]
