"""Which change is whose: what each author alone would make of the base, held against what all together make of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.text.change import Act, Change, Insert, Move, Replace
from app.text.document import Document
from app.text.merge import Merged, merge
from app.text.rebase import Carried, rebase
from app.text.runs import joined
from app.word.returned.traces import traceless

Sites = dict[str, tuple[Act, ...]]
"""Acts by the paragraph they are about."""

Own = Mapping[str | None, tuple[Act, ...]]
"""Acts by who made them; None is somebody whose changes were not recorded."""


@dataclass(frozen=True, slots=True)
class Share:
    """Acts on one paragraph. `authors` made them; with None among them somebody whose changes were not recorded."""

    acts: tuple[Act, ...]
    authors: tuple[str | None, ...]
    entangled: bool = False


def sites(acts: Sequence[Act]) -> Sites:
    """The acts by the paragraph they are about, in their order."""
    found: dict[str, list[Act]] = {}
    for act in acts:
        found.setdefault(act.paragraph.key if isinstance(act, Insert) else act.key, []).append(act)
    return {key: tuple(those) for key, those in found.items()}


def shares(base: Document, key: str, whole: tuple[Act, ...], own: Own, known: Sequence[str]) -> list[Share]:
    """How the acts that all together make on the paragraph `key` divide among those who made them.

    `own` are the acts of each alone, `known` the authors of the changes that stand in it. Where the acts of each, made one
    beside the other, do not give the whole, the words are entangled and the change is one, of all of them.
    """
    # What nobody recorded may leave no trace in the end, like a word made bold among words that go.
    recorded: Own = {author: acts for author, acts in own.items() if author is not None}
    apart = _apart(base, key, whole, recorded) or _apart(base, key, whole, own)
    if apart:
        return apart
    authors = tuple(dict.fromkeys((*own, *known))) or (None,)
    return [Share(whole, authors, entangled=len(authors) > 1)]


def _apart(base: Document, key: str, whole: tuple[Act, ...], own: Own) -> list[Share]:
    """What each did, where the acts of all, made one beside the other, give the whole; else nothing."""
    if len(own) == 1:
        ((author, acts),) = own.items()
        return [Share(_as_in_the_end(acts, whole), (author,))] if _alike(acts, whole) else []
    if len(own) > 1 and _merge(base, key, whole, own):
        return [Share(acts, (author,)) for author, acts in own.items()]
    return []


def on_base(key: str, own: Own, original: Document, base: Document) -> Own:
    """What each did on the file without its changes (`original`), as acts on the base; of each nothing where one of them
    cannot be said."""
    carried = {who: acts if who is None else _carried_words(key, acts, original, base) for who, acts in own.items()}
    return {who: acts or () for who, acts in carried.items()} if None not in carried.values() else dict.fromkeys(own, ())


def _carried_words(key: str, acts: tuple[Act, ...], original: Document, base: Document) -> tuple[Act, ...] | None:
    """Acts on the words of a paragraph of the file without its changes, as acts on the base; None when they cannot be."""
    if key not in original or key not in base or joined(original[key].runs) == joined(base[key].runs):
        return acts
    others = tuple(act for act in acts if not isinstance(act, Replace))
    words = tuple(act for act in acts if isinstance(act, Replace) and joined(act.runs) != joined(base[key].runs))
    if not words or traceless(base[key].runs, original[key].runs, words[0].runs):
        return (*others, *words)
    landed = rebase(Change("", words), Document([original[key]]), Document([base[key]]))
    return (*others, *landed.change.acts) if isinstance(landed, Carried) else None


def _alike(one: tuple[Act, ...], other: tuple[Act, ...]) -> bool:
    return [_placeless(act) for act in one] == [_placeless(act) for act in other]


def _as_in_the_end(acts: tuple[Act, ...], whole: tuple[Act, ...]) -> tuple[Act, ...]:
    """The acts of one, with new paragraphs of the style they have in the end: at the end of a file the style of a paragraph
    hangs on the mark of another, which may be another's."""
    return tuple(
        replace(act, paragraph=last.paragraph) if isinstance(act, Insert) and isinstance(last, Insert) else act
        for act, last in zip(acts, whole, strict=True)
    )


def _placeless(act: Act) -> object:
    """What an act says but for the place and the style."""
    match act:
        case Insert(paragraph, _):
            return Insert, paragraph.key, joined(paragraph.runs)
        case Move(key, _):
            return Move(key, None)
        case Replace(key, runs):
            return Replace(key, joined(runs))
    return act


def _merge(base: Document, key: str, whole: tuple[Act, ...], own: Own) -> bool:
    """Whether the acts of each, made one beside the other, give the whole."""
    if key not in base:
        return False
    one_beside_the_other = [act for acts in own.values() for act in acts]
    if {type(act) for act in one_beside_the_other} == {Move, Replace} and len(one_beside_the_other) == 2:
        return {_placeless(act) for act in one_beside_the_other} == {_placeless(act) for act in whole}
    if len(whole) != 1 or not all(isinstance(act, Replace) for act in (*whole, *one_beside_the_other)):
        return False
    merged = merge(Document([base[key]]), [Change(place, acts) for place, acts in enumerate(own.values())])
    if not isinstance(merged, Merged):
        return False
    return _placeless(Replace(key, merged.document[key].runs)) == _placeless(whole[0])
