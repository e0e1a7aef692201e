"""What stands in itself, over and over."""

import pytest
from click.testing import CliRunner

from app.cli import main
from app.word.compare import Incomparable, compare
from app.word.compare.fields import DEEPEST
from app.word.resolve import accept, reject
from tests.word.compare.documents import AT
from tests.word.compare.laws import xml
from tests.word.making import docx

_CELL = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{}<w:p/></w:tc></w:tr></w:tbl>"
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_BESIDE = "<w:p><w:r><w:t>A State may stay as it is and say more</w:t></w:r></w:p>"


def nested(around: str, times: int, word: str, paragraph: str = "{}") -> bytes:
    inner = f"<w:r><w:t>{word}</w:t></w:r>"
    inner = f"<w:p>{inner}</w:p>" if paragraph == "{}" else inner
    for _ in range(times):
        inner = around.format(inner)
    return docx(_BESIDE + paragraph.format(inner) + "<w:p/>")


def fields(times: int, word: str) -> bytes:
    return nested(_FIELD, times, word, "<w:p>{}</w:p>")


@pytest.mark.parametrize("times", [5, 60])
def test_tables_in_each_other_are_compared_far_deeper_than_anybody_puts_them(times):
    old, new = nested(_CELL, times, "old"), nested(_CELL, times, "new")
    out = compare(old, new, "France", AT)
    assert (xml(reject(out)).count(">old<"), xml(reject(out)).count(">new<")) == (1, 0)
    assert (xml(accept(out)).count(">old<"), xml(accept(out)).count(">new<")) == (0, 1)


def test_a_word_in_as_many_fields_as_may_be_is_marked_alone():
    out = compare(fields(DEEPEST, "old"), fields(DEEPEST, "new"), "France", AT)
    assert (xml(out).count("<w:del "), xml(out).count("<w:ins ")) == (1, 1)


@pytest.mark.parametrize("times", [DEEPEST + 1, 5_000])
def test_more_fields_in_each_other_are_refused(times):
    with pytest.raises(Incomparable, match="in each other"):
        compare(fields(times, "old"), fields(times, "new"), "France", AT)


def test_where_python_runs_out_of_calls_the_files_are_refused_with_a_sentence(tmp_path):
    simple = '<w:fldSimple w:instr="IF">{}</w:fldSimple>'
    paths = [tmp_path / f"{word}.docx" for word in ("old", "new")]
    for path in paths:
        path.write_bytes(nested(simple, 245, path.stem, "<w:p>{}</w:p>"))
    command = ["redline", *map(str, paths), "-o", str(tmp_path / "out.docx"), "--author", "France"]
    said = CliRunner().invoke(main, command)
    assert said.exit_code == 1
    assert "in each other, too many deep to be compared" in said.output
    assert not (tmp_path / "out.docx").exists()
