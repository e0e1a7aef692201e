"""Labels as numbering that reads just so."""

from lxml import etree

from app.text.paragraph import Paragraph, Role
from app.word.writing.markup import name, put, root, whole
from app.word.writing.parts.numbering import Numbering


def operative(key="a"):
    return Paragraph(key, Role.OPERATIVE)


def test_no_label_is_no_numbering():
    numbering = Numbering(None)
    assert numbering.number(operative(), " ") is None
    assert numbering.part() is None


def test_a_label_reads_literally_and_counts_nothing():
    numbering = Numbering(None)
    numbering.number(operative(), "OP7 bis")
    numbering.number(operative(), "100%1")
    part = etree.fromstring(numbering.part())
    assert [text.get(name("val")) for text in part.iter(name("lvlText"))] == ["OP7 bis", "100\uff051"]
    assert len({nsid.get(name("val")) for nsid in part.iter(name("nsid"))}) == 2


def test_it_stands_beside_what_the_reference_document_numbers():
    theirs = root("numbering")
    picture = put(theirs, "numPicBullet", numPicBulletId="0")
    put(put(theirs, "abstractNum", abstractNumId="4"), "multiLevelType", val="singleLevel")
    put(put(theirs, "num", numId="9"), "abstractNumId", val="4")
    put(theirs, "numIdMacAtCleanup", val="3")
    numbering = Numbering(theirs)
    assert numbering.number(operative(), "OP1") == "10"
    part = etree.fromstring(numbering.part())
    assert picture.getparent() is None
    kinds = [child.tag.rpartition("}")[2] for child in part]
    assert kinds == ["abstractNum", "abstractNum", "num", "num", "numIdMacAtCleanup"]
    pairs = [(num.get(name("numId")), whole(num[0].get(name("val")), -1)) for num in part.iter(name("num"))]
    assert pairs == [("9", 4), ("10", 5)]
