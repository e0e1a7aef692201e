"""How marked text is written by a person in a plain field, and in tests.

    **bold**   *italic*   __underline__   ^superscript^   a footnote{note: its text}

A sign opens its mark where it first stands and closes it where it stands next; marks may cross. Nothing a person types is
an error, and nothing vanishes: a sign that is never closed, that encloses nothing or that has a blank on both sides is
a sign like any other; so is a row of four or more asterisks or three or more low lines. A backslash takes the meaning
of the sign after it away. Square brackets mean nothing here. A line end is a blank, unless a backslash is before it.
"""

import re
from dataclasses import dataclass

from app.text.runs import NO_MARKS, NOTE_ANCHOR, Mark, Run, Runs, joined

SIGNS = {Mark.BOLD: "**", Mark.ITALIC: "*", Mark.UNDERLINE: "__", Mark.SUPERSCRIPT: "^"}
"""In the order in which they are written where several stand together."""

_MARKS = {sign: mark for mark, sign in SIGNS.items()}

_PIECE = re.compile(
    r"\\(?P<escaped>[\\*_^{\s])"
    r"|\{note: ?(?P<note>(?:\\.|[^\\}])*+)\}"
    r"|(?P<row>\*{4,}|_{3,})"
    r"|(?P<sign>\*\*|\*|__|\^)"
    r"|(?P<text>[^\\*_^{]+|.)",
    re.DOTALL,
)
_SPECIAL = re.compile(r"[\\*_^\n]|\{(?=note:)")
_AFTER_A_BLANK = re.compile(r"\s(?:\*\*|\*|__|\^)\Z")
_SPECIAL_IN_NOTE = re.compile(r"[\\}\n]")
_ESCAPED_IN_NOTE = re.compile(r"\\(.)", re.DOTALL)


@dataclass(slots=True)
class _Piece:
    """`mark` is set on a sign that may open or close it."""

    text: str
    mark: Mark | None = None
    note: str | None = None


def write(runs: Runs) -> str:
    """`runs` as a person would type them. `read(write(runs)) == joined(runs)`."""
    out = ""
    marks = NO_MARKS
    for run in joined(runs):
        out += _signs(marks ^ run.marks)
        marks = run.marks
        if run.note is not None:
            out += "{note: " + _SPECIAL_IN_NOTE.sub(r"\\\g<0>", run.note) + "}"
            continue
        text = _SPECIAL.sub(r"\\\g<0>", run.text)
        alone = text[0].isspace() and _AFTER_A_BLANK.search(out)
        out += "\\" + text if alone else text
    return out + _signs(marks)


def read(text: str) -> Runs:
    """What the person who typed `text` means, in the fewest runs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace(NOTE_ANCHOR, "")
    pieces = _pieces(text)
    for mark in SIGNS:
        _settle(pieces, mark)
    runs: list[Run] = []
    marks = NO_MARKS
    for piece in pieces:
        if piece.mark is not None:
            marks ^= {piece.mark}
        elif piece.note is not None:
            runs.append(Run(NOTE_ANCHOR, marks, piece.note))
        else:
            runs.append(Run(piece.text, marks))
    return joined(runs)


def _signs(marks: frozenset[Mark]) -> str:
    return "".join(sign for mark, sign in SIGNS.items() if mark in marks)


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    for found in _PIECE.finditer(text):
        match found.lastgroup:
            case "note":
                note = _ESCAPED_IN_NOTE.sub(lambda escaped: escaped[1], _blank_lines(found["note"]))
                pieces.append(_Piece("", note=note))
            case "sign":
                before, after = text[max(found.start() - 1, 0) : found.start()], text[found.end() : found.end() + 1]
                alone = before.isspace() and after.isspace()
                pieces.append(_Piece(found[0], None if alone else _MARKS[found[0]]))
            case "escaped":
                pieces.append(_Piece(found["escaped"]))
            case _:
                pieces.append(_Piece(found[0].replace("\n", " ")))
    return pieces


def _settle(pieces: list[_Piece], mark: Mark) -> None:
    """Make plain text of the signs of `mark` that enclose nothing or are left over."""
    opening: _Piece | None = None
    filled = False
    for piece in pieces:
        if piece.mark is not mark:
            filled = filled or piece.mark is None
        elif opening is None:
            opening, filled = piece, False
        else:
            if not filled:
                opening.mark = piece.mark = None
            opening = None
    if opening is not None:
        opening.mark = None


def _blank_lines(note: str) -> str:
    """`note` with a blank for every line end that has no backslash before it."""
    return re.sub(r"(\\.)|\n", lambda found: found[1] or " ", note, flags=re.DOTALL)
