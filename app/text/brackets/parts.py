"""What a text under negotiation is made of. The parts of a text, put together again, are its characters, all of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Slash:
    """The sign that parts the alternatives of one bracket, with the blanks around it: "[may / shall]"."""

    text: str


@dataclass(frozen=True, slots=True)
class Lone:
    """A bracket or brace that has no partner."""

    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands in square brackets. Where a slash parts it, it holds alternatives."""

    parts: "Parts"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What stands in braces: the drafters' note of what a place is for, on one line."""

    parts: "Parts"


@dataclass(frozen=True, slots=True)
class Rivals:
    """Passages one after the other, of which one is meant to stand: "[may] [shall]".

    `parts` are the passages and the blanks between them.
    """

    parts: "Parts"

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(part for part in self.parts if isinstance(part, Passage))


@dataclass(frozen=True, slots=True)
class Option:
    """One of several texts for a place. `head` is its label as written ("Option 2: "), `name` what it is called ("2")."""

    head: str
    name: str
    parts: "Parts"


@dataclass(frozen=True, slots=True)
class Options:
    """Labelled options, one after the other, and the note that says where they end, if there is one."""

    options: tuple[Option, ...]
    end: Placeholder | None = None


Part = Words | Slash | Lone | Passage | Placeholder | Rivals | Option | Options
"""A piece of a text under negotiation."""

Parts = tuple[Part, ...]


class Found(NamedTuple):
    """A part and where it stands: characters `start` to before `stop`, in `depth` brackets.

    `within` is the part that holds it; None for what is held by none.
    """

    part: Part
    start: int
    stop: int
    depth: int
    within: Part | None


def text_of(parts: Iterable[Part]) -> str:
    """The characters of the parts."""
    out: list[str] = []
    waiting: list[Part | str] = [*reversed([*parts])]
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, str):
            out.append(piece)
        else:
            waiting += _pieces(piece)[::-1]
    return "".join(out)


def found(parts: Iterable[Part]) -> Iterator[Found]:
    """All parts and the parts in them, in the order in which they end; what stands within comes before what holds it."""
    place = 0
    waiting: list[tuple[Part | str, int, Part | None, int | None]] = [(part, 0, None, None) for part in [*parts][::-1]]
    while waiting:
        piece, depth, within, start = waiting.pop()
        if isinstance(piece, str):
            place += len(piece)
        elif start is not None:
            yield Found(piece, start, place, depth, within)
        else:
            waiting.append((piece, depth, within, place))
            below = depth + isinstance(piece, Passage)
            waiting += [(each, below, piece, None) for each in _pieces(piece)[::-1]]


def _pieces(part: Part) -> Sequence[Part | str]:
    match part:
        case Words(text) | Slash(text) | Lone(text):
            return [text]
        case Passage(parts):
            return ["[", *parts, "]"]
        case Placeholder(parts):
            return ["{", *parts, "}"]
        case Rivals(parts):
            return [*parts]
        case Option(head, _, parts):
            return [head, *parts]
        case Options(options, end):
            return [*options, *([end] if end else [])]
