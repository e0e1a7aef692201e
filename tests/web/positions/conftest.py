import pytest

from tests.web.drafting.negotiating import Negotiation


@pytest.fixture
def table(embedded_engine):
    """A zero draft with its window open, and the pages of those around the table."""
    negotiation = Negotiation(embedded_engine)
    negotiation.room.issue()
    return negotiation
