import random

import docx_scalpel
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.word.names import w
from app.word.package import Package
from app.word.resolve import accept, reject
from app.word.wording import words
from tests.word.making import by, dele, docx, dt, ins, mark, p, t, unzipped
from tests.word.samples import samples

REVISIONS = (
    *("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
    *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "numberingChange"),
    *("cellIns", "cellDel", "cellMerge"),
)


def lines(data: bytes) -> list[str]:
    package = Package.read(data)
    return [words(paragraph) for paragraph in package.xml(package.main).iter(w("p"))]


def body(data: bytes) -> str:
    """What is in the body, as bare XML."""
    text = unzipped(data)["word/document.xml"].decode()
    return text[text.index("<w:body>") + 8 : text.index("</w:body>")]


def one_cell(properties: str) -> str:
    return f"<w:tbl><w:tr><w:tc><w:tcPr>{properties}</w:tcPr><w:p/></w:tc></w:tr></w:tbl>"


def test_every_sample_reads_as_its_manifest_says():
    wrong = {}
    for name, data, known in samples("good"):
        got = {"accept": lines(accept(data)), "reject": lines(reject(data))}
        if got != known:
            wrong[name] = got
    assert wrong == {}


def test_nothing_tracked_is_left_in_any_part():
    for name, data, _ in samples("good"):
        for settled in (accept(data), reject(data)):
            package = Package.read(settled)
            left = [part for part in package.parts if part.endswith(".xml") and part != "[Content_Types].xml"]
            found = [element.tag for part in left for element in package.xml(part).iter(*map(w, REVISIONS))]
            assert not found, name


def test_broken_samples_are_settled_all_the_same():
    refused = set()
    for name, data, _ in samples("bad"):
        try:
            accept(data)
            reject(data)
        except ValueError:
            refused.add(name)
    assert refused == {"b29_control_char"}


def test_untracked_files_keep_every_byte_of_every_part():
    data = docx(p(t("One."), ppr='<w:jc w:val="left"/>'), styles="<w:style/>", header=p(t("Top")))
    assert unzipped(accept(data)) == unzipped(data) == unzipped(reject(data))


@pytest.mark.parametrize(
    ("content", "accepted", "rejected"),
    [
        pytest.param(p(t("a") + ins("b")), p(t("a") + t("b")), p(t("a")), id="words"),
        pytest.param(p(t("a") + dele("b")), p(t("a")), p(t("a") + t("b")), id="deleted text becomes text again"),
        pytest.param(
            p(f"<w:hyperlink>{ins('x')}</w:hyperlink>{t('y')}"),
            p(f"<w:hyperlink>{t('x')}</w:hyperlink>{t('y')}"),
            p(t("y")),
            id="an emptied hyperlink goes",
        ),
        pytest.param(
            p(f'<w:bookmarkStart w:id="1" w:name="x"/>{dele("gone")}{t("k")}<w:bookmarkEnd w:id="1"/>'),
            p(f'<w:bookmarkStart w:id="1" w:name="x"/>{t("k")}<w:bookmarkEnd w:id="1"/>'),
            p(f'<w:bookmarkStart w:id="1" w:name="x"/>{t("gone")}{t("k")}<w:bookmarkEnd w:id="1"/>'),
            id="ranges stay",
        ),
        pytest.param(
            p(dele(f'<w:bookmarkStart w:id="1" w:name="x"/>{dt("gone")}') + t("k") + '<w:bookmarkEnd w:id="1"/>'),
            p(f'<w:bookmarkStart w:id="1" w:name="x"/>{t("k")}<w:bookmarkEnd w:id="1"/>'),
            p(f'<w:bookmarkStart w:id="1" w:name="x"/>{t("gone")}{t("k")}<w:bookmarkEnd w:id="1"/>'),
            id="the start of a range that reaches beyond a deletion stays",
        ),
        pytest.param(
            p(t("A"), mark("del"), '<w:pStyle w:val="First"/>') + p(t("B"), ppr='<w:pStyle w:val="Second"/>'),
            p(t("A") + t("B"), ppr='<w:pStyle w:val="Second"/>'),
            p(t("A"), ppr='<w:pStyle w:val="First"/>') + p(t("B"), ppr='<w:pStyle w:val="Second"/>'),
            id="the following paragraph's properties survive a merge",
        ),
        pytest.param(
            p(t("x", f"<w:b/><w:rPrChange {by()}><w:rPr><w:i/></w:rPr></w:rPrChange>")),
            p(t("x", "<w:b/>")),
            p(t("x", "<w:i/>")),
            id="run properties",
        ),
        pytest.param(
            '<w:p><w:pPr><w:jc w:val="right"/><w:rPr><w:b/></w:rPr>'
            f'<w:pPrChange {by()}><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange></w:pPr></w:p>',
            '<w:p><w:pPr><w:jc w:val="right"/><w:rPr><w:b/></w:rPr></w:pPr></w:p>',
            '<w:p><w:pPr><w:jc w:val="left"/><w:rPr><w:b/></w:rPr></w:pPr></w:p>',
            id="paragraph properties without those of the mark",
        ),
        pytest.param(
            p(t("x"), ppr=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/><w:ins {by()}/></w:numPr>'),
            p(t("x"), ppr='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'),
            p(t("x"), ppr="").replace("<w:p>", "<w:p><w:pPr/>"),
            id="inserted numbering",
        ),
        pytest.param(
            p(t("x"))
            + '<w:sectPr><w:headerReference w:id="1"/><w:pgSz w:w="2"/>'
            + f'<w:sectPrChange {by()}><w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:sectPrChange></w:sectPr>',
            p(t("x")) + '<w:sectPr><w:headerReference w:id="1"/><w:pgSz w:w="2"/></w:sectPr>',
            p(t("x")) + '<w:sectPr><w:headerReference w:id="1"/><w:pgSz w:w="1"/></w:sectPr>',
            id="section properties but not its headers",
        ),
        pytest.param(
            f'<w:customXmlInsRangeStart {by()}/><w:sdt><w:sdtPr/><w:sdtContent><w:customXmlInsRangeEnd w:id="7"/>'
            + p(t("x"))
            + f'<w:customXmlInsRangeStart {by()}/></w:sdtContent></w:sdt><w:customXmlInsRangeEnd w:id="7"/>',
            f"<w:sdt><w:sdtPr/><w:sdtContent>{p(t('x'))}</w:sdtContent></w:sdt>",
            p(t("x")),
            id="a content control put around a paragraph",
        ),
        pytest.param(
            f"<w:sdt><w:sdtContent>{p(dele('x'), mark('del'))}</w:sdtContent></w:sdt>" + p(t("y")),
            p(t("y")),
            f"<w:sdt><w:sdtContent>{p(t('x'))}</w:sdtContent></w:sdt>" + p(t("y")),
            id="a content control whose only paragraph goes",
        ),
        pytest.param(
            p(t("a") + dele("b"), mark("del")) + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" + p(t("z")),
            p(t("a")) + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" + p(t("z")),
            p(t("a") + t("b")) + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" + p(t("z")),
            id="a paragraph never runs into a table",
        ),
        pytest.param(
            f"<w:tbl><w:tr><w:tc>{p(dele('x'), mark('del'))}</w:tc></w:tr></w:tbl>" + p(t("z")),
            "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" + p(t("z")),
            f"<w:tbl><w:tr><w:tc>{p(t('x'))}</w:tc></w:tr></w:tbl>" + p(t("z")),
            id="a cell keeps its last paragraph",
        ),
        pytest.param(
            one_cell(f'<w:tcW w:w="1"/><w:cellMerge {by()} w:vMerge="cont"/>'),
            one_cell('<w:tcW w:w="1"/><w:vMerge w:val="continue"/>'),
            one_cell('<w:tcW w:w="1"/>'),
            id="merged cells",
        ),
    ],
)
def test_each_kind_of_change(content, accepted, rejected):
    data = docx(content)
    spaced = ' xml:space="preserve"'
    assert body(accept(data)).replace(spaced, "") == accepted.replace(spaced, "")
    assert body(reject(data)).replace(spaced, "") == rejected.replace(spaced, "")


def test_only_the_changes_of_some_authors():
    data = docx(
        p(t("a ") + ins("b ", "France") + ins(dele("c ", "India"), "France") + dele("d", "India"), mark("ins", "France"))
        + p(t("z"))
    )
    assert lines(accept(data, ["India"])) == ["a b ", "z"]
    assert lines(reject(data, ["France"])) == ["a dz"]
    partly = reject(data, {"India"})
    assert lines(accept(partly)) == ["a b c d", "z"]
    assert unzipped(accept(data, ["Nobody"])) == unzipped(data)


def test_moves_go_by_their_marks_and_leave_no_range():
    moved = {name: body(accept(data)) for name, data, _ in samples("good") if "move" in name}
    assert moved and not [name for name, accepted in moved.items() if "Range" in accepted]


def test_a_move_in_many_pieces_some_of_them_deleted():
    pieces = "".join(f"<w:moveFrom {by()}>{dele(word)}</w:moveFrom>" for word in ("One ", "two "))
    data = docx(
        p(t("Start."))
        + p(f'<w:moveFromRangeStart w:id="1" w:name="m"/>{pieces}<w:moveFrom {by()}>{t("three.")}</w:moveFrom>')
        + '<w:moveFromRangeEnd w:id="1"/>'
        + p(f'<w:moveToRangeStart w:id="2" w:name="m"/><w:moveTo {by()}>{t("three.")}</w:moveTo>')
        + '<w:moveToRangeEnd w:id="2"/>'
    )
    assert lines(accept(data)) == ["Start.", "", "three."]
    assert lines(reject(data)) == ["Start.", "One two three.", ""]


def test_notes_and_comments_go_with_their_last_reference():
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    comment = '<w:commentRangeStart w:id="5"/>{}<w:commentRangeEnd w:id="5"/>'
    data = docx(
        p(t("x") + ins(reference) + comment.format(dele("d")) + dele('<w:r><w:commentReference w:id="5"/></w:r>')),
        footnotes=f'<w:footnote w:id="2">{p(t("Note."))}</w:footnote><w:footnote w:id="3">{p(t("Other."))}</w:footnote>',
        comments=f'<w:comment w:id="5" w:author="F"><w:p w14:paraId="00000001">{t("Why?")}</w:p></w:comment>',
        commentsExtended='<w15:commentEx w15:paraId="00000001"/>',
        commentsIds='<w16cid:commentId w16cid:paraId="00000001" w16cid:durableId="0000000A"/>',
        commentsExtensible='<w16cex:commentExtensible w16cex:durableId="0000000A"/>',
    )
    rejected, accepted = unzipped(reject(data)), unzipped(accept(data))
    assert b"Note." not in rejected["word/footnotes.xml"]
    assert b"Other." in rejected["word/footnotes.xml"]
    assert b"Why?" in rejected["word/comments.xml"]
    assert b"Note." in accepted["word/footnotes.xml"]
    assert b"commentRange" not in accepted["word/document.xml"]
    assert b"Why?" not in accepted["word/comments.xml"]
    for name in ("commentsExtended", "commentsIds", "commentsExtensible"):
        assert b"0000000" not in accepted[f"word/{name}.xml"]


def test_headers_and_notes_are_settled_too():
    data = docx(p(t("x")), header=p(ins("1") + dele("2")), footnotes=f'<w:footnote w:id="1">{p(ins("a"))}</w:footnote>')
    assert b"<w:ins" not in b"".join(unzipped(accept(data)).values())
    assert b"2" in unzipped(reject(data))["word/header.xml"]


def test_deleted_field_codes_come_back_as_codes():
    data = docx(p(dele('<w:r><w:delInstrText xml:space="preserve">PAGE</w:delInstrText></w:r>')))
    assert "<w:instrText" in body(reject(data))


def generated(seed: int) -> str:
    """A body of random paragraphs of words, insertions, deletions and marks, ending with a plain paragraph."""
    chance = random.Random(seed)
    out = []
    for _ in range(chance.randint(1, 6)):
        content = ""
        for _ in range(chance.randint(0, 4)):
            word = chance.choice("abcdefgh") + " "
            author = chance.choice(["France", "India"])
            content += chance.choice([t, t, lambda s: ins(s, author), lambda s: dele(s, author)])(word)  # noqa: B023
            if chance.random() < 0.1:
                content += ins(dele(word, "India"), "France")
        tracked = chance.choice(["", "", mark("ins"), mark("del", "India")])
        out.append(p(content, tracked))
        if chance.random() < 0.15:
            row = f"<w:tr><w:tc><w:p>{t('cell')}</w:p></w:tc></w:tr>"
            grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>'
            out.append(p(t("before")) + f"<w:tbl>{grid}{row}</w:tbl>")
    return "".join(out) + p(t("End."))


def test_random_texts_read_as_an_independent_program_reads_them():
    for seed in range(40):
        data = docx(generated(seed), settings="", styles="")
        for ours, theirs in (
            (accept(data), docx_scalpel.docx_diff_accept_revisions(data)),
            (reject(data), docx_scalpel.docx_diff_reject_revisions(data)),
        ):
            assert lines(ours) == lines(theirs), seed


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_settling_leaves_nothing_and_is_done_once(seed):
    data = docx(generated(seed))
    for settled, resolved in ((accept(data), accept), (reject(data), reject)):
        assert resolved(settled) == settled
        assert accept(settled) == reject(settled)
