from hypothesis import given

from app.text.compare import compare, compare_unkeyed, words
from app.text.document import Document
from app.text.notation import read
from app.text.paragraph import Paragraph, Role
from app.text.redline import Redline
from app.text.runs import joined, runs_of
from tests.text.strategies import edits, few, revisions, some


def base(redline: Redline):
    return [
        (line.paragraph.role, line.paragraph.level, joined(piece.run for piece in line.pieces if piece.inserted_by is None))
        for line in redline.lines
        if line.inserted_by is None
    ]


def result(redline: Redline):
    return [
        (line.paragraph.role, line.paragraph.level, joined(piece.run for piece in line.pieces if piece.deleted_by is None))
        for line in redline.lines
        if line.deleted_by is None
    ]


def content(document: Document):
    return [(paragraph.role, paragraph.level, joined(paragraph.runs)) for paragraph in document]


def shown(redline: Redline):
    out = []
    for line in redline.lines:
        words = "".join(
            f"{{+{piece.run.text}+}}"
            if piece.inserted_by
            else f"[-{piece.run.text}-]"
            if piece.deleted_by
            else piece.run.text
            for piece in line.pieces
        )
        out.append((line.paragraph.key, words, line.moved))
    return out


def text(*paragraphs: str) -> Document:
    """Each paragraph as "key: words"."""
    return Document(Paragraph(key, Role.ITEM, read(words)) for key, words in (one.split(": ", 1) for one in paragraphs))


def test_a_redline_of_two_revisions():
    old = text("a: Human rights of migrants", "b: Border management", "c: Return", "d: Statistics")
    new = text("a: Human rights of all migrants", "c: Return", "b: Border management", "e: Trafficking", "d: Statistics")
    assert shown(compare(old, new, "rev1")) == [
        ("a", "Human rights of {+all +}migrants", False),
        ("c", "{+Return+}", True),
        ("b", "Border management", False),
        ("c", "[-Return-]", True),
        ("e", "{+Trafficking+}", False),
        ("d", "Statistics", False),
    ]


def test_a_paragraph_that_moves_and_changes_comes_with_its_new_words():
    old = text("a: one", "b: two", "c: three")
    new = text("b: two", "c: three", "a: one more")
    assert shown(compare(old, new, "x")) == [
        ("a", "[-one-]", True),
        ("b", "two", False),
        ("c", "three", False),
        ("a", "{+one more+}", True),
    ]


def test_a_change_of_role_alone_shows_the_paragraph_twice():
    old = Document([Paragraph("a", Role.ITEM, runs_of("one"))])
    new = Document([Paragraph("a", Role.HEADING, runs_of("one"), 2)])
    lines = compare(old, new, "x").lines
    assert [(line.paragraph.role, line.deleted_by, line.inserted_by, line.moved) for line in lines] == [
        (Role.ITEM, "x", None, False),
        (Role.HEADING, None, "x", False),
    ]


def test_without_keys_the_words_decide():
    old = text("a: Protection of the rights of migrants", "b: Border management and human mobility")
    new = text("m: Protection of the human rights of migrants", "n: Border management and human mobility")
    assert shown(compare_unkeyed(old, new, "x")) == [
        ("a", "Protection of the {+human +}rights of migrants", False),
        ("b", "Border management and human mobility", False),
    ]


@some
@given(edits())
def test_words_lose_nothing(pair):
    old, new = pair
    pieces = words(old, new, "x")
    assert joined(piece.run for piece in pieces if piece.inserted_by is None) == joined(old)
    assert joined(piece.run for piece in pieces if piece.deleted_by is None) == joined(new)
    assert not any(piece.inserted_by and piece.deleted_by for piece in pieces)


@few
@given(revisions())
def test_a_redline_holds_both_texts(pair):
    old, new = pair
    redline = compare(old, new, "x")
    assert base(redline) == content(old)
    assert result(redline) == content(new)


@few
@given(revisions())
def test_a_redline_without_keys_holds_both_texts(pair):
    old, new = pair
    new = Document(Paragraph("z" + one.key, one.role, one.runs, one.level) for one in new)
    redline = compare_unkeyed(old, new, "x")
    assert base(redline) == content(old)
    assert result(redline) == content(new)


@few
@given(revisions())
def test_the_base_keeps_its_keys_and_a_wholly_new_line_is_wholly_marked(pair):
    old, new = pair
    redline = compare(old, new, "x")
    assert [line.paragraph.key for line in redline.lines if line.inserted_by is None] == list(old.keys)
    assert [line.paragraph.key for line in redline.lines if line.deleted_by is None] == list(new.keys)
    for line in redline.lines:
        if line.inserted_by or line.deleted_by:
            assert {(piece.inserted_by, piece.deleted_by) for piece in line.pieces} <= {(line.inserted_by, line.deleted_by)}


def test_a_text_compared_with_itself_has_no_change():
    old = text("a: one", "b: [two]")
    assert all(
        not piece.inserted_by and not piece.deleted_by for line in compare(old, old, "x").lines for piece in line.pieces
    )
