"""What was found becomes drafts, joined or apart as the delegation says, on the present text."""

import pytest
from sqlmodel import select

from app.db import reading, writing
from app.drafting import amendments, returned
from app.drafting.models import Declaration
from app.drafting.queries import amendments_of
from app.drafting.returned.proposing import Group, propose
from app.drafting.returned.queries import drafts_of
from app.drafting.states import Landed
from app.errors import Denied, Malformed, OutOfPlace, Stale, Unknown
from app.record.models import Entry
from app.text.change import Insert
from tests.drafting.returned.conftest import for_the_capital
from tests.drafting.returned.test_receiving import send
from tests.word.returned.by_hand import edited, inserted, paragraph, tracked


def opened(room, store, file):
    with reading(room.engine) as session:
        return returned.read(session, store, file)


def make(room, store, file, *groups, by=None, reading_=None):
    reading_ = reading_ or opened(room, store, file)
    with writing(room.engine) as session:
        declaration = session.get_one(Declaration, room.declaration_id)
        return propose(session, declaration, reading_, groups, by=by or room.honduras, at=room.now()).amendments


def two_changes(room):
    return tracked(tracked(for_the_capital(room), "offences", "crimes"), "consular", "consular and judicial")


def test_each_group_becomes_a_draft_and_none_is_tabled(room, store):
    room.issue()
    file = send(room, store, two_changes(room))
    made = make(room, store, file, Group((0,), "Because."), Group((1,)))
    views = [room.view(each, by=room.honduras) for each in made]
    assert [view.state for view in views] == ["drafted", "drafted"]
    assert [act.key for view in views for act in view.draft.acts] == [room.key("p2"), room.key("p4")]
    assert views[0].draft.reason == "Because." and room.ask(amendments_of, room.declaration_id) == ()
    with reading(room.engine) as session:
        assert drafts_of(session, file.id) == {made[0].id: (0,), made[1].id: (1,)}
    with pytest.raises(Unknown):
        room.view(made[0], by=room.guatemala)


def test_joined_they_are_one_amendment(room, store):
    room.issue()
    file = send(room, store, two_changes(room))
    (made,) = make(room, store, file, Group((0, 1)))
    view = room.view(made, by=room.honduras)
    assert {act.key for act in view.draft.acts} == {room.key("p2"), room.key("p4")}


def test_a_new_paragraph_that_stands_after_another_can_do_without_it(small_room, store):
    room = small_room
    room.issue()
    mark = '<w:ins w:id="77" w:author="Ana"/>'
    new = "".join(paragraph(inserted(words, "Ana"), mark=mark) for words in ("We will welcome them.", "We will pay."))
    content = for_the_capital(room)
    content = edited(content, "<w:sectPr", new + "<w:sectPr")
    file = send(room, store, content)
    found = opened(room, store, file)
    assert [len(each.acts) for each in found.says.found] == [1, 1] and found.says.groups == (0, 0)
    (made,) = make(room, store, file, Group((1,)))
    (act,) = room.view(made, by=room.honduras).draft.acts
    assert isinstance(act, Insert) and act.after == room.key("p5") and act.paragraph.text == "We will pay."


def test_after_a_new_revision_changes_are_carried_over(room, store):
    room.issue()
    file = send(room, store, two_changes(room))
    room.accept(room.table(room.adding("A new first paragraph.", None)))
    room.next()
    found = opened(room, store, file)
    assert found.is_older and found.landing((0,)).outcome is Landed.CARRIED
    (made,) = make(room, store, file, Group((0,)))
    view = room.view(made, by=room.honduras)
    assert view.draft.base_id == found.current.id and view.draft.acts[0].runs[0].text.count("crimes") == 1


def test_what_the_new_revision_overtook_or_says_already(room, store):
    room.issue()
    file = send(room, store, two_changes(room))
    room.accept(room.table(room.replacing("p2", "offences", "crimes")))
    room.accept(room.table(room.deleting("p4")))
    room.next()
    found = opened(room, store, file)
    assert found.landing((0,)).outcome is Landed.ABSORBED
    overtaken = found.landing((1,))
    assert overtaken.outcome is Landed.OVERTAKEN and overtaken.obstacles
    with pytest.raises(OutOfPlace, match="says already"):
        make(room, store, file, Group((0,)))
    if overtaken.acts is None:
        with pytest.raises(OutOfPlace, match="no place"):
            make(room, store, file, Group((1,)))


def test_a_text_issued_while_one_was_choosing_is_told(small_room, store):
    room = small_room
    room.issue()
    file = send(room, store, two_changes(room))
    before = opened(room, store, file)
    room.accept(room.table(room.adding("A new first paragraph.", None)))
    room.next()
    with pytest.raises(Stale, match="has been issued"):
        make(room, store, file, Group((0,)), reading_=before)


def test_nobody_else_makes_drafts_of_it(small_room, store):
    room = small_room
    room.issue()
    file = send(room, store, two_changes(room))
    with pytest.raises(Unknown):
        make(room, store, file, Group((0,)), by=room.guatemala)
    with pytest.raises(Denied):
        make(room, store, file, Group((0,)), by=room.secretary)
    for wrong in ((), (7,), (-1,)):
        with pytest.raises(Malformed):
            make(room, store, file, Group(wrong))
    with pytest.raises(Malformed):
        make(room, store, file)


def proposed(room, store, file, *groups):
    reading_ = opened(room, store, file)
    with writing(room.engine) as session:
        declaration = session.get_one(Declaration, room.declaration_id)
        return propose(session, declaration, reading_, groups, by=room.honduras, at=room.now())


def test_the_same_changes_again_are_the_draft_that_was_made_of_them(room, store):
    room.issue()
    content = two_changes(room)
    file = send(room, store, content)
    first = proposed(room, store, file, Group((0,), "Because."), Group((1,)))
    assert first.new == first.amendments and first.before == ()
    again = proposed(room, store, file, Group((0,), " Because. "), Group((1, 1)))
    assert again.new == () and [each.id for each in again.before] == [each.id for each in first.amendments]
    twin = send(room, store, content, name="once-more.docx")
    assert proposed(room, store, twin, Group((1,))).new == ()
    assert len(room.ask(amendments_of, room.declaration_id, by=room.honduras)) == 2
    with reading(room.engine) as session:
        entries = session.exec(select(Entry).where(Entry.act == "returned_file.propose")).all()
    assert len(entries) == 1


def test_only_what_was_not_drafted_before_is_drafted(small_room, store):
    room = small_room
    room.issue()
    file = send(room, store, two_changes(room))
    (first,) = proposed(room, store, file, Group((0,))).new
    both = proposed(room, store, file, Group((0,)), Group((1,)), Group((1,)))
    assert [each.id for each in both.before] == [first.id] and len(both.new) == 1
    assert len(room.ask(amendments_of, room.declaration_id, by=room.honduras)) == 2
    joined = proposed(room, store, file, Group((0, 1)))
    assert len(joined.new) == 1, "put together they are another amendment"


def test_drafted_before_with_another_reason_is_refused_and_told(small_room, store):
    room = small_room
    room.issue()
    file = send(room, store, two_changes(room))
    make(room, store, file, Group((0,), "Because."))
    with pytest.raises(OutOfPlace, match="with another reason: nothing new was made"):
        make(room, store, file, Group((0,), "For another reason."), Group((1,)))
    assert len(room.ask(amendments_of, room.declaration_id, by=room.honduras)) == 1


def test_what_was_withdrawn_can_be_drafted_again_and_what_was_tabled_is_not(small_room, store):
    room = small_room
    room.issue()
    file = send(room, store, two_changes(room))
    one, other = make(room, store, file, Group((0,)), Group((1,)))
    room.act(amendments.withdraw, one, by=room.honduras)
    room.act(amendments.table, other, by=room.honduras)
    again = proposed(room, store, file, Group((0,)), Group((1,)))
    assert [each.id for each in again.before] == [other.id] and again.new[0].id != one.id
