from app.word.compare import compare
from app.word.resolve import accept, reject
from tests.word.compare.documents import AT
from tests.word.compare.laws import count, words, xml
from tests.word.making import docx, p, t

SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
HEADER = "word/header.xml"


def headed(header: str, body: str = "Text.") -> bytes:
    return docx(p(t(body)) + SECTION, header=p(t(header)))


def test_a_header_is_compared():
    out = compare(headed("First draft"), headed("Second draft"), "France", AT)
    assert (words(out, "del", HEADER), words(out, "ins", HEADER)) == (["First"], ["Second"])
    assert "Second draft" in xml(accept(out), HEADER).replace("</w:t></w:r><w:r><w:t>", "").replace(
        '</w:t></w:r><w:r><w:t xml:space="preserve">', ""
    )
    assert "First" in xml(reject(out), HEADER)


def test_a_story_without_changes_keeps_its_bytes():
    old = headed("Same", "One.")
    out = compare(old, headed("Same", "Two."), "France", AT)
    assert count(out) == {"del": 1, "ins": 1}
    assert xml(out, HEADER) == xml(old, HEADER)


def test_the_true_time_is_declared_where_it_is_used():
    old = docx(p(t("One.")))
    root = xml(compare(old, docx(p(t("Two."))), "France", AT)).split("<w:body>")[0]
    assert "w16du" in root.split('mc:Ignorable="')[1].split('"')[0].split()
    assert root.count('xmlns:w16du="') == 1
