import pytest

from app.db import reading
from app.drafting.models import Declaration, Revision
from app.drafting.texts import current_revision, text_of
from app.store import Store
from app.word.capital import Origin, for_capital
from app.word.front import Front
from tests.drafting.conftest import room, small_room
from tests.drafting.room import Room
from tests.support.world import NOW

__all__ = ["room", "small_room"]


@pytest.fixture
def store(tmp_path) -> Store:
    return Store(tmp_path / "files")


def for_the_capital(room: Room) -> bytes:
    """The present text, as a delegation takes it home."""
    with reading(room.engine) as session:
        declaration = session.get_one(Declaration, room.declaration_id)
        revision = current_revision(session, declaration.id)
        assert isinstance(revision, Revision)
        origin = Origin(str(declaration.id), str(revision.id))
        return for_capital(text_of(session, revision.id), Front(declaration.title, at=NOW), origin)
