"""Acts one after the other: undone, and made one.

Both are told from what the acts make of the base, so that their order, and what they say of one paragraph, does not matter.
"""

from app.text.apply import NotOnBase, apply
from app.text.change import Act, Insert, Keep
from app.text.derive import acts_between
from app.text.document import Document


def invert(base: Document, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """The acts that make `base` again of what `acts` make of it: `apply(apply(base, acts), invert(base, acts)) == base`,
    with the words that had been changed in the fewest runs. Raises NotOnBase."""
    return acts_between(apply(base, acts), base)


def compose(base: Document, first: tuple[Act, ...], second: tuple[Act, ...]) -> tuple[Act, ...]:
    """The acts that make of `base` what `second` makes of what `first` makes of it.

    A "no change" of either that still holds is kept. Raises NotOnBase when the acts are not on their bases, and when
    `second` brings a paragraph of another role or level under the key of one that `first` deletes, which no one change can
    say.
    """
    result = apply(apply(base, first), second)
    for paragraph in result:
        old = base.get(paragraph.key)
        if old is not None and (old.role, old.level) != (paragraph.role, paragraph.level):
            raise NotOnBase(paragraph.key, "a paragraph of the base cannot become one of another role")
    acts = acts_between(base, result)
    touched = {act.key for act in acts if not isinstance(act, Insert)}
    kept = (act for act in (*first, *second) if isinstance(act, Keep) and act.key in base and act.key not in touched)
    return (*acts, *dict.fromkeys(kept))
