import pytest

from app.store import Store
from tests.web.drafting.negotiating import Negotiation


@pytest.fixture
def table(embedded_engine, tmp_path):
    """A zero draft with its window open, and the pages of those around the table."""
    negotiation = Negotiation(embedded_engine)
    negotiation.room.issue()
    negotiation.site.app.state.files = Store(tmp_path / "files")
    negotiation.site.app.state.exports = Store(tmp_path / "exports")
    return negotiation
