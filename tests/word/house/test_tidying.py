from lxml import etree

from app.word.house.tidying import tidy
from app.word.names import W, w


def test_the_spelling_of_other_programs_is_put_right() -> None:
    root = etree.fromstring(
        f'<w:hdr xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"><w:tr><w:trPr><w:cantSplit w:val="true"/>'
        '<w:tblHeader w:val="false"/></w:trPr></w:tr><w:charset w:val="01" w:characterSet="utf-8"/>'
        '<w:jc w:val="start"/><w:ind w:start="120" w:end="0"/><v:rect ID="x" id="y"/></w:hdr>'
    )
    tidy(root)
    assert dict(next(root.iter(w("cantSplit"))).attrib) == {}
    assert next(root.iter(w("tblHeader")), None) is None
    assert dict(next(root.iter(w("charset"))).attrib) == {w("val"): "01"}
    assert next(root.iter(w("jc"))).get(w("val")) == "left"
    assert dict(next(root.iter(w("ind"))).attrib) == {w("left"): "120", w("right"): "0"}
    assert dict(root[-1].attrib) == {"id": "y"}
