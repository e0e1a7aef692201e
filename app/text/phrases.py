"""What one author changes within one phrase is one change of it.

The least difference between two wordings may keep a word or two in their midst: "in [the course → need] of [migration →
protection]". For who reads an amendment, and for who speaks against it, the phrase was rewritten. So two splices of one
amendment are one where no more than `BRIDGE` words and no sign stand between them. The difference between two revisions,
which nobody has to argue about, stays the least (`diff`).
"""

from app.text.diff import Splice, Splices
from app.text.tokens import Token

BRIDGE = 2
"""Words kept between two splices that are still within one phrase."""


def rephrased(tokens: tuple[Token, ...], splices: Splices) -> Splices:
    """The same result in `splices` that do not break a phrase. Idempotent."""
    out: list[Splice] = []
    for splice in splices:
        if out and _bridges(kept := tokens[out[-1].stop : splice.start]):
            last = out.pop()
            splice = Splice(last.start, splice.stop, (*last.tokens, *kept, *splice.tokens))
        out.append(splice)
    return tuple(out)


def _bridges(kept: tuple[Token, ...]) -> bool:
    return all(token.is_blank or token.is_word for token in kept) and sum(token.is_word for token in kept) <= BRIDGE
