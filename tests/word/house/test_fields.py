import pytest
from lxml import etree

from app.word.house.fields import complex_fields, foreign_fields, kind
from app.word.names import W, w
from app.word.wording import words


def paragraph(inner: str) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{W}">{inner}</w:p>')


def spread(instruction: str, shown: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    said = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"{mark('begin')}{said}{mark('separate')}<w:r><w:t>{shown}</w:t></w:r>{mark('end')}"


@pytest.mark.parametrize(
    ("instruction", "sort"), [(" PAGE \\* MERGEFORMAT ", "PAGE"), ("date", "DATE"), ("", ""), ("=1+1", "")]
)
def test_the_first_word_says_what_a_field_is(instruction: str, sort: str) -> None:
    assert kind(instruction) == sort


def test_foreign_fields_leave_their_words() -> None:
    root = paragraph(spread(" INCLUDETEXT x ", "kept") + spread(" PAGE ", "7"))
    assert foreign_fields(root) == 1
    assert words(root) == "kept7"
    assert [instruction for _, instruction, _ in complex_fields(root)] == [" PAGE "]


def test_a_field_within_a_field_and_one_that_never_ends() -> None:
    root = paragraph(spread(f" IF {'x'}", "out"))
    assert foreign_fields(root) == 1
    root = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>')
    assert foreign_fields(root) == 1
    assert next(root.iter(w("fldChar"), w("instrText")), None) is None
