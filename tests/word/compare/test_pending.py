"""Changes by others that are still pending in the old document stay what they are, under the names of who made them."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.word.changes import changes
from app.word.compare import Incomparable, compare
from app.word.resolve import accept, reject
from tests.support import oracles
from tests.support.laws import DEPTH
from tests.word.compare.documents import AT, read, written
from tests.word.compare.laws import xml
from tests.word.compare.test_comparison import document, edited, fit_for_word
from tests.word.making import by, dele, docx, ins, p, t
from tests.word.samples import samples

many = settings(max_examples=40 * DEPTH, deadline=None)
seeds = st.integers(min_value=0, max_value=2**32)


def versions(seed: int, number: int) -> list[bytes]:
    """A text and what became of it, step by step."""
    chance = random.Random(seed)
    blocks = [fit_for_word(chance, list(document(chance)))]
    while len(blocks) < number:
        blocks.append(fit_for_word(chance, list(edited(chance, blocks[-1]))))
    return [written(*each) for each in blocks]


def texts(data: bytes) -> list[str]:
    return ["".join(text for _, text in paragraph.texts) for paragraph in read(data)]


@many
@given(seeds)
def test_what_others_proposed_is_still_proposed(seed):
    first, second, last = versions(seed, 3)
    pending = compare(first, second, "Honduras", AT)
    out = compare(pending, last, "France", AT)
    assert read(reject(out)) == read(first)
    assert read(accept(out)) == read(last)
    without = reject(out, ["France"])
    assert read(reject(without)) == read(first)
    assert texts(accept(without)) == texts(second)
    assert oracles.rejected(out) == oracles.accepted(first)
    assert oracles.accepted(out) == oracles.accepted(last)


@many
@given(seeds)
def test_one_may_follow_another(seed):
    first, *others = versions(seed, 4)
    out = first
    for author, version in zip(("Honduras", "France", "Panama"), others, strict=True):
        out = compare(out, version, author, AT)
    assert read(reject(out)) == read(first)
    assert read(accept(out)) == read(others[-1])
    assert oracles.lint(out) == []


def test_the_schema_has_nothing_against_it(tmp_path):
    for seed in range(12):
        first, second, last = versions(seed, 3)
        out = compare(compare(first, second, "Honduras", AT), last, "France", AT)
        assert oracles.schema_errors(out, tmp_path) == []


def test_every_kind_of_change_is_kept():
    for name, data, _ in samples("good"):
        out = compare(data, accept(data), "Panama", AT)
        assert changes(out) == changes(data), name


def said(data: bytes) -> list[tuple[str, str | None, str]]:
    return [(change.kind, change.author, change.text) for change in changes(data)]


def test_a_word_of_which_others_changed_a_part_is_one_word():
    pending = docx(p(t("The State") + ins("s", "Honduras") + t(" shall pro") + dele("x", "Honduras") + t("tect all.")))
    out = compare(pending, docx(p(t("The States shall protect all children."))), "France", AT)
    assert said(out) == [
        ("insertion", "Honduras", "s"),
        ("deletion", "Honduras", "x"),
        ("insertion", "France", " children"),
    ]
    assert "pro</w:t>" in xml(out)


def test_what_one_put_in_another_may_take_out():
    pending = docx(p(t("All ") + ins("regular migrants ", "Honduras") + t("have rights.")))
    out = compare(pending, docx(p(t("All migrants have rights."))), "France", AT)
    assert said(out) == [("insertion", "Honduras", "regular migrants "), ("deletion", "France", "regular ")]


def test_a_look_that_two_changed_is_what_it_was_when_both_are_rejected():
    bold = f"<w:b/><w:rPrChange {by('Honduras')}><w:rPr><w:i/></w:rPr></w:rPrChange>"
    out = compare(docx(p(t("All.", bold))), docx(p(t("All.", "<w:strike/>"))), "France", AT)
    assert "<w:strike/>" in xml(accept(out))
    assert "<w:i/>" in xml(reject(out))
    assert "<w:b/>" not in xml(reject(out))


TABLE = (
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
    f"<w:tr><w:tc><w:tcPr/>{p(t('One.'))}</w:tc></w:tr></w:tbl>{p(t('The end.'))}"
)
GONE = f"<w:rPr><w:del {by('Honduras')}/></w:rPr>"
IN_A_CONTROL = f"<w:sdt><w:sdtPr/><w:sdtContent>{t('All')}{dele(' migrants', 'Honduras')}</w:sdtContent></w:sdt>"


def test_of_a_paragraph_that_went_before_a_table_no_link_stays():
    link = f'<w:hyperlink w:anchor="b">{dele("See there.", "Honduras")}</w:hyperlink>'
    pending = docx(p() + p(t("All.")) + p(link, ppr=GONE) + TABLE)
    out = compare(pending, docx(p(t("All.")) + TABLE), "France", AT)
    assert oracles.paragraphs(accept(out)) == ["All.", "One.", "The end."]
    assert said(out) == [("paragraph_deletion", "France", ""), *said(pending)]


def test_a_control_goes_with_its_words_though_others_took_some_of_them_before():
    out = compare(docx(p(IN_A_CONTROL) + TABLE), docx(TABLE), "France", AT)
    assert oracles.paragraphs(accept(out)) == ["One.", "The end."]
    assert oracles.paragraphs(reject(out)) == ["All migrants", "One.", "The end."]
    assert "w:sdt" not in xml(accept(out))


def test_a_control_stays_where_others_took_all_that_was_in_it():
    emptied = docx(p(t("Some. ") + IN_A_CONTROL.replace(t("All"), "")) + TABLE)
    assert said(compare(emptied, docx(p(t("Some. ")) + TABLE), "France", AT)) == said(emptied)


@pytest.mark.parametrize(
    "body",
    [
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr>"
        f"<w:cellDel {by()}/></w:tcPr>{p(t('One.'))}</w:tc></w:tr></w:tbl>{p()}",
        p(f'<w:fldSimple w:instr="PAGE">{ins("1")}</w:fldSimple>'),
        p(t("One."), ppr=f"<w:rPr><w:del {by()}/></w:rPr><w:sectPr/>") + p(t("Two.")),
        f"<w:ins {by()}>{p(t('One.'))}</w:ins>",
    ],
    ids=["cell", "field", "section", "around a paragraph"],
)
def test_what_cannot_be_kept_is_refused(body):
    with pytest.raises(Incomparable, match="Accept or reject"):
        compare(docx(body), docx(p(t("One."))), "France", AT)
