"""What stays, goes and comes between two sequences of atoms."""

from collections.abc import Sequence

from app.text.diff import diff
from app.text.tokens import Token
from app.word.compare.atoms import END, Atoms
from app.word.compare.line import KEPT
from app.word.compare.names import DEL, INS

Op = tuple[str, int, int, int, int]
"""KEPT, DEL or INS, with the places in the old and in the new atoms."""


def changes(old: Atoms, new: Atoms, ends_meet: bool, lends: bool) -> list[Op]:
    """What stays, goes and comes. `ends_meet`: the last marks of both are one; `lends`: the new one is not here."""
    tokens, new_tokens = tuple(old.tokens), tuple(new.tokens)
    if ends_meet:
        tokens, new_tokens = tokens[:-1], new_tokens[:-1]
    ops: list[Op] = []
    place = new_place = 0
    for start, stop, inserted in diff(tokens, new_tokens):
        if place < start:
            ops.append((KEPT, place, start, new_place, new_place + start - place))
            new_place += start - place
        if start < stop:
            ops.append((DEL, start, stop, new_place, new_place))
        if inserted:
            ops.append((INS, stop, stop, new_place, new_place + len(inserted)))
        place, new_place = stop, new_place + len(inserted)
    stop = len(old.tokens) - lends
    if place < stop:
        ops.append((KEPT, place, stop, new_place, len(new.tokens) - lends))
    if lends:
        ops.append((DEL, stop, stop + 1, len(new.tokens), len(new.tokens)))
    return _with_own_marks(old.tokens, new.tokens, ops, stop - ends_meet)


def _with_own_marks(old: Sequence[Token], new: Sequence[Token], ops: list[Op], last: int) -> list[Op]:
    """The same, marking no more, but so that whole paragraphs that come or go do so with their own marks.

    Where an old ending gave way to a new one and a paragraph after it, what stays behind both is the end of the first
    of the two. `last`: the place of an old mark that must stay where it is, or beyond the end.
    """
    out: list[Op] = []
    for op in ops:
        status, start, stop, new_start, new_stop = op
        end = _end(old, start, stop) if status == KEPT and out else None
        if end is None or end >= last:
            out.append(op)
            continue
        length = end + 1 - start
        coming = out.pop() if out[-1][0] == INS else (INS, start, start, new_start, new_start)
        going = out.pop() if out and out[-1][0] == DEL else (DEL, start, start, new_start, new_start)
        kept = old[start : end + 1]
        place = _same_end(old, going[1], going[2], kept)
        new_place = _same_end(new, coming[3], coming[4], kept)
        if new_place is not None:
            moved = [
                going,
                (INS, start, start, coming[3], new_place),
                (KEPT, start, end + 1, new_place, new_place + length),
                (INS, end + 1, end + 1, new_place + length, new_start + length),
            ]
        elif place is not None:
            moved = [
                (DEL, going[1], place, coming[3], coming[3]),
                (INS, place, place, coming[3], coming[4]),
                (KEPT, place, place + length, new_start, new_start + length),
                (DEL, place + length, end + 1, new_start + length, new_start + length),
            ]
        else:
            out += [step for step in (going, coming) if step[1] < step[2] or step[3] < step[4]]
            out.append(op)
            continue
        moved.append((KEPT, end + 1, stop, new_start + length, new_stop))
        out += [step for step in moved if step[1] < step[2] or step[3] < step[4]]
    return out


def _end(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    try:
        return tokens.index(END, start, stop)
    except ValueError:
        return None


def _same_end(tokens: Sequence[Token], start: int, stop: int, kept: Sequence[Token]) -> int | None:
    """Where, before the first end of a paragraph between `start` and `stop`, the tokens are those `kept`."""
    end = _end(tokens, start, stop)
    place = None if end is None else end + 1 - len(kept)
    return place if place is not None and place >= start and tokens[place : place + len(kept)] == kept else None
