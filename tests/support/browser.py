"""Headless Chromium, and what a person does with it; whatever goes wrong in the browser itself is written down."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, sync_playwright

from app.demonstration.seats import PASSWORD
from tests.support.programs import need

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PATIENCE = 30_000
"""Milliseconds an action may take, on a machine that has much else to do."""


@dataclass
class Complaints:
    """What a browser had to say against the pages: errors of scripts, refused policies, requests to elsewhere."""

    host: str
    found: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda error: self.found.append(f"script: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        # A refused form is answered with 4xx on purpose, and the browser remarks upon it.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.found.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        where = urlsplit(request.url)
        if where.scheme not in ("data", "blob", "about") and where.netloc != self.host:
            self.found.append(f"elsewhere: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self.found.append(f"{response.status}: {response.url}")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser for the tests of one file: beyond them its event loop would be in the way of other tests."""
    executable = need("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(executable), args=list(ARGUMENTS))
        yield browser
        browser.close()


@contextmanager
def visiting(browser: Browser, url: str, **options: Any) -> Iterator[BrowserContext]:
    """A browser of somebody's own at the service at `url`. Fails at its end when the browser complained of anything."""
    options.setdefault("locale", "en")
    context = browser.new_context(base_url=url, **options)
    context.set_default_timeout(PATIENCE)
    complaints = Complaints(urlsplit(url).netloc)
    complaints.watch(context)
    try:
        yield context
    finally:
        context.close()
    assert complaints.found == []


def sign_in(page: Page, email: str, password: str = PASSWORD) -> None:
    """Sign in on the page for it, as a person of the demonstration."""
    page.goto("/sign-in")
    page.locator("input[name=email]").fill(email)
    page.locator("input[name=password]").fill(password)
    page.locator("main form button").first.click()
    page.wait_for_url(lambda url: "/sign-in" not in url)
