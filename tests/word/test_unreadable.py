"""Whatever is thrown at the readers, they read it or say that it is unreadable."""

import contextlib
import random
from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from app.word.changes import changes
from app.word.package import Package, Unreadable
from app.word.read import read
from app.word.resolve import accept, reject
from tests.word.making import by, dele, docx, dt, ins, mark, p, t, unzipped, zipped

NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
BEGIN, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
CELL = f"<w:tc><w:tcPr>{mark('cellDel')}</w:tcPr>{p(t('c'), mark('del'))}</w:tc>"
RICH = docx(
    p(t("One ") + dele("two") + ins("three") + NOTE, mark("del"), '<w:pStyle w:val="S"/>')
    + f"<w:sdt><w:sdtPr/><w:sdtContent>{p(BEGIN + t('f') + END, mark('ins'))}</w:sdtContent></w:sdt>"
    + f"<w:tbl><w:tr><w:trPr>{mark('ins')}</w:trPr>{CELL}</w:tr></w:tbl>"
    + p(
        f'<w:moveFromRangeStart w:id="3" w:name="m"/><w:moveFrom {by()}>{t("m")}{dele(dt("n"))}</w:moveFrom>'
        '<w:moveFromRangeEnd w:id="3"/><w:commentRangeStart w:id="1"/>'
        + t("x", f"<w:b/><w:rPrChange {by()}><w:rPr/></w:rPrChange>")
        + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
        ppr='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    ),
    styles='<w:style w:type="paragraph" w:styleId="S"><w:name w:val="heading 1"/><w:basedOn w:val="S"/></w:style>',
    numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/>'
    '<w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    footnotes=f'<w:footnote w:id="1">{p(ins("n"))}</w:footnote>',
    comments=f'<w:comment w:id="1" w:author="F"><w:p w14:paraId="01">{t("c")}</w:p></w:comment>',
    commentsExtended='<w15:commentEx w15:paraId="01" w15:paraIdParent="01"/>',
)
PARTS = [name for name in unzipped(RICH) if name.endswith(".xml") and name.startswith("word/")]


def try_all(data: bytes) -> None:
    for function in (read, changes, accept, reject, lambda data: read(data, accept=False)):
        with contextlib.suppress(Unreadable):
            function(data)


def test_the_file_itself_is_fine():
    assert [found.text for found in read(RICH).paragraphs] == ["One three", "x"]
    assert [found.text for found in read(RICH, accept=False).paragraphs] == ["One two", "mnx"]
    assert len(changes(RICH)) == 12


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(PARTS))
def test_rearranged_elements(seed, part):
    """Elements of a part renamed, doubled, dropped or given other values: well-formed, and nonsense."""
    chance = random.Random(seed)
    package = Package.read(RICH)
    root = package.xml(part)
    elements = [element for element in root.iter() if element is not root]
    names = [element.tag for element in elements]
    for _ in range(chance.randint(1, 6)):
        element = chance.choice(elements)
        match chance.randrange(5):
            case 0:
                element.tag = chance.choice(names)
            case 1 if element.getparent() is not None:
                element.getparent().remove(element)
            case 2 if element.attrib:
                element.set(chance.choice(list(element.attrib)), chance.choice(["", "-1", "x", "9" * 5000, "²", "0"]))
            case 3:
                chance.choice([root, *elements[:3]]).insert(0, deepcopy(element))
            case _:
                element.attrib.clear()
    try_all(package.write())


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(PARTS))
def test_damaged_text_of_a_part(seed, part):
    chance = random.Random(seed)
    parts = unzipped(RICH)
    data = bytearray(parts[part])
    for _ in range(chance.randint(1, 5)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    parts[part] = bytes(data)
    try_all(zipped(parts))


def test_parts_that_are_missing():
    for name in unzipped(RICH):
        parts = unzipped(RICH)
        del parts[name]
        try_all(zipped(parts))
