"""A negotiation from the first draft to three documents, as people have it before them in their browsers."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from app.demonstration.seats import PASSWORD
from app.drafting.states import State
from app.text.runs import plain
from tests.stories.acting import Person, Story
from tests.support import oracles
from tests.support.browser import visiting
from tests.support.server import Server

pytestmark = pytest.mark.browser

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RACISM = "Eradication of intolerance and racism against migrants"
CLIMATE = "as a cause of the movement of persons"


@pytest.mark.parametrize("language", ["en", "es"])
def test_from_the_first_draft_to_three_documents(chromium: Browser, server: Server, tmp_path: Path, language: str) -> None:
    story = Story(chromium, server, language)
    guatemala_tables_two(story)
    honduras_tables_one(story)
    the_secretariat_settles_and_issues(story)
    guatemala_answers(story)
    the_presidency_downloads(story, tmp_path)


def test_an_amendment_without_javascript(chromium: Browser, server: Server) -> None:
    """Drafted step by step, the preview asked for with a button, cleared and tabled."""
    story = Story(chromium, server)
    with (
        story.as_("delegate@gt.example", java_script_enabled=False) as delegate,
        story.as_("head@gt.example", java_script_enabled=False) as head,
    ):
        field = delegate.amends("intolerance and racism")
        field.fill(field.input_value().replace("intolerance and racism", "intolerance, **xenophobia** and racism"))
        delegate.button("Preview").last.click()
        expect(delegate.page.locator("#preview ins b", has_text="xenophobia")).to_be_visible()
        expect(delegate.page.get_by_label("As your delegation proposes it")).to_have_value(re.compile("xenophobia"))
        delegate.page.get_by_label("Paragraph").select_option(index=2)
        delegate.button("Delete it").click()
        expect(delegate.page.locator("#preview del")).not_to_have_count(0)
        delegate.button("Remove").last.click()
        delegate.button("Keep the draft").click()
        delegate.told("Your draft is kept. Only your delegation sees it.")
        url = delegate.page.url
        head.clears(url)
        delegate.tables(url, 14, "xenophobia")


def test_from_signing_in_to_tabling_with_the_keyboard_alone(chromium: Browser, server: Server) -> None:
    with visiting(chromium, server.url) as context:
        page = context.new_page()
        page.goto("/sign-in")
        keyboard = Keyboard(page)
        keyboard.writes("email", "delegate@hn.example")
        keyboard.writes("password", PASSWORD)
        keyboard.sends()
        keyboard.follows("Declaration of the Regional Conference")
        keyboard.follows("amend")
        keyboard.writes("words-1", "Declaration of the region on migration")
        keyboard.writes("reason", "Shorter is better.")
        keyboard.follows("Keep the draft")
        keyboard.follows("Table it …")
        keyboard.follows("Table it")
        expect(page.get_by_role("status")).to_have_text("Tabled as AM.14.")


@dataclass
class Keyboard:
    """Somebody who has no mouse. Whatever they are to reach must be reached by Tab, and be seen to have been."""

    page: Page

    def writes(self, name: str, text: str) -> None:
        """Write into the field of that name, in the place of what stands in it."""
        self._tab_to("element.name", name)
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.insert_text(text)

    def follows(self, text: str) -> None:
        """Press Enter on the first link or button whose words begin so."""
        self._tab_to("element.textContent.trim().replace(/\\s+/g, ' ').slice(0, wanted.length)", text)
        outline = self.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", f"nothing shows that {text!r} has the focus"
        self.sends()

    def sends(self) -> None:
        """Press Enter, and wait for the next page."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def _tab_to(self, what: str, wanted: str) -> None:
        question = f"wanted => {{const element = document.activeElement; return {what} === wanted}}"
        for _ in range(300):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(question, wanted):
                return
        raise AssertionError(f"{wanted!r} is not reached with the keyboard on {self.page.url}")


def guatemala_tables_two(story: Story) -> None:
    with story.as_("delegate@gt.example") as delegate, story.as_("head@gt.example") as head:
        racism = delegate.drafts(
            "intolerance and racism", "intolerance, **xenophobia** and racism", "Xenophobia is not racism."
        )
        expect(delegate.page.locator("main ins b", has_text="xenophobia")).to_be_visible()
        climate = delegate.drafts("of the movement", "of the **forced** movement", "Nobody leaves home for a whim.")
        expect(delegate.button("Table it …")).to_be_disabled()
        for url in (racism, climate):
            head.clears(url)
        delegate.tables(racism, 14, "xenophobia")
        delegate.tables(climate, 15, "forced")


def honduras_tables_one(story: Story) -> None:
    with story.as_("delegate@hn.example") as delegate:
        delegate.tables(
            delegate.drafts("the movement of persons", "displacement", "It says what happens."), 16, "displacement"
        )


def the_secretariat_settles_and_issues(story: Story) -> None:
    with story.as_("secretariat@rcm.example") as secretary:
        secretary.open("/desk")
        for number, other in ((15, 16), (16, 15)):
            clash = secretary.proposal(number).locator(".clashes")
            expect(clash).to_contain_text(f"AM.{other}")
            expect(clash).to_contain_text("movement")
        secretary.accepts(2)
        secretary.accepts(14)
        modifies(secretary, 16, "as a cause of displacement", "as a cause of the displacement of persons")
        secretary.open("/desk")
        secretary.link("Issue %(revision)s …", revision="Rev.1").click()
        secretary.button("Issue the revision").click()
        expect(secretary.page.get_by_role("status")).to_contain_text("Rev.1")


def modifies(secretary: Person, number: int, old: str, new: str) -> None:
    """Take down that the room accepts an amendment with other words."""
    secretary.link("Other words …", secretary.proposal(number)).click()
    field = secretary.page.get_by_label(secretary.say("As the room accepts it"))
    field.fill(field.input_value().replace(old, new))
    secretary.button("Accept in these words").click()
    expect(secretary.page.get_by_role("status")).to_contain_text(f"AM.{number}")


def guatemala_answers(story: Story) -> None:
    """The revision has moved words under what Guatemala tabled: its head says yes to where it landed."""
    amendment = story.amendment(15)
    assert amendment.state in (State.AWAITING, State.OVERTAKEN)
    with story.as_("head@gt.example") as head:
        head.page.goto(f"/amendments/{amendment.id}")
        landing = head.page.locator("section.landing")
        expect(landing.locator("ins", has_text="forced")).to_be_visible()
        head.button("Yes, it stands so", landing).click()
        expect(head.page.get_by_role("status")).to_be_visible()
    assert story.amendment(15).state == State.CARRIED


def the_presidency_downloads(story: Story, folder: Path) -> None:
    """Three documents, read by programs that others have written."""
    with story.as_("presidency@sv.example") as presidency:
        clean, redline, compilation = (presidency.downloads(kind, folder) for kind in ("clean", "redline", "compilation"))
    zero, first = words_of(story, "Zero draft"), words_of(story, "Rev.1")
    assert RACISM in zero[10] and CLIMATE in zero[13] and len(zero) == len(first) == 15
    assert "victims of crimes in the course" in first[7]
    assert first[10] == zero[10].replace("intolerance and", "intolerance, xenophobia and")
    assert first[13] == zero[13].replace("of the movement of", "of the displacement of")
    assert oracles.paragraphs(clean) == first and not oracles.left(clean)
    assert (oracles.rejected(redline), oracles.accepted(redline)) == (zero, first)
    assert oracles.rejected(compilation) == first
    assert oracles.accepted(compilation) == compiled(first)
    assert authors(compilation) == {"Guatemala", "Honduras", "Costa Rica", "Panama", "Mexico"}
    assert "territorial claim" in " ".join(oracles.paragraphs(compilation, "word/comments.xml"))
    for data in (clean, redline, compilation):
        assert oracles.lint(data) == []
        assert oracles.schema_errors(data, folder) == []
    if story.language == "en":
        require_office_agrees(redline, zero, first, folder)


def require_office_agrees(redline: bytes, before: list[str], after: list[str], folder: Path) -> None:
    for what, expected in (("reject", before), ("accept", after)):
        answer = oracles.office(what, {"redline": redline}, folder)["redline"]
        assert not answer.get("lost") and answer["body"] == expected


def words_of(story: Story, name: str) -> list[str]:
    return [plain(paragraph.runs) for paragraph in story.text(name)]


def compiled(base: list[str]) -> list[str]:
    """The compilation with everything in it accepted, as a careful clerk would write it out."""
    out = list(base)

    def put(place: int, old: str, new: str) -> None:
        assert out[place].count(old) == 1, out[place]
        out[place] = out[place].replace(old, new)

    put(7, "wherever they are.", "wherever they are, and their access to justice.")
    put(8, "its means and", "its means, adhering to its national regulations at all times, and")
    out[8] += " Efforts at the national level are insufficient; coordinated actions are needed."
    rivals = (
        "[Guatemala: delete] [Costa Rica: and more efficient border management "
        "in accordance with the particular conditions in each country]"
    )
    put(11, "border management,", f"border management {rivals},")
    put(13, "the displacement of", "the forced displacement of")
    added = [
        "[Guatemala: Access to justice for migrants, through mechanisms promoted jointly in the countries of transit, "
        "return and destination.]",
        "[Panama: Common regional definitions of the different types of migration, and programmes for the return and the "
        "reintegration of migrants.]",
    ]
    smuggling = (
        "Joint action against the smuggling of migrants and trafficking in persons, which prosecutes those who profit from "
        "them and does not punish the persons who are smuggled or trafficked."
    )
    return [*out[:13], *added, out[13], smuggling, *out[14:]]


def authors(data: bytes) -> set[str]:
    """Under whose names the tracked changes of a document stand."""
    return {name for element in oracles.part(data).iter() if (name := element.get(f"{W}author"))}
