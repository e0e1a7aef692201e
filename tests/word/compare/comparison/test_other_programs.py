"""Documents that another program saved: nobody is told of a change who would see none."""

import random
import subprocess
from collections import Counter
from functools import partial

import pytest

from app.word.compare import compare
from app.word.resolve import accept, reject
from tests.support import oracles
from tests.support.laws import DEPTH
from tests.support.programs import need
from tests.word.compare.chance.edits import Edits
from tests.word.compare.chance.rewrites import dressed, rewritten
from tests.word.compare.chance.wholes import document
from tests.word.compare.documents import AT
from tests.word.compare.laws import count, words, xml
from tests.word.making import docx, p, t

SEEDS = range(40 * DEPTH)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/></w:rPr>'
    '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr>'
    '<w:keepNext/><w:spacing w:before="240" w:after="0"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/><w:basedOn '
    'w:val="Normal"/><w:pPr><w:ind w:left="720"/><w:contextualSpacing/></w:pPr></w:style><w:style w:type="table" '
    'w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right '
    'w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name '
    'w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    "</w:pPr></w:style>"
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" '
    'w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_WORDS = ("do_words", "do_more_words", "do_cut_run")


def originals():
    """Documents with the chance that they were made by."""
    for seed in SEEDS:
        chance = random.Random(seed)
        draft = dressed(document(chance, 4), chance)
        if "altChunk" not in xml(draft.written()):
            yield seed, chance, draft


def test_nothing_is_marked_where_another_program_wrote_the_same_otherwise():
    for seed, chance, draft in originals():
        one, other = draft.written(), rewritten(draft, chance).written()
        for old, new in ((one, other), (other, one)):
            assert count(compare(old, new, "France", AT)) == Counter(), seed


def test_what_somebody_edited_is_marked_as_if_no_other_program_had_saved_it(tmp_path):
    for seed, chance, draft in originals():
        edited = draft.copy()
        Edits(edited, chance).some(3, _WORDS)
        old, new, other = draft.written(), edited.written(), rewritten(edited, chance).written()
        out = compare(old, other, "France", AT)
        assert count(out) == count(compare(old, new, "France", AT)), seed
        for what, own, wanted in (("reject", reject, old), ("accept", accept, new)):
            assert oracles.paragraphs(own(out)) == oracles.paragraphs(wanted), (seed, what)
            assert oracles.paragraphs(oracles.resolved(what, out)) == oracles.paragraphs(wanted), (seed, what)
        assert oracles.lint(out) == [], seed


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """A plain document, and what LibreOffice and pandoc make of it with a few words changed."""
    folder = tmp_path_factory.mktemp("programs")
    edited = folder / "edited.docx"
    edited.write_bytes(plain("shall", "A State may."))
    made = {"libreoffice": folder / "libreoffice" / "edited.docx", "pandoc": folder / "pandoc.docx"}
    run = partial(subprocess.run, check=True, capture_output=True, timeout=240)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run(
        [need("libreoffice"), profile, "--headless", "--convert-to", "docx", "--outdir", made["libreoffice"].parent, edited]
    )
    run([need("pandoc"), edited, "-o", made["pandoc"]])
    return {name: path.read_bytes() for name, path in made.items()}


def plain(verb: str, last: str) -> bytes:
    """A heading, paragraphs, a list and a table, in the styles that a document of Word begins with."""
    cells = [f'<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>{p(t(said))}</w:tc>' for said in ("Who", "What")]
    width, grid = '<w:tblW w:w="9000" w:type="dxa"/>', '<w:gridCol w:w="4500"/>' * 2
    properties = f'<w:tblPr><w:tblStyle w:val="TableGrid"/>{width}<w:tblLayout w:type="fixed"/></w:tblPr>'
    table = f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid><w:tr>{''.join(cells)}</w:tr></w:tbl>"
    in_list = '<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = [
        p(t("On safe passage"), ppr='<w:pStyle w:val="Heading1"/>'),
        p(t(f"Each State {verb} protect ") + t("all", "<w:b/>") + t(" who move."), ppr='<w:jc w:val="both"/>'),
        *(p(t(said), ppr=in_list) for said in ("at the border;", "at sea.")),
        table,
        p(t(last)),
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>',
    ]
    return docx("".join(body), styles=STYLES, numbering=NUMBERING)


@pytest.mark.parametrize("program", ["libreoffice", "pandoc"])
def test_of_a_file_that_a_program_saved_the_words_are_marked_that_somebody_changed(saved, program):
    old, new = plain("should", "A State may not."), saved[program]
    for one, other, gone, came in ((old, new, ["should", " not"], ["shall"]), (new, old, ["shall"], ["should", " not"])):
        out = compare(one, other, "France", AT)
        assert (words(out, "del"), words(out, "ins")) == (gone, came)
        assert oracles.paragraphs(oracles.resolved("accept", out)) == oracles.paragraphs(other)
        assert oracles.paragraphs(oracles.resolved("reject", out)) == oracles.paragraphs(one)
        assert oracles.lint(out) == []


def test_what_libreoffice_wrote_otherwise_is_not_marked(saved):
    old, new = plain("should", "A State may not."), saved["libreoffice"]
    for one, other in ((old, new), (new, old)):
        assert set(count(compare(one, other, "France", AT))) == {"ins", "del"}
