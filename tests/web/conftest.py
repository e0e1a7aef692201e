import pytest
from fastapi.testclient import TestClient

from tests.support.site import Site
from tests.support.world import World


@pytest.fixture
def site(embedded_engine):
    World(embedded_engine).user("Ana")
    return Site(embedded_engine)


@pytest.fixture
def client(site):
    """Somebody who is not signed in, told of faults as a browser is."""
    return TestClient(site.app, headers={"accept-language": "en"}, follow_redirects=False, raise_server_exceptions=False)
