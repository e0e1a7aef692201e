"""Takes the pictures of the guides: the demonstration as its people see it, in English and in Spanish.

    python docs/images/take.py

Needs Chromium. Starts a demonstration of its own on a free port, in a folder that is gone afterwards.
"""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from palette import in_palette
from playwright.sync_api import Browser, Page, sync_playwright

from app.demonstration.seats import PASSWORD

HERE = Path(__file__).parent
LARGEST = 150 * 1024
"""Bytes a picture may have."""
SIZE = {"width": 1180, "height": 760}
SECRETARIAT, PRESIDENCY = "secretariat@rcm.example", "presidency@sv.example"
HONDURAS, GUATEMALA = "delegate@hn.example", "head@gt.example"
BODY = "word/document.xml"
LAWYERS, MINISTRY = "Legal adviser", "Ministry of Foreign Affairs"
BY_THE_CAPITAL = (
    ("a cause", "one cause among others", LAWYERS),
    ("twenty years", "two decades", MINISTRY),
    ("financing that can be relied upon", "adequate financing", ""),
)
"""What was put in place of what, by whom; by nobody where it was not tracked."""
BACK = {"en": "From the capital.docx", "es": "De la capital.docx"}
PATIENCE = 60
"""Seconds the demonstration may take to load."""


@contextmanager
def demonstration() -> Iterator[str]:
    """The address of a demonstration just begun."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "app.cli", "demo", "--data", folder, "--port", str(port)]
        process = subprocess.Popen(command, cwd=HERE.parents[1], stdout=subprocess.DEVNULL)
        try:
            _wait(process, f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


def _wait(process: subprocess.Popen[bytes], url: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{url}/readyz", timeout=5).close()
            return
        except urllib.error.URLError:
            time.sleep(0.2)
    raise SystemExit("The demonstration did not start.")


class Camera:
    """A browser in one language, from which one person after another looks."""

    def __init__(self, browser: Browser, url: str, language: str) -> None:
        self._browser, self._url, self.language = browser, url, language

    def as_(self, email: str) -> Page:
        """A page on which `email` is signed in."""
        context = self._browser.new_context(
            base_url=self._url, locale=self.language, viewport=SIZE, color_scheme="light", reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto("/sign-in")
        page.locator("[name=email]").fill(email)
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("main button").first.click()
        page.wait_for_selector("form[action='/sign-out']")
        return page

    def take(self, page: Page, name: str, top: str = "body") -> None:
        """The part of the page that fits on a screen, from the element `top` on."""
        page.wait_for_load_state("networkidle")
        page.locator(top).first.evaluate("element => element.scrollIntoView({block: 'start', behavior: 'instant'})")
        target = HERE / self.language / f"{name}.png"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(in_palette(page.screenshot(animations="disabled")))
        if target.stat().st_size > LARGEST:
            raise SystemExit(f"{target.name} ({self.language}) has {target.stat().st_size} bytes, more than {LARGEST}.")


def delegation(camera: Camera, declaration: str) -> None:
    page = camera.as_(GUATEMALA)
    page.goto("/")
    camera.take(page, "work")
    page = camera.as_(HONDURAS)
    page.goto(declaration)
    paragraph = page.locator(".para", has=page.locator(".label", has_text="7")).first
    paragraph.locator("a[href*='/amend?']").click()
    words = page.locator("textarea[name='words-1']")
    words.fill(words.input_value().replace("a cause", "one cause among others"))
    page.locator("textarea[name=reason]").fill("Climate change is seldom the only cause.")
    page.locator("button[name=do][value=preview]").last.click()
    camera.take(page, "compose", "main header")
    page.locator("button[name=do][value=save]").click()
    page.locator("aside a[href$='/table']").click()
    camera.take(page, "table")


def marked_up(text: Path, target: Path) -> None:
    """The file for a capital as it comes back: two persons have tracked a change each, another was not tracked."""
    with zipfile.ZipFile(text) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts[BODY].decode().replace("<w:t>", '<w:t xml:space="preserve">')
    for number, (old, new, author) in enumerate(BY_THE_CAPITAL, 9000):
        if old not in body:
            raise SystemExit(f"The demonstration does not say “{old}” any more.")
        by = f'w:id="{number}" w:author="{author}" w:date="2017-04-03T10:00:00Z"'
        gone = f'<w:del {by}><w:r><w:delText xml:space="preserve">{old}</w:delText></w:r></w:del>'
        come = f'<w:ins {by}><w:r><w:t xml:space="preserve">{new}</w:t></w:r></w:ins>'
        tracked = f'</w:t></w:r>{gone}{come}<w:r><w:t xml:space="preserve">'
        body = body.replace(old, tracked if author else new, 1)
    parts[BODY] = body.encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)


def capital(camera: Camera, declaration: str) -> None:
    page = camera.as_(HONDURAS)
    page.goto(f"{declaration}/returned")
    with tempfile.TemporaryDirectory() as folder, page.expect_download() as download:
        page.locator("form[action$='/documents'] button").click()
        taken, back = Path(folder) / "taken.docx", Path(folder) / BACK[camera.language]
        download.value.save_as(taken)
        marked_up(taken, back)
        page.locator("[name=file]").set_input_files(back)
        page.locator("form[action$='/returned'] button").click()
        camera.take(page, "returned", "main header")


def secretariat(camera: Camera, declaration: str) -> None:
    page = camera.as_(SECRETARIAT)
    page.goto(f"{declaration}/desk?only=contested")
    camera.take(page, "desk", ".part.contested:has-text('border management')")
    page.goto(f"{declaration}/desk")
    for box in page.locator("input[name=free]").all()[:3]:
        box.check()
    page.locator("#several button").click()
    page.goto(f"{declaration}/desk/issue")
    camera.take(page, "issue", "main header")
    page.locator("form[action$='/desk/issue'] button").last.click()
    page.goto(f"{declaration}/documents")
    page.locator("button[value=list]").first.click()
    camera.take(page, "documents", "main h1")
    page.goto(declaration)
    page.locator(".languages a").last.click()
    page.locator(".pair.stale summary").first.click()
    camera.take(page, "languages", ".pair.stale")


def presidency(camera: Camera, declaration: str) -> None:
    page = camera.as_(PRESIDENCY)
    page.goto(f"{declaration}/desk?only=contested")
    camera.take(page, "contested", "main header")
    page.goto(declaration)
    paragraph = page.locator(".para", has=page.locator(".label", has_text="5")).last
    paragraph.locator("a[href*='/paragraphs/']").last.click()
    camera.take(page, "history", "main h1")
    page.goto("/processes/rcm/presidency")
    camera.take(page, "presidency")


def main() -> None:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        raise SystemExit("Chromium is needed to take pictures.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for language in ("en", "es"):
            with demonstration() as url:
                camera = Camera(browser, url, language)
                page = camera.as_(SECRETARIAT)
                page.goto("/")
                declaration = page.locator("a[href^='/declarations/'][href$='/desk']").first.get_attribute("href")
                assert declaration is not None
                for person in (delegation, capital, presidency, secretariat):
                    person(camera, declaration.removesuffix("/desk"))


if __name__ == "__main__":
    main()
