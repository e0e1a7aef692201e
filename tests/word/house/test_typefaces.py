from lxml import etree

from app.word.house.typefaces import Typefaces
from app.word.package import Package
from app.word.reference import reference
from app.word.writing.markup import W


def faces(styles: str) -> Typefaces:
    return Typefaces(Package.read(reference()), etree.fromstring(f'<w:styles xmlns:w="{W}">{styles}</w:styles>'))


LOOK = '<w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="22"/></w:rPr>'
DEFAULTS = f"<w:docDefaults><w:rPrDefault>{LOOK}</w:rPrDefault></w:docDefaults>"


def test_the_nearest_says_it_and_a_circle_ends() -> None:
    found = faces(
        f'{DEFAULTS}<w:style w:styleId="a"><w:basedOn w:val="b"/><w:rPr><w:sz w:val="30"/></w:rPr></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:rFonts w:ascii="Georgia"/></w:rPr></w:style>'
    )
    assert found.of("a") == ("Georgia", 15)
    assert found.of("c") == ("Arial", 11)


def test_where_nothing_says_it_nothing_is_made_up() -> None:
    assert faces('<w:style w:styleId="a"/>').of("a") == ("", 0)
