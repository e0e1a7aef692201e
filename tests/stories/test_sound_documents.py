"""Every document there is, in every form: what its readers and their programs rely on."""

import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree, html

from app.db import engine_for, reading
from app.exports import exports
from app.exports.kinds import MARKED, Form, Kind, Options
from app.exports.making.forms import forms_of
from app.word.names import value, w
from tests.exports.forms.akoma_ntoso.papers import valid
from tests.exports.making.test_redline import next_revision
from tests.support.databases import SqliteMaker
from tests.support.oracles import lint, part, schema_errors
from tests.support.programs import need
from tests.support.told import Told, told

_DC = "{http://purl.org/dc/elements/1.1/}"
EVERY = [(kind, anonymous) for kind in Kind for anonymous in ((False, True) if kind in MARKED else (False,))]


class Shelf:
    """The documents of the demonstration after Rev.1, made when they are asked for."""

    def __init__(self, rcm: Told) -> None:
        self.rcm = rcm
        self.old, _ = next_revision(rcm, "smuggling", "victims")

    def document(self, kind: Kind, form: Form = Form.WORD, *, anonymous: bool = False) -> bytes:
        rcm = self.rcm
        options = Options(anonymous=anonymous, form=form, language="es" if kind is Kind.PARALLEL else "")
        against = self.old if kind is Kind.REDLINE else None
        by = rcm.person("secretariat@rcm.example")
        with reading(rcm.engine) as session:
            asked = {"against": against, "by": by, "at": rcm.at, "options": options}
            return exports.make(session, rcm.declaration, kind, rcm.revision(), **asked).content


@pytest.fixture(scope="module")
def shelf(sqlite_maker: SqliteMaker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    engine = engine_for(sqlite_maker.migrated())
    yield Shelf(told(engine, tmp_path_factory.mktemp("files")))
    engine.dispose()


@pytest.mark.parametrize(("kind", "anonymous"), EVERY)
def test_a_word_file_is_valid_and_says_what_it_is(shelf: Shelf, kind: Kind, anonymous: bool, tmp_path: Path) -> None:
    data = shelf.document(kind, anonymous=anonymous)
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []
    properties = part(data, "docProps/core.xml")
    assert properties.findtext(f"{_DC}title", "").startswith("Declaration of the Regional Conference")
    assert properties.findtext(f"{_DC}language") == shelf.rcm.declaration.language
    assert properties.findtext(f"{_DC}creator") == "Pro Tempore"


@pytest.mark.parametrize(("kind", "anonymous"), EVERY)
def test_a_word_file_can_be_found_ones_way_in(shelf: Shelf, kind: Kind, anonymous: bool) -> None:
    data = shelf.document(kind, anonymous=anonymous)
    body, names = part(data), _style_names(data)
    used = [names[value(style)] for style in body.iter(w("pStyle"))]
    assert used[0] == "Title" and used.count("Title") == 1
    levels = [int(name[-1]) for name in used if name.startswith("heading ")]
    assert all(level <= before + 1 for before, level in zip([0, *levels], levels, strict=False)), "no level is left out"
    for table in body.iter(w("tbl")):
        caption = table.find(f"{w('tblPr')}/{w('tblCaption')}")
        assert caption is not None and value(caption).strip(), "a table has a name for who cannot see it"
        first = table.find(w("tr"))
        heads = first.find(f"{w('trPr')}/{w('tblHeader')}") is not None
        assert heads is (value(table.find(f"{w('tblPr')}/{w('tblLook')}")) == "0020")
        assert heads or first.find(f".//{w('shd')}") is None, "what is shaded as a head is one"
    for picture in body.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
        assert picture.get("descr")
    if kind in (Kind.SHEETS, Kind.TABLE, Kind.PARALLEL):
        assert body.find(f".//{w('tblHeader')}") is not None


@pytest.mark.parametrize(("kind", "anonymous"), EVERY)
def test_every_page_says_of_what_it_is_and_how_many_there_are(shelf: Shelf, kind: Kind, anonymous: bool) -> None:
    data = shelf.document(kind, anonymous=anonymous)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if re.match(r"word/(header|footer)_", name)}
    heads = [" ".join(etree.fromstring(each).itertext()) for name, each in parts.items() if "header" in name]
    feet = [each.decode() for name, each in parts.items() if "footer" in name]
    assert heads and all("RCM/2017/DD.1" in head and "6 April 2017" in head for head in heads)
    assert feet and all(" PAGE " in foot and " NUMPAGES " in foot for foot in feet)
    references = [each.tag for each in part(data).iterfind(f".//{w('sectPr')}/*") if "Reference" in each.tag]
    assert {w("headerReference"), w("footerReference")} <= set(references)
    assert (", without names" in heads[0]) is (anonymous and kind not in (Kind.REDLINE, Kind.HISTORY))


@pytest.mark.parametrize(("kind", "anonymous"), EVERY)
def test_words_are_tagged_with_their_language(shelf: Shelf, kind: Kind, anonymous: bool) -> None:
    data = shelf.document(kind, anonymous=anonymous)
    defaults = part(data, "word/styles.xml").find(f"{w('docDefaults')}//{w('lang')}")
    assert defaults is not None and value(defaults) == "en-GB"
    tags = {value(tag) for tag in part(data).iterfind(f".//{w('r')}/{w('rPr')}/{w('lang')}")}
    assert tags == ({"en-GB", "es-ES"} if kind is Kind.PARALLEL else set())


@pytest.mark.parametrize("kind", [kind for kind in Kind if Form.PDF in forms_of(kind)])
def test_a_portable_file_is_tagged_titled_and_in_its_language(shelf: Shelf, kind: Kind) -> None:
    need("pdftoppm")
    data = shelf.document(kind, Form.PDF)
    told_of = subprocess.run(["pdfinfo", "-"], input=data, capture_output=True, check=True).stdout.decode()
    said = dict(re.findall(r"^(\w+): +(.*)$", told_of, re.MULTILINE))
    assert said["Tagged"] == "yes"
    assert said["Title"].startswith("Declaration of the Regional Conference")
    assert re.search(rb"/Lang ?\(en-GB\)", data) and b"/DisplayDocTitle true" in data
    assert not re.search(rb"/Subtype ?/Text\b", data), "comments stay in the Word file"


@pytest.mark.parametrize(("kind", "anonymous"), [each for each in EVERY if Form.AKOMA_NTOSO in forms_of(each[0])])
def test_a_legal_file_keeps_the_standard(shelf: Shelf, kind: Kind, anonymous: bool) -> None:
    valid(shelf.document(kind, Form.AKOMA_NTOSO, anonymous=anonymous))


@pytest.mark.parametrize("kind", [kind for kind in Kind if Form.HTML in forms_of(kind)])
def test_a_page_has_a_language_landmarks_and_no_id_twice(shelf: Shelf, kind: Kind) -> None:
    data = shelf.document(kind, Form.HTML)
    assert data.startswith(b"<!doctype html>")
    page = html.fromstring(data)
    assert page.get("lang") == "en" and page.findtext(".//title").strip()
    assert len(page.findall(".//main")) == 1 and len(page.findall(".//h1")) == 1
    assert [each.tag for each in page.find("body") if each.tag not in ("header", "main", "footer")] == []
    twice = [name for name, times in Counter(page.xpath("//@id")).items() if times > 1]
    assert not twice
    assert {link[1:] for link in page.xpath("//a/@href")} <= set(page.xpath("//@id")), "every link leads somewhere"
    assert all(each.get("scope") for each in page.iter("th")), "a head says of what it is the head"


def _style_names(data: bytes) -> dict[str, str]:
    styles = part(data, "word/styles.xml").iter(w("style"))
    return {style.get(w("styleId")): value(style.find(w("name"))) for style in styles}
