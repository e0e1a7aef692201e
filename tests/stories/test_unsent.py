"""What is typed is not lost: not by a session that ended, not by a file that is too large, not by a line that breaks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route
from sqlmodel import select

from app.db import reading
from app.drafting.models import Declaration
from tests.support.browser import sign_in, visiting
from tests.support.server import Server, serving_copy

pytestmark = pytest.mark.browser

WHO = "delegate@hn.example"
TYPED = "We ask for time until Thursday."


@pytest.fixture(scope="module")
def server(demonstration: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving_copy(demonstration, tmp_path_factory.mktemp("unsent") / "service") as server:
        yield server


@pytest.fixture(scope="module")
def declaration(server: Server) -> str:
    with reading(server.place.engine) as session:
        return f"/declarations/{session.exec(select(Declaration)).one().id}"


@pytest.fixture
def page(chromium: Browser, server: Server) -> Iterator[Page]:
    with visiting(chromium, server.url) as context:
        page = context.new_page()
        sign_in(page, WHO)
        yield page


def typed(page: Page, comments: str) -> str:
    page.goto(comments)
    return page.locator("textarea[name=text]").input_value()


def test_what_was_typed_outlives_the_session_and_goes_once_it_has_arrived(page: Page, declaration: str) -> None:
    comments = f"{declaration}/comments"
    assert typed(page, comments) == ""
    page.locator("textarea[name=text]").fill(TYPED)
    page.context.clear_cookies()
    page.locator("form[data-keep] button").click()
    page.locator("main a[href^='/sign-in?next=']").click()
    page.locator("input[name=email]").fill(WHO)
    page.locator("input[name=password]").fill("not the password")
    page.locator("main form button").first.click()
    sign_in(page, WHO)
    assert typed(page, comments) == TYPED
    page.locator("form[data-keep] button").click()
    page.locator(".notice").wait_for()
    assert page.locator("textarea[name=text]").input_value() == "" and typed(page, comments) == ""


def test_a_broken_line_loses_nothing(page: Page, declaration: str) -> None:
    terms = f"{declaration}/terms"

    def broken(route: Route) -> None:
        route.abort() if route.request.method == "POST" else route.continue_()

    page.goto(terms)
    page.locator("[name=reason]").fill(TYPED)
    page.locator("[name=term]").fill("crisis")
    page.route("**/terms", broken)
    with page.expect_event("requestfailed"):
        page.locator("form[data-keep] button").last.click()
    page.unroute("**/terms")
    page.goto(terms)
    assert (page.locator("[name=term]").input_value(), page.locator("[name=reason]").input_value()) == ("crisis", TYPED)


def test_a_file_too_large_is_told_before_it_is_sent(page: Page, declaration: str, tmp_path: Path) -> None:
    page.goto(f"{declaration}/returned")
    field = page.locator("input[type=file]")
    most = int(field.get_attribute("data-largest") or 0)
    large, small = tmp_path / "large.docx", tmp_path / "small.docx"
    large.write_bytes(b"\0" * (most + 1))
    small.write_bytes(b"\0" * most)
    why = "element => element.validationMessage"
    field.set_input_files(large)
    assert "larger than" in field.evaluate(why)
    field.set_input_files(small)
    assert field.evaluate(why) == ""
