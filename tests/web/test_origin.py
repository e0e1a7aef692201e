import pytest
from starlette.datastructures import Headers

from app.web.origin import is_ours

HOST = {"host": "table.example.org"}
OURS = [
    {},
    {"sec-fetch-site": "same-origin"},
    {"sec-fetch-site": "none"},
    {"origin": "https://table.example.org"},
    {"sec-fetch-site": "same-origin", "origin": "null"},
]
THEIRS = [
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": ""},
    {"sec-fetch-site": "cross-site", "origin": "https://table.example.org"},
    {"origin": "https://evil.example"},
    {"origin": "https://table.example.org.evil.example"},
    {"origin": "https://table.example.org:444"},
    {"origin": "null"},
    {"origin": ""},
    {"origin": "http://["},
]


@pytest.mark.parametrize("headers", OURS)
def test_our_own_pages_and_programs_may_act(headers):
    assert is_ours("POST", Headers(HOST | headers))


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("headers", THEIRS)
def test_other_sites_may_not_act(method, headers):
    assert not is_ours(method, Headers(HOST | headers))


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
@pytest.mark.parametrize("headers", THEIRS)
def test_other_sites_may_lead_here(method, headers):
    assert is_ours(method, Headers(HOST | headers))


def test_an_origin_that_names_nothing_is_not_that_of_a_request_without_a_host():
    assert not is_ours("POST", Headers({"origin": "null"}))


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}])
def test_a_page_tells_why_nothing_was_done_and_does_nothing(client, headers):
    refused = client.post("/language", data={"language": "es"}, headers=headers)
    assert refused.status_code == 403
    assert "This request came from another site and was not carried out." in refused.text
    assert "set-cookie" not in refused.headers
    assert "content-security-policy" in refused.headers


def test_a_program_is_told_the_same_as_a_problem(client):
    refused = client.post("/api/v1/processes", json={}, headers={"origin": "https://evil.example"})
    assert refused.status_code == 403
    assert refused.headers["content-type"] == "application/problem+json"
