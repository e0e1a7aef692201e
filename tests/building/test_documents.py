"""What is documented is what is there."""

import re
from pathlib import Path

from app.config import Settings
from tests.building.glossary import GLOSSARY, nouns, written
from tests.building.source import files, read
from tests.support.programs import ROOT


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
    listed = set(re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", read(Path("docs/decisions/README.md"))))
    there = {path.name for path in files() if path.parent == Path("docs/decisions") and path.name != "README.md"}
    assert listed == there, "docs/decisions/README.md lists every decision and no other."


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{path}: {target}"
        for path in files()
        if path.suffix == ".md"
        for target in re.findall(r"\]\(([^)#:]+)[^):]*\)", read(path))
        if not (ROOT / path.parent / target).exists()
    ]
    assert not broken, f"Mend these links: {broken}"


def test_make_explains_every_target() -> None:
    makefile = read(Path("Makefile"))
    targets = set(re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split())
    explained = set(re.findall(r"^([a-z-]+):[^#\n]*## \S", makefile, re.MULTILINE))
    assert targets == explained, "Every target of the Makefile is in .PHONY and has a line of `make help`."
