"""What people and programs do to a file before it comes back."""

import re
from itertools import count

import pytest
from hypothesis import given, settings

from app.text.apply import apply
from app.text.change import Delete, Insert, Move, Replace
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import Mark, Run, plain, runs_of
from app.word.read import document_of, read
from app.word.returned import Base, Untaken, coming_apart, returned
from app.word.unreadable import Reason, Unreadable
from tests.support.laws import DEPTH
from tests.word.making import unzipped, zipped
from tests.word.returned.by_hand import DATE, MAIN, deleted, edited, inserted, paragraph, run, tracked, without_keys
from tests.word.returned.laws import capital, made, opened, peaceful, reads, sent_back, shown
from tests.word.samples import samples

WORDS = (
    "Reaffirming the human rights of all migrants, regardless of their migration status,",
    "We will protect migrants who are victims of offences in countries of transit and destination.",
    "We will promote safe, orderly and regular migration and more efficient border management.",
    "We will strengthen consular cooperation among the countries of the region.",
)
BASE = Document(Paragraph(f"k{place}", Role.OPERATIVE, runs_of(words)) for place, words in enumerate(WORDS))
INS = f'<w:ins w:id="31" w:author="Ana"{DATE}/>'
DEL = f'<w:del w:id="32" w:author="Ana"{DATE}/>'


@pytest.fixture
def home() -> bytes:
    return capital(BASE)


def result(back) -> list[str]:
    """The text with everything made that was found."""
    acts = tuple(act for found in back.found for act in found.acts)
    return [each.text for each in apply(BASE, acts)]


def split(data: bytes, key: str, at: str, mark: str = INS) -> bytes:
    """The paragraph parted before `at`, as pressing Enter there does."""
    body = unzipped(data)[MAIN].decode()
    whole = re.search(rf"<w:p><w:pPr>((?:(?!</w:pPr>).)*)</w:pPr>((?:(?!</w:p>).)*pt_{key}(?:(?!</w:p>).)*)</w:p>", body)
    look, inside = whole[1], whole[2]
    first, second = inside.split(at, 1)
    return edited(
        data,
        whole[0],
        f"<w:p><w:pPr>{look}<w:rPr>{mark}</w:rPr></w:pPr>{first}</w:t></w:r></w:p>"
        f'<w:p><w:pPr>{look}</w:pPr><w:r><w:t xml:space="preserve">{at}{second}</w:p>',
    )


def marks_tracked(data: bytes, key: str, mark: str) -> bytes:
    """The mark of a paragraph tracked: with a deletion it runs on into the next."""
    body = unzipped(data)[MAIN].decode()
    start = body.rindex("<w:pPr>", 0, body.index(f"pt_{key}"))
    end = body.index("</w:pPr>", start)
    old = body[start : end + 8] + body[end + 8 : body.index(f"pt_{key}")]
    return edited(data, old, old.replace("</w:pPr>", f"<w:rPr>{mark}</w:rPr></w:pPr>", 1))


def beginning(data: bytes, key: str) -> str:
    """A paragraph from its start to its key."""
    return re.search(rf"<w:p>(?:(?!</w:p>).)*pt_{key}", unzipped(data)[MAIN].decode())[0]


def test_a_split_paragraph_is_one_amendment_of_two_changes(home):
    back = opened(split(home, "k1", "who are"), BASE)
    words, new = back.found
    assert isinstance(words.acts[0], Replace) and isinstance(new.acts[0], Insert) and new.behind == ("k1",)
    assert back.groups == (0, 0)
    assert result(back)[1:3] == ["We will protect migrants", WORDS[1].removeprefix("We will protect migrants ")]


def test_merged_paragraphs_are_one_amendment(home):
    back = opened(marks_tracked(home, "k1", DEL), BASE)
    assert [type(found.acts[0]) for found in back.found] == [Replace, Delete] and back.groups == (0, 0)
    assert result(back)[1] == WORDS[1] + WORDS[2]


def test_a_paragraph_that_was_cut_and_pasted_has_moved(home):
    body = unzipped(home)[MAIN].decode()
    found = re.search(r"<w:p>(?:(?!</w:p>).)*pt_k0(?:(?!</w:p>).)*</w:p>", body)[0]
    gone = paragraph(deleted(WORDS[0], "Ana"), mark=DEL)
    there = found.replace("</w:pPr>", f"<w:rPr>{INS}</w:rPr></w:pPr>")
    there = there.replace("<w:r>", f'<w:ins w:id="9" w:author="Ana"{DATE}><w:r>').replace("</w:r>", "</w:r></w:ins>")
    last = beginning(home, "k3")
    (one,) = opened(edited(edited(home, found, gone), last, there + last), BASE).found
    assert one.acts == (Move("k0", "k2"),) and one.authors == ("Ana",)


def test_a_paragraph_written_anew_in_the_place_of_another_is_one_amendment(home):
    gone = marks_tracked(tracked(home, WORDS[1], "", "Ana"), "k1", DEL)
    new = paragraph(inserted("States shall cooperate in good faith.", "Ana"), mark=INS)
    third = beginning(gone, "k2")
    back = opened(edited(gone, third, new + third), BASE)
    assert [type(found.acts[0]) for found in back.found] == [Delete, Insert] and back.groups == (0, 0)
    assert result(back)[1] == "States shall cooperate in good faith."


def test_what_was_changed_without_tracking_is_found_and_is_nobodys(home):
    data = tracked(tracked(home, "offences", "crimes", untracked=True), "consular", "judicial")
    untracked, seen = opened(data, BASE).found
    assert untracked.untracked and untracked.authors == () and "crimes" in plain(untracked.acts[0].runs)
    assert not seen.untracked and seen.authors == ("Ana",)


def test_tracked_and_not_in_one_paragraph_are_told_apart(home):
    data = tracked(tracked(home, "offences", "crimes", untracked=True), "countries of transit", "States of transit")
    one, other = opened(data, BASE).found
    assert (one.untracked, one.authors, other.untracked, other.authors) == (True, (), False, ("Ana",))
    assert plain(one.acts[0].runs) == WORDS[1].replace("offences", "crimes")
    assert plain(other.acts[0].runs) == WORDS[1].replace("countries of transit", "States of transit")


def test_without_tracking_a_paragraph_came_and_another_went(home):
    body = unzipped(home)[MAIN].decode()
    gone = re.search(r"<w:p>(?:(?!</w:p>).)*pt_k1(?:(?!</w:p>).)*</w:p>", body)[0]
    back = opened(edited(home, gone, paragraph(run("Quite another thing about fisheries and tariffs."))), BASE)
    assert all(found.untracked and not found.authors for found in back.found)
    assert result(back) == [WORDS[0], "Quite another thing about fisheries and tariffs.", *WORDS[2:]]


def test_an_insertion_that_somebody_else_edited_is_what_remained(home):
    data = tracked(home, "offences", "crimes and abuses", "Ana")
    old = inserted("crimes and abuses", "Ana")
    parts = f'<w:ins w:id="5" w:author="Ana"{DATE}>{run("crimes ")}{deleted("and abuses", "Berta")}</w:ins>'
    back = opened(edited(data, old, parts + inserted("of any kind", "Berta")), BASE)
    (one,) = back.found
    assert one.entangled and set(one.authors) == {"Ana", "Berta"}
    assert plain(one.acts[0].runs) == WORDS[1].replace("offences", "crimes of any kind")


def test_an_insertion_that_its_author_edited_is_no_longer_there(home):
    data = tracked(home, "offences", "crimes", "Ana")
    old = inserted("crimes", "Ana")
    (one,) = opened(edited(data, old, old + inserted(" and abuses", "Ana")), BASE).found
    assert plain(one.acts[0].runs) == WORDS[1].replace("offences", "crimes and abuses") and not one.entangled


def test_a_new_paragraph_that_somebody_else_took_out_again_is_only_counted(home):
    nested = f'<w:ins w:id="5" w:author="Ana"{DATE}>{deleted("Nothing of it.", "Berta")}</w:ins>'
    new = paragraph(nested, mark=INS + DEL.replace("Ana", "Berta"))
    third = beginning(home, "k2")
    back = opened(edited(home, third, new + third), BASE)
    assert back.found == () and back.untaken == {Untaken.UNDONE: 1}


def test_personal_information_was_removed(home):
    data = tracked(home, "offences", "crimes", "Author", date="")
    nameless = edited(data, 'w:id="900" w:author="Author"', 'w:id="900"')
    for each in (data, nameless):
        (one,) = opened(each, BASE).found
        assert one.authors == ("Author",) and {change.date for change in one.tracked} == {None}


def test_bold_that_was_tracked_is_a_change_of_marks_alone(home):
    data = tracked(home, "offences", "OFFENCES", untracked=True)
    change = f'<w:rPrChange w:id="8" w:author="Ana"{DATE}><w:rPr/></w:rPrChange>'
    bold = f"<w:r><w:rPr><w:b/>{change}</w:rPr><w:t>offences</w:t></w:r>"
    (one,) = opened(edited(data, run("OFFENCES"), bold), BASE).found
    assert one.formatting and not one.untracked and Run("offences", frozenset({Mark.BOLD})) in one.acts[0].runs


def test_a_style_that_makes_everything_bold_changes_nothing(home):
    parts = unzipped(home)
    styles = parts["word/styles.xml"].replace(b'w:val="Operative"/>', b'w:val="Operative"/><w:rPr><w:b/></w:rPr>', 1)
    data = tracked(zipped({**parts, "word/styles.xml": styles}), "offences", "crimes")
    (one,) = opened(data, BASE).found
    assert one.acts == (Replace("k1", runs_of(WORDS[1].replace("offences", "crimes"))),)


def test_a_comment_is_offered_with_the_change_it_stands_by(home):
    back = opened(commented(tracked(home, "offences", "crimes"), "k1", "The term of the Palermo Protocol."), BASE)
    (one,) = back.found
    assert [(remark.author, remark.text) for remark in one.remarks] == [("Berta", "The term of the Palermo Protocol.")]
    back = opened(commented(tracked(home, "offences", "crimes"), "k3", "Ask the lawyers."), BASE)
    assert back.found[0].remarks == () and [remark.text for remark in back.remarks] == ["Ask the lawyers."]


def commented(data: bytes, key: str, words: str) -> bytes:
    parts = unzipped(data)
    comment = (
        f'<w:comment w:id="70" w:author="Berta" w:initials="B">{paragraph(run(words), style="CommentText")}</w:comment>'
    )
    root = '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    rels = parts["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    rels = rels.replace("</Rel", f'<Relationship Id="rIdC" Type="{kind}" Target="comments.xml"/></Rel')
    with_part = zipped(
        {**parts, "word/comments.xml": f"{root}{comment}</w:comments>", "word/_rels/document.xml.rels": rels}
    )
    name = f'w:name="pt_{key}"/>'
    return edited(with_part, name, f'{name}<w:r><w:commentReference w:id="70"/></w:r>')


@settings(max_examples=30 * DEPTH, deadline=None)
@given(peaceful())
def test_keys_lost_the_words_tell(given_):
    base, proposed = given_
    if len(proposed) != 1 or any(isinstance(act, Delete | Move) for act in proposed[0].acts):
        return
    data = without_keys(sent_back(base, proposed))
    back = returned(data, [Base("r", base)])
    acts = [act for found in back.found for act in found.acts]
    assert reads(made(base, acts)) == reads(shown(base, proposed, proposed[0]))
    assert not any(found.untracked for found in back.found)


def test_without_its_keys_the_score_is_said(home):
    back = opened(without_keys(tracked(home, "offences", "crimes")), BASE)
    (one,) = back.found
    assert not one.by_key and one.score == 1.0 and not back.remembered


def test_the_base_is_the_one_the_file_remembers_else_the_one_it_is_most_like(home):
    newer = Document([*BASE.paragraphs[:3], Paragraph("k9", Role.OPERATIVE, runs_of("A new closing paragraph."))])
    bases = [Base("newer", newer), Base("r", BASE)]
    data = tracked(home, "offences", "crimes")
    back = returned(data, bases)
    assert (back.revision, back.remembered) == ("r", True)
    back = returned(without_keys(data), bases)
    assert (back.revision, back.remembered, len(back.found)) == ("r", False, 1)
    back = returned(data, bases[:1])
    assert (back.revision, back.elsewhere) == ("newer", True)


def test_macros_objects_and_links_are_neither_run_nor_followed(home):
    parts = unzipped(tracked(home, "offences", "crimes"))
    rels = parts["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    target = 'Target="http://outside.invalid/t.dotm" TargetMode="External"'
    outside = f'<Relationship Id="x1" Type="{kind}attachedTemplate" {target}/>'
    parts |= {
        "word/_rels/document.xml.rels": rels.replace("</Rel", outside + "</Rel"),
        "word/vbaProject.bin": b"\xd0\xcf\x11\xe0macro",
        "word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0",
        "customXml/item1.xml": b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///none'>]><x>&e;</x>",
    }
    assert len(opened(zipped(parts), BASE).found) == 1


def test_more_paragraphs_than_any_text_has_are_refused(home, monkeypatch):
    monkeypatch.setattr(coming_apart, "MOST_PARAGRAPHS", 3)
    with pytest.raises(Unreadable) as refused:
        opened(home, BASE)
    assert refused.value.reason is Reason.TOO_LARGE


def test_too_many_authors_are_not_told_apart(home, monkeypatch):
    monkeypatch.setattr(coming_apart, "MOST_AUTHORS", 1)
    data = tracked(tracked(home, "offences", "crimes", "Ana"), "countries of transit", "States of transit", "Berta")
    (one,) = opened(data, BASE).found
    assert set(one.authors) == {"Ana", "Berta"} and one.entangled
    assert "crimes" in plain(one.acts[0].runs) and "States of transit" in plain(one.acts[0].runs)


@pytest.mark.parametrize("kind", ["good", "bad"])
def test_files_by_others_come_apart_or_are_refused(kind):
    for name, data, known in samples(kind):
        try:
            back = returned(data, [Base("r", BASE)])
        except Unreadable:
            assert kind == "bad", name
            continue
        assert len(back.groups) == len(back.found), (name, known)


def test_what_others_mark_up_comes_back_whole():
    """Their text before is the base; the text with all that was found is their text after."""
    checked = 0
    for name, data, known in samples("good"):
        if not {"accept", "reject"} <= known.keys() or not any(known["reject"]):
            continue
        base = document_of(read(data, accept=False), map("s{}".format, count()).__next__)
        back = returned(data, [Base("r", base)])
        acts = tuple(act for found in back.found for act in found.acts)
        words = [word for each in apply(base, acts) for word in each.text.replace("|", " ").split()]
        assert words == [word for each in known["accept"] for word in each.split()], name
        checked += 1
    assert checked > 10
