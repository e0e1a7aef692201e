"""Fields: one thing each, with the contents between their beginning and their end.

What a field is, is its instruction; what it shows is compared within it.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree

from app.word.compare.canon import joined
from app.word.compare.formats import Format
from app.word.compare.incomparable import NESTED, Incomparable
from app.word.compare.names import W
from app.word.compare.pieces import Path, Piece, Thing

FLD_CHAR, INSTR = W + "fldChar", W + "instrText"
_KEEP_LOOKS = "\\* MERGEFORMAT"
DEEPEST = 50
"""How many fields may stand in each other."""

Items = tuple[tuple[str | Thing, Format], ...]


def field(items: Items, path: Path, width: int, element: etree._Element | None = None) -> Thing:
    """The field of these items; `element` is the one it came as, where that was a simple field."""
    parts = list(parted(items))
    said = "field " + joined(_said(part) for _, part in parts)
    # Within what somebody else put in, nothing can be put in: there a field comes and goes whole.
    is_closed = any(shell.is_pending for shell in path)
    key = said if is_closed else "field " + joined(_said(part) for is_shown, part in parts if not is_shown)
    return Thing(key, element, items, element is not None, width, said=said)


def parted(items: Items) -> Iterator[tuple[bool, Items]]:
    """What stands in a field by turns: its instruction, and what it shows, or what fields in its instruction show."""
    depth = shown_at = start = 0
    for place, (content, _) in enumerate(items):
        kind = _field_character(content)
        depth += kind == "begin"
        if kind == "separate" and not shown_at:
            yield False, items[start : place + 1]
            start, shown_at = place + 1, depth
        elif kind == "end":
            if depth == shown_at:
                yield True, items[start:place]
                start, shown_at = place, 0
            depth -= 1
    yield bool(shown_at), items[start:]


def shown(items: Items, path: Path) -> list[Piece]:
    """What a field shows, as pieces in `path`."""
    pieces = [Piece(content, format, path) for content, format in items]
    gather_fields(pieces)
    return pieces


def _said(items: Items) -> str:
    """What items say, however they are cut; not whether the looks of what is shown are to outlast its next reckoning."""
    said: list[str] = []
    for kind, group in groupby((content for content, _ in items), key=_kind):
        if kind == "code":
            whole = "".join(
                item.element.text or "" for item in group if isinstance(item, Thing) and item.element is not None
            )
            said.append("\0" + " ".join(whole.replace(_KEEP_LOOKS, "").split()))
        elif kind == "text":
            said.append("".join(map(str, group)))
        else:
            said += [item.said for item in group if isinstance(item, Thing)]
    return joined(said)


def _kind(content: str | Thing) -> str:
    if isinstance(content, str):
        return "text"
    return "code" if content.element is not None and content.element.tag == INSTR else "thing"


def _field_character(content: str | Thing) -> str | None:
    if isinstance(content, str) or content.element is None or content.element.tag != FLD_CHAR:
        return None
    return content.element.get(W + "fldCharType")


def gather_fields(pieces: list[Piece], held: Sequence[int] = ()) -> None:
    """Makes every field that begins and ends here one thing, in place. Raises Incomparable where they nest too deep.

    One that goes on beyond is left in pieces, and so is one with a place in it, of those `held`, where something must stay.
    """
    if not any(_field_character(piece.content) == "begin" for piece in pieces):
        return
    place = position = 0
    while place < len(pieces):
        end = _end_of_field(pieces, place)
        width = sum(map(_width, pieces[place : place + 1 if end is None else end + 1]))
        if end is not None and not any(position < inside < position + width for inside in held):
            inside = pieces[place : end + 1]
            items: list[tuple[str | Thing, Format]] = []
            for content, format, _ in inside:
                nested = content.items if isinstance(content, Thing) and content.items else ((content, format),)
                items.extend(nested)
            whole = field(tuple(items), inside[0].path, width)
            pieces[place : end + 1] = [Piece(whole, inside[0].format, inside[0].path)]
        position += _width(pieces[place])
        place += 1


def _width(piece: Piece) -> int:
    return len(piece.content) if isinstance(piece.content, str) else piece.content.width


def _end_of_field(pieces: list[Piece], start: int) -> int | None:
    if _field_character(pieces[start].content) != "begin":
        return None
    depth = 0
    for place in range(start, len(pieces)):
        if pieces[place].path != pieces[start].path:
            return None
        kind = _field_character(pieces[place].content)
        depth += (kind == "begin") - (kind == "end")
        if depth == 0:
            return place
        if depth > DEEPEST:
            raise Incomparable(NESTED)
    return None
