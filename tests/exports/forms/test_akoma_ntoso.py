from datetime import UTC, date, datetime

from lxml import etree

from app.exports.forms.akoma_ntoso import NAMESPACE, akoma_ntoso
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import NOTE_ANCHOR, Mark, Run, runs_of
from app.word.front import Front

FRONT = Front("Declaration", "es", "Conferencia", "RCM/2017/DD.1", "Rev.1", at=datetime(2017, 4, 6, tzinfo=UTC))
A = f"{{{NAMESPACE}}}"


def paragraph(key: str, role: Role, words: str = "", level: int = 0) -> Paragraph:
    return Paragraph(key, role, runs_of(words or key), level)


def made(*paragraphs: Paragraph, labels: dict[str, str] | None = None) -> etree._Element:
    return etree.fromstring(akoma_ntoso(Document(paragraphs), labels or {}, FRONT, date(2017, 4, 1)))


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
    statement = root.find(f"{A}statement")
    assert [etree.QName(each).localname for each in statement] == ["meta", "preface", "preamble", "mainBody", "conclusions"]
    assert shape(statement.find(f"{A}mainBody")) == (
        "mainBody(section(heading paragraph(intro point(intro indent(content ))point(content ))paragraph(content )))"
    )
    assert [num.text for num in root.iter(f"{A}num")] == ["PP1", "OP1", "a)"]
    ids = [each.get("eId") for each in root.iter() if each.get("eId")]
    assert len(ids) == len(set(ids))


def test_its_names_follow_the_convention() -> None:
    root = made(paragraph("o1", Role.OPERATIVE))
    values = [each.get("value") for each in root.iter(f"{A}FRBRuri")]
    assert values == [
        "/akn/un/statement/2017/rcm-2017-dd-1",
        "/akn/un/statement/2017/rcm-2017-dd-1/spa@2017-04-01",
        "/akn/un/statement/2017/rcm-2017-dd-1/spa@2017-04-01.akn",
    ]


def test_words_marks_and_notes_are_kept() -> None:
    runs = (
        Run("All "),
        Run("rights", frozenset({Mark.BOLD, Mark.ITALIC})),
        Run(NOTE_ANCHOR, note="Which?"),
        Run(" & more"),
    )
    root = made(Paragraph("o", Role.OPERATIVE, runs))
    words = root.find(f".//{A}content/{A}p")
    assert etree.tostring(words, encoding="unicode").split(">", 1)[1].startswith("All <b><i>rights</i></b><authorialNote")
    assert "".join(words.itertext()) == "All rightsWhich? & more"


def test_an_empty_text_still_has_a_body() -> None:
    assert made().find(f".//{A}mainBody/{A}p") is not None
