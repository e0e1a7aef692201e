"""What people do on the pages, in the language in which they read them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from playwright.sync_api import Browser, Locator, Page, expect
from sqlmodel import select

from app.db import reading
from app.drafting.models import Amendment, Declaration, Revision
from app.drafting.texts import text_of
from app.text.document import Document
from app.web.languages import say
from tests.support.browser import sign_in, visiting
from tests.support.server import Server


@dataclass
class Story:
    """The demonstration, served, and read in `language`."""

    browser: Browser
    server: Server
    language: str = "en"

    @contextmanager
    def as_(self, email: str, **options: Any) -> Iterator["Person"]:
        """A person at a screen of their own."""
        with visiting(self.browser, self.server.url, locale=self.language, **options) as context:
            page = context.new_page()
            sign_in(page, email)
            yield Person(self, page)

    @property
    def declaration_id(self) -> UUID:
        with reading(self.server.place.engine) as session:
            return session.exec(select(Declaration.id)).one()

    def text(self, name: str) -> Document:
        """The text of a revision, by its name."""
        with reading(self.server.place.engine) as session:
            return text_of(session, session.exec(select(Revision.id).where(Revision.name == name)).one())

    def amendment(self, number: int) -> Amendment:
        with reading(self.server.place.engine) as session:
            return session.exec(select(Amendment).where(Amendment.number == number)).one()


@dataclass
class Person:
    story: Story
    page: Page

    def say(self, text: str, **values: object) -> str:
        """A string of the pages, as this person reads it; its places are filled as templates or as code write them."""
        shown = say(self.story.language, text, **values)
        return shown % values if "%(" in shown else shown

    def button(self, text: str, within: Locator | Page | None = None, **values: object) -> Locator:
        return (within or self.page.locator("main")).get_by_role("button", name=self.say(text, **values), exact=True)

    def link(self, text: str, within: Locator | Page | None = None, **values: object) -> Locator:
        return (within or self.page.locator("main")).get_by_role("link", name=self.say(text, **values), exact=True)

    def told(self, text: str, **values: object) -> None:
        """The sentence about what was done."""
        expect(self.page.get_by_role("status")).to_have_text(self.say(text, **values))

    def open(self, where: str = "") -> None:
        """The page of the declaration, or one below it."""
        self.page.goto(f"/declarations/{self.story.declaration_id}{where}")

    def amends(self, words: str) -> Locator:
        """Open the form on the paragraph with these words; returns its field, which shows the present text."""
        self.open()
        paragraph = self.page.locator(".para", has_text=words)
        self.link("amend", paragraph).click()
        return self.page.get_by_label(self.say("As your delegation proposes it"))

    def drafts(self, old: str, new: str, reason: str) -> str:
        """Draft an amendment that puts `new` in the place of `old`; returns the address of its page."""
        field = self.amends(old)
        present = field.input_value()
        assert present.count(old) == 1, present
        field.fill(present.replace(old, new))
        self.page.get_by_label(self.say("Reason"), exact=True).fill(reason)
        self.button("Keep the draft").click()
        self.told("Your draft is kept. Only your delegation sees it.")
        return self.page.url

    def clears(self, url: str) -> None:
        self.page.goto(url)
        self.button("Clear it").click()

    def tables(self, url: str, number: int, *redlined: str) -> None:
        """Table what is drafted, having seen in the redline that these words come."""
        self.page.goto(url)
        self.link("Table it …").click()
        for words in redlined:
            expect(self.page.locator("main ins", has_text=words).first).to_be_visible()
        self.button("Table it").click()
        self.told("Tabled as {name}.", name=f"AM.{number}")

    def proposal(self, number: int) -> Locator:
        """An amendment where it is decided on the desk."""
        return self.page.locator(f'article[id="AM.{number}"]')

    def accepts(self, number: int) -> None:
        self.open("/desk")
        self.button("Accept", self.proposal(number)).click()
        expect(self.page.get_by_role("status")).to_contain_text(f"AM.{number}")

    def downloads(self, kind: str, folder: Path) -> bytes:
        """A document, from its card on the page of documents."""
        self.open("/documents")
        card = self.page.locator(f"form:has(input[name=kind][value={kind}])").last
        with self.page.expect_download() as download:
            self.button("Download", card).click()
        path = folder / f"{kind}.docx"
        download.value.save_as(path)
        return path.read_bytes()
