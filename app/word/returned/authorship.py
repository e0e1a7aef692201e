"""Which change is whose: what each author alone would make of the base, held against what all together make of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.text.change import Act, Change, Insert, Move, Replace
from app.text.document import Document
from app.text.merge import Merged, merge
from app.text.rebase import Carried, rebase
from app.text.runs import joined

Sites = dict[str, tuple[Act, ...]]
"""Acts by the paragraph they are about."""


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


def shares(
    base: Document, key: str, whole: tuple[Act, ...], own: Mapping[str | None, tuple[Act, ...]], known: Sequence[str]
) -> list[Share]:
    """How the acts that all together make on the paragraph `key` divide among those who made them.

    `own` are the acts of each alone, `known` the authors of the changes that stand in it. Where the acts of each, made one
    beside the other, do not give the whole, the words are entangled and the change is one, of all of them.
    """
    if len(own) == 1:
        ((author, acts),) = own.items()
        if _alike(acts, whole):
            return [Share(_as_in_the_end(acts, whole), (author,))]
    elif len(own) > 1 and _merge(base, key, whole, own):
        return [Share(acts, (author,)) for author, acts in own.items()]
    authors = tuple(dict.fromkeys((*own, *known))) or (None,)
    return [Share(whole, authors, entangled=len(authors) > 1)]


def carried_words(key: str, acts: tuple[Act, ...], original: Document, base: Document) -> tuple[Act, ...] | None:
    """Acts on the words of a paragraph of the file without its changes, as acts on the base; None when they cannot be."""
    if key not in original or key not in base or joined(original[key].runs) == joined(base[key].runs):
        return acts
    words = tuple(act for act in acts if isinstance(act, Replace))
    if not words:
        return acts
    landed = rebase(Change("", words), Document([original[key]]), Document([base[key]]))
    if not isinstance(landed, Carried):
        return None
    return (*(act for act in acts if not isinstance(act, Replace)), *landed.change.acts)


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


def _merge(base: Document, key: str, whole: tuple[Act, ...], own: Mapping[str | None, tuple[Act, ...]]) -> bool:
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
