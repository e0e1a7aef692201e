"""Terms asked for or against."""

import pytest

from app.drafting import queries, terms
from app.drafting.queries import find_term_request
from app.drafting.terms import occurrences
from app.errors import Denied, Malformed, OutOfPlace, Unknown
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import Mark, Run, runs_of
from tests.drafting.room import Room


def found(words: str, term: str) -> list[str]:
    document = Document([Paragraph("a", Role.OPERATIVE, runs_of(words))])
    return [each.words for each in occurrences(document, term)]


@pytest.mark.parametrize(
    ("words", "term", "where"),
    [
        ("No slavery, modern Slavery or enslavery.", "slavery", ["slavery", "Slavery"]),
        ("No slavery nor MODERN  SLAVERY.", "modern slavery", ["MODERN  SLAVERY"]),
        ("La niñez y la NIÑEZ; la ninez.", "niñez", ["niñez", "NIÑEZ", "ninez"]),
        ("Trata de personas", "personas trata", []),
        ("straße", "STRASSE", ["straße"]),
    ],
)
def test_whole_words_whatever_their_accents_and_capitals(words: str, term: str, where: list[str]) -> None:
    assert found(words, term) == where


def test_across_marks_and_with_what_is_around() -> None:
    runs = (Run("on modern "), Run("slavery", frozenset({Mark.BOLD})), Run(" and trafficking"))
    (place,) = occurrences(Document([Paragraph("a", Role.OPERATIVE, runs)]), "modern slavery", around=4)
    assert (place.start, place.stop, place.before, place.after) == (3, 17, "on ", " and")


def request(room: Room, term: str = "border management", **options):
    with room.writing() as session:
        declaration = session.get_one(type(room.declaration()), room.declaration_id)
        return terms.ask(session, declaration, **{"term": term, "by": room.united_states, **options}, at=room.now())


def test_asked_found_and_withdrawn(room: Room) -> None:
    room.issue()
    asked = request(room, reason="Our attorneys ask for it.", audience="chair")
    (view,) = room.ask(queries.term_requests, room.declaration_id, by=room.honduras)
    assert (view.delegation, view.term, view.reason, view.mine) == ("United States", "border management", None, False)
    assert [each.key for each in view.occurrences] == [room.key("p3")]
    (view,) = room.ask(queries.term_requests, room.declaration_id, by=room.secretary)
    assert view.reason == "Our attorneys ask for it."
    with room.writing() as session:
        row = find_term_request(session, asked.id, by=room.united_states)
        terms.withdraw(session, row, by=room.united_states, at=room.now())
    assert room.ask(queries.term_requests, room.declaration_id) == ()


def test_refused(small_room: Room) -> None:
    small_room.open()
    with pytest.raises(OutOfPlace):
        request(small_room)
    small_room.issue()
    for bad in ({"term": " "}, {"term": "..."}, {"wish": "love"}, {"audience": "friends"}):
        with pytest.raises(Malformed):
            request(small_room, **bad)
    for other in (small_room.observer, small_room.secretary):
        with pytest.raises(Denied):
            request(small_room, by=other)
    asked = request(small_room)
    with small_room.writing() as session:
        row = find_term_request(session, asked.id, by=small_room.honduras)
        with pytest.raises(Denied):
            terms.withdraw(session, row, by=small_room.honduras, at=small_room.now())
        terms.withdraw(session, row, by=small_room.united_states, at=small_room.now())
        with pytest.raises(OutOfPlace):
            terms.withdraw(session, row, by=small_room.united_states, at=small_room.now())
        with pytest.raises(Unknown):
            find_term_request(session, small_room.process.id, by=small_room.honduras)
