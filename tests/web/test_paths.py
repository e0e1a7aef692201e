import pytest

from app.web.paths import own_path

ELSEWHERE = [
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "/a\\b",
    "javascript:x",
    "",
    "a",
    "/\t/evil",
    "/\n",
    "/\x00",
]


@pytest.mark.parametrize("path", ["/", "/account", "/processes/rcm?before=3", "/a//b"])
def test_our_own_pages_are_led_to(path):
    assert own_path(path) == path


@pytest.mark.parametrize("path", ELSEWHERE)
def test_everything_else_leads_to_the_first_page(path):
    assert own_path(path) == "/"
