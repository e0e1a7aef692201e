"""Lists: known again by what is seen of the levels in use, however another program writes the others."""

import pytest

from app.word.compare import compare
from app.word.resolve import accept
from tests.support import oracles
from tests.word.compare.documents import AT, STYLES
from tests.word.compare.laws import count, xml
from tests.word.making import docx, p, t

LEVEL = (
    '<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="%{number}."/>'
    '<w:lvlJc w:val="{side}"/><w:pPr>{tabs}<w:ind w:{side}="720" w:hanging="360"/></w:pPr></w:lvl>'
)


def level(number: int = 0, format: str = "decimal", side: str = "left", tabs: str = "", more: str = "") -> str:
    return LEVEL.format(level=number, number=number + 1, format=format, side=side, tabs=tabs, more=more)


def file(*levels: str, number: int = 1, used: int = 0, start: str = "") -> bytes:
    """Two paragraphs in a list of this number, at the level `used`."""
    abstract = (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
    )
    over = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    num = f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/>{over}</w:num>'
    in_list = f'<w:numPr><w:ilvl w:val="{used}"/><w:numId w:val="{number}"/></w:numPr>'
    body = p(t("One"), ppr=in_list) + p(t("Two"), ppr=in_list) + p(t("End"))
    return docx(body, styles=STYLES, numbering=abstract + num)


def stop(place: int) -> str:
    return f'<w:tabs><w:tab w:val="num" w:pos="{place}"/></w:tabs>'


ORIGINAL = file(level())


@pytest.mark.parametrize(
    "other",
    [
        file(level(side="start"), number=4),
        file(level(more='<w:suff w:val="tab"/>'), number=4),
        file(level(), level(1, "lowerLetter"), level(2, "lowerRoman"), number=4),
        file(level(tabs=stop(0)), number=4),
        file(level(tabs=stop(720)), number=4),
    ],
)
def test_a_list_that_looks_the_same_is_the_same(other):
    assert not count(compare(ORIGINAL, other, "France", AT))
    assert not count(compare(other, ORIGINAL, "France", AT))


@pytest.mark.parametrize(
    "other",
    [
        file(level(format="lowerLetter"), number=4),
        file(level(more='<w:suff w:val="space"/>'), number=4),
        file(level(more="<w:isLgl/>"), number=4),
        file(level(tabs=stop(1440)), number=4),
        file(level(), number=4, start="5"),
    ],
)
def test_a_list_that_looks_different_is_brought_over(other):
    out = compare(ORIGINAL, other, "France", AT)
    assert count(out) == {"pPrChange": 2}
    assert xml(accept(out), "word/numbering.xml").count("<w:num ") == 2
    assert not oracles.lint(out)


def test_what_a_level_says_that_is_used_makes_a_difference():
    old, new = (file(level(), level(1, format), number=n, used=1) for n, format in ((1, "decimal"), (4, "lowerLetter")))
    assert count(compare(old, new, "France", AT)) == {"pPrChange": 2}


def lists(first: int) -> bytes:
    """Two lists that say the same, under this number and the next, with a paragraph in the second."""
    abstracts = "".join(f'<w:abstractNum w:abstractNumId="{n}">{level()}</w:abstractNum>' for n in (0, 1))
    nums = "".join(f'<w:num w:numId="{first + n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (0, 1))
    in_second = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{first + 1}"/></w:numPr>'
    return docx(p(t("One"), ppr=in_second), styles=STYLES, numbering=abstracts + nums)


def test_of_lists_that_say_the_same_each_is_the_one_in_its_place():
    assert not count(compare(lists(1), lists(2), "France", AT))
    assert not count(compare(lists(2), lists(1), "France", AT))
