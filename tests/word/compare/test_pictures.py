"""Pictures in the line of words, as different programs write them."""

from app.word.compare import compare
from tests.word.compare.documents import AT
from tests.word.compare.laws import count, words, xml
from tests.word.making import docx, p, t

_SPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_URI = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def file(size: int, inline: str = "", before: str = "", named: str = "", shape: str = "", said: str = "") -> bytes:
    """A paragraph with a picture of this size: what is written of it beside that, and said."""
    fill = "<pic:blipFill><a:blip/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
    geometry = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{size}" cy="{size}"/></a:xfrm><a:prstGeom prst="rect"/>{shape}'
    name = f'<pic:nvPicPr><pic:cNvPr id="0" name="{named}"/><pic:cNvPicPr/></pic:nvPicPr>'
    whole = f"<pic:pic>{name}{fill}<pic:spPr>{geometry}</pic:spPr></pic:pic>"
    graphic = f'<a:graphic><a:graphicData uri="{_URI}">{whole}</a:graphicData></a:graphic>'
    extent = f'<wp:extent cx="{size}" cy="{size}"/>{before}<wp:docPr id="1" name="{named}"{said}/>'
    drawing = f"<w:drawing><wp:inline {_SPACES} {inline}>{extent}{graphic}</wp:inline></w:drawing>"
    return docx(p(t("See ") + f"<w:r>{drawing}</w:r>" + t(" here")))


def test_a_picture_that_another_program_saved_is_the_same():
    other = file(
        1080135,
        'distT="0" distB="0"',
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>',
        "Picture",
        '<a:noFill/><a:ln w="9525"><a:noFill/></a:ln>',
        ' descr="" title=""',
    )
    assert not count(compare(file(1080000), other, "France", AT))
    assert not count(compare(other, file(1080000), "France", AT))


def test_one_of_another_size_with_a_frame_or_that_says_something_else_goes_and_comes():
    framed = file(1080000, shape='<a:ln w="9525"><a:solidFill/></a:ln>')
    for other in (file(1090000), framed, file(1080000, said=' descr="A map"')):
        out = compare(file(1080000), other, "France", AT)
        assert count(out) == {"del": 1, "ins": 1}
        assert words(out, "del") == words(out, "ins") == [""]
        assert xml(out).count("<w:drawing>") == 2
