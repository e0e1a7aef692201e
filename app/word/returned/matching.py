"""Which paragraph of the file is which of the base."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.text.align import align
from app.text.document import Document
from app.text.likeness import ALIKE, likeness, similar_elsewhere, words_of
from app.text.normalise import comparable
from app.text.paragraph import Paragraph
from app.text.runs import Runs, plain
from app.word.keys import PREFIX, bookmark_of
from app.word.returned.texts import Text

_COPY = re.compile(r"_Copy_\d+$")


@dataclass(frozen=True, slots=True)
class Match:
    """The paragraph `key` of the base, how alike it is to the one in the file, and whether its key named it."""

    key: str
    score: float
    by_key: bool


def matched(base: Document, original: Mapping[str, Text], keys: Mapping[str, tuple[str, ...]]) -> dict[str, Match]:
    """For the paragraphs of the file without its changes (`original`), by tag, which of the base each is.

    The keys decide, as long as the words do not belie them; where keys were lost, the words.
    """
    found: dict[str, Match] = {}
    taken: set[str] = set()
    named = {bookmarked(key): key for key in base.keys}
    for read in (str, _first_named):
        for tag, text in original.items():
            for name in map(read, () if tag in found else keys.get(tag, ())):
                key = named.get(name)
                if key is None or key in taken:
                    continue
                score = _alike(base[key].runs, text.whole)
                if score >= ALIKE:
                    found[tag] = Match(key, score, True)
                    taken.add(key)
                    break
    if len(found) < len(original) and len(taken) < len(base):
        file = Document(Paragraph(tag, text.role, text.words, text.level) for tag, text in original.items())
        for pair in align(base, file):
            if pair.old and pair.new and pair.old.key not in taken and pair.new.key not in found:
                found[pair.new.key] = Match(pair.old.key, pair.score, False)
                taken.add(pair.old.key)
    return found


def moved(
    base: Document, gone: Iterable[str], new: Mapping[str, Text], keys: Mapping[str, tuple[str, ...]]
) -> dict[str, str]:
    """For new paragraphs, by tag, which of those of the base that are gone they are: by the key that went with the words,
    by the same words, or by words that are nearly the same."""
    absent = dict.fromkeys(gone)
    found: dict[str, str] = {}

    def take(tag: str, key: str) -> None:
        found[tag] = key
        del absent[key]

    named = {bookmarked(key): key for key in absent}
    for tag, text in new.items():
        names_in = (name for given in keys.get(tag, ()) for name in (given, _first_named(given)))
        key = next((named[name] for name in names_in if name in named), None)
        if key is not None and key in absent and _alike(base[key].runs, text.whole) >= ALIKE:
            take(tag, key)
    wordings: dict[str, list[str]] = {}
    for key in absent:
        wordings.setdefault(comparable(base[key].text), []).append(key)
    for tag, text in new.items():
        wording = comparable(plain(text.words))
        if tag not in found and wordings.get(wording):
            take(tag, wordings[wording].pop(0))
    free = [tag for tag in new if tag not in found]
    if absent and free:
        names: dict[str, int] = {}
        olds = [words_of(base[key].text, names) for key in absent]
        news = [words_of(plain(new[tag].words), names) for tag in free]
        pairs = similar_elsewhere(olds, news, range(len(olds)), range(len(news)))
        left = list(absent)
        for old, place, _ in pairs:
            take(free[place], left[old])
    return found


def bookmarked(key: str) -> str:
    """A key as the name of a bookmark can hold it."""
    return bookmark_of(key).removeprefix(PREFIX)


def _first_named(name: str) -> str:
    """A name as it was before LibreOffice pasted what bears it, and counted the copies."""
    return _COPY.sub("", name)


def _alike(one: Runs, other: Runs) -> float:
    if plain(one) == plain(other):
        return 1.0
    names: dict[str, int] = {}
    return likeness(words_of(plain(one), names), words_of(plain(other), names))
