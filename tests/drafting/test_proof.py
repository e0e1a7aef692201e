"""What is kept, compared with what was recorded."""

import pytest
from sqlalchemy import text

from app.db import reading, writing
from app.drafting import decisions, translations
from app.drafting.models import Declaration
from app.drafting.proof import discrepancies
from app.text.runs import runs_of
from tests.drafting.room import Room


@pytest.fixture
def negotiated(small_room: Room) -> Room:
    small_room.issue()
    amendment = small_room.table(small_room.replacing("p2", "offences", "crimes"), reason="They are crimes.")
    small_room.correct(amendment, small_room.replacing("p2", "offences", "grave crimes"))
    small_room.decide(decisions.modify, amendment, [small_room.replacing("p2", "offences", "crime")], note="Agreed.")
    revision = small_room.next()
    words = translations.Words(small_room.key("p5"), runs_of("Trabajaremos por la reintegración."), 0)
    with small_room.writing() as session:
        declaration = session.get_one(Declaration, small_room.declaration_id)
        by, at = small_room.secretary, small_room.now()
        translations.enter(session, declaration, revision, "es", [words], by=by, at=at)
    return small_room


def test_all_is_as_it_was_recorded(negotiated: Room) -> None:
    with reading(negotiated.engine) as session:
        assert discrepancies(session) == ()


@pytest.mark.parametrize(
    ("table", "meddling", "told"),
    [
        ("amendment_version", "UPDATE amendment_version SET reason = 'Other.' WHERE number = 1", ("version", "altered")),
        ("amendment_version", "UPDATE amendment_version SET acts = '[]' WHERE number = 2", ("version", "altered")),
        ("amendment_version", "DELETE FROM amendment_version WHERE number = 2", ("version", "missing")),
        ("translation", "UPDATE translation SET runs = '[]'", ("translation", "altered")),
        ("decision", "UPDATE decision SET outcome = 'accepted'", ("decision", "altered")),
        (
            "revision_paragraph",
            "DELETE FROM revision_paragraph WHERE position = 4 AND revision_id = "
            "(SELECT id FROM revision WHERE number = 1)",
            ("revision", "altered"),
        ),
        ("record_entry", "DELETE FROM record_entry WHERE act = 'decision.modified'", ("decision", "unrecorded")),
    ],
)
def test_meddling_is_found(negotiated: Room, table: str, meddling: str, told: tuple[str, str]) -> None:
    with writing(negotiated.engine) as session:
        for act in ("update", "delete"):
            session.execute(text(f"DROP TRIGGER {table}_refuses_{act}"))
        session.execute(text(meddling))
    with reading(negotiated.engine) as session:
        assert [(each.kind, each.what) for each in discrepancies(session)] == [told]
