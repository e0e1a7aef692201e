import pytest

from app.word.labels import formatted
from app.word.read import read
from tests.word.making import dele, docx, mark, p, t


def level(depth: int, kind: str, text: str, start: int | None = 1, more: str = "") -> str:
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return f'<w:lvl w:ilvl="{depth}">{begin}<w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(number: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def item(number: int | None, depth: int | None = 0, style: str = "", tracked: str = "", text: str = "x") -> str:
    numbered = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    numbered += "" if number is None else f'<w:numId w:val="{number}"/>'
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    return p(
        t(text) if not tracked else dele(text), tracked, properties + (f"<w:numPr>{numbered}</w:numPr>" if numbered else "")
    )


def labels(body: str, numbering: str, styles: str = "", accept: bool = True) -> list[str | None]:
    return [found.label for found in read(docx(body, numbering=numbering, styles=styles), accept=accept).paragraphs]


@pytest.mark.parametrize(
    ("number", "kind", "shown"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (1, "lowerLetter", "a"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (0, "upperRoman", "0"),
        (22, "ordinal", "22nd"),
        (13, "ordinal", "13th"),
        (5, "none", ""),
        (5, "chicago", "5"),
    ],
)
def test_number_formats(number, kind, shown):
    assert formatted(number, kind) == shown


THREE = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "%1.%2.%3")) + num(
    1, 0
)


def test_levels_count_and_start_again():
    body = item(1) + item(1, 1) + item(1, 1) + item(1, 2) + item(1) + item(1, 1) + p(t("plain")) + item(1)
    assert labels(body, THREE) == ["1.", "(a)", "(b)", "1.b.i", "2.", "(a)", None, "3."]


def test_a_level_that_never_starts_again():
    numbering = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%2", more='<w:lvlRestart w:val="0"/>')) + num(
        1, 0
    )
    assert labels(item(1) + item(1, 1) + item(1) + item(1, 1), numbering) == ["1.", "1", "2.", "2"]


def test_own_start_of_a_list_and_lists_that_share_a_count():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    numbering = THREE + num(2, 0) + num(3, 0, override)
    assert labels(item(1) + item(2) + item(3) + item(3), numbering) == ["1.", "2.", "7.", "8."]


def test_a_level_defined_anew_and_legal_numbers():
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)", 3)}</w:lvlOverride>'
    legal = abstract(5, level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", more="<w:isLgl/>"))
    numbering = THREE + legal + num(2, 0, override) + num(5, 5)
    assert labels(item(2) + item(5) + item(5, 1), numbering) == ["III)", "I", "1.1"]


def test_bullets_whatever_their_font():
    numbering = abstract(0, level(0, "bullet", "\uf0b7"), level(1, "bullet", "–"), level(2, "bullet", "\uf0a7")) + num(1, 0)
    assert labels(item(1) + item(1, 1) + item(1, 2), numbering) == ["•", "–", "▪"]


def test_numbering_through_styles_and_switched_off():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Operative"><w:name w:val="Operative"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:basedOn w:val="Operative"/></w:style>'
    )
    operative = level(0, "decimal", "%1.", more='<w:pStyle w:val="Operative"/>')
    lettered = level(1, "lowerLetter", "(%2)", more='<w:pStyle w:val="Item"/>')
    numbering = abstract(0, operative, lettered) + num(1, 0)
    body = "".join(item(number, None, style) for number, style in ((None, "Operative"), (None, "Item"), (0, "Operative")))
    body += item(None, None, "Operative")
    assert labels(body, numbering, styles) == ["1.", "(a)", None, "2."]


def test_numbering_through_a_numbering_style():
    styles = (
        '<w:style w:type="numbering" w:styleId="Ours"><w:name w:val="Ours"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    linked = abstract(1, more='<w:numStyleLink w:val="Ours"/>')
    numbering = (
        linked + abstract(2, level(0, "upperLetter", "%1"), more='<w:styleLink w:val="Ours"/>') + num(1, 1) + num(2, 2)
    )
    assert labels(item(1) + item(1), numbering, styles) == ["A", "B"]
    circle = linked + num(2, 1) + num(1, 1)
    assert labels(item(1), circle, styles) == [None]


def test_deleted_paragraphs_are_not_counted_when_accepted():
    body = item(1) + item(1, tracked=mark("del"), text="gone") + item(1)
    assert labels(body, THREE) == ["1.", "2."]
    assert labels(body, THREE, accept=False) == ["1.", "2.", "3."]


def test_empty_numbered_paragraphs_count_as_they_do_in_word():
    assert labels(item(1) + p(ppr='<w:numPr><w:numId w:val="1"/></w:numPr>') + item(1), THREE) == ["1.", "3."]


def test_numbers_that_are_defined_nowhere_are_no_labels():
    assert labels(item(42) + item(1, 12), THREE) == [None, None]
