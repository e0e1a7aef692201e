"""Fields: one thing each, with the contents between their beginning and their end."""

from app.word.compare.formats import Format
from app.word.compare.names import W
from app.word.compare.pieces import Piece, Thing

FLD_CHAR, INSTR = W + "fldChar", W + "instrText"


def field_key(items: tuple[tuple[str | Thing, Format], ...]) -> str:
    return "field " + repr([content if isinstance(content, str) else content.said for content, _ in items])


def _field_character(piece: Piece) -> str | None:
    content = piece.content
    if isinstance(content, str) or content.element is None or content.element.tag != FLD_CHAR:
        return None
    return content.element.get(W + "fldCharType")


def gather_fields(pieces: list[Piece]) -> None:
    """Makes every field that begins and ends here one thing, in place; one that goes on beyond is left in pieces."""
    if not any(_field_character(piece) == "begin" for piece in pieces):
        return
    place = 0
    while place < len(pieces):
        end = _end_of_field(pieces, place)
        if end is not None:
            inside = pieces[place : end + 1]
            items: list[tuple[str | Thing, Format]] = []
            for content, format, _ in inside:
                nested = content.items if isinstance(content, Thing) and content.items else ((content, format),)
                items.extend(nested)
            width = sum(len(piece.content) if isinstance(piece.content, str) else piece.content.width for piece in inside)
            whole = Thing(field_key(tuple(items)), None, tuple(items), width=width)
            pieces[place : end + 1] = [Piece(whole, inside[0].format, inside[0].path)]
        place += 1


def _end_of_field(pieces: list[Piece], start: int) -> int | None:
    if _field_character(pieces[start]) != "begin":
        return None
    depth = 0
    for place in range(start, len(pieces)):
        if pieces[place].path != pieces[start].path:
            return None
        kind = _field_character(pieces[place])
        depth += (kind == "begin") - (kind == "end")
        if depth == 0:
            return place
    return None
