"""Which moved paragraphs are written as moves of Word's own, and not as a deletion and an insertion.

A move is Word's own where every reader gives back exactly the base and the result: a whole paragraph, its words untouched
and by one author, whose mark goes and comes with it. Any other is a deletion and an insertion, which no reader mistakes.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from app.text.paragraph import Role
from app.text.redline import Line
from app.text.runs import joined
from app.word.writing.fates import Block


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two places of a move: where the paragraph `arrives`, or where it leaves. Both bear the same `name`."""

    name: str
    by: Hashable
    arrives: bool


def moves(written: Sequence[Block], dated: Callable[[Hashable], bool]) -> dict[int, Side]:
    """The sides of Word's own moves by the place of their block in `written`.

    `dated` says whether a change bears a date: Word wants one on every move.
    """
    leaving: dict[tuple[str, Hashable], list[int]] = {}
    arriving: dict[tuple[str, Hashable], list[int]] = {}
    for place, block in enumerate(written):
        line = block.lines[0]
        if not (line.moved and block.own and _is_whole(line)) or _is_at_a_table(written, place):
            continue
        sides, by = (leaving, line.deleted_by) if line.inserted_by is None else (arriving, line.inserted_by)
        sides.setdefault((line.paragraph.key, by), []).append(place)
    found: dict[int, Side] = {}
    for (key, by), places in leaving.items():
        both = (places, arriving.get((key, by), []))
        if not dated(by) or [len(side) for side in both] != [1, 1]:
            continue
        (old,), (new,) = both
        if _same(written[old].lines[0], written[new].lines[0]):
            name = f"move{len(found) // 2 + 1}"
            found |= {old: Side(name, by, False), new: Side(name, by, True)}
    return found


def _is_whole(line: Line) -> bool:
    """Whether the paragraph has words, no note among them, and each comes or goes with it and by nobody else."""
    fate = (line.inserted_by, line.deleted_by)
    return (
        None in fate
        and any(piece.run.text for piece in line.pieces)
        and all((piece.inserted_by, piece.deleted_by) == fate and piece.run.note is None for piece in line.pieces)
    )


def _is_at_a_table(written: Sequence[Block], place: int) -> bool:
    """Whether the paragraph is a row of a table, or stands beside one: a mark cannot run on into a table or out of it."""
    around = written[max(place - 1, 0) : place + 2]
    return any(line.paragraph.role is Role.ROW for block in around for line in block.lines)


def _same(one: Line, other: Line) -> bool:
    if (one.paragraph.role, one.paragraph.level) != (other.paragraph.role, other.paragraph.level):
        return False
    return joined(piece.run for piece in one.pieces) == joined(piece.run for piece in other.pieces)
