"""What is tracked in a file and can be no amendment, counted."""

from collections.abc import Collection

from app.word.changes import Kind
from app.word.returned.tagging import TAG, Tagged, tag_of
from app.word.returned.values import Untaken

_WORDS = (Kind.INSERTION, Kind.DELETION, Kind.MOVE_FROM, Kind.MOVE_TO)
_MARKS = (Kind.PARAGRAPH_INSERTION, Kind.PARAGRAPH_DELETION, Kind.PARAGRAPH_MOVE_FROM, Kind.PARAGRAPH_MOVE_TO)


def untaken(file: Tagged, restyled: Collection[str], changed: Collection[str], undone: int) -> dict[Untaken, int]:
    """How many changes of each kind there are, without those of which there are none. `restyled` and `changed` are the tags
    of paragraphs in another style and of those that are amended, `undone` how many came and went again."""
    seen = {*changed, *restyled}
    unseen = [tag for tag in file.tracked if tag and tag not in seen and _tells(file, tag, changed)]
    counts = {
        Untaken.UNDONE: undone,
        Untaken.MARGINS: file.in_margins,
        Untaken.LAYOUT: len(restyled),
        Untaken.UNSEEN: max(len(unseen) - undone, 0),
    }
    return {kind: count for kind, count in counts.items() if count}


def _tells(file: Tagged, tag: str, changed: Collection[str]) -> bool:
    """Whether what is tracked in a paragraph is more than an empty frame, as one stands around the anchor of a comment, or
    a mark that came or went with the paragraph behind it."""
    behind = tag_of(int(tag.removeprefix(TAG)) + 1) in changed
    return any(not behind if each.kind in _MARKS else each.text or each.kind not in _WORDS for each in file.tracked[tag])
