"""Whether what nobody recorded can still be seen where the recorded changes have been made too."""

from app.text.diff import diff
from app.text.runs import Runs
from app.text.tokens import tokenise


def traceless(base: Runs, original: Runs, final: Runs) -> bool:
    """Whether nothing of what differs between `base` and `original` is left in `final`: LibreOffice makes a word bold
    without a record when it is among words that go.

    Only what differs word by word can be told; else the answer is no.
    """
    before, was = tokenise(base), tokenise(original)
    if len(before) != len(was):
        return False
    kept = [True] * len(was)
    for splice in diff(was, tokenise(final)):
        kept[splice.start : splice.stop] = [False] * (splice.stop - splice.start)
    return all(one == other for one, other, is_kept in zip(before, was, kept, strict=True) if is_kept)
