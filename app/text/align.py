"""Which paragraph of one text is which of another.

Two revisions of one text share keys, and the keys decide (`match_by_key`). For texts that came from elsewhere the words
decide (`align`): first paragraphs that read the same, in order; then, in the gaps between them, those that are similar,
in order; last, those that stand elsewhere. The work is bounded, so that a text of a thousand pages is aligned in seconds.
"""

from collections.abc import Sequence
from typing import NamedTuple

from app.text.document import Document
from app.text.likeness import Words, likeness, similar_elsewhere, similar_in_order, words_of
from app.text.matching import matches, rising
from app.text.normalise import comparable
from app.text.paragraph import Paragraph
from app.text.runs import joined


class Pair(NamedTuple):
    """A paragraph of the old text and what it is in the new; one is None where it goes or comes.

    `moved` says that it stands in another order among those that stay. `score` is how alike the words are, from 0 to 1;
    0 where there is only one.
    """

    old: Paragraph | None
    new: Paragraph | None
    moved: bool
    score: float


def match_by_key(old: Document, new: Document) -> tuple[Pair, ...]:
    """The pairs of two documents that share keys.

    As few as possible are moved. In the order of the new text; paragraphs that go stand behind the one they followed
    that stays where it was.
    """
    partners = {place: old.place(paragraph.key) for place, paragraph in enumerate(new) if paragraph.key in old}
    shared = list(partners)
    stay = {shared[place] for place in rising(list(partners.values()))}
    names: dict[str, int] = {}
    scores = {}
    for place, old_place in partners.items():
        one, other = old.paragraphs[old_place], new.paragraphs[place]
        same = joined(one.runs) == joined(other.runs)
        scores[place] = 1.0 if same else likeness(words_of(one.text, names), words_of(other.text, names))
    return _laid_out(old, new, partners, stay, scores)


def align(old: Document, new: Document) -> tuple[Pair, ...]:
    """The pairs of two documents that share no keys, by their words. In the same order as `match_by_key`."""
    names: dict[str, int] = {}
    whole: dict[str, int] = {}
    old_texts = [comparable(paragraph.text) for paragraph in old]
    new_texts = [comparable(paragraph.text) for paragraph in new]
    partners: dict[int, int] = {}
    scores: dict[int, float] = {}
    for old_place, place in matches(
        [whole.setdefault(text, len(whole)) for text in old_texts],
        [whole.setdefault(text, len(whole)) for text in new_texts],
    ):
        partners[place], scores[place] = old_place, 1.0
    paired = set(partners.values())
    olds = ["" if place in paired else words_of(text, names) for place, text in enumerate(old_texts)]
    news = ["" if place in partners else words_of(text, names) for place, text in enumerate(new_texts)]
    _fill_gaps(olds, news, partners, scores)
    stay = set(partners)
    free_old = sorted(set(range(len(olds))) - set(partners.values()))
    free_new = [place for place in range(len(news)) if place not in partners]
    for old_place, place, score in similar_elsewhere(olds, news, free_old, free_new):
        partners[place], scores[place] = old_place, score
    return _laid_out(old, new, partners, stay, scores)


def _fill_gaps(olds: Sequence[Words], news: Sequence[Words], partners: dict[int, int], scores: dict[int, float]) -> None:
    """Pair the similar paragraphs between those already paired, which are in order."""
    start = old_start = 0
    for stop, old_stop in [*sorted(partners.items()), (len(news), len(olds))]:
        for old_place, place, score in similar_in_order(olds[old_start:old_stop], news[start:stop]):
            partners[place + start], scores[place + start] = old_place + old_start, score
        start, old_start = stop + 1, old_stop + 1


def _laid_out(
    old: Document, new: Document, partners: dict[int, int], stay: set[int], scores: dict[int, float]
) -> tuple[Pair, ...]:
    """All paragraphs as pairs. `partners` are old places by new place; `stay` the new places of those not moved."""
    paired = set(partners.values())
    pairs: list[Pair] = []
    coming: list[Pair] = []
    old_place = 0

    def close(stop: int) -> None:
        gone = [Pair(old.paragraphs[place], None, False, 0.0) for place in range(old_place, stop) if place not in paired]
        pairs.extend(gone)
        pairs.extend(coming)
        coming.clear()

    for place, paragraph in enumerate(new):
        if place not in partners:
            coming.append(Pair(None, paragraph, False, 0.0))
            continue
        pair = Pair(old.paragraphs[partners[place]], paragraph, place not in stay, scores[place])
        if pair.moved:
            coming.append(pair)
            continue
        close(partners[place])
        pairs.append(pair)
        old_place = partners[place] + 1
    close(len(old))
    return tuple(pairs)
