"""A constitution and the laws that amended it, as drafts and amendments: real reforms of which the outcome is known."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from app.text.align import align
from app.text.change import Act, Change, Insert, Move
from app.text.derive import acts_between
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of

Units = dict[str, tuple[str, ...]]
"""The paragraphs under each heading, its line first, in the order of the text."""


@dataclass(frozen=True)
class Reform:
    """One law: its name, the words of its own instruction, and what it makes of each unit it touches."""

    law: str
    instruction: str
    changes: tuple[dict[str, str], ...]

    @property
    def places(self) -> int:
        """How many places the instruction names: one for each order to put in, take out or replace, and where the wording
        it gives has several paragraphs, one for each of them. What it quotes is not read for orders."""
        orders = _ORDER.findall(_QUOTED.sub("", self.instruction))
        further = sum(len(re.findall(r"\n+", quoted)) for quoted in _QUOTED.findall(self.instruction))
        return len(orders) + further


_QUOTED = re.compile(r"[“\"](?!Artículo único).*?[”\"](?=[.,;]| por| y |\n|$)", re.DOTALL)
_ORDER = re.compile(
    r"\b(?:agréga|reempláza|sustitúye|intercála|deróga|elimína|incorpóra|introdúce)n?se\b(?! las siguientes modif)",
    re.IGNORECASE,
)


def units(path: Path) -> Units:
    """The text in force at the beginning."""
    found: Units = {}
    for block in path.read_text("utf-8").split("\n\n"):
        if block.startswith("#"):
            name = heading = block.strip()
            while name in found:
                name += "'"
            found[name] = (heading,)
        elif block.strip():
            found[name] = (*found[name], block.strip())
    return found


def reforms(path: Path) -> list[Reform]:
    """The laws in the order in which they came into force."""
    records = map(json.loads, path.read_text("utf-8").splitlines())
    return [Reform(record["law"], record["instruction"], tuple(record["changes"])) for record in records]


def after(law: Reform, before: Units) -> Units:
    """The text once the law is in force. A "bis" stands behind the article it is a bis of, anything else new at the end."""
    text = list(before.items())
    for place, change in enumerate(law.changes):
        heading = f"### {change['unit']}"
        paragraphs = (heading, *(part for part in change["new"].split("\n\n") if part))
        names = [name for name, _ in text]
        if change["op"] == "replace":
            text[names.index(heading)] = (heading, paragraphs)
        elif change["op"] == "delete":
            del text[names.index(heading)]
        else:
            bis = next((each["unit"] for each in law.changes[place:] if each["unit"].endswith(" bis")), None)
            behind = names.index(f"### {bis.removesuffix(' bis')}") + 1 if bis else len(text)
            if place and heading.endswith(" bis") and not law.changes[place - 1]["new"]:
                behind += 1
            text.insert(behind, (heading, paragraphs))
    return dict(text)


def document(text: Units) -> Document:
    """The text with keys of its own."""
    return Document(
        Paragraph(f"{name}/{place}", Role.HEADING if place == 0 else Role.OPERATIVE, runs_of(words), 1 if place == 0 else 0)
        for name, paragraphs in text.items()
        for place, words in enumerate(paragraphs)
    )


def in_force(base: Document, text: Units) -> Document:
    """`text` under the keys of `base`, as far as paragraphs are the same or changed ones."""
    fresh = Document(replace(paragraph, key=f"new {paragraph.key}") for paragraph in document(text))
    taken = set(base.keys)
    out = []
    for pair in align(base, fresh):
        if pair.new is None:
            continue
        key = pair.old.key if pair.old else pair.new.key
        while pair.old is None and key in taken:
            key += "'"
        taken.add(key)
        out.append(replace(pair.new, key=key))
    return Document(out)


def amendments(base: Document, new: Document, author: str) -> list[Change]:
    """What makes `new` of `base`, as amendments of one author: what is said of one paragraph or put behind it is one."""
    grouped: dict[str | None, list[Act]] = {}
    leader: dict[str | None, str | None] = {}
    for act in acts_between(base, new):
        key = act.paragraph.key if isinstance(act, Insert) else act.key
        if isinstance(act, Insert | Move):
            leader[key] = leader.get(act.after, act.after)
        grouped.setdefault(leader.get(key, key), []).append(act)
    return [Change(f"{author}, {number}", tuple(acts), author) for number, acts in enumerate(grouped.values(), 1)]


def texts(paragraphs: Iterable[Paragraph]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]
