"""Every page that can be reached, for everybody: it answers, reads well, speaks the reader's language and fits a phone."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page
from sqlmodel import select

from app.db import writing
from app.drafting import decisions, declarations, revisions
from app.drafting.keys import new_key
from app.drafting.models import Amendment, Decision, Declaration
from app.text.pasted import document_of
from tests.stories.crawling import Crawler, Visited, faults, pattern_of
from tests.support.browser import sign_in, visiting
from tests.support.programs import need
from tests.support.server import Place, Server, serving_copy

PEOPLE = (
    "secretariat@rcm.example",
    "presidency@sv.example",
    "head@gt.example",
    "delegate@gt.example",
    "delegate@hn.example",
    "head@mx.example",
    "network@rncom.example",
    "secretariat@sacm.example",
    "",
)
RULES: dict[Literal["light", "dark"], object] = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
    # Only the colours differ in the dark.
    "dark": {"type": "rule", "values": ["color-contrast"]},
}
PHONE = {"width": 390, "height": 844}
DRAFT = "Joint statement\n\nWelcoming the dialogue of the two conferences,\n\n1. We will go on with it."


@pytest.fixture(scope="module")
def server(demonstration: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The demonstration somewhat later: a revision is issued, amendments have landed on it, and a second draft is open."""
    with serving_copy(demonstration, tmp_path_factory.mktemp("pages") / "service", go_on) as server:
        yield server


def go_on(place: Place) -> None:
    by, at = place.actor("secretariat@rcm.example"), place.now()
    with writing(place.engine) as session:
        declaration = session.exec(select(Declaration)).one()
        numbered = {row.number: row for row in session.exec(select(Amendment))}

        def decide(decision: Callable[..., Decision], number: int, **more: str) -> None:
            decision(session, numbered[number], expected=declaration.version, by=by, at=at, **more)

        decide(decisions.accept, 2)
        decide(decisions.accept, 10)
        revisions.issue_next(session, declaration, expected=declaration.version, by=by, at=at)
        decide(decisions.hold, 5)
        decide(decisions.not_accept, 13, note="The room was not ready.")
        decide(decisions.accept, 6)
        declarations.open_draft(
            session,
            process_id=declaration.process_id,
            title="Joint statement of the two conferences",
            language="en",
            document=document_of(DRAFT, new_key),
            by=by,
            at=at,
        )


@pytest.fixture(scope="module")
def english(server: Server) -> list[Visited]:
    """Every page that anybody can reach, in English."""
    return everything(server, "en")


def everything(server: Server, language: str) -> list[Visited]:
    return [page for email in PEOPLE for page in Crawler(server.url, email, language).visits()]


def test_every_page_answers_and_is_well_made(english: list[Visited]) -> None:
    require_faultless(english, "en")


def test_every_page_speaks_spanish(server: Server) -> None:
    require_faultless(everything(server, "es"), "es")


def require_faultless(pages: list[Visited], language: str) -> None:
    found = {f"{fault}: {page.pattern}, as {page.who or 'nobody'}" for page in pages for fault in faults(page, language)}
    assert not found, "\n".join(["", *sorted(found)])


@pytest.mark.browser
def test_every_kind_of_page_can_be_read_by_everybody(chromium: Browser, server: Server, english: list[Visited]) -> None:
    """On a phone nothing is wider than the screen, and a checker of accessibility finds nothing serious, light or dark."""
    axe = need("axe-core").read_text(encoding="utf-8")
    found: set[str] = set()
    kinds = kinds_of_pages(english)
    assert sum(map(len, kinds.values())) > 40
    for email, pages in kinds.items():
        with visiting(chromium, server.url, viewport=PHONE) as context:
            page = context.new_page()
            if email:
                sign_in(page, email)
            for url in pages:
                page.goto(url)
                page.evaluate(axe)
                found |= {f"{fault}: {pattern_of(url)}" for fault in unreadable(page)}
    assert not found, "\n".join(["", *sorted(found)])


def kinds_of_pages(pages: list[Visited]) -> dict[str, list[str]]:
    """One page of each kind, by who is shown it first."""
    known: set[str] = set()
    shown: dict[str, list[str]] = {}
    for page in pages:
        if page.kind == "text/html" and page.status == 200 and page.pattern not in known:
            known.add(page.pattern)
            shown.setdefault(page.who, []).append(page.url)
    return shown


def unreadable(page: Page) -> Iterator[str]:
    width = page.evaluate("document.scrollingElement.scrollWidth")
    if width > PHONE["width"]:
        yield f"is {width} pixels wide on a phone of {PHONE['width']}"
    for scheme, rules in RULES.items():
        page.emulate_media(color_scheme=scheme)
        answer = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", rules)
        for violation in answer["violations"]:
            if violation["impact"] in ("serious", "critical"):
                where = "; ".join(sorted({node["html"][:110] for node in violation["nodes"]})[:2])
                yield f"in the {scheme}, {violation['id']} ({where})"
    page.emulate_media(color_scheme="light")
