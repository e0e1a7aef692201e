"""OpenDocument texts as they are written by hand; those LibreOffice writes are in test_of_an_office.py."""

import pytest

from app.text.runs import NOTE_ANCHOR, Mark, Run
from app.word.odt.read import read
from app.word.omissions import Kind
from app.word.package import Reason, Unreadable
from tests.word.odt.making import KIND, odt, p, style, zipped


def texts(body: str, **rest: str) -> list[str]:
    return [found.text for found in read(odt(body, **rest)).paragraphs]


def runs(body: str, **rest: str) -> tuple[Run, ...]:
    (found,) = read(odt(body, **rest)).paragraphs
    return found.runs


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("a\n   pretty\t printed", "a pretty printed"),
        ("  a <text:span> b</text:span> c", "a b c"),
        ('a<text:s text:c="3"/>b', "a   b"),
        ("a<text:s/> <text:s/>b", "a   b"),
        ("a<text:tab/>b<text:line-break/>c", "a b\nc"),
        ('a <text:a xlink:href="x:y">link</text:a>', "a link"),
        ("a <text:date>1 May</text:date> and <text:page-number>3</text:page-number>", "a 1 May and 3"),
        ("a <text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>", "a 漢"),
        ("a<!-- not said --> b", "a b"),
        ("nin\u0303os", "niños"),
        ("a<text:soft-page-break/>b", "ab"),
        ("a<office:annotation><text:p>said aside</text:p></office:annotation> b", "a b"),
    ],
)
def test_what_stands_in_a_paragraph(inner, text):
    assert texts(p(inner)) == [text]


BOLD = 'fo:font-weight="bold"'
ITALIC = 'fo:font-style="italic"'


def test_marks_come_from_the_nearest_style_that_says():
    automatic = (
        style("T1", BOLD, "text")
        + style("T2", 'style:text-underline-style="solid" style:text-position="super 58%"', "text")
        + style("T3", 'fo:font-weight="normal"', "text", parent_style_name="Strong")
        + style("P1", "", parent_style_name="Quote")
        + style("T4", 'style:text-position="-33% 58%"', "text")
    )
    styles = style("Strong", BOLD + " " + ITALIC, "text") + style("Quote", ITALIC)
    body = p(
        'a<text:span text:style-name="T1">b<text:span text:style-name="T2">c</text:span></text:span>'
        '<text:span text:style-name="T3">d</text:span><text:span text:style-name="T4">e</text:span>',
        "P1",
    )
    everything = frozenset({Mark.BOLD, Mark.ITALIC, Mark.UNDERLINE, Mark.SUPERSCRIPT})
    italic = frozenset({Mark.ITALIC})
    assert runs(body, automatic=automatic, styles=styles) == (
        Run("a", italic),
        Run("b", italic | {Mark.BOLD}),
        Run("c", everything),
        Run("de", italic),
    )


def test_styles_that_descend_in_a_circle_or_from_nothing_end():
    automatic = style("A", "", parent_style_name="B") + style("B", BOLD, parent_style_name="A")
    assert runs(p("x", "A"), automatic=automatic) == (Run("x", frozenset({Mark.BOLD})),)
    assert texts(p("x", "Nowhere")) == ["x"]


def test_headings_have_their_depth_and_not_the_marks_of_their_style():
    styles = style("Heading_20_2", BOLD, display_name="Heading 2", default_outline_level="2") + style("Title", BOLD)
    automatic = style("P1", "", parent_style_name="Heading_20_2")
    body = (
        p("The title", "Title")
        + '<text:h text:style-name="Heading_20_2" text:outline-level="2">Two</text:h>'
        + p("By its style", "P1")
        + '<text:h text:outline-level="9">Deep</text:h>'
        + p("Body")
    )
    found = read(odt(body, automatic, styles)).paragraphs
    assert [line.level for line in found] == [None, 2, 2, 6, None]
    assert [line.style for line in found] == ["Title", "Heading 2", "Heading 2", None, None]
    assert not any(run.marks for line in found for run in line.runs)


def test_a_footnote_is_called_where_it_stands():
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p> See</text:p><text:p>Annex</text:p></text:note-body></text:note>"
    )
    assert runs(p(f"Noted{note}.")) == (Run("Noted"), Run(NOTE_ANCHOR, note="See\nAnnex"), Run("."))


def level(depth: int, kind: str, **attributes: str) -> str:
    written = "".join(f' style:{key.replace("_", "-")}="{value}"' for key, value in attributes.items() if key != "start")
    start = f' text:start-value="{attributes["start"]}"' if "start" in attributes else ""
    return f'<text:list-level-style-number text:level="{depth}" style:num-format="{kind}"{written}{start}/>'


def item(inner: str, **attributes: str) -> str:
    written = "".join(f' text:{key.replace("_", "-")}="{value}"' for key, value in attributes.items())
    return f"<text:list-item{written}>{inner}</text:list-item>"


def listed(inner: str, attributes: str = 'text:style-name="L1"') -> str:
    return f"<text:list {attributes}>{inner}</text:list>"


LIST = (
    '<text:list-style style:name="L1">'
    + level(1, "1", num_suffix=".")
    + level(2, "a", num_prefix="(", num_suffix=")")
    + '<text:list-level-style-bullet text:level="3" text:bullet-char="-"/></text:list-style>'
)


def labels(body: str, automatic: str = LIST, **rest: str) -> list[tuple[str | None, str]]:
    return [(found.label, found.text) for found in read(odt(body, automatic, **rest)).paragraphs]


def test_lists_are_counted_depth_by_depth():
    inner = listed(item(p("a")) + item(p("b") + listed(item(p("deep")), "")), "")
    body = listed(item(p("one") + p("more of one") + inner) + item(p("two") + listed(item(p("c")), "")))
    assert labels(body) == [
        ("1.", "one"),
        (None, "more of one"),
        ("(a)", "a"),
        ("(b)", "b"),
        ("-", "deep"),
        ("2.", "two"),
        ("(a)", "c"),
    ]


def test_a_list_goes_on_where_it_says_so_and_begins_anew_where_it_does_not():
    body = (
        listed(item(p("one")), 'xml:id="x" text:style-name="L1"')
        + p("between")
        + listed(item(p("two")), 'text:continue-numbering="true" text:style-name="L1"')
        + listed(item(p("other")))
        + listed(item(p("three")), 'text:continue-list="x" text:style-name="L1"')
        + listed(item(p("nine"), start_value="9") + item(p("ten")))
        + listed("<text:list-header>" + p("no number") + "</text:list-header>")
    )
    assert [label for label, _ in labels(body)] == ["1.", None, "2.", "1.", "3.", "9.", "10.", None]


def test_a_number_may_hold_those_above_it_and_start_later():
    plain = (
        '<text:list-style style:name="L1">'
        + level(1, "I", start="4")
        + level(2, "1").replace("/>", ' text:display-levels="2" style:num-suffix=")"/>')
    )
    format_given = plain.replace('text:display-levels="2" style:num-suffix=")"', 'loext:num-list-format="%1%-%2%)"')
    body = listed(item(p("x") + listed(item(p("y")), "")))
    assert labels(body, plain + "</text:list-style>") == [("IV", "x"), ("IV.1)", "y")]
    assert labels(body, format_given + "</text:list-style>") == [("IV", "x"), ("IV-1)", "y")]


def test_headings_are_numbered_by_the_outline():
    outline = '<text:outline-style style:name="Outline">' + "".join(
        f'<text:outline-level-style text:level="{depth}" style:num-format="{kind}" style:num-suffix="."/>'
        for depth, kind in ((1, "I"), (2, ""))
    )
    heading = '<text:h text:outline-level="{}">{}</text:h>'.format
    body = heading(1, "One") + heading(2, "Sub") + heading(1, "Two") + p("x")
    assert labels(body, "", styles=outline + "</text:outline-style>") == [
        ("I.", "One"),
        (None, "Sub"),
        ("II.", "Two"),
        (None, "x"),
    ]


def test_a_paragraph_style_may_ask_for_a_list():
    automatic = LIST + style("P1", list_style_name="L1")
    assert labels(listed(item(p("one", "P1")), ""), automatic) == [("1.", "one")]


def test_sections_are_read_and_hidden_ones_said():
    body = f"<text:section>{p('in')}</text:section>" + f'<text:section text:display="none">{p("out")}</text:section>'
    imported = read(odt(body))
    assert [found.text for found in imported.paragraphs] == ["in"]
    assert [(left.kind, left.count) for left in imported.left_out] == [(Kind.HIDDEN, 1)]


def test_tracked_changes_count_as_accepted_and_are_said():
    tracked = (
        '<text:tracked-changes><text:changed-region xml:id="c1"><text:deletion><text:p>gone</text:p></text:deletion>'
        '</text:changed-region><text:changed-region xml:id="c2"><text:insertion/></text:changed-region>'
        "</text:tracked-changes>"
    )
    body = tracked + p('a <text:change text:change-id="c1"/>b <text:change-start text:change-id="c2"/>new'
                       '<text:change-end text:change-id="c2"/>')  # fmt: skip
    imported = read(odt(body))
    assert [found.text for found in imported.paragraphs] == ["a b new"]
    assert [(left.kind, left.count) for left in imported.left_out] == [(Kind.TRACKED, 2)]


def test_what_is_left_out_is_counted_and_said():
    frame = "<draw:frame>{}</draw:frame>".format
    formula = "<math:math><math:mi>x</math:mi><math:mo>=</math:mo><math:mn>1</math:mn></math:math>"
    body = (
        p("Text" + frame("<draw:image/>") + frame("<draw:image/>"))
        + frame(f"<draw:text-box>{p('boxed')}</draw:text-box>")
        + f"<text:table-of-content><text:index-body>{p('Contents 3')}{p()}</text:index-body></text:table-of-content>"
        + p('secret <text:span text:style-name="T1">whisper</text:span>')
        + p("where " + frame('<draw:object xlink:href="./Object 1"/>') + frame(f"<draw:object>{formula}</draw:object>"))
        + p(
            "or "
            + frame('<draw:object-ole xlink:href="./Object 2"/>')
            + "<office:annotation><text:p>c</text:p></office:annotation>"
        )
        + "<table:table><table:table-row><table:table-cell>"
        + p("cell")
        + "</table:table-cell></table:table-row></table:table>"
    )
    master = (
        f"<style:master-page><style:header>{p('Top')}</style:header><style:footer>{p()}</style:footer></style:master-page>"
    )
    parts = {
        "Object 1__content_xml": formula.replace(
            "<math:math>", '<math:math xmlns:math="http://www.w3.org/1998/Math/MathML">'
        )
    }
    imported = read(odt(body, style("T1", 'text:display="none"', "text"), master=master, **parts))
    assert [found.text for found in imported.paragraphs] == ["Text", "secret", "where x=1x=1", "or", "cell"]
    assert {item.kind: (item.count, item.place) for item in imported.left_out} == {
        Kind.PICTURE: (2, 0),
        Kind.TEXT_BOX: (1, 1),
        Kind.CONTENTS: (1, 1),
        Kind.HIDDEN: (1, 1),
        Kind.FORMULA: (2, 2),
        Kind.EMBEDDED: (1, 3),
        Kind.TABLE: (1, 4),
        Kind.COMMENT: (1, None),
        Kind.HEADER: (1, None),
    }


def test_tables_are_read_row_by_row():
    cell = "<table:table-cell>{}</table:table-cell>".format
    row = "<table:table-row>{}</table:table-row>".format
    body = (
        "<table:table><table:table-header-rows>" + row(cell(p("a")) + cell(p("b"))) + "</table:table-header-rows>"
        + row(cell(p("c")) + "<table:covered-table-cell/>") + "</table:table>"
    )  # fmt: skip
    assert texts(body) == ["a", "b", "c"]


def test_paragraphs_keep_the_keys_they_were_written_under():
    body = p('<text:bookmark-start text:name="pt_k1"/>One<text:bookmark-end text:name="pt_k1"/>') + p("Two")
    assert [found.key for found in read(odt(body)).paragraphs] == ["k1", None]


ENCRYPTED = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="content.xml">'
    "<m:encryption-data/></m:file-entry></m:manifest>"
)
ENTITIES = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"plain words", Reason.NOT_AN_ODT),
        (zipped(mimetype=KIND), Reason.NOT_AN_ODT),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet", content_xml="<x/>"), Reason.NOT_AN_ODT),
        (zipped(mimetype=KIND, content_xml="<x/>"), Reason.NOT_AN_ODT),
        (zipped(mimetype=KIND, content_xml="<x"), Reason.DAMAGED),
        (zipped(mimetype=KIND, content_xml=ENTITIES), Reason.ENTITIES),
        (odt("", **{"META-INF__manifest_xml": ENCRYPTED}), Reason.ENCRYPTED),
        (odt(p(" ")), Reason.NO_TEXT),
        (odt(p("x"))[:200], Reason.DAMAGED),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data, reason):
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert caught.value.reason is reason
