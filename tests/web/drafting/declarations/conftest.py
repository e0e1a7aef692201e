import pytest

from tests.web.drafting.negotiating import Negotiation


@pytest.fixture
def drafting(engine):
    """A draft of five paragraphs, not yet issued, and the pages of those around the table."""
    negotiation = Negotiation(engine)
    negotiation.room.open()
    return negotiation


@pytest.fixture
def small_drafting(embedded_engine):
    """The same on SQLite only, for what does not depend on the database."""
    negotiation = Negotiation(embedded_engine)
    negotiation.room.open()
    return negotiation
