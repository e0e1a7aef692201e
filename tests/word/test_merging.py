"""Which paragraphs run together when marks go, and which do not."""

import docx_scalpel
import pytest

from app.word.resolve import accept, reject
from tests.support.oracles import paragraphs as lines
from tests.word.making import by, dele, docx, mark, p, t


def around(inner: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(p(t("a"), mark("del")) + around(p(t("b"))), ["a", "b"], id="into a control"),
        pytest.param(around(p(t("a"), mark("del"))) + p(t("b")), ["a", "b"], id="out of a control"),
        pytest.param(around(p(t("a"), mark("del")) + p(t("b"))) + p(t("c")), ["ab", "c"], id="within a control"),
        pytest.param(p(dele("a"), mark("del")) + around(p(t("b"))), ["b"], id="nothing is left before a control"),
        pytest.param(
            p(t("a"), mark("del")) + around(p(dele("b"), mark("del"))) + p(t("c")), ["a", "c"], id="past an emptied control"
        ),
        pytest.param(
            p(t("a"), mark("del")) + p("", mark("del")) + around(p(dele("b"), mark("del"))) + p(t("c")),
            ["a", "c"],
            id="past an emptied control and an empty paragraph",
        ),
        pytest.param(around(p(t("a"))) + p(dele("b"), mark("del")), ["a"], id="nothing is left behind a control"),
    ],
)
def test_words_do_not_run_into_or_out_of_a_control_around_paragraphs(content, expected):
    data = docx(content, settings="", styles="")
    assert lines(accept(data)) == expected == lines(docx_scalpel.docx_diff_accept_revisions(data))


def moved(side: str, *words: str, other: str = "") -> str:
    """Paragraphs that are moved by their range, none of them marked; `other` stands in the range and does not move."""
    inner = "".join(p(f"<w:{side} {by()}>{t(word)}</w:{side}>") for word in words)
    start = f'<w:{side}RangeStart w:id="{len(side)}" w:author="France" w:name="m"/>'
    return f'{start}{inner}{other}<w:{side}RangeEnd w:id="{len(side)}"/>'


def test_a_move_takes_the_paragraphs_in_its_range_though_none_is_marked():
    data = docx(
        p(t("a")) + moved("moveFrom", "x", "y") + p(t("b")) + moved("moveTo", "x", "y") + p(t("c")), settings="", styles=""
    )
    assert lines(accept(data)) == ["a", "b", "x", "y", "c"] == lines(docx_scalpel.docx_diff_accept_revisions(data))
    assert lines(reject(data)) == ["a", "x", "y", "b", "c"] == lines(docx_scalpel.docx_diff_reject_revisions(data))


def test_a_move_leaves_what_stands_in_its_range_and_does_not_move():
    data = docx(p(t("a")) + moved("moveFrom", "x", other=p(t("stays"))) + p(t("b")))
    assert lines(accept(data)) == ["a", "stays", "b"]
