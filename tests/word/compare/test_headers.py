"""What each section shows above its pages, in both documents."""

from app.word.compare import compare
from app.word.resolve import accept, reject
from tests.word.compare.chance.drafts import Draft, fragment
from tests.word.compare.chance.reading import Reading
from tests.word.compare.documents import AT
from tests.word.compare.laws import count, words
from tests.word.making import p, t, unzipped


def sections(*headers: str | None) -> bytes:
    """A document of a section each, with this header, or with that of the section before."""
    draft = Draft()
    draft.story("document", "document", "<w:body/>")
    body = draft.root("document")[0]
    for number, header in enumerate(headers, 1):
        reference = ""
        if header is not None:
            identifier = draft.story(f"header{number}", "hdr", p(t(header)), "header")
            reference = f'<w:headerReference w:type="default" r:id="{identifier}"/>'
        section = f'<w:sectPr>{reference}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
        inside, after = ("", section) if number == len(headers) else (section, "")
        body.extend(fragment(p(t(f"Text {'of many words ' * number}{number}."), ppr=inside) + after))
    return draft.written()


def shown(data: bytes) -> list[str]:
    lines = [line.partition("headerReference default: ")[2] for line in Reading(data).lines() if "Reference" in line]
    return [line.split("'")[1] for line in lines]


def agree(old: bytes, new: bytes) -> bytes:
    out = compare(old, new, "France", AT)
    assert Reading(reject(out)).lines() == Reading(old).lines()
    assert Reading(accept(out)).lines() == Reading(new).lines()
    return out


def test_a_header_where_there_was_none_comes():
    out = agree(sections(None), sections("Draft"))
    assert shown(accept(out)) == ["Draft"]
    assert words(out, "ins", "word/header1.xml") == ["Draft"]


def test_a_header_that_is_no_longer_there_goes():
    out = agree(sections("Draft"), sections(None))
    assert shown(accept(out)) == []
    assert words(out, "del", "word/header1.xml") == ["Draft"]


def test_sections_that_showed_one_header_come_to_show_two():
    out = agree(sections("Draft", None, None), sections("Draft", "Final", None))
    assert shown(accept(out)) == ["Draft", "Final", "Final"]
    assert shown(reject(out)) == ["Draft", "Draft", "Draft"]
    assert words(out, "ins", "word/header1.xml") == []
    assert len([name for name in unzipped(out) if "header" in name]) == 2


def test_sections_that_showed_two_headers_come_to_show_one():
    out = agree(sections("Draft", "Annex"), sections("Final", None))
    assert shown(accept(out)) == ["Final", "Final"]
    assert shown(reject(out)) == ["Draft", "Annex"]


def test_a_section_that_comes_brings_its_header():
    out = agree(sections("Draft", None), sections("Draft", "Annex", None))
    assert shown(accept(out)) == ["Draft", "Annex", "Annex"]
    assert shown(reject(out)) == ["Draft", "Draft"]


def test_a_section_goes_and_what_follows_keeps_its_header():
    out = agree(sections("Draft", "Annex", None), sections("Draft", "Annex"))
    assert shown(accept(out)) == ["Draft", "Annex"]
    assert shown(reject(out)) == ["Draft", "Annex", "Annex"]


def test_equal_headers_are_left_as_they_are():
    old = sections("Draft", None, "Annex")
    assert not count(agree(old, sections("Draft", None, "Annex")))
    assert unzipped(compare(old, old, "France", AT)).keys() == unzipped(old).keys()
