import re
from datetime import UTC, datetime, timedelta, timezone

from lxml import etree

from app.word.compare import compare
from app.word.compare.marks import Marks
from app.word.compare.names import DU, ID, INS, W
from tests.word.compare.documents import AT
from tests.word.compare.laws import xml
from tests.word.making import docx, p, t


def made(author: str = "France", at: datetime = AT, used: tuple[int, ...] = ()) -> etree._Element:
    return Marks(author, at, set(used)).mark(etree.Element(W + "p"), INS)


def test_both_times_are_written():
    local = made(at=datetime(2026, 3, 2, 9, 30, tzinfo=timezone(timedelta(hours=-6))))
    assert (local.get(W + "date"), local.get(DU + "dateUtc")) == ("2026-03-02T09:30:00Z", "2026-03-02T15:30:00Z")
    assert made(at=datetime(2026, 3, 2, 9, 30)).get(DU + "dateUtc") == made(at=AT.astimezone(UTC)).get(DU + "dateUtc")  # noqa: DTZ001


def test_numbers_are_used_nowhere_else():
    assert made(used=(3, 8)).get(ID) == "9"
    assert made(used=(1, 2, 2**31 - 1)).get(ID) == "3"


def test_authors_are_such_as_xml_can_hold():
    assert made("Fra\x00nce\x1f").get(W + "author") == "France"
    assert len(made("F" * 300).get(W + "author")) == 255


def test_numbers_do_not_clash_with_the_document():
    body = p('<w:bookmarkStart w:id="41" w:name="x"/><w:bookmarkEnd w:id="41"/>' + t("One."))
    numbers = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', xml(compare(docx(body), docx(p(t("Two."))), "France", AT)))
    assert numbers == ["42", "43"]
