"""Fields: one thing each, with the contents between their beginning and their end.

What a field is, is its instruction; what it shows is compared within it.
"""

from collections.abc import Sequence

from lxml import etree

from app.word.compare.canon import joined
from app.word.compare.formats import Format
from app.word.compare.incomparable import NESTED, Incomparable
from app.word.compare.names import W
from app.word.compare.pieces import Path, Piece, Thing

FLD_CHAR, INSTR = W + "fldChar", W + "instrText"
DEEPEST = 50
"""How many fields may stand in each other."""

Items = tuple[tuple[str | Thing, Format], ...]


def field(items: Items, path: Path, width: int, element: etree._Element | None = None) -> Thing:
    """The field of these items; `element` is the one it came as, where that was a simple field."""
    said = _said(items)
    # Within what somebody else put in, nothing can be put in: there a field comes and goes whole.
    key = said if any(shell.is_pending for shell in path) else _said(items[: _shown_from(items)])
    return Thing(key, element, items, element is not None, width, said=said)


def parted(whole: Thing, path: Path) -> tuple[Items, list[Piece], Items]:
    """What stands before that which the field `whole` shows, that as pieces in `path`, and what stands behind."""
    start = _shown_from(whole.items)
    stop = max(start, len(whole.items) - 1)
    shown = [Piece(content, format, path) for content, format in whole.items[start:stop]]
    gather_fields(shown)
    return whole.items[:start], shown, whole.items[stop:]


def _said(items: Items) -> str:
    return "field " + joined(content if isinstance(content, str) else content.said for content, _ in items)


def _shown_from(items: Items) -> int:
    """The place after which stands what the field shows; beyond the last, when it shows nothing."""
    depth = 0
    for place, (content, _) in enumerate(items):
        kind = _field_character(content)
        depth += (kind == "begin") - (kind == "end")
        if kind == "separate" and depth == 1:
            return place + 1
    return len(items)


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
