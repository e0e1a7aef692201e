"""Reservations and explanations of position with the agreed text."""

from pathlib import Path
from uuid import UUID

from lxml import etree
from sqlalchemy import Engine
from sqlmodel import select

from app.db import reading, writing
from app.drafting import decisions, revisions
from app.drafting.models import Amendment, Declaration
from app.drafting.texts import text_of
from app.exports.kinds import Form, Kind, Options
from app.positions import positions
from app.positions.models import Position
from app.text.change import Delete
from app.word.changes import changes
from tests.drafting.room import Room
from tests.exports.forms.akoma_ntoso.papers import A, valid
from tests.exports.making.orders import amendment, made, of_room
from tests.support.oracles import lint, paragraphs, part, schema_errors
from tests.support.told import Told

HONDURAS, GUATEMALA, MEXICO, STATES = "delegate@hn.example", "head@gt.example", "head@mx.example", "head@us.example"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALONE = "The fingerprint is that of the text alone, without the reservations and the explanations of position."


def key(rcm: Told, place: int) -> str:
    with reading(rcm.engine) as session:
        return text_of(session, rcm.revision().id).keys[place]


def enter(rcm: Told, reader: str, words: str, on: str | None = None, kind: str = "reservation") -> UUID:
    with writing(rcm.engine) as session:
        declaration = session.get_one(Declaration, rcm.declaration.id)
        given = {"kind": kind, "words": words, "language": "es", "paragraph_key": on}
        return positions.enter(session, declaration, **given, by=rcm.person(reader), at=rcm.at).id


def notes(data: bytes) -> list[tuple[str, str]]:
    """Each footnote that is a reservation, as it is called: the words of its paragraph, and its own."""
    own = {
        note.get(f"{W}id"): " ".join("".join(note.itertext(f"{W}t")).split())
        for note in part(data, "word/footnotes.xml").iter(f"{W}footnote")
    }
    return [
        ("".join(paragraph.itertext(f"{W}t")), own[call.get(f"{W}id")])
        for paragraph in part(data).iter(f"{W}p")
        for call in paragraph.iter(f"{W}footnoteReference")
        if own[call.get(f"{W}id")].startswith("Reservation")
    ]


def test_reservations_are_footnotes_to_their_paragraphs_and_to_the_title(rcm: Told, tmp_path: Path) -> None:
    third, last = key(rcm, 3), key(rcm, -2)
    enter(rcm, STATES, "Los Estados Unidos se reservan su posición.", last)
    enter(rcm, HONDURAS, "Honduras se reserva su posición.", third)
    enter(rcm, GUATEMALA, "Guatemala se reserva su posición.\nLo explicará.", third)
    enter(rcm, MEXICO, "México se reserva su posición sobre el conjunto.")
    withdrawn = enter(rcm, MEXICO, "Retirada.", third)
    with writing(rcm.engine) as session:
        row = session.get_one(Position, withdrawn)
        positions.withdraw(session, row, expected=1, by=rcm.person(MEXICO), at=rcm.at)
    data = made(rcm, Kind.AGREED)
    with reading(rcm.engine) as session:
        text = text_of(session, rcm.revision().id)
    title = text.paragraphs[0].text
    assert notes(data) == [
        (title, "Reservation of Mexico: México se reserva su posición sobre el conjunto."),
        (text[third].text, "Reservation of Guatemala: Guatemala se reserva su posición.Lo explicará."),
        (text[third].text, "Reservation of Honduras: Honduras se reserva su posición."),
        (text[last].text, "Reservation of the United States: Los Estados Unidos se reservan su posición."),
    ]
    assert paragraphs(data)[: len(text)] == [each.text for each in text], "the words of the text are what they were"
    assert ALONE in paragraphs(data)
    foreign = [
        "".join(run.itertext(f"{W}t"))
        for run in part(data, "word/footnotes.xml").iter(f"{W}r")
        if run.find(f"{W}rPr/{W}lang") is not None
    ]
    assert "Honduras se reserva su posición." in foreign, "what is said in another language than the text says so"
    assert len(foreign) == 4
    assert changes(data) == ()
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []


def test_a_reservation_whose_paragraph_is_gone_is_at_the_title(rcm: Told) -> None:
    gone = key(rcm, 3)
    enter(rcm, HONDURAS, "Honduras se reserva su posición.", gone)
    name = rcm.revision().name
    chair = rcm.person("secretariat@rcm.example")
    with writing(rcm.engine) as session:
        declared = session.get_one(Declaration, rcm.declaration.id)
        row = session.exec(select(Amendment).where(Amendment.id == amendment(rcm, "smuggling"))).one()
        decisions.modify(session, row, (Delete(gone),), expected=declared.version, by=chair, at=rcm.at)
        revisions.issue_next(session, declared, expected=declared.version, by=chair, at=rcm.at)
    ((_, note),) = notes(made(rcm, Kind.AGREED))
    assert note == (
        f"Reservation of Honduras, on a paragraph of {name} that is no longer in the text: Honduras se reserva su posición."
    )


def test_a_reservation_not_confirmed_since_the_text_changed_says_so_until_it_is(embedded_engine: Engine) -> None:
    room = Room(embedded_engine)
    room.issue()
    words = "Honduras reserves its position."
    with room.writing() as session:
        declaration = session.get_one(Declaration, room.declaration_id)
        given = {"kind": "reservation", "words": words, "language": "en", "paragraph_key": room.key("p5")}
        entered = positions.enter(session, declaration, **given, by=room.honduras, at=room.now()).id
    room.accept(room.table(room.replacing("p5", "those who return", "all who return"), by=room.united_states))
    room.next()
    ((_, note),) = notes(of_room(room, Kind.AGREED))
    assert note == f"Reservation of Honduras, not confirmed since the text of Zero draft changed: {words}"
    with room.writing() as session:
        row = session.get_one(Position, entered)
        positions.confirm(session, row, expected=1, by=room.honduras, at=room.now())
    ((_, note),) = notes(of_room(room, Kind.AGREED))
    assert note == f"Reservation of Honduras: {words}"


def test_explanations_of_position_are_annexed_in_alphabetical_order(rcm: Told, tmp_path: Path) -> None:
    enter(rcm, STATES, "Primero.\n\nSegundo.", kind="explanation")
    enter(rcm, HONDURAS, "Honduras explica su posición.", kind="explanation")
    data = made(rcm, Kind.AGREED)
    lines = [line for line in paragraphs(data) if line]
    annex = lines.index("Explanations of position")
    assert lines.index("Member States") < lines.index(ALONE) < annex
    assert lines[annex + 1 :] == ["Honduras", "Honduras explica su posición.", "United States", "Primero.", "Segundo."]
    breaks = [each for each in part(data).iter(f"{W}p") if each.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert ["".join(each.itertext(f"{W}t")) for each in breaks] == ["Explanations of position", "United States"]
    spoken = {each.get(f"{W}val") for each in part(data).iter(f"{W}lang")}
    assert any(each.startswith("es") for each in spoken), "words in another language than the text say so"
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []


def test_a_text_without_any_says_nothing_of_them(rcm: Told) -> None:
    lines = paragraphs(made(rcm, Kind.AGREED))
    assert ALONE not in lines
    assert "Explanations of position" not in lines


def test_akoma_ntoso_holds_them_too(rcm: Told) -> None:
    enter(rcm, HONDURAS, "Honduras se reserva su posición.", key(rcm, 3))
    enter(rcm, STATES, "Primero.\n\nSegundo.", kind="explanation")
    root = valid(made(rcm, Kind.AGREED, options=Options(form=Form.AKOMA_NTOSO)))
    kept = ["".join(note.itertext()) for note in root.iter(f"{A}authorialNote")]
    assert "Reservation of Honduras: Honduras se reserva su posición." in kept
    assert ALONE in "".join(root.find(f".//{A}conclusions").itertext())
    (block,) = root.iter(f"{A}container")
    assert [etree.tostring(each, method="text", encoding="unicode").strip() for each in block] == [
        "Explanations of position: United States",
        "Primero.",
        "Segundo.",
    ]
