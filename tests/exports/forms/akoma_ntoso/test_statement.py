import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.exports.forms.akoma_ntoso import Adoption, statement
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.rows import BAR
from app.text.runs import NOTE_ANCHOR, Mark, Run
from app.word.writing.markup import legal
from tests.exports.forms.akoma_ntoso.papers import PAPER, A, ids, paragraph, valid
from tests.text.strategies import documents, some

ADOPTION = Adoption("Los Estados aprueban el texto.", ("República de Panamá", "México"), "San Salvador", "Huella: 12ab")
labels = st.sampled_from(("", "", "OP1", "OP7 bis", "(a)", "IV", "§ 3", "á"))


def made(*paragraphs: Paragraph, labels: dict[str, str] | None = None, adoption: Adoption | None = None) -> etree._Element:
    return valid(statement(Document(paragraphs), labels or {}, PAPER, adoption))


def shape(element: etree._Element) -> str:
    """The elements of the hierarchy, each with those in it."""
    inner = "".join(shape(each) for each in element if etree.QName(each).localname not in ("p", "num"))
    return f"{etree.QName(element).localname}({inner})" if inner else f"{etree.QName(element).localname} "


def test_preface_preamble_body_and_conclusions() -> None:
    root = made(
        paragraph("t", Role.TITLE),
        paragraph("p1", Role.PREAMBULAR),
        paragraph("h", Role.HEADING, level=1),
        paragraph("o1", Role.OPERATIVE),
        paragraph("i1", Role.ITEM),
        paragraph("s1", Role.SUBITEM),
        paragraph("i2", Role.ITEM),
        paragraph("o2", Role.OPERATIVE),
        paragraph("c", Role.CLOSING),
        labels={"p1": "PP1", "o1": "OP1", "i1": "a)"},
    )
    found = root.find(f"{A}statement")
    assert [etree.QName(each).localname for each in found] == ["meta", "preface", "preamble", "mainBody", "conclusions"]
    assert shape(found.find(f"{A}mainBody")) == (
        "mainBody(section(heading paragraph(intro point(intro indent(content ))point(content ))paragraph(content )))"
    )
    assert [num.text for num in root.iter(f"{A}num")] == ["PP1", "OP1", "a)"]
    assert {each.get("wId"): each.get("eId") for each in root.iter() if each.get("wId")} == {
        "t": "preface__p_nn-1",
        "p1": "recs_1__rec_pp1",
        "h": "sec_nn-1",
        "o1": "sec_nn-1__para_op1",
        "i1": "sec_nn-1__para_op1__point_a",
        "s1": "sec_nn-1__para_op1__point_a__indent_nn-1",
        "i2": "sec_nn-1__para_op1__point_nn-1",
        "o2": "sec_nn-1__para_nn-1",
        "c": "conclusions__p_nn-1",
    }


def test_its_names_follow_the_convention_and_every_revision_is_of_one_work() -> None:
    root = made(paragraph("o1", Role.OPERATIVE))
    work = "/akn/un/statement/deliberation/rcm/2017-03-30/rcm-2017-dd-1"
    assert [each.get("value") for each in root.iter(f"{A}FRBRuri")] == [
        work,
        f"{work}/spa@2017-04-01",
        f"{work}/spa@2017-04-01.akn",
    ]
    assert root.find(f".//{A}FRBRlanguage").get("language") == "spa"
    assert root.find(f".//{A}publication").attrib == {
        "date": "2017-04-01",
        "name": "Rev.1",
        "showAs": "Conferencia Regional sobre Migración",
        "number": "RCM/2017/DD.1",
    }


def test_words_marks_lines_and_notes_are_kept() -> None:
    runs = (
        Run("All "),
        Run("rights", frozenset({Mark.BOLD, Mark.ITALIC})),
        Run(NOTE_ANCHOR, note="Which?"),
        Run(" & more\nhere"),
    )
    words = made(Paragraph("o", Role.OPERATIVE, runs)).find(f".//{A}content/{A}p")
    assert etree.tostring(words, encoding="unicode").split(">", 1)[1].startswith("All <b><i>rights</i></b><authorialNote")
    assert "".join(words.itertext()) == "All rightsWhich? & morehere"
    assert words.find(f"{A}br").tail == "here"


def test_equal_numbers_still_have_ids_of_their_own() -> None:
    root = made(*(paragraph(key, Role.OPERATIVE) for key in "abc"), labels={"a": "1.", "b": "1", "c": "(1)"})
    body = root.find(f".//{A}mainBody")
    assert [each.get("eId") for each in body] == ["para_1", "para_1-dup2", "para_1-dup3"]


def test_an_agreed_text_names_the_states_that_adopt_it() -> None:
    root = made(paragraph("o", Role.OPERATIVE), adoption=ADOPTION)
    assert root.find(f"{A}statement").get("name") == "declaration"
    assert [each.text for each in root.iter(f"{A}organization")] == ["República de Panamá", "México"]
    said = {each.get("eId"): each.get("showAs") for each in root.iter(f"{A}TLCOrganization")}
    assert said["org.mexico"] == "México"
    refers = [each.get("refersTo") for each in root.iter(f"{A}organization")]
    assert {each.removeprefix("#") for each in refers} <= set(said)
    assert "San Salvador" in "".join(root.find(f".//{A}conclusions").itertext())


def test_an_empty_text_is_a_draft_with_an_empty_body() -> None:
    root = made()
    assert root.find(f"{A}statement").get("name") == "declarationDraft"
    assert root.find(f".//{A}mainBody/{A}p") is not None


@some
@given(st.data())
def test_any_text_is_valid_and_none_of_its_words_is_lost(data: st.DataObject) -> None:
    document = data.draw(documents())
    numbers = {each.key: data.draw(labels) for each in document}
    adoption = data.draw(st.sampled_from((None, ADOPTION)))
    root = valid(statement(document, numbers, PAPER, adoption))
    written = {each.get("wId"): each for each in root.iter() if each.get("wId")}
    assert list(written) == [each.key for each in document]
    assert len(ids(root)) == len(set(ids(root)))
    for each in document:
        words, known = said(written[each.key]), legal(each.text).replace("\n", "")
        if each.role is Role.ROW:
            # Cells have neither bars nor the blanks beside them.
            words, known = "".join(words.split()), "".join(known.replace(BAR, "").split())
        assert words == known


def said(element: etree._Element) -> str:
    """The words of a paragraph, without its number, its notes and what stands under it."""
    apart = {f"{A}num", f"{A}authorialNote"}
    inside = "".join(("" if each.tag in apart or each.get("wId") else said(each)) + (each.tail or "") for each in element)
    return (element.text or "") + inside


def test_the_schema_says_what_is_wrong() -> None:
    broken = statement(Document(), {}, PAPER).replace(b"mainBody", b"body")
    with pytest.raises(AssertionError, match="body"):
        valid(broken)


ROWS = (paragraph("h", Role.ROW, "Who | When", 1), paragraph("r", Role.ROW, "Mexico | 24 April\nor after"))


def cells(root: etree._Element) -> list[list[tuple[str, str]]]:
    return [
        [(etree.QName(cell).localname, " ".join(cell.itertext())) for cell in row if len(cell)]
        for row in root.iter(f"{A}tr")
    ]


def test_rows_are_a_table_of_what_they_follow() -> None:
    points = paragraph("o", Role.OPERATIVE), *ROWS, paragraph("i", Role.ITEM)
    root = made(*points, labels={"o": "OP1", "i": "(a)"})
    assert cells(root) == [[("th", "Who"), ("th", "When")], [("td", "Mexico"), ("td", "24 April or after")]]
    assert [etree.QName(each).localname for each in root.find(f".//{A}intro")] == ["p", "table"]
    assert {each.get("wId"): each.get("eId") for each in root.iter(f"{A}tr")} == {
        "h": "para_op1__table_nn-1__tr_nn-1",
        "r": "para_op1__table_nn-1__tr_nn-2",
    }


@pytest.mark.parametrize("before", [(), (Role.TITLE,), (Role.PREAMBULAR,), (Role.HEADING,), (Role.ITEM,)])
@pytest.mark.parametrize("behind", [(), (Role.CLOSING,), (Role.OPERATIVE,)])
def test_a_table_may_stand_anywhere(before: tuple[Role, ...], behind: tuple[Role, ...]) -> None:
    root = made(*(paragraph(role, role) for role in before), *ROWS, *(paragraph(role, role) for role in behind))
    assert [cell for row in cells(root) for _, cell in row] == ["Who", "When", "Mexico", "24 April or after"]
