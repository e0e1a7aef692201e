from app.word.house.inventory import USED, Letterhead, look_through
from app.word.reference import reference
from app.word.writing.parts import section
from tests.word import making
from tests.word.house.letterheads import A4, LETTER, hostile, secretariat


def test_our_own_reference_lacks_nothing() -> None:
    house = look_through(reference())
    assert house.missing == ()
    assert [style.name for style in house.styles] == list(USED)
    assert house.fonts == ("Times New Roman",)
    assert house.paper.name == "A4"
    assert house.letterhead == ()
    assert house.left_out == {}


def test_a_style_is_known_by_its_name_whatever_its_id() -> None:
    found = {style.name: style for style in look_through(secretariat()).styles}
    assert (found["heading 1"].font, found["heading 1"].size) == ("Georgia", 14)
    assert found["heading 3"].font == "Calibri", "the theme names it"


def test_a_style_that_is_only_announced_or_of_another_kind_is_missing() -> None:
    styles = (
        '<w:latentStyles><w:lsdException w:name="Title"/></w:latentStyles>'
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Operative"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="Own"/><w:aliases w:val="x, Closing"/></w:style>'
    )
    house = look_through(making.docx("<w:p/>", styles=styles))
    assert {style.name for style in house.styles} == {"Operative", "Closing"}
    assert "Title" in house.missing


def test_letterhead_and_paper_are_told() -> None:
    house = look_through(secretariat(LETTER))
    assert house.paper.name == "Letter"
    assert house.paper.margins["left"] == 1587
    first = next(each for each in house.letterhead if (each.kind, each.pages) == ("header", "first"))
    assert first == Letterhead("header", "first", "CONFERENCIA REGIONAL SOBRE MIGRACIÓN", 1)
    assert look_through(secretariat(A4)).paper.name == "A4"


def test_pages_have_the_letterhead_of_the_section_before_when_they_name_none() -> None:
    header = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
    body = f'<w:p><w:pPr>{header}</w:pPr></w:p><w:p/><w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
    house = look_through(making.docx(body, header="<w:p><w:r><w:t>Letter</w:t></w:r></w:p>"))
    assert [each.words for each in house.letterhead] == ["Letter"]
    assert house.paper.name == "Letter"
    assert house.paper.margins["top"] == section.INCH


def test_what_every_document_would_carry_has_its_weight() -> None:
    assert look_through(secretariat()).weight > 1000
    assert look_through(hostile()).left_out
