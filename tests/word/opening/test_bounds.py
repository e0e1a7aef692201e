"""Hostile files: what they cost grows with their size and no faster, and there is a bound to it."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from app.word import changes as listing
from app.word import inline, opening
from app.word.changes import changes
from app.word.compare import compare
from app.word.files import read_any
from app.word.package import Reason, Unreadable
from app.word.read import read
from app.word.resolve import accept, reject
from tests.word.making import OFFICE, by, dele, docx, dt, ins, mark, p, t, unzipped, zipped
from tests.word.odt.making import odt

BEGIN, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
LAST = p(t("z"))
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def start(number: int, name: str = "b") -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}{number}"/>'


def end(number: int) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def comment(number: int) -> str:
    return f'<w:comment w:id="{number}" w:author="F"><w:p w14:paraId="{number + 1:08X}">{t("c")}</w:p></w:comment>'


def answer(number: int) -> str:
    return f'<w15:commentEx w15:paraId="{number + 1:08X}" w15:paraIdParent="{number:08X}"/>'


def style(number: int) -> str:
    named = f'<w:style w:type="paragraph" w:styleId="s{number}"><w:basedOn w:val="s{number + 1}"/>'
    return f'{named}<w:pPr><w:numPr><w:numId w:val="{number + 1}x"/></w:numPr></w:pPr></w:style>'


def relation(number: int) -> str:
    return f'<Relationship Id="r{number}" Type="{OFFICE}footer" Target="missing{number}.xml"/>'


def each(made: Callable[[int], str], count: int) -> str:
    return "".join(map(made, range(count)))


HOSTILE: dict[str, Callable[[int], bytes]] = {
    "words that come": lambda n: docx(p(ins("a") * n)),
    "words that go": lambda n: docx(p(dele("a") * n) + LAST),
    "marks that go": lambda n: docx(p(dele("a"), mark("del")) * n + LAST),
    "one long paragraph that runs on": lambda n: docx(p(t("a") * n, mark("del")) + LAST),
    "proofs between": lambda n: docx((p("", mark("del")) + '<w:proofErr w:type="spellStart"/>') * n + LAST),
    "bookmarks closed elsewhere": lambda n: docx(p(dele(each(start, n) + dt("x"))) + p(each(end, n) + t("z"))),
    "keys closed elsewhere": lambda n: docx(
        each(lambda i: p(start(i, "pt_") + dele("x"), mark("del")), n) + p(each(end, n) + t("z"))
    ),
    "rows": lambda n: docx(
        "<w:tbl>" + f"<w:tr><w:trPr>{mark('ins')}</w:trPr><w:tc>{p(t('a'))}</w:tc></w:tr>" * n + "</w:tbl>" + LAST
    ),
    "comments never closed": lambda n: docx(
        p(each(lambda i: f'<w:commentRangeStart w:id="{i}"/>{t("a")}', n)), comments=each(comment, n)
    ),
    "comments in a chain": lambda n: docx(LAST, comments=each(comment, n), commentsExtended=each(answer, n)),
    "moves never closed": lambda n: docx(
        each(lambda i: f'<w:moveFromRangeStart w:id="{i}" w:name="m{i}"/>' + p("", mark("moveFrom")), n) + LAST
    ),
    "controls never closed": lambda n: docx(
        each(lambda i: f'<w:customXmlInsRangeStart w:id="{i}"/><w:sdt><w:sdtContent>{p(t("x"))}</w:sdtContent></w:sdt>', n)
    ),
    "formatted over and over": lambda n: docx(
        "<w:tbl><w:tr><w:trPr>"
        + f"<w:trPrChange {by()}><w:trPr/></w:trPrChange>" * n
        + f"</w:trPr><w:tc>{p('<w:r/>' * n)}</w:tc></w:tr></w:tbl>{LAST}"
    ),
    "merged over and over": lambda n: docx(
        "<w:tbl><w:tr><w:tc><w:tcPr>" + f"<w:cellMerge {by()}/>" * n + f"</w:tcPr>{LAST}</w:tc></w:tr></w:tbl>{LAST}"
    ),
    "styles on styles": lambda n: docx(p(t("x"), ppr='<w:pStyle w:val="s0"/>') * n, styles=each(style, n)),
    "lists that point to lists": lambda n: docx(
        p(t("x"), ppr='<w:numPr><w:numId w:val="0x"/></w:numPr>') * n,
        numbering=each(lambda i: f'<w:abstractNum w:abstractNumId="{i}"><w:numStyleLink w:val="s{i}"/></w:abstractNum>', n)
        + each(lambda i: f'<w:num w:numId="{i}x"><w:abstractNumId w:val="{i}"/></w:num>', n),
        styles=each(style, n),
    ),
    "relations to nothing": lambda n: zipped(
        unzipped(docx(LAST))
        | {f"word/media/{i}.png": b"" for i in range(n)}
        | {"word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{each(relation, n)}</Relationships>'}
    ),
    "fields in fields": lambda n: docx(p(BEGIN * n + t("x") + END * n) + LAST),
    "notes": lambda n: docx(
        p(each(lambda i: dele(f'<w:r><w:footnoteReference w:id="{i}"/></w:r>'), n)) + LAST,
        footnotes=each(lambda i: f'<w:footnote w:id="{i}">{p(t("n"))}</w:footnote>', n),
    ),
}


def steps(done: Callable[[bytes], object], data: bytes) -> int:
    """How many calls it takes, of Python's functions and of others."""
    count = 0

    def called(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        done(data)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("done", [changes, accept, reject, read])
def test_four_times_as_much_takes_no_more_than_four_times_the_steps(done, name):
    small, large = HOSTILE[name](60), HOSTILE[name](240)
    assert steps(done, large) < 5 * steps(done, small)


def refused(done: Callable[[bytes], object], data: bytes) -> Reason:
    with pytest.raises(Unreadable) as caught:
        done(data)
    return caught.value.reason


def test_too_many_elements_in_few_bytes(monkeypatch):
    monkeypatch.setattr(opening, "MAX_MARKUP", 10_000)
    assert changes(docx(p(t("a") * 1_000))) == ()
    assert refused(changes, docx(p("<w:r/>" * 10_000))) is Reason.BOMB


def test_too_many_elements_in_all_parts_together(monkeypatch):
    monkeypatch.setattr(opening, "MAX_MARKUP", 10_000)
    assert refused(changes, docx(p(t("a") * 1_000), header=p("<w:r/>" * 8_000))) is Reason.BOMB


def test_too_many_entries_are_not_even_listed(monkeypatch):
    monkeypatch.setattr(opening, "MAX_PARTS", 10)
    data = zipped(unzipped(docx(LAST)) | {f"{number}.bin": b"" for number in range(60)})
    monkeypatch.setattr(opening, "_inflated", None)
    assert refused(changes, data) is Reason.BOMB


def test_changes_in_changes_that_repeat_their_words(monkeypatch):
    monkeypatch.setattr(listing, "MOST_SAID", 10_000)
    assert len(changes(docx(p(ins("a" * 9_000))))) == 1
    nested = f"<w:ins {by()}>" * 100 + t("a" * 200) + "</w:ins>" * 100
    assert refused(changes, docx(p(nested))) is Reason.BOMB


def test_elements_nested_without_end():
    for tag in ("w:ins", "w:sdt", "w:tbl", "w:smartTag"):
        deep = f"<{tag}>" * 5_000 + f"</{tag}>" * 5_000
        for done in (changes, accept, reject, read):
            assert refused(done, docx(deep)) is Reason.DAMAGED


def test_one_note_referred_to_without_end(monkeypatch):
    monkeypatch.setattr(inline, "MOST_NOTED", 10_000)
    note = f'<w:footnote w:id="1">{p(t("n" * 1_000))}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    assert len(read(docx(p(reference * 9), footnotes=note)).paragraphs) == 1
    assert refused(read, docx(p(reference * 11), footnotes=note)) is Reason.BOMB


def test_what_stands_in_its_like_is_not_said_twice_as_long_with_each():
    """It was, of notes in notes and of tables in tables: forty of them would not end."""
    notes = "<text:p><text:note><text:note-body>" * 40 + "a" + "</text:note-body></text:note></text:p>" * 40
    assert [found.text for found in read_any(odt(f"<text:p>z</text:p>{notes}")).paragraphs] == ["z"]
    tables = "<w:tbl><w:tr><w:tc>" * 40 + p(t("a")) + f"{p()}</w:tc></w:tr></w:tbl>" * 40 + LAST
    compared = compare(docx(tables), docx(tables.replace(">a<", ">b<")), "France", datetime(2026, 3, 2, tzinfo=UTC))
    assert [found.text for found in read(compared).paragraphs] == ["b", "z"]
