"""Drafts and windows."""

from datetime import timedelta

import pytest
from sqlmodel import select

from app.db import reading, writing
from app.drafting import declarations, queries, revisions
from app.drafting.errors import MovedOn
from app.drafting.models import Declaration
from app.errors import Denied, Malformed, OutOfPlace, TooLarge, Unknown
from app.record.models import Entry
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import Mark, Run, runs_of
from tests.drafting.room import WORDS, Room
from tests.support.world import NOW


def words(room: Room) -> list[str]:
    return [paragraph.text for paragraph in room.ask(queries.draft, room.declaration_id).document]


def keys(room: Room) -> tuple[str, ...]:
    return room.ask(queries.draft, room.declaration_id).document.keys


class TestOpening:
    def test_by_hand(self, room: Room) -> None:
        room.open(Document())
        room.chair(declarations.add_paragraph, after=None, role=Role.OPERATIVE, runs=runs_of("Second."))
        room.chair(declarations.add_paragraph, after=None, role=Role.TITLE, runs=runs_of("First."))
        assert words(room) == ["First.", "Second."]

    def test_of_imported_paragraphs_under_keys_of_ours(self, room: Room) -> None:
        room.open()
        assert words(room) == list(WORDS)
        assert not {"p1", "p2"} & set(keys(room))

    def test_of_pasted_text(self, room: Room) -> None:
        with writing(room.engine) as session:
            declaration = declarations.open_from_text(
                session,
                process_id=room.process.id,
                title="  Declaration ",
                language="es",
                text="Reafirmando los derechos humanos,\n\nProtegeremos a las víctimas.",
                by=room.presidency,
                at=room.now(),
            )
        room.declaration_id = declaration.id
        assert declaration.title == "Declaration"
        assert words(room) == ["Reafirmando los derechos humanos,", "Protegeremos a las víctimas."]

    @pytest.mark.parametrize("text", ["", " \n\t\n", "\u200b"])
    def test_of_no_words(self, small_room: Room, text: str) -> None:
        with pytest.raises(Malformed), writing(small_room.engine) as session:
            self.paste(session, small_room, text)

    def test_of_far_too_many(self, small_room: Room) -> None:
        with pytest.raises(TooLarge), writing(small_room.engine) as session:
            self.paste(session, small_room, "five megabytes " * 350_000)

    @staticmethod
    def paste(session, room: Room, text: str, **options) -> Declaration:
        return declarations.open_from_text(
            session,
            **{"process_id": room.process.id, "title": "T", "language": "en", "by": room.secretary, **options},
            text=text,
            at=room.now(),
        )

    def test_what_is_refused(self, small_room: Room) -> None:
        with writing(small_room.engine) as session:
            with pytest.raises(Denied):
                self.paste(session, small_room, "Words.", by=small_room.honduras)
            with pytest.raises(Malformed):
                self.paste(session, small_room, "Words.", title=" ")
            with pytest.raises(Malformed):
                self.paste(session, small_room, "Words.", language="tlh")
            with pytest.raises(Unknown):
                self.paste(session, small_room, "Words.", meeting_id=small_room.process.id)

    def test_only_the_chair_sees_it(self, small_room: Room) -> None:
        small_room.open()
        for other in (small_room.honduras, small_room.guatemala_head, small_room.observer):
            with pytest.raises(Unknown):
                small_room.ask(queries.declaration, small_room.declaration_id, by=other)
            assert small_room.ask(queries.declarations_of, small_room.process.id, by=other) == ()
        for chair in (small_room.secretary, small_room.presidency):
            assert small_room.ask(queries.declaration, small_room.declaration_id, by=chair).is_draft

    def test_another_process_does_not_know_of_it(self, small_room: Room) -> None:
        small_room.issue()
        other = small_room.world.process("sacm")
        stranger = small_room.world.secretary(other, "Silvia")
        for question in (queries.declaration, queries.desk, queries.current, queries.amendments_of):
            with pytest.raises(Unknown):
                small_room.ask(question, small_room.declaration_id, by=stranger)


class TestParagraphs:
    def test_words_and_roles(self, room: Room) -> None:
        room.open()
        first = keys(room)[0]
        bold = (Run("Bold ", frozenset({Mark.BOLD})), Run("words."))
        room.chair(declarations.edit_paragraph, first, runs=bold, role=Role.HEADING, level=2)
        paragraph = room.ask(queries.draft, room.declaration_id).document[first]
        assert (paragraph.runs, paragraph.role, paragraph.level) == (bold, Role.HEADING, 2)
        room.chair(declarations.edit_paragraph, first, role=Role.OPERATIVE)
        assert room.ask(queries.draft, room.declaration_id).document[first].level == 0

    def test_moving(self, room: Room) -> None:
        room.open()
        one, two, three, four, five = keys(room)
        room.chair(declarations.move_paragraph, one, after=three)
        assert keys(room) == (two, three, one, four, five)
        room.chair(declarations.move_paragraph, five, after=None)
        assert keys(room) == (five, two, three, one, four)
        room.chair(declarations.move_paragraph, five, after=five)
        assert keys(room) == (five, two, three, one, four)

    def test_a_deletion_leaves_its_words_in_the_record(self, room: Room) -> None:
        room.open()
        room.chair(declarations.delete_paragraph, keys(room)[1])
        assert words(room) == [WORDS[0], *WORDS[2:]]
        with reading(room.engine) as session:
            entry = session.exec(select(Entry).where(Entry.act == "draft.delete")).one()
        assert entry.before["runs"] == [{"text": WORDS[1]}] and entry.actor == room.secretary.name

    def test_the_slower_secretary_is_told(self, room: Room) -> None:
        room.open()
        first, second = keys(room)[:2]
        seen = room.declaration().version
        room.chair(declarations.edit_paragraph, first, runs=runs_of("Mine."), expected=seen)
        with pytest.raises(MovedOn) as told:
            room.chair(declarations.edit_paragraph, second, runs=runs_of("Yours."), expected=seen, by=room.second_secretary)
        (change,) = told.value.changes
        assert (change.by, change.act, change.after["runs"]) == (
            room.secretary.name,
            "draft.edit",
            [{"text": "Mine."}],
        )
        assert room.secretary.name in str(told.value)
        assert words(room)[:2] == ["Mine.", WORDS[1]]

    def test_replacing_it_all(self, room: Room) -> None:
        room.open()
        room.chair(declarations.replace_draft, Document([Paragraph("x", Role.TITLE, runs_of("Other."))]))
        assert words(room) == ["Other."]
        with reading(room.engine) as session:
            entry = session.exec(select(Entry).where(Entry.act == "draft.replace")).one()
        assert len(entry.before["paragraphs"]) == len(WORDS)

    def test_what_is_refused(self, small_room: Room) -> None:
        small_room.open()
        first = keys(small_room)[0]
        with pytest.raises(Malformed, match="no words"):
            small_room.chair(declarations.edit_paragraph, first, runs=runs_of(" "))
        with pytest.raises(TooLarge):
            small_room.chair(declarations.edit_paragraph, first, runs=runs_of("x" * 30_001))
        with pytest.raises(Unknown):
            small_room.chair(declarations.edit_paragraph, "nowhere", runs=runs_of("x"))
        with pytest.raises(Unknown):
            small_room.chair(declarations.move_paragraph, first, after="nowhere")
        with pytest.raises(Denied):
            small_room.chair(declarations.delete_paragraph, first, by=small_room.honduras)

    def test_once_issued_it_changes_by_amendments_only(self, small_room: Room) -> None:
        small_room.issue()
        with pytest.raises(OutOfPlace, match="amendments"):
            small_room.chair(declarations.delete_paragraph, small_room.key("p1"))
        with pytest.raises(OutOfPlace):
            small_room.chair(revisions.issue_first)


class TestDetails:
    def test_set(self, room: Room) -> None:
        room.open()
        room.chair(declarations.set_details, title="New title", symbol="RCM/2017/1", character="succinct", meeting_id=None)
        view = room.ask(queries.declaration, room.declaration_id)
        assert (view.title, view.symbol, view.character) == ("New title", "RCM/2017/1", "succinct")

    def test_refused(self, small_room: Room) -> None:
        small_room.open()
        details = {"symbol": "", "character": "", "meeting_id": None}
        with pytest.raises(Malformed):
            small_room.chair(declarations.set_details, title=" \x00 ", **details)
        with pytest.raises(TooLarge):
            small_room.chair(declarations.set_details, title="x" * 501, **details)
        with pytest.raises(Denied):
            small_room.chair(declarations.set_details, title="T", **details, by=small_room.guatemala)
        with pytest.raises(MovedOn):
            small_room.chair(declarations.set_details, title="T", **details, expected=99)

    def test_a_draft_is_put_into_another_language_and_an_issued_text_is_not(self, small_room: Room) -> None:
        details = {"title": "T", "symbol": "", "character": "", "meeting_id": None}
        small_room.open()
        small_room.chair(declarations.set_details, **details, language="es")
        assert small_room.ask(queries.declaration, small_room.declaration_id).language == "es"
        with pytest.raises(Malformed, match="working language"):
            small_room.chair(declarations.set_details, **details, language="tlh")
        small_room.chair(revisions.issue_first)
        with pytest.raises(OutOfPlace, match="stays in the language"):
            small_room.chair(declarations.set_details, **details, language="en")
        small_room.chair(declarations.set_details, **details, language="es")


class TestWindow:
    def test_open_close_open_again(self, room: Room) -> None:
        room.issue()
        assert room.ask(queries.declaration, room.declaration_id).window_open
        with pytest.raises(OutOfPlace):
            room.chair(declarations.open_window, deadline=None)
        room.chair(declarations.close_window)
        assert not room.ask(queries.declaration, room.declaration_id).window_open
        with pytest.raises(OutOfPlace):
            room.chair(declarations.close_window)
        deadline = NOW + timedelta(days=1)
        room.chair(declarations.open_window, deadline=deadline)
        assert room.declaration().deadline == deadline

    def test_extended(self, room: Room) -> None:
        room.issue(deadline=NOW + timedelta(hours=1))
        room.chair(declarations.set_deadline, deadline=NOW + timedelta(hours=3))
        assert room.declaration().deadline == NOW + timedelta(hours=3)
        room.chair(declarations.set_deadline, deadline=None)
        assert room.declaration().deadline is None

    def test_refused(self, small_room: Room) -> None:
        small_room.open()
        with pytest.raises(OutOfPlace):
            small_room.chair(declarations.open_window, deadline=None)
        small_room.chair(revisions.issue_first)
        with pytest.raises(Malformed):
            small_room.chair(declarations.open_window, deadline=NOW - timedelta(hours=1))
        with pytest.raises(Denied):
            small_room.chair(declarations.open_window, deadline=None, by=small_room.guatemala_head)
