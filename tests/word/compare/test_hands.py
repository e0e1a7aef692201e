"""Where one program wrote both documents, what is said otherwise was set by somebody."""

import pytest

from app.word.changes import changes
from app.word.compare import compare
from tests.word.compare.chance.drafts import Draft
from tests.word.compare.documents import AT

HEADING = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{}</w:style>'


def written(direct: str = "", program: str = "Microsoft Office Word", normal: str = "", default: str = "") -> bytes:
    """A heading, which its style makes bold."""
    draft = Draft(program=program)
    run = f"<w:r><w:rPr>{direct}</w:rPr><w:t>All migrants</w:t></w:r>"
    draft.story("document", "document", f'<w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{run}</w:p></w:body>')
    draft.story("styles", "styles", default + NORMAL.format(normal) + HEADING)
    return draft.written()


def found(old: bytes, new: bytes) -> list[str]:
    return [change.kind for change in changes(compare(old, new, "France", AT))]


def test_bold_in_what_is_bold_anyway_was_set_by_somebody():
    assert found(written(), written("<w:b/>")) == ["formatting"]
    assert found(written("<w:b/>"), written()) == ["formatting"]


def test_of_whatever_edition():
    assert found(written(), written("<w:b/>", "Microsoft Macintosh Word")) == ["formatting"]
    both = written(program="LibreOffice/7.4"), written("<w:b/>", "LibreOffice/24.8$Linux")
    assert found(*both) == ["formatting"]


@pytest.mark.parametrize("program", ["LibreOffice/24.8", "", "Google Docs"])
def test_another_program_may_write_out_what_the_style_says(program):
    assert found(written(), written("<w:b/>", program)) == []


def test_a_program_that_calls_itself_word_is_told_by_its_defaults_and_styles():
    default = "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
    assert found(written(default=default), written("<w:b/><w:i/>", "Microsoft Word 12.0.0")) == []


def test_a_file_whose_properties_are_damaged_is_read():
    draft = Draft(program="<")
    draft.story("document", "document", "<w:body><w:p/></w:body>")
    assert found(draft.written(), draft.written()) == []
