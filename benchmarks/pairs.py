"""Pairs of Word files, of an old and a new state of one text.

Those of `../shared/bench/make_pairs.py` where it stands beside us: plain texts of many sizes and shares of paragraphs
edited, and texts with what Word files have in them. Else plain ones of our own, written by our own writer.
"""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from app.word.clean import clean
from app.word.front import Front
from benchmarks.environments import beside_us
from benchmarks.texts import SEED, WORDS_A_PAGE, document, edited, reworded, sentence

AT = datetime(2017, 3, 1, 12, tzinfo=UTC)
PAGES = (1, 10, 50, 200, 1000)
SHARES = (0.01, 0.10, 0.40)
LONG_PAGES, LONG_SHARE = 50, 0.10
"""The text that is a single paragraph, of 25,000 words."""


@dataclass(frozen=True)
class Pair:
    """`kind` says what the text has in it, `share` how much of it was edited."""

    kind: str
    pages: int
    share: float
    old: Path
    new: Path


def maker() -> ModuleType | None:
    """Who makes the pairs, where somebody else does."""
    return beside_us("make_pairs")


@contextmanager
def pairs() -> Iterator[list[Pair]]:
    """All pairs, smaller ones first, in a folder that is there as long as they are used."""
    with tempfile.TemporaryDirectory() as folder:
        made = _theirs(theirs, Path(folder)) if (theirs := maker()) else _ours(Path(folder))
        yield sorted(made, key=lambda pair: (pair.kind != "plain", pair.pages, pair.kind, pair.share))


def _theirs(theirs: ModuleType, folder: Path) -> list[Pair]:
    made = []
    for kind, pages, share in theirs.DEFAULT:
        place = folder / theirs.pair(folder, kind, pages, share)[0]
        made.append(Pair(kind, pages, share, place / "old.docx", place / "new.docx"))
    return made


def _ours(folder: Path) -> list[Pair]:
    made = []
    for pages in PAGES:
        base = document(pages)
        made += [_pair(folder, "plain", pages, share, base, edited(base, share)) for share in SHARES]
    made.append(_pair(folder, "longpara", LONG_PAGES, LONG_SHARE, *_long()))
    return made


def _long() -> tuple[Document, Document]:
    chance = random.Random(SEED)
    words = LONG_PAGES * WORDS_A_PAGE
    old = new = sentence(chance, words)
    for _ in range(round(words * LONG_SHARE / 3)):
        new = reworded(chance, new)
    one, other = (Document([Paragraph("p0", Role.OPERATIVE, runs_of(text))]) for text in (old, new))
    return one, other


def _pair(folder: Path, kind: str, pages: int, share: float, old: Document, new: Document) -> Pair:
    place = folder / f"{kind}-{pages}-{share}"
    place.mkdir()
    pair = Pair(kind, pages, share, place / "old.docx", place / "new.docx")
    for file, text in ((pair.old, old), (pair.new, new)):
        file.write_bytes(clean(text, Front(title=kind, at=AT)))
    return pair
