from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.redline import Line, Piece, Redline, Seam, accepted, authors, only, rejected, tidy, touched
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


SPLIT = Redline(
    (
        Line(paragraph("n", "Protect persons."), (piece("Protect persons."), piece(" ", None, "g")), seam=Seam("a", "g")),
        Line(paragraph("a", "Protect persons. Meet."), (piece("Meet"), piece(" soon", "h"), piece("."))),
        Line(paragraph("z", "Thanks."), (piece("Thanks."),), remarks=("m",)),
    )
)
JOINED = Redline(
    (
        Line(paragraph("a", "Protect persons."), (piece("Protect persons."), piece(" ", "g")), seam=Seam("a", None, "g")),
        Line(paragraph("b", "Meet."), (piece("Meet"), piece(" soon", "h"), piece(".")), remarks=("m",)),
        Line(paragraph("z", "Thanks."), (piece("Thanks."),)),
    )
)


def test_a_split_paragraph_is_one_in_the_base_and_two_in_the_result() -> None:
    assert rejected(SPLIT) == Document([paragraph("a", "Protect persons. Meet."), paragraph("z", "Thanks.")])
    assert accepted(SPLIT) == Document(
        [paragraph("n", "Protect persons."), paragraph("a", "Meet soon."), paragraph("z", "Thanks.")]
    )


def test_joined_paragraphs_are_two_in_the_base_and_one_in_the_result() -> None:
    assert rejected(JOINED) == Document(
        [paragraph("a", "Protect persons."), paragraph("b", "Meet."), paragraph("z", "Thanks.")]
    )
    assert accepted(JOINED) == Document([paragraph("a", "Protect persons. Meet soon."), paragraph("z", "Thanks.")])


def test_who_splits_or_joins_is_among_the_authors() -> None:
    bare = Redline((Line(paragraph("n", "One."), (piece("One."),), seam=Seam("a", "g")), SPLIT.lines[1]))
    assert authors(bare) == ("g", "h")
    assert authors(Redline((JOINED.lines[0], JOINED.lines[2]))) == ("g",)


def test_only_others_leave_a_paragraph_whole() -> None:
    shown = only(SPLIT, {"h", "m"})
    whole = Line(
        paragraph("a", "Protect persons. Meet."), (piece("Protect persons. Meet"), piece(" soon", "h"), piece("."))
    )
    assert shown.lines == (whole, SPLIT.lines[2])
    assert rejected(shown) == rejected(SPLIT)


def test_only_the_split_shows_it() -> None:
    shown = only(SPLIT, {"g"})
    assert [line.seam for line in shown.lines] == [Seam("a", "g"), None, None]
    assert [one.text for one in accepted(shown)] == ["Protect persons.", "Meet.", "Thanks."]


def test_only_others_leave_joined_paragraphs_apart() -> None:
    shown = only(JOINED, {"h", "m"})
    assert [line.seam for line in shown.lines] == [None, None, None]
    assert [one.text for one in accepted(shown)] == ["Protect persons.", "Meet soon.", "Thanks."]
    assert only(JOINED, {"g", "h", "m"}) == JOINED


def test_three_parts_of_which_one_split_is_rejected() -> None:
    parts = Redline(
        (
            Line(paragraph("n", "One."), (piece("One."), piece(" ", None, "g")), seam=Seam("a", "g"), remarks=("k",)),
            Line(paragraph("a", "One. Two. Three."), (piece("Two."), piece(" ", None, "h")), seam=Seam("a", "h")),
            Line(paragraph("m", "Three."), (piece("Three."),)),
        )
    )
    assert [one.text for one in rejected(parts)] == ["One. Two. Three."]
    first, second = only(parts, {"h", "k"}).lines
    assert (first.paragraph.key, first.pieces, first.seam) == (
        "a",
        (piece("One. Two."), piece(" ", None, "h")),
        Seam("a", "h"),
    )
    assert first.remarks == ("k",)
    assert second == parts.lines[2]


def test_what_tells_and_what_stands_behind_a_seam_is_touched() -> None:
    assert [line.paragraph.key for line in touched(SPLIT)] == ["n", "a", "z"]
    assert [line.paragraph.key for line in touched(JOINED)] == ["a", "b"]
    assert [line.tells for line in JOINED.lines] == [True, True, False]
    assert [line.tells for line in SHOWN.lines] == [True] * 5
    assert Line(paragraph("n", "One."), (piece("One."),), seam=Seam("a", "g")).tells
