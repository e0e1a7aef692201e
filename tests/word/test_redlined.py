"""Tracked changes as other programs read them: accepting all gives the result, rejecting all the base."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.text.compare import compare
from app.text.paragraph import Paragraph, Role
from app.text.redline import Line, Piece, Redline
from app.text.rows import BAR
from app.text.runs import NOTE_ANCHOR, Run
from app.word.redlined import Signature, redlined
from app.word.writing.markup import legal, name
from app.word.writing.styles import style_name
from tests.support import oracles
from tests.support.laws import DEPTH
from tests.text import strategies
from tests.word.lines import AT, FRONT, SIGNATURES, accepted, lines, rejected, words

few = settings(max_examples=40 * DEPTH, deadline=None)

CASES = {
    "kept": "=one | =two",
    "words": "=one {-a old}{+a new} end | =two {+a long}{-b er}",
    "nested": "=one {+a come }{+a-b gone}{+a  again}",
    "emptied": "=one | ={-a two} | =three",
    "first_comes": "+a zero | =one",
    "first_goes": "-a zero | =one",
    "middle": "=one | -a two | +b three | =four",
    "middle_runs": "=one | -a two | -a three | +b four | +c five | =six",
    "last_comes": "=one | +a two",
    "two_come_last": "=one | +a two | +b three",
    "last_goes": "=one | -a two",
    "two_go_last": "=one | -a two | -b three",
    "last_replaced": "=one | -a two | +b three",
    "last_replaced_after": "=one | +b three | -a two",
    "moved_to_end": "-a one | =two | =three | +a one",
    "moved_to_start": "+a three | =one | =two | -a three",
    "all_go": "-a one | -b two",
    "all_come": "+a one | +b two",
    "all_replaced": "-a one | -b two | +a three | +c four",
    "all_replaced_before": "+a one | -b two",
    "all_replaced_mixed": "+a one | -b two | +a three | -b four",
    "empty_comes": "=one | +a | =two",
    "empty_comes_last": "=one | +a",
    "empty_goes": "=one | -a | =two",
}
STRUCK = {
    "come_and_gone": "=one | +a-b two | =three",
    "come_and_gone_last": "=one | +a-b two",
    "come_and_gone_first": "+a-b one | =two",
    "come_and_gone_between": "+a one | +a-b two | -c three",
    "only_come_and_gone": "+a-b one | +a-c two",
}
"""Inserted by one and deleted by another. LibreOffice keeps only one of the two on a paragraph mark, so it is not asked."""


def written(these, signatures=SIGNATURES, front=FRONT, labels=None):
    return redlined(Redline(tuple(these)), signatures, front, labels or {})


def style_names(data):
    """The name of the style of each paragraph."""
    known = {
        style.get(name("styleId")): style.find(name("name")).get(name("val"))
        for style in oracles.part(data, "word/styles.xml").iter(name("style"))
    }
    return [known[style] for style in oracles.styled(data)]


@pytest.mark.parametrize("case", [*CASES, *STRUCK])
def test_last_paragraphs_and_others(case):
    these = lines({**CASES, **STRUCK}[case])
    data = written(these, labels={f"p{place}": f"OP{place} bis" for place in range(0, 9, 2)})
    assert oracles.lint(data) == []
    for resolve, expected in (("accept", accepted(these)), ("reject", rejected(these))):
        resolved = oracles.resolved(resolve, data)
        assert oracles.paragraphs(resolved) == words(expected)
        if expected:
            assert style_names(resolved) == [style_name(line.paragraph) for line in expected]


@pytest.mark.office
@pytest.mark.parametrize("what", ["accept", "reject"])
def test_libreoffice_agrees(what, tmp_path):
    redlines = {case: lines(spec) for case, spec in CASES.items()}
    answers = oracles.office(what, {case: written(these) for case, these in redlines.items()}, tmp_path)
    resolve = accepted if what == "accept" else rejected
    assert {case: answer.get("body") for case, answer in answers.items()} == {
        case: words(resolve(these)) for case, these in redlines.items()
    }
    assert not any(answer.get("lost") for answer in answers.values())


@few
@given(strategies.revisions())
def test_a_comparison_reads_as_both_revisions(revisions):
    old, new = revisions
    data = written(compare(old, new, "a").lines)
    assert oracles.lint(data) == []
    assert oracles.accepted(data) == [legal(paragraph.text) for paragraph in new] or [""]
    assert oracles.rejected(data) == [legal(paragraph.text) for paragraph in old] or [""]


authors = st.sampled_from([None, None, "a", "b", "c"])


@st.composite
def redlines(draw):
    """Any lines by three authors."""
    made = []
    for place in range(draw(st.integers(1, 6))):
        inserted, deleted = draw(authors), draw(authors)
        pieces = []
        for run in draw(strategies.runs):
            whole = inserted is not None or deleted is not None
            pieces.append(Piece(run, inserted if whole else draw(authors), deleted if whole else draw(authors)))
        paragraph = Paragraph(f"p{place}", draw(strategies.roles), tuple(piece.run for piece in pieces), 1)
        remarks = draw(st.sampled_from([(), ("a",), ("b", "c")]))
        made.append(Line(paragraph, tuple(pieces), inserted, deleted, remarks=remarks))
    return tuple(made)


@few
@given(redlines())
def test_any_redline_reads_as_its_base_and_its_result(these):
    signatures = {change: replace(signed, comment=f"why {change}") for change, signed in SIGNATURES.items()}
    data = written(these, signatures)
    assert oracles.lint(data) == []
    for resolve, expected in (("accept", accepted(these)), ("reject", rejected(these))):
        resolved = oracles.resolved(resolve, data)
        if any(line.paragraph.role is Role.ROW for line in these):
            # A table has cells and not bars, and something stands between two tables.
            told = " ".join(oracles.paragraphs(resolved)).split()
            assert "".join(told) == "".join("".join(legal(text) for text in words(expected)).replace(BAR, "").split())
            continue
        assert oracles.paragraphs(resolved) == [legal(text) for text in words(expected)]
        if expected:
            assert style_names(resolved) == [style_name(line.paragraph) for line in expected]


@pytest.fixture
def full():
    """A redline with a bit of everything."""
    these = list(lines("=zero | =one {-a old}{+b new} {+b come }{+b-a gone} | -a two | +c three | =four"))
    noted = Paragraph("noted", Role.OPERATIVE, (Run("Recalls"), Run(NOTE_ANCHOR, note="A/RES/71/1")))
    these.insert(2, Line(noted, (Piece(noted.runs[0]), Piece(noted.runs[1], "b")), remarks=("c",)))
    gone = Paragraph("gone", Role.HEADING, (Run("Notes"), Run(NOTE_ANCHOR, note=" old\tnote\nof two lines")), 2)
    these.append(Line(gone, tuple(Piece(run, None, "a") for run in gone.runs), None, "a"))
    signatures = {change: replace(signed, comment=f"why {change}\nindeed") for change, signed in SIGNATURES.items()}
    front = replace(FRONT, language="es", line_numbers=True)
    return written(these, signatures, front, {"p0": "PP1", "p1": "OP7 bis", "noted": "OP8", "p3": "100%1"})


def test_the_schema_has_nothing_against_it(full, tmp_path):
    assert oracles.schema_errors(full, tmp_path) == []


@pytest.mark.parametrize("case", ["last_comes", "all_replaced", "all_go", "come_and_gone_last"])
def test_the_schema_has_nothing_against_the_ends(case, tmp_path):
    assert oracles.schema_errors(written(lines({**CASES, **STRUCK}[case])), tmp_path) == []


def test_same_input_same_bytes(full):
    these = lines(CASES["middle"])
    assert written(these) == written(these)
    with zipfile.ZipFile(io.BytesIO(full)) as archive:
        assert archive.testzip() is None


def test_each_delegation_signs_its_own_changes():
    body = oracles.part(written(lines("=one {-a old}{+b new}{+c undated} | =two")))
    (deleted,) = body.iter(name("del"))
    added, undated = body.iter(name("ins"))
    assert deleted.get(name("author")) == "Guatemala"
    assert added.get(name("author")) == "Honduras"
    assert added.get(name("date")) == added.get(name("w16du:dateUtc")) == "2017-04-24T15:30:00Z"
    assert undated.get(name("author")) == "United States of America"
    assert undated.get(name("date")) is None and undated.get(name("w16du:dateUtc")) is None


def test_dates_are_written_in_utc():
    local = datetime(2017, 4, 24, 9, 30, 59, 999, tzinfo=timezone(timedelta(hours=-6)))
    body = oracles.part(written(lines("=one {+a new}"), {"a": Signature("Mexico", local)}))
    assert next(body.iter(name("ins"))).get(name("date")) == "2017-04-24T15:30:59Z"


def test_a_deletion_stands_inside_the_insertion_it_strikes():
    body = oracles.part(written(lines("=one {+a come }{+a-b gone}{+a  more}")))
    (inserted,) = body.iter(name("ins"))
    assert [child.tag for child in inserted] == [name("r"), name("del"), name("r")]
    assert "".join(inserted.itertext(name("delText"))) == "gone"


def test_a_change_without_a_signature_is_refused():
    with pytest.raises(KeyError):
        written(lines("=one {+z new}"))


def test_long_names_are_clipped_to_what_word_holds():
    signed = {"a": Signature("Á" * 300, AT, "why")}
    data = written(lines("=one {+a new}"), signed)
    assert next(oracles.part(data).iter(name("ins"))).get(name("author")) == "Á" * 255
    (comment,) = oracles.part(data, "word/comments.xml")
    assert comment.get(name("author")) == "Á" * 255
    assert 0 < len(comment.get(name("initials"))) <= 9


def test_further_edits_are_tracked():
    assert oracles.part(written(lines("=one")), "word/settings.xml").find(name("trackRevisions")) is not None


def test_people_are_listed_once_in_order():
    data = written(lines("=one {+b x}{-a y}{+b z}"))
    people = oracles.part(data, "word/people.xml")
    assert [person.get(name("w15:author")) for person in people] == ["Honduras", "Guatemala"]


def test_a_comment_stands_once_where_its_change_first_shows():
    signed = {"a": replace(SIGNATURES["a"], comment="why\n\nindeed"), "b": SIGNATURES["b"]}
    data = written(lines("=zero {+b x} | =one {-a old}{+a new} end | -a two | =three"), signed)
    (comment,) = oracles.part(data, "word/comments.xml")
    assert comment.get(name("author")) == "Guatemala" and comment.get(name("initials")) == "GUA"
    assert oracles.paragraphs(data, "word/comments.xml") == ["why", "", "indeed"]
    place = oracles.part(data).find(f"{name('body')}")[1]
    tags = [child.tag.rpartition("}")[2] for child in place]
    start, end = tags.index("commentRangeStart"), tags.index("commentRangeEnd")
    assert tags[start + 1 : end] == ["del", "ins"]
    assert place[end + 1].find(name("commentReference")).get(name("id")) == comment.get(name("id"))


def test_a_remark_is_a_comment_on_the_whole_paragraph():
    these = [replace(lines("=one | =two")[1], remarks=("a",))]
    data = written(these, {"a": replace(SIGNATURES["a"], comment="Keep.")})
    (place, _) = oracles.part(data).find(name("body"))
    inside = [child.tag.rpartition("}")[2] for child in place]
    assert inside[2:6] == ["commentRangeStart", "r", "commentRangeEnd", "r"]
    assert oracles.left(data) == set()


def test_two_comments_on_one_paragraph_are_two():
    signed = {change: replace(signed, comment="why") for change, signed in SIGNATURES.items()}
    data = written(lines("+a one {+a two} | =x {+b one}{+b-c both}{-c two}"), signed)
    assert oracles.lint(data) == []
    assert len(oracles.part(data, "word/comments.xml")) == 3


def test_a_new_note_comes_with_its_text_tracked_and_an_old_one_goes_so(full):
    new, old = [note for note in oracles.part(full, "word/footnotes.xml") if note.get(name("type")) is None]
    assert "".join(new.find(f".//{name('ins')}").itertext(name("t"))) == " A/RES/71/1"
    assert "".join(old.find(f".//{name('del')}").itertext(name("delText"))) == "  oldnoteof two lines"
    references = list(oracles.part(full).iter(name("footnoteReference")))
    assert [reference.getparent().getparent().tag for reference in references] == [name("ins"), name("del")]


def test_a_moved_paragraph_bears_its_bookmark_once():
    old, kept, new = lines("-a one | =two | +a one")
    moved = [replace(old, moved=True), kept, replace(new, paragraph=old.paragraph, moved=True)]
    names = re.findall(rb'w:name="(pt_\w+)"', zipfile.ZipFile(io.BytesIO(written(moved))).read("word/document.xml"))
    assert names == [b"pt_p0", b"pt_p1"]
