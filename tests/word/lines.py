"""Redlines in a line of text, for tests.

    "=one | +a two | -b three | +a-b four"

Paragraphs between bars: "=" stays, "+a" is inserted by change a, "-b" deleted by change b; "=" may hold pieces of its own
("=kept {+a come}{-b gone}"). "<a A words" and ">a A words" are one paragraph, called A, that a moves from here and to here.
"""

import re
from datetime import UTC, date, datetime

from app.text.paragraph import Paragraph, Role
from app.text.redline import Line, Piece
from app.text.runs import Run
from app.word.front import Front
from app.word.redlined import Signature

AT = datetime(2017, 4, 24, 15, 30, tzinfo=UTC)
FRONT = Front("Draft declaration", process="Regional Conference on Migration", symbol="RCM/1", stage="Rev.1",
              date=date(2017, 4, 24), at=AT)  # fmt: skip
SIGNATURES = {
    "a": Signature("Guatemala", AT),
    "b": Signature("Honduras", AT),
    "c": Signature("United States of America", None),
}
ROLES = (Role.PREAMBULAR, Role.OPERATIVE, Role.CHAPEAU, Role.ITEM, Role.CLOSING)

_LINE = re.compile(r"=|(?:\+(?P<ins>\w))?(?:-(?P<del>\w))?")
_MOVED = re.compile(r"(?P<way>[<>])(?P<by>\w) (?P<name>\w+) (?P<words>.*)")
_PIECE = re.compile(r"\{(?:\+(?P<ins>\w))?(?:-(?P<del>\w))? (?P<marked>[^}]*)\}|(?P<plain>[^{]+)")


def lines(written: str) -> tuple[Line, ...]:
    """The lines `written`, each of another role than its neighbours, with the keys p0, p1, …"""
    return tuple(_line(place, line.strip(" ")) for place, line in enumerate(written.split("|")))


def accepted(redline: tuple[Line, ...]) -> list[Line]:
    return [_without(line, "deleted_by") for line in redline if line.deleted_by is None]


def rejected(redline: tuple[Line, ...]) -> list[Line]:
    return [_without(line, "inserted_by") for line in redline if line.inserted_by is None]


def words(these: list[Line]) -> list[str]:
    """The words of each line, as Word holds them: no text is one empty paragraph."""
    return ["".join(piece.run.text for piece in line.pieces if piece.run.note is None) for line in these] or [""]


def _line(place: int, written: str) -> Line:
    if moved := _MOVED.fullmatch(written):
        return _moved(moved["name"], moved["words"], moved["by"], arrives=moved["way"] == ">")
    head = _LINE.match(written)
    inserted, deleted = head["ins"], head["del"]
    pieces = []
    for found in _PIECE.finditer(written[head.end() :].removeprefix(" ")):
        text = found["plain"] or found["marked"]
        pieces.append(Piece(Run(text), inserted or found["ins"], deleted or found["del"]))
    paragraph = Paragraph(f"p{place}", ROLES[place % len(ROLES)], tuple(piece.run for piece in pieces))
    return Line(paragraph, tuple(pieces), inserted, deleted)


def _moved(key: str, words: str, by: str, *, arrives: bool) -> Line:
    inserted, deleted = (by, None) if arrives else (None, by)
    paragraph = Paragraph(key, Role.OPERATIVE, (Run(words),))
    return Line(paragraph, (Piece(Run(words), inserted, deleted),), inserted, deleted, moved=True)


def _without(line: Line, gone: str) -> Line:
    pieces = tuple(piece for piece in line.pieces if getattr(piece, gone) is None)
    return Line(line.paragraph, pieces)
