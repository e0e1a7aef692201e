from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.redline import Line, Piece, Redline, accepted, authors, only, rejected, tidy
from app.text.runs import NOTE_ANCHOR, Mark, Run, runs_of


def paragraph(key: str, text: str) -> Paragraph:
    return Paragraph(key, Role.OPERATIVE, runs_of(text))


def piece(text: str, inserted_by: str | None = None, deleted_by: str | None = None) -> Piece:
    return Piece(Run(text), inserted_by, deleted_by)


MOVED = paragraph("c", "Thanks the host.")
SHOWN = Redline(
    (
        Line(
            MOVED,
            (piece("Thanks the ", "u"), piece("host", "u", "g"), piece("hosts", "g"), piece(".", "u")),
            "u",
            moved=True,
        ),
        Line(
            paragraph("a", "Protect persons."),
            (piece("Protect "), piece("persons", None, "g"), piece("victims of crimes", "g"), piece(".")),
            remarks=("m",),
        ),
        Line(paragraph("n", "Combatir la trata."), (piece("Combatir la trata.", "h"),), "h"),
        Line(paragraph("b", "Meet."), (piece("Meet.", None, "h"),), deleted_by="h"),
        Line(
            MOVED,
            (piece("Thanks the ", None, "u"), piece("host", None, "g"), piece("hosts", "g", "u"), piece(".", None, "u")),
            deleted_by="u",
            moved=True,
        ),
    )
)


def test_without_what_is_inserted_it_is_the_base() -> None:
    assert rejected(SHOWN) == Document([paragraph("a", "Protect persons."), paragraph("b", "Meet."), MOVED])


def test_without_what_is_deleted_it_is_the_result_and_a_moved_paragraph_stands_once() -> None:
    assert accepted(SHOWN) == Document(
        [
            paragraph("c", "Thanks the hosts."),
            paragraph("a", "Protect victims of crimes."),
            paragraph("n", "Combatir la trata."),
        ]
    )


def test_authors_in_the_order_in_which_they_show() -> None:
    assert authors(SHOWN) == ("u", "g", "m", "h")


def test_only_the_edit_of_a_moved_paragraph_shows_where_it_stood() -> None:
    shown = only(SHOWN, {"g"})
    assert authors(shown) == ("g",)
    assert rejected(shown) == rejected(SHOWN)
    assert [paragraph.text for paragraph in accepted(shown)] == ["Protect victims of crimes.", "Meet.", "Thanks the hosts."]
    assert not any(line.moved for line in shown.lines)


def test_only_the_move() -> None:
    shown = only(SHOWN, {"u"})
    assert rejected(shown) == rejected(SHOWN)
    assert [paragraph.text for paragraph in accepted(shown)] == ["Thanks the host.", "Protect persons.", "Meet."]
    assert [line.moved for line in shown.lines] == [True, False, False, True]
    assert shown.lines[0].pieces == (piece("Thanks the host.", "u"),)
    assert shown.lines[-1].pieces == (piece("Thanks the host.", None, "u"),)


def test_only_nobody_is_the_base() -> None:
    assert accepted(only(SHOWN, ())) == rejected(SHOWN)
    assert authors(only(SHOWN, ())) == ()


def test_only_all_is_all() -> None:
    assert only(SHOWN, authors(SHOWN)) == SHOWN


def test_tidy_joins_pieces_alike_and_nothing_else() -> None:
    note = Piece(Run(NOTE_ANCHOR, note="A/RES/71/1"))
    bold = Piece(Run("bold", frozenset({Mark.BOLD})))
    assert tidy([piece("a"), piece(""), piece("b"), piece("c", "g"), note, note, bold, piece("d")]) == (
        piece("ab"),
        piece("c", "g"),
        note,
        note,
        bold,
        piece("d"),
    )
