import pytest

from app.store import Store
from tests.web.drafting.negotiating import Negotiation


@pytest.fixture
def handing(engine, tmp_path):
    """A table with Rev.1 issued and an amendment pending on it, whose documents are kept in a folder of the test's own."""
    table = Negotiation(engine)
    room = table.room
    room.issue()
    room.accept(room.table(room.replacing("p2", "offences", "crimes"), by=room.guatemala_head))
    room.next()
    room.table(room.deleting("p4"), by=room.honduras, reason="For the chair.", audience="chair")
    table.site.app.state.exports = Store(tmp_path)
    table.site.go_to(room.now())
    return table
