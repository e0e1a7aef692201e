"""The properties of sections, tables, rows and cells."""

from app.word.compare import compare
from app.word.resolve import accept, reject
from tests.support import oracles
from tests.word.compare.chance.reading import Reading
from tests.word.compare.documents import AT
from tests.word.compare.laws import count, xml
from tests.word.making import docx, p, t

NAMES = ("tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sectPr")


def table(**properties: str) -> bytes:
    """A table of one cell with such properties."""
    said = {name: f"<w:{name}>{properties[name]}</w:{name}>" if name in properties else "" for name in NAMES}
    cell = f"<w:tc>{said['tcPr']}{p(t('Cell'))}</w:tc>"
    row = f"<w:tr>{said['tblPrEx']}{said['trPr']}{cell}</w:tr>"
    grid = said["tblGrid"] or '<w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>'
    body = f"<w:tbl>{said['tblPr'] or '<w:tblPr/>'}{grid}{row}</w:tbl>{p(t('After'))}{said['sectPr']}"
    return docx(body, styles="")


CHANGES = {
    "tblPr": ('<w:jc w:val="right"/>', '<w:jc w:val="center"/>'),
    "tblGrid": ('<w:gridCol w:w="100"/><w:gridCol w:w="200"/>', '<w:gridCol w:w="200"/><w:gridCol w:w="100"/>'),
    "tblPrEx": ('<w:jc w:val="right"/>', '<w:jc w:val="center"/>'),
    "trPr": ("<w:cantSplit/>", "<w:tblHeader/>"),
    "tcPr": ('<w:tcW w:w="100" w:type="dxa"/>', '<w:tcW w:w="200" w:type="dxa"/>'),
    "sectPr": ('<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="16838" w:h="11906"/>'),
}


def test_each_is_tracked_as_formatting(tmp_path):
    for name, (before, after) in CHANGES.items():
        old, new = table(**{name: before}), table(**{name: after})
        out = compare(old, new, "France", AT)
        assert f"<w:{name}Change " in xml(out)
        assert Reading(reject(out)).lines() == Reading(old).lines()
        assert Reading(accept(out)).lines() == Reading(new).lines() != Reading(old).lines()
        for what, wanted in (("reject", old), ("accept", new)):
            assert Reading(oracles.resolved(what, out)).lines() == Reading(wanted).lines()
        assert not count(out)
        assert not oracles.schema_errors(out, tmp_path)


def test_that_a_cell_goes_on_is_said_without_a_word_and_heard():
    one, other = table(tcPr="<w:vMerge/>"), table(tcPr="")
    for old, new in ((one, other), (other, one)):
        out = compare(old, new, "France", AT)
        assert Reading(reject(out)).lines() == Reading(old).lines()
        assert Reading(accept(out)).lines() == Reading(new).lines()
        assert not count(out)


def test_properties_come_and_go():
    for name, (before, _) in CHANGES.items():
        if name not in ("tblGrid", "sectPr"):
            for old, new in ((table(), table(**{name: before})), (table(**{name: before}), table())):
                out = compare(old, new, "France", AT)
                assert Reading(reject(out)).lines() == Reading(old).lines()
                assert Reading(accept(out)).lines() == Reading(new).lines()


def test_the_change_of_a_grid_has_but_an_id():
    before, after = CHANGES["tblGrid"]
    change = xml(compare(table(tblGrid=before), table(tblGrid=after), "France", AT)).partition("<w:tblGridChange ")[2]
    assert change.partition(">")[0].split("=")[0] == "w:id"
    assert "author" not in change.partition(">")[0]


def test_what_looks_the_same_is_not_marked():
    same = table(tblPr='<w:jc w:val="left"/><w:tblLayout w:type="fixed"/>')
    other = table(tblPr='<w:tblLayout w:type="fixed"/><w:jc w:val="left"/>', trPr="", tcPr="")
    out = compare(same, other, "France", AT)
    assert "Change" not in xml(out)
