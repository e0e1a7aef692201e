import pytest

from app.accounts.lines import address, line
from app.errors import Malformed, TooLarge


def test_a_line_is_composed_and_has_no_invisible_signs():
    assert line("  Jose\u0301\t\nPe\u0301rez\u200b ", field="name") == "José Pérez"
    assert line("evil\u202egnp.exe", field="name") == "evilgnp.exe"


def test_a_line_may_be_empty_only_where_that_is_said():
    assert line(" \u200b ", field="title", required=False) == ""
    with pytest.raises(Malformed) as refused:
        line(" \n ", field="name")
    assert refused.value.field == "name"


def test_a_line_too_long_is_refused_with_the_limit():
    with pytest.raises(TooLarge, match="at most 80"):
        line("x" * 81, field="name", most=80)


@pytest.mark.parametrize("good", ["ana@example.org", "ANA.Lopez+rcm@sub.example.org", "josé@exámple.org"])
def test_addresses(good):
    assert address(f" {good} ") == good.lower()


@pytest.mark.parametrize(
    "bad", ["ana", "ana@", "@example.org", "ana@example", "a b@example.org", "a@b@example.org", "a@b.c,d@e.f"]
)
def test_what_is_no_address(bad):
    with pytest.raises(Malformed):
        address(bad)
