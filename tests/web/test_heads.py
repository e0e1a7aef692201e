import pytest


@pytest.mark.parametrize(
    "path", ["/", "/sign-in", "/healthz", "/account", "/nowhere", "/static/css/base.css", "/api/v1/processes"]
)
def test_head_is_what_get_is_without_the_body(client, path):
    head, whole = client.head(path), client.get(path)
    assert head.content == b""
    assert head.status_code == whole.status_code
    for name in ("content-type", "content-length", "location", "cache-control"):
        assert head.headers.get(name) == whole.headers.get(name)


def test_what_is_only_sent_has_no_head(client):
    assert client.head("/sign-out").status_code == client.get("/sign-out").status_code == 405
