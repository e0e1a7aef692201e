"""Made-up texts and amendments of any size, drawn from a fixed seed, so that two runs measure the same work."""

import random
from dataclasses import replace
from itertools import accumulate

from app.text.change import Act, Change, Delete, Insert, Keep, Move, Replace
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of

SEED = 2017
WORDS_A_PAGE = 500
SHORTEST, LONGEST = 50, 100
"""How many words a paragraph has."""

DELEGATIONS = 193

_COMMON = "the of and to in a for that by with on as or at from their all its this these"
_MEANING = (
    "migration migrants States human rights border management safe orderly regular victims crimes recalling recognizing "
    "decides invites access justice smuggling trafficking persons cooperation development protection children families "
    "return reintegration labour remittances diaspora consular documents identity health education services"
)
_ENDINGS = ("", "s", "ed", "ing", "al", "ity")
_ROOTS = [
    a + b
    for a in ("con", "re", "ad", "per", "trans", "sub")
    for b in ("form", "mit", "vis", "port", "duc", "sist", "tract")
]
VOCABULARY = [*_COMMON.split(), *_MEANING.split(), *(root + ending for root in _ROOTS for ending in _ENDINGS)]
"""Some 300 words, the first ones far more frequent than the last, as in any text."""

_FREQUENCY = list(accumulate(1 / (rank + 2) for rank in range(len(VOCABULARY))))


def _words(chance: random.Random, count: int) -> list[str]:
    return chance.choices(VOCABULARY, cum_weights=_FREQUENCY, k=count)


def sentence(chance: random.Random, count: int) -> str:
    """A paragraph of `count` words, with a comma here and there."""
    words = _words(chance, count)
    for place in range(12, count - 1, 13):
        words[place] += ","
    return " ".join(words).capitalize() + "."


def document(pages: int, seed: int = SEED) -> Document:
    """A text of so many pages."""
    chance = random.Random(seed)
    left = pages * WORDS_A_PAGE
    paragraphs: list[Paragraph] = []
    while left > 0:
        count = chance.randint(SHORTEST, LONGEST)
        paragraphs.append(Paragraph(f"p{len(paragraphs)}", Role.OPERATIVE, runs_of(sentence(chance, count))))
        left -= count
    return Document(paragraphs)


def reworded(chance: random.Random, text: str) -> str:
    """`text` after one edit: a few words replaced, put in or taken out at one place."""
    words = text.split(" ")
    place, gone, come = chance.randrange(len(words) - 3), chance.randint(0, 3), chance.randint(0, 3)
    words[place : place + gone] = _words(chance, come if gone else come + 1)
    return " ".join(words)


def edited(base: Document, share: float, seed: int = SEED) -> Document:
    """`base` with edits at three places in a share of its paragraphs; of these, one in ten each goes, comes, or moves."""
    chance = random.Random(seed + 1)
    chosen = set(chance.sample(range(len(base)), max(1, round(share * len(base)))))
    out: list[Paragraph] = []
    moving: list[Paragraph] = []
    for place, paragraph in enumerate(base):
        if place not in chosen:
            out.append(paragraph)
            continue
        match chance.randrange(10):
            case 0:
                continue
            case 1:
                out += [paragraph, replace(paragraph, key=f"new{place}", runs=runs_of(sentence(chance, SHORTEST)))]
            case 2:
                moving.append(paragraph)
            case _:
                text = paragraph.text
                for _ in range(3):
                    text = reworded(chance, text)
                out.append(replace(paragraph, runs=runs_of(text)))
    for paragraph in moving:
        out.insert(chance.randrange(len(out) + 1), paragraph)
    return Document(out)


def amendments(base: Document, count: int, seed: int = SEED) -> list[Change]:
    """So many amendments by 193 delegations, most of them edits of a few words; one in ten says what another says."""
    chance = random.Random(seed + 2)
    out: list[Change] = []
    for number in range(count):
        author = f"delegation {chance.randrange(DELEGATIONS)}"
        if out and not chance.randrange(10):
            out.append(replace(chance.choice(out), id=number, author=author))
        else:
            out.append(Change(number, (_act(chance, base, number),), author))
    return out


def _act(chance: random.Random, base: Document, number: int) -> Act:
    paragraph = chance.choice(base.paragraphs)
    match chance.randrange(20):
        case 0:
            return Delete(paragraph.key)
        case 1:
            return Keep(paragraph.key)
        case 2:
            return Move(paragraph.key, chance.choice([key for key in base.keys if key != paragraph.key]))
        case 3 | 4:
            return Insert(
                replace(paragraph, key=f"amendment {number}", runs=runs_of(sentence(chance, SHORTEST))), paragraph.key
            )
        case _:
            return Replace(paragraph.key, runs_of(reworded(chance, paragraph.text)))
