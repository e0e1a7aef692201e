"""What is documented is what is there."""

import re
from pathlib import Path

from app.config import Settings
from tests.building.glossary import GLOSSARY, nouns, written
from tests.building.source import files, read
from tests.support.programs import ROOT

DECISIONS = Path("docs/decisions")


def test_every_noun_of_the_text_says_what_it_is() -> None:
    silent = [f"{name} in {path}" for name, (path, meaning) in nouns().items() if not meaning]
    assert not silent, f"Begin the docstring with a sentence that defines the word: {silent}"


def test_the_glossary_names_every_noun_of_the_text() -> None:
    assert nouns()
    assert read(GLOSSARY) == written(), "Run `make glossary`: the words of app.text have changed."


def test_every_setting_is_documented() -> None:
    told = set(re.findall(r"`PROTEMPORE_([A-Z_]+)` \|", read(Path("docs/settings.md"))))
    assert told == {name.upper() for name in Settings.model_fields}, "docs/settings.md and app.config.Settings differ."


def test_every_decision_is_listed() -> None:
    listed = re.findall(r"^- \[(\d{4} .+)\]\((.+)\)$", read(DECISIONS / "README.md"), re.MULTILINE)
    there = sorted(path.name for path in files() if path.parent == DECISIONS and path.name != "README.md")
    told = [(read(DECISIONS / name).partition("\n")[0].removeprefix("# "), name) for name in there]
    assert listed == told, "docs/decisions/README.md lists every decision by its heading, in order, and nothing else."
    assert [name[:4] for name in there] == [f"{number:04}" for number in range(1, len(there) + 1)]
    unsettled = [
        name for name in there if not re.search(r"^Status: (accepted|replaced)", read(DECISIONS / name), re.MULTILINE)
    ]
    assert not unsettled, f"Say of these whether they hold: {unsettled}"


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{path}: {target}"
        for path in files()
        if path.suffix == ".md"
        for target in re.findall(r"\]\(([^)\s:]+)\)", read(path))
        if not _is_there(path, target)
    ]
    assert not broken, f"Mend these links: {broken}"


def test_every_document_is_linked_from_another() -> None:
    pages = [path for path in files() if path.suffix == ".md" and path.parts[0] == "docs"]
    linked = {
        (ROOT / path.parent / target.partition("#")[0]).resolve().relative_to(ROOT)
        for path in files()
        if path.suffix == ".md"
        for target in re.findall(r"\]\(([^)\s:#][^)\s:]*)\)", read(path))
    }
    lost = [str(path) for path in pages if path not in linked]
    assert not lost, f"Nobody finds these; link them, from docs/README.md or elsewhere: {lost}"


def _is_there(path: Path, target: str) -> bool:
    """Whether a link leads to a file and, where it names one, to a heading of it."""
    place, _, anchor = target.partition("#")
    page = (ROOT / path.parent / place) if place else ROOT / path
    return page.exists() and (not anchor or anchor in _anchors(page.read_text(encoding="utf-8")))


def _anchors(page: str) -> set[str]:
    """What the headings of a page are linked by: small letters and digits, blanks as hyphens."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", page, flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


def test_make_explains_every_target() -> None:
    makefile = read(Path("Makefile"))
    targets = set(re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split())
    explained = set(re.findall(r"^([a-z-]+):[^#\n]*## \S", makefile, re.MULTILINE))
    assert targets == explained, "Every target of the Makefile is in .PHONY and has a line of `make help`."
