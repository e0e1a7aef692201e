from hypothesis import given

from app.text.compare import compare, compare_unkeyed, words
from app.text.document import Document
from app.text.notation import read
from app.text.paragraph import Paragraph, Role
from app.text.redline import Redline, Seam, accepted, rejected, tidy, touched
from app.text.runs import joined, runs_of
from tests.support.met import met
from tests.text.strategies import edits, few, revisions, some
from tests.text.strategies_regrouped import regrouped


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
        out.append((line.paragraph.key, words + _end(line.seam), line.moved))
    return out


def _end(seam: Seam | None) -> str:
    return "" if seam is None else "{+¶+}" if seam.inserted_by else "[-¶-]"


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
    assert content(rejected(redline)) == content(old)
    assert content(accepted(redline)) == content(new)


@few
@given(revisions())
def test_a_redline_without_keys_holds_both_texts(pair):
    old, new = pair
    new = Document(Paragraph("z" + one.key, one.role, one.runs, one.level) for one in new)
    redline = compare_unkeyed(old, new, "x")
    assert content(rejected(redline)) == content(old)
    assert content(accepted(redline)) == content(new)


@few
@given(revisions())
def test_the_base_keeps_its_keys_and_a_wholly_new_line_is_wholly_marked(pair):
    old, new = pair
    redline = compare(old, new, "x")
    assert rejected(redline).keys == old.keys
    assert accepted(redline).keys == new.keys
    for line in redline.lines:
        if line.inserted_by or line.deleted_by:
            assert {(piece.inserted_by, piece.deleted_by) for piece in line.pieces} <= {(line.inserted_by, line.deleted_by)}


def test_a_text_compared_with_itself_has_no_change():
    old = text("a: one", "b: [two]")
    assert all(
        not piece.inserted_by and not piece.deleted_by for line in compare(old, old, "x").lines for piece in line.pieces
    )


RIGHTS = "Protection of the human rights of migrants and of their families in transit and at destination."
BORDERS = "Promotion of human mobility and more efficient border management."
CONSULAR = "Consular assistance to nationals abroad, whatever their migration status."


def test_of_a_paragraph_that_is_split_only_the_end_is_marked():
    old = text(f"a: {RIGHTS} {BORDERS} {CONSULAR}", "z: Statistics")
    new = text(f"a: {RIGHTS}", f"b: {BORDERS}", f"c: {CONSULAR}", "z: Statistics")
    assert shown(compare(old, new, "x")) == [
        ("a", RIGHTS + "[- -]{+¶+}", False),
        ("b", BORDERS + "[- -]{+¶+}", False),
        ("c", CONSULAR, False),
        ("z", "Statistics", False),
    ]


def test_of_paragraphs_that_are_joined_only_the_end_is_marked():
    old = text("z: Statistics", f"a: {RIGHTS}", f"b: {BORDERS}", f"c: {CONSULAR}")
    new = text("z: Statistics", f"a: {RIGHTS} {BORDERS} {CONSULAR}")
    assert shown(compare(old, new, "x")) == [
        ("z", "Statistics", False),
        ("a", RIGHTS + "{+ +}[-¶-]", False),
        ("b", BORDERS + "{+ +}[-¶-]", False),
        ("c", CONSULAR, False),
    ]


def test_whichever_part_keeps_the_key_is_the_paragraph():
    old, new = text(f"a: {RIGHTS} {BORDERS}"), text(f"n: {RIGHTS}", f"a: {BORDERS}")
    assert shown(compare(old, new, "x")) == [("n", RIGHTS + "[- -]{+¶+}", False), ("a", BORDERS, False)]
    assert (rejected(compare(old, new, "x")), accepted(compare(old, new, "x"))) == (old, new)
    assert shown(compare(new, old, "x")) == [("n", RIGHTS + "{+ +}[-¶-]", False), ("a", BORDERS, False)]
    assert (rejected(compare(new, old, "x")), accepted(compare(new, old, "x"))) == (new, old)


def test_words_change_besides_the_end():
    old = text(f"a: {RIGHTS} {BORDERS}")
    new = text(f"a: {RIGHTS[:-1]}; and", f"b: {BORDERS.replace('more efficient', 'safer')}")
    assert shown(compare(old, new, "x")) == [
        ("a", f"{RIGHTS[:-1]}[-. -]{{+; and+}}{{+¶+}}", False),
        ("b", BORDERS.replace("more efficient", "[-more efficient-]{+safer+}"), False),
    ]


def test_what_comes_and_goes_beside_the_parts_stands_around_them():
    old = text(f"a: {RIGHTS} {BORDERS}", "g: Gone altogether")
    new = text("n: Wholly new", f"a: {RIGHTS}", f"b: {BORDERS}", "m: Something else")
    assert [line[:2] for line in shown(compare(old, new, "x"))] == [
        ("n", "{+Wholly new+}"),
        ("a", RIGHTS + "[- -]{+¶+}"),
        ("b", BORDERS),
        ("g", "[-Gone altogether-]"),
        ("m", "{+Something else+}"),
    ]
    assert [line[:2] for line in shown(compare(new, old, "x"))] == [
        ("n", "[-Wholly new-]"),
        ("a", RIGHTS + "{+ +}[-¶-]"),
        ("b", BORDERS),
        ("m", "[-Something else-]"),
        ("g", "{+Gone altogether+}"),
    ]


def test_where_a_paragraph_wins_words_on_one_side_and_loses_some_on_the_other_one_of_the_two_shows():
    old = text(f"a: {RIGHTS} {BORDERS}", f"b: {CONSULAR}")
    new = text(f"n: {RIGHTS}", f"a: {BORDERS} {CONSULAR}")
    redline = compare(old, new, "x")
    assert (rejected(redline), accepted(redline)) == (old, new)
    assert [line.seam for line in redline.lines if line.seam] == [Seam("a", inserted_by="x")]


def test_what_moves_or_changes_its_role_is_not_shown_as_split():
    parts = text(f"a: {RIGHTS}", f"b: {BORDERS}", "z: Statistics")
    moved = text("z: Statistics", f"a: {RIGHTS} {BORDERS}")
    heading = Document([Paragraph("a", Role.HEADING, runs_of(f"{RIGHTS} {BORDERS}"), 1)])
    for whole in (moved, heading):
        for old, new in ((whole, parts), (parts, whole)):
            redline = compare(old, new, "x")
            assert (rejected(redline), accepted(redline)) == (old, new)
    assert not any(line.seam for line in compare(heading, parts, "x").lines)


def test_the_part_behind_a_seam_is_shown_with_it():
    old = text("y: Return", f"a: {RIGHTS} {BORDERS}", "z: Statistics")
    new = text("y: Return", f"a: {RIGHTS}", f"b: {BORDERS}", "z: Statistics")
    assert [line.paragraph.key for line in touched(compare(old, new, "x"))] == ["a", "b"]


@met("split", "joined", "neither")
@few
@given(regrouped())
def test_splits_and_joins_hold_both_texts(counted, pair):
    old, new = pair
    redline = compare(old, new, "x")
    seams = [line.seam for line in redline.lines if line.seam is not None]
    counted["split"] += any(seam.inserted_by for seam in seams)
    counted["joined"] += any(seam.deleted_by for seam in seams)
    counted["neither"] += not seams
    assert (content(rejected(redline)), rejected(redline).keys) == (content(old), old.keys)
    assert (content(accepted(redline)), accepted(redline).keys) == (content(new), new.keys)
    assert all((seam.inserted_by is None) != (seam.deleted_by is None) and seam.key in old for seam in seams)
    assert all(line.pieces == tidy(line.pieces) for line in redline.lines)


@met("split", "joined")
@few
@given(regrouped())
def test_splits_and_joins_are_seen_without_keys_too(counted, pair):
    old, new = pair
    new = Document(Paragraph("z" + one.key, one.role, one.runs, one.level) for one in new)
    redline = compare_unkeyed(old, new, "x")
    counted["split"] += any(line.seam is not None and line.seam.inserted_by is not None for line in redline.lines)
    counted["joined"] += any(line.seam is not None and line.seam.deleted_by is not None for line in redline.lines)
    assert content(rejected(redline)) == content(old)
    assert content(accepted(redline)) == content(new)


def test_what_is_joined_over_a_paragraph_that_moved_away_is_shown_once():
    def item(key: str, words: str) -> Paragraph:
        return Paragraph(key, Role.ITEM, runs_of(words))

    moved = item("m", "These words stood between the two and are moved away, to the end of the text, by the same hand.")
    behind = (item("c", "The first words behind."), item("d", "The last words behind."))
    old = Document([item("a", RIGHTS), moved, item("b", BORDERS), *behind])
    new = Document([item("b", f"{RIGHTS} {BORDERS}"), *behind, moved])
    redline = compare(old, new, "x")
    assert (rejected(redline), accepted(redline)) == (old, new)


def test_rows_of_a_table_are_never_split():
    def row(key: str, words: str) -> Paragraph:
        return Paragraph(key, Role.ROW, runs_of(words))

    whole, parts = Document([row("a", f"{RIGHTS} | {BORDERS}")]), Document([row("a", RIGHTS), row("b", BORDERS)])
    for old, new in ((whole, parts), (parts, whole)):
        redline = compare(old, new, "x")
        assert not any(line.seam for line in redline.lines)
        assert (rejected(redline), accepted(redline)) == (old, new)


def test_paragraphs_are_made_easy_to_read_together():
    """Two words more may be marked where forty are marked in all: those of the one "of" between the longest changes."""
    ours, theirs = "our common duty", "a shared burden"
    old = text(f"a: {ours} of friendly States", "b: Statistics")
    new = text(f"a: {theirs} of neighbouring governments too", "b: Statistics")
    alone = f"[-{ours}-]{{+{theirs}+}} of [-friendly States-]{{+neighbouring governments too+}}"
    assert shown(compare(old, new, "x"))[0] == ("a", alone, False)
    more = text(f"c: {RIGHTS}", f"d: {BORDERS}", f"e: {CONSULAR}")
    beside = compare(old, Document([*new, *more]), "x")
    assert shown(beside)[0] == ("a", alone, False)
    rewritten = text("b: Statistics " + " ".join(f"w{place}" for place in range(40)))
    beside = compare(old, Document([new["a"], *rewritten]), "x")
    assert shown(beside)[0] == (
        "a",
        f"[-{ours} of friendly States-]{{+{theirs} of neighbouring governments too+}}",
        False,
    )


def test_words_of_a_paragraph_that_moves_allow_no_more_marks():
    ours, theirs = "our common duty", "a shared burden"
    old = text("m: one", f"a: {ours} of friendly States", "b: Statistics")
    long = " ".join(f"w{place}" for place in range(60))
    new = text(f"a: {theirs} of neighbouring governments too", "b: Statistics", f"m: one {long}")
    alone = f"[-{ours}-]{{+{theirs}+}} of [-friendly States-]{{+neighbouring governments too+}}"
    assert ("a", alone, False) in shown(compare(old, new, "x"))
