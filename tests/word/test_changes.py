from collections import Counter

import docx_scalpel
import pytest

from app.word import quoting
from app.word.changes import Kind, changes
from app.word.package import Unreadable
from app.word.resolve import accept, reject
from tests.word.making import by, dele, docx, dt, ins, mark, p, t
from tests.word.samples import samples


def listed(data: bytes) -> list[tuple[str, str | None, str]]:
    return [(change.kind.value, change.author, change.text) for change in changes(data)]


def test_words_marks_and_what_is_deleted_within_an_insertion():
    data = docx(p(t("a ") + ins(t("b ") + dele("c", "India")), mark("del")) + p(t("z")))
    assert listed(data) == [
        ("paragraph_deletion", "France", ""),
        ("insertion", "France", "b c"),
        ("deletion", "India", "c"),
    ]
    inserted = changes(data)[1]
    assert (inserted.paragraph, inserted.before, inserted.after) == (0, "a ", "a b ")
    assert (inserted.story, inserted.date) == ("body", "2026-03-02T09:30:00Z")


def test_dates_are_as_the_file_has_them_with_the_instant_beside_them_where_it_is_known():
    both = (
        '<w:ins w:id="1" w:author="F" w:date="2026-03-02T11:30:00Z" w16du:dateUtc="2026-03-02T09:30:00Z">'
        + t("x")
        + "</w:ins>"
    )
    odd = '<w:ins w:id="2" w:author="F" w:date="2012-02-25T14:03:25.0570604-07:00">' + t("y") + "</w:ins>"
    none = '<w:del w:id="3" w:author="Author">' + dt("z") + "</w:del>"
    found = changes(docx(p(both + odd + none)))
    assert [(change.date, change.utc) for change in found] == [
        ("2026-03-02T11:30:00Z", "2026-03-02T09:30:00Z"),
        ("2012-02-25T14:03:25.0570604-07:00", None),
        (None, None),
    ]
    assert [change.when for change in found] == ["2026-03-02T09:30:00Z", "2012-02-25T14:03:25.0570604-07:00", None]


def test_rows_cells_and_formatting():
    row = f"<w:tr><w:trPr>{mark('ins')}</w:trPr><w:tc>{p(t('a'))}</w:tc><w:tc>{p(t('b'))}</w:tc></w:tr>"
    cell = f"<w:tr><w:tc><w:tcPr>{mark('cellDel')}</w:tcPr>{p(t('c'))}</w:tc></w:tr>"
    run = t("bold", f"<w:b/><w:rPrChange {by('Japan')}><w:rPr/></w:rPrChange>")
    paragraph = p(run, ppr=f'<w:jc w:val="left"/><w:pPrChange {by("Japan")}><w:pPr/></w:pPrChange>')
    found = changes(docx(f"<w:tbl>{row}{cell}</w:tbl>" + paragraph))
    assert [(change.kind, change.text, change.paragraph, change.of) for change in found] == [
        (Kind.ROW_INSERTION, "a\nb", 0, None),
        (Kind.CELL_DELETION, "c", 2, None),
        (Kind.FORMATTING, "bold", 3, "paragraph"),
        (Kind.FORMATTING, "bold", 3, "run"),
    ]


def test_moves_are_told_from_insertions():
    data = docx(
        p(f"<w:moveFrom {by()}>{t('x')}</w:moveFrom>", mark("moveFrom")) + p(f"<w:moveTo {by()}>{t('x')}</w:moveTo>")
    )
    assert [kind for kind, _, _ in listed(data)] == ["paragraph_move_from", "move_from", "move_to"]


def comment(number: int, author: str, text: str, para: str) -> str:
    signed = f'w:id="{number}" w:author="{author}" w:date="2026-03-02T10:00:00Z"'
    return f'<w:comment {signed}><w:p w14:paraId="{para}">{t(text)}</w:p></w:comment>'


def extended(*rows: str) -> str:
    return "".join(f"<w15:commentEx {row}/>" for row in rows)


def anchored(number: int, inner: str) -> str:
    start, end = f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>'
    return f'{start}{inner}{end}<w:r><w:commentReference w:id="{number}"/></w:r>'


def test_comments_with_their_threads_times_and_words():
    data = docx(
        p(t("one ")) + p(t("two ") + anchored(1, t("words") + dele("gone")) + anchored(2, "") + anchored(3, "")),
        comments=(
            comment(1, "A", "Why?", "01")
            + comment(2, "B", "So.", "02")
            + comment(3, "A", "Ah.", "03")
            + comment(9, "C", "?", "09")
        ),
        commentsExtended=extended(
            'w15:paraId="01" w15:done="1"',
            'w15:paraId="02" w15:paraIdParent="01"',
            'w15:paraId="03" w15:paraIdParent="02"',
        ),
        commentsIds='<w16cid:commentId w16cid:paraId="01" w16cid:durableId="0A"/>',
        commentsExtensible='<w16cex:commentExtensible w16cex:durableId="0A" w16cex:dateUtc="2026-03-02T08:00:00Z"/>',
    )
    first, deletion, lost = changes(data)
    assert (first.kind, first.text, first.quoted, first.paragraph, first.resolved) == (
        Kind.COMMENT,
        "Why?",
        "words",
        1,
        True,
    )
    assert (first.date, first.utc) == ("2026-03-02T10:00:00Z", "2026-03-02T08:00:00Z")
    assert [(reply.author, reply.text, reply.date) for reply in first.replies] == [
        ("B", "So.", "2026-03-02T10:00:00Z"),
        ("A", "Ah.", "2026-03-02T10:00:00Z"),
    ]
    assert deletion.kind is Kind.DELETION
    assert (lost.text, lost.paragraph) == ("?", None)


def test_comments_that_answer_each_other_in_a_circle_are_listed():
    data = docx(
        p(anchored(1, t("x"))),
        comments=comment(1, "A", "a", "01") + comment(2, "B", "b", "02"),
        commentsExtended=extended('w15:paraId="01" w15:paraIdParent="02"', 'w15:paraId="02" w15:paraIdParent="01"'),
    )
    (only,) = changes(data)
    assert [only.text, *(reply.text for reply in only.replies)] == ["a", "b"]


def test_every_story_is_listed_in_order():
    note = f'<w:footnote w:id="1">{p(ins("note"))}</w:footnote>'
    data = docx(p(ins("body")), header=p(dele("top")), footer=p(ins("bottom")), footnotes=note)
    assert [(change.story, change.text) for change in changes(data)] == [
        ("body", "body"),
        ("footnotes", "note"),
        ("header", "top"),
        ("footer", "bottom"),
    ]


def test_what_properties_were_before_says_again_that_words_were_tracked_and_is_not_counted():
    # Word writes it so where the marks of inserted paragraphs and cells, and numbering, are formatted afterwards.
    again = f"<w:rPrChange {by('Japan')}><w:rPr>{mark('ins')}</w:rPr></w:rPrChange>"
    numbered = f'<w:numPr><w:numId w:val="1"/><w:ins {by()}/></w:numPr>'
    paragraph = p(t("a"), mark("ins") + "<w:b/>" + again).replace(
        "</w:pPr>", f"<w:pPrChange {by('Japan')}><w:pPr>{numbered}</w:pPr></w:pPrChange></w:pPr>"
    )
    cell = (
        f"<w:tcPr>{mark('cellIns')}<w:tcPrChange {by('Japan')}><w:tcPr>{mark('cellIns')}</w:tcPr></w:tcPrChange></w:tcPr>"
    )
    data = docx(paragraph + p(t("z")) + f"<w:tbl><w:tr><w:tc>{cell}{p(t('c'))}</w:tc></w:tr></w:tbl>")
    kinds = [kind for kind, _, _ in listed(data)]
    assert kinds == ["paragraph_insertion", "formatting", "formatting", "cell_insertion", "formatting"]
    assert [changes(settle(data)) for settle in (accept, reject)] == [(), ()]
    assert [kind for kind, _, _ in listed(reject(data, {"Japan"}))] == ["paragraph_insertion", "cell_insertion"]


def test_parts_tell_one_header_from_another_and_tables_stand_where_they_begin():
    table = (
        f"<w:tbl><w:tblPr><w:tblPrChange {by()}><w:tblPr/></w:tblPrChange></w:tblPr><w:tr><w:tc>{p()}</w:tc></w:tr></w:tbl>"
    )
    found = changes(docx(p(t("x")) + table, header=p(ins("top")), footer=p(ins("bottom"))))
    assert [(change.part, change.paragraph, change.of) for change in found] == [
        ("word/document.xml", 1, "table"),
        ("word/header.xml", 0, None),
        ("word/footer.xml", 0, None),
    ]


def test_both_versions_of_a_text_box_count_once():
    box = f"<w:txbxContent>{p(ins('x'))}</w:txbxContent>"
    branches = f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
    both = f"<mc:AlternateContent>{branches}</mc:AlternateContent>"
    assert listed(docx(p(f"<w:r>{both}</w:r>"))) == [("insertion", "France", "x")]


def test_content_controls_put_in_taken_away_and_moved():
    def ranged(kind: str, number: int, inner: str) -> str:
        return f'<w:{kind}RangeStart w:id="{number}" w:author="India"/>{inner}<w:{kind}RangeEnd w:id="{number}"/>'

    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(t('words'))}</w:sdtContent></w:sdt>"
    inline = f"<w:sdt><w:sdtPr/><w:sdtContent>{t('word')}</w:sdtContent></w:sdt>"
    opened = ranged("customXmlIns", 1, "<w:sdt><w:sdtPr/><w:sdtContent>")
    closed = ranged("customXmlIns", 2, "</w:sdtContent></w:sdt>")
    as_word_writes = (opened + p(t("in")) + closed).replace('<w:customXmlInsRangeEnd w:id="1"/>', "", 1)
    as_word_writes = as_word_writes.replace("<w:sdtContent>", '<w:sdtContent><w:customXmlInsRangeEnd w:id="1"/>', 1)
    data = docx(as_word_writes + ranged("customXmlMoveTo", 3, control) + p(ranged("customXmlDel", 4, inline)) + control)
    assert listed(data) == [
        ("control_insertion", "India", "in"),
        ("control_move_to", "India", "words"),
        ("control_deletion", "India", "word"),
    ]
    assert [change.paragraph for change in changes(data)] == [0, 1, 2]


def test_numbering_that_comes_is_formatting_and_no_words():
    (only,) = changes(docx(p(t("x"), ppr=f'<w:numPr><w:numId w:val="1"/><w:ins {by()}/></w:numPr>')))
    assert (only.kind, only.of, only.text) == (Kind.FORMATTING, "numbering", "x")


def test_words_of_formulas_and_signs_are_words():
    m = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    run = f"<m:r><w:rPr><w:ins {by()}/></w:rPr><m:t>y</m:t></m:r>"
    formula = ins(f"<m:oMath {m}><m:r><m:t>x</m:t></m:r></m:oMath>") + f"<m:oMath {m}>{run}</m:oMath>"
    signs = ins("<w:r><w:softHyphen/><w:noBreakHyphen/><w:tab/></w:r>")
    assert [text for _, _, text in listed(docx(p(formula + signs)))] == ["x", "y", "\u00ad\u2011\t"]


def test_a_comment_on_words_that_go_quotes_them_only_where_none_stay():
    comments = comment(1, "A", "Why?", "01") + comment(2, "B", "So.", "02")
    data = docx(p(anchored(1, dele("offences") + ins("crimes")) + anchored(2, dele("in transit"))), comments=comments)
    assert [found.quoted for found in changes(data) if found.kind is Kind.COMMENT] == ["crimes", "in transit"]


def test_a_range_of_a_comment_that_never_closes_reaches_to_the_end_and_what_is_quoted_is_bounded(monkeypatch):
    comments = comment(1, "A", "Why?", "01") + comment(2, "B", "So.", "02")
    start = '<w:commentRangeStart w:id="{}"/>'
    data = docx(p(start.format(1) + t("one ")) + p(start.format(2) + t("two")), comments=comments)
    assert [found.quoted for found in changes(data)] == ["one two", "two"]
    monkeypatch.setattr(quoting, "MOST", 8)
    assert [found.quoted for found in changes(data)] == ["one two", "t"]


KINDS = {"move_from": "move", "insertion": "insert", "deletion": "delete"}
# The program counts the words of cells that come or go a second time, and tabs and breaks as signs.
COUNTED_OTHERWISE = ("11_", "12_", "14_", "15_", "24_")


def test_words_by_kind_and_author_agree_with_an_independent_program():
    for name, data, _ in samples("good"):
        if name.startswith(COUNTED_OTHERWISE):
            continue
        ours: Counter[tuple[str, str | None]] = Counter()
        for change in changes(data):
            if change.kind.value in KINDS:
                ours[KINDS[change.kind.value], change.author] += _letters(change.text)
        theirs: Counter[tuple[str, str | None]] = Counter()
        with docx_scalpel.open_session(data) as session:
            for entry in session.list_revisions():
                if entry.type in KINDS.values():
                    theirs[entry.type, entry.author] += _letters(entry.text.replace("¶", ""))
        assert +ours == +theirs, name


def _letters(text: str) -> int:
    return len("".join(text.split()))


def test_broken_samples_are_listed_or_refused():
    for name, data, _ in samples("bad"):
        if name == "b29_control_char":
            with pytest.raises(Unreadable):
                changes(data)
        else:
            changes(data)
