from itertools import count

import pytest

from app.text.paragraph import Role
from app.text.runs import NOTE_ANCHOR, Mark, Run
from app.word.found import Found, Imported
from app.word.omissions import Kind, Omission
from app.word.package import Reason, Unreadable
from app.word.read import document_of, read
from tests.word.making import dele, docx, ins, mark, p, t
from tests.word.samples import samples

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ttulo2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Our heading"/><w:basedOn w:val="Ttulo2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Deep"/><w:pPr><w:outlineLvl w:val="7"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="TDC1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="character" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
)


def styled(identifier: str) -> str:
    return f'<w:pStyle w:val="{identifier}"/>'


def texts(body: str, **stories: str) -> list[str]:
    return [found.text for found in read(docx(body, **stories)).paragraphs]


def runs(body: str, **stories: str) -> tuple[Run, ...]:
    (found,) = read(docx(body, **stories)).paragraphs
    return found.runs


def test_every_sample_reads_accepted_and_rejected_as_its_manifest_says():
    for name, data, known in samples("good"):
        for accepted, way in ((True, "accept"), (False, "reject")):
            got = [found.text.split() for found in read(data, accept=accepted).paragraphs]
            assert got == [line.split() for line in known[way]], name


def test_broken_samples_are_read_or_refused():
    for name, data, _ in samples("bad"):
        if name == "b29_control_char":
            with pytest.raises(Unreadable):
                read(data)
        else:
            assert read(data).paragraphs


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:hyperlink>" + t("link") + "</w:hyperlink>", "link"),
        ("<w:sdt><w:sdtContent>" + t("control") + "</w:sdtContent></w:sdt>", "control"),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + t("Click") + "</w:sdtContent></w:sdt>", ""),
        ('<w:smartTag w:element="x">' + t("tag") + "</w:smartTag>", "tag"),
        ('<w:customXml w:element="x">' + t("xml") + "</w:customXml>", "xml"),
        ('<w:fldSimple w:instr=" DATE ">' + t("1 May") + "</w:fldSimple>", "1 May"),
        ("<w:bdo>" + t("order") + "</w:bdo>", "order"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="Wingdings" w:char="4a"/></w:r>', "☺☺"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0DE"/><w:sym w:font="Symbol" w:char="00DE"/></w:r>', "⇒⇒"),
        ('<w:r><w:sym w:font="Arial" w:char="00E9"/></w:r>', "é"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "a b"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>", "co\u2011op"),
        ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t></w:r>", "coop"),
        ("<w:r><w:t>nin\u0303os</w:t></w:r>", "niños"),
        ("<w:r><w:t>\n   pretty\n   printed\n  </w:t></w:r>", "pretty printed"),
        ("<w:r><w:ruby><w:rt>" + t("kan") + "</w:rt><w:rubyBase>" + t("漢") + "</w:rubyBase></w:ruby></w:r>", "漢"),
        (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>new</w:t></mc:Choice>'
            "<mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "new",
        ),
    ],
)
def test_what_stands_in_a_paragraph(content, text):
    assert texts(p(t("x ") + content)) == [f"x {text}".strip()]


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_fields_show_their_result_even_when_nested():
    inner = field("begin") + t("hidden") + field("separate") + t("also hidden") + field("end")
    whole = (
        field("begin") + "<w:r><w:instrText>IF</w:instrText></w:r>" + inner + field("separate") + t("shown") + field("end")
    )
    assert texts(p(t("a ") + whole + t(" b"))) == ["a shown b"]


def test_fields_may_span_paragraphs_and_broken_ones_hide_nothing():
    assert texts(p(field("begin") + field("separate") + t("one")) + p(t("two") + field("end"))) == ["one", "two"]
    assert texts(p(field("begin") + t("one")) + p(field("separate") + t("two"))) == ["one", "two"]
    assert texts(p(field("end") + t("one") + field("begin"))) == ["one"]


def test_marks_of_runs_and_of_styles():
    bold, italic = frozenset({Mark.BOLD}), frozenset({Mark.ITALIC})
    assert runs(p(t("a", "<w:b/>") + t("b", '<w:b w:val="0"/>') + t("c", "<w:i/>"))) == (
        Run("a", bold),
        Run("b"),
        Run("c", italic),
    )
    assert runs(p(t("a", '<w:u w:val="single"/>') + t("b", '<w:u w:val="none"/>'))) == (
        Run("a", frozenset({Mark.UNDERLINE})),
        Run("b"),
    )
    assert runs(p(t("a") + t("2", '<w:vertAlign w:val="superscript"/>')))[1].marks == {Mark.SUPERSCRIPT}
    assert runs(p(t("a") + t("2", '<w:position w:val="8"/>') + t("3", '<w:position w:val="-8"/>'))) == (
        Run("a"),
        Run("2", frozenset({Mark.SUPERSCRIPT})),
        Run("3"),
    )
    strong = t("s", '<w:rStyle w:val="Strong"/>')
    assert runs(p(strong), styles=STYLES) == (Run("s", bold),)
    assert runs(p(t("x", '<w:rStyle w:val="A"/>')), styles=STYLES) == (Run("x"),)


def test_a_toggle_set_twice_is_off_again():
    emphasis = t("inner", '<w:rStyle w:val="Emphasis"/>')
    assert runs(p(t("quoted ") + emphasis, ppr=styled("Quote")), styles=STYLES) == (
        Run("quoted ", frozenset({Mark.ITALIC})),
        Run("inner"),
    )


def test_headings_by_outline_name_and_base_and_not_bold_by_their_looks():
    body = (
        p(t("The title"), ppr=styled("Titel"))
        + p(t("Dos"), ppr=styled("Ttulo2"))
        + p(t("Derived"), ppr=styled("Sub"))
        + p(t("Deep"), ppr=styled("Deep"))
        + p(t("Own"), ppr='<w:outlineLvl w:val="0"/>')
        + p(t("Body again"), ppr=styled("Sub") + '<w:outlineLvl w:val="9"/>')
        + p(t("Undefined"), ppr=styled("Titre3"))
        + p(t("Body"))
    )
    found = read(docx(body, styles=STYLES)).paragraphs
    assert [line.level for line in found] == [None, 2, 2, 6, 1, None, 3, None]
    assert [line.style for line in found][:3] == ["Title", "heading 2", "Our heading"]
    assert found[-1].style == "Normal"
    assert not any(run.marks for line in found[:5] for run in line.runs)


def test_footnotes_and_endnotes_are_called_where_they_stand():
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    end = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    notes = (
        f'<w:footnote w:type="separator" w:id="1">{p(t("-"))}</w:footnote>'
        f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + t(" See "))}{p(ins("Annex"))}</w:footnote>'
    )
    found = runs(
        p(t("Noted") + call + t(".") + end), footnotes=notes, endnotes=f'<w:endnote w:id="2">{p(t("E"))}</w:endnote>'
    )
    assert found == (Run("Noted"), Run(NOTE_ANCHOR, note="See\nAnnex"), Run("."), Run(NOTE_ANCHOR, note="E"))
    assert runs(p(t("x") + '<w:r><w:footnoteReference w:id="9"/></w:r>'), footnotes=notes) == (Run("x"),)


def test_keys_come_from_bookmarks_and_do_not_pass_to_a_neighbour():
    def keyed(key: str, inner: str, tracked: str = "") -> str:
        return p(f'<w:bookmarkStart w:id="1" w:name="pt_{key}"/>{inner}<w:bookmarkEnd w:id="1"/>', tracked)

    body = keyed("a", dele("gone"), mark("del")) + keyed("b", t("stays")) + p(t("new"))
    assert [(found.key, found.text) for found in read(docx(body)).paragraphs] == [("b", "stays"), (None, "new")]
    whole = '<w:p><w:bookmarkStart w:id="1" w:name="pt_a"/>' + dele("gone") + "</w:p>"
    whole = whole.replace("<w:p>", f"<w:p><w:pPr><w:rPr>{mark('del')}</w:rPr></w:pPr>")
    assert read(docx(whole + '<w:bookmarkEnd w:id="1"/>' + p(t("next")))).paragraphs[0].key is None
    split = keyed("a", t("first"), mark("ins")) + p(t("second"))
    assert [found.key for found in read(docx(split)).paragraphs] == ["a", None]
    assert [found.key for found in read(docx(split), accept=False).paragraphs] == ["a"]


def test_tables_are_read_row_by_row_and_said():
    cell = "<w:tc>{}</w:tc>".format
    nested = f"<w:tbl><w:tr>{cell(p(t('n')))}</w:tr></w:tbl>"
    rows = f"<w:tr>{cell(p(t('a')) + nested + p())}{cell(p(t('b')))}</w:tr>"
    rows += f"<w:sdt><w:sdtContent><w:tr>{cell(p(t('c')))}</w:tr></w:sdtContent></w:sdt>"
    imported = read(docx(p(t("Before")) + f"<w:tbl>{rows}</w:tbl>"))
    assert [found.text for found in imported.paragraphs] == ["Before", "a", "n", "b", "c"]
    assert imported.left_out == (Omission(Kind.TABLE, 1, 1), Omission(Kind.NESTED, 1, 2))


def test_what_is_left_out_is_counted_and_said():
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p(t('boxed'))}</w:txbxContent></v:textbox></w:pict></w:r>"
    formula = (
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=1</m:t></m:r></m:oMath>'
    )
    body = (
        p(t("Text") + "<w:r><w:drawing/></w:r><w:r><w:drawing/></w:r>")
        + p(t("Contents ....... 3"), ppr=styled("TDC1"))
        + p(box + t("beside") + "<w:r><w:object/></w:r>" + t("secret", "<w:vanish/>"))
        + p(t("where ") + formula + '<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>')
        + '<w:altChunk r:id="x"/>'
    )
    comments = f'<w:comment w:id="1">{p(t("c"))}</w:comment>'
    imported = read(docx(body, styles=STYLES, comments=comments, header=p(t("Top")), footer=p()))
    assert [found.text for found in imported.paragraphs] == ["Text", "beside", "where x=1"]
    assert {item.kind: (item.count, item.place) for item in imported.left_out} == {
        Kind.PICTURE: (2, 0),
        Kind.CONTENTS: (1, 1),
        Kind.TEXT_BOX: (1, 1),
        Kind.EMBEDDED: (2, 1),
        Kind.HIDDEN: (1, 1),
        Kind.FORMULA: (1, 2),
        Kind.SYMBOL: (1, 2),
        Kind.COMMENT: (1, None),
        Kind.HEADER: (1, None),
    }
    assert all(str(item).endswith(".") and str(item.count) in str(item) for item in imported.left_out)


def test_a_box_written_twice_for_two_kinds_of_reader_is_one():
    box = f"<w:txbxContent>{p(t('boxed'))}</w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    imported = read(docx(p(t("x") + both)))
    assert imported.paragraphs == (Found(runs=(Run("x"),)),)
    assert imported.left_out == (Omission(Kind.TEXT_BOX, 1, 0),)


def test_empty_paragraphs_and_blank_ends_are_no_text():
    assert texts(p() + p(t("  a  b  ")) + p(t(" \u200b "))) == ["a  b"]


@pytest.mark.parametrize("body", ["", p(), p(dele("only"), mark("del"))])
def test_without_text_it_is_unreadable(body):
    with pytest.raises(Unreadable) as caught:
        read(docx(body))
    assert caught.value.reason is Reason.NO_TEXT


def keys():
    numbers = count(1)
    return lambda: f"new{next(numbers)}"


def test_paragraphs_keep_the_keys_they_were_written_under_once():
    found = tuple(Found((Run(text),), key=key) for text, key in (("One.", "a"), ("Two.", None), ("Three.", "a")))
    assert document_of(Imported(found), keys()).keys == ("a", "new1", "new2")


def test_headings_and_styles_become_roles():
    styles = (
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="Preambular"/></w:style>'
    )
    body = "".join(p(t(text), ppr=f'<w:pStyle w:val="{text}"/>') for text in "THP")
    document = document_of(read(docx(body, styles=styles)), keys())
    assert [(paragraph.role, paragraph.level) for paragraph in document] == [
        (Role.TITLE, 0),
        (Role.HEADING, 2),
        (Role.PREAMBULAR, 0),
    ]


def test_typed_numbers_are_left_out_of_the_words_and_marks_stay():
    bold = frozenset({Mark.BOLD})
    found = Found((Run("1", bold), Run(". "), Run("Decides", bold), Run(" to meet.")))
    (paragraph,) = document_of(Imported((found,)), keys())
    assert paragraph.runs == (Run("Decides", bold), Run(" to meet."))


def test_a_computed_label_leaves_the_words_alone():
    found = Found((Run("(a) of the Charter"),), label="1.")
    (paragraph,) = document_of(Imported((found,)), keys())
    assert paragraph.text == "(a) of the Charter"
