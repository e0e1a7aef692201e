"""Every document there is, in every form: what its readers and their programs rely on."""

import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree, html
from sqlmodel import col, select

from app.db import engine_for, reading
from app.exports import exports
from app.exports.kinds import MARKED, TRANSLATED, Form, Kind, MeetingKind, Options
from app.exports.making.forms import forms_of, forms_of_papers
from app.exports.phrases import WORDINGS
from app.meetings.models import Meeting
from app.word.names import value, w
from app.word.writing.language import spelled
from tests.exports.forms.akoma_ntoso.papers import valid
from tests.exports.making.test_in_translation import translate
from tests.exports.making.test_redline import next_revision
from tests.support.databases import SqliteMaker
from tests.support.oracles import lint, part, schema_errors
from tests.support.programs import need
from tests.support.told import Told, told

_DC = "{http://purl.org/dc/elements/1.1/}"
OFFICE = {"en": "en-GB", "es": "es-ES", "pt": "pt-BR", "fr": "fr-FR"}


class Wanted(NamedTuple):
    """A document; `language` is the one it is in, or for the parallel text the other one."""

    kind: Kind | MeetingKind
    anonymous: bool = False
    language: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.kind.value, self.language, "nameless" if self.anonymous else "")))

    @property
    def spoken(self) -> str:
        """The language of the document itself."""
        return "en" if self.kind is Kind.PARALLEL else self.language or "en"

    @property
    def forms(self) -> tuple[Form, ...]:
        return forms_of_papers() if isinstance(self.kind, MeetingKind) else forms_of(self.kind)


EVERY = (
    *(Wanted(kind) for kind in Kind if kind is not Kind.PARALLEL),
    *(Wanted(kind, anonymous=True) for kind in Kind if kind in MARKED),
    *(Wanted(kind, language="es") for kind in Kind if kind in TRANSLATED),
    *(Wanted(kind, language=language) for kind in MeetingKind for language in WORDINGS),
)


def having(form: Form) -> list[Wanted]:
    return [each for each in EVERY if form in each.forms]


every = pytest.mark.parametrize("wanted", EVERY, ids=str)


class Shelf:
    """The documents of the demonstration after Rev.1, which is translated whole; made when they are asked for."""

    def __init__(self, rcm: Told) -> None:
        self.rcm = rcm
        self.old, _ = next_revision(rcm, "smuggling", "victims")
        translate(rcm)
        self._made: dict[tuple[Wanted, Form], bytes] = {}

    def document(self, wanted: Wanted, form: Form = Form.WORD) -> bytes:
        if (wanted, form) not in self._made:
            self._made[wanted, form] = self._make(wanted, form)
        return self._made[wanted, form]

    def _make(self, wanted: Wanted, form: Form) -> bytes:
        rcm, kind = self.rcm, wanted.kind
        options = Options(anonymous=wanted.anonymous, form=form, language=wanted.language)
        asked = {"by": rcm.person("secretariat@rcm.example"), "at": rcm.at, "options": options}
        with reading(rcm.engine) as session:
            if isinstance(kind, MeetingKind):
                meeting = session.exec(select(Meeting).where(col(Meeting.title).startswith("Meeting to develop"))).one()
                return exports.make_to_order(session, exports.ordered_of_meeting(session, meeting, kind, **asked)).content
            against = self.old if kind is Kind.REDLINE else None
            return exports.make(session, rcm.declaration, kind, rcm.revision(), against=against, **asked).content


@pytest.fixture(scope="module")
def shelf(sqlite_maker: SqliteMaker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    engine = engine_for(sqlite_maker.migrated())
    yield Shelf(told(engine, tmp_path_factory.mktemp("files")))
    engine.dispose()


@every
def test_a_word_file_is_valid_and_says_what_it_is(shelf: Shelf, wanted: Wanted, tmp_path: Path) -> None:
    data = shelf.document(wanted)
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []
    properties = part(data, "docProps/core.xml")
    assert properties.findtext(f"{_DC}title", "").strip()
    assert properties.findtext(f"{_DC}language") == wanted.spoken
    assert properties.findtext(f"{_DC}creator") == "Pro Tempore"


@every
def test_a_word_file_can_be_found_ones_way_in(shelf: Shelf, wanted: Wanted) -> None:
    data = shelf.document(wanted)
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
    if wanted.kind in (Kind.SHEETS, Kind.TABLE, Kind.PARALLEL, MeetingKind.OUTCOME):
        assert body.find(f".//{w('tblHeader')}") is not None


@every
def test_every_page_says_of_what_it_is_and_how_many_there_are(shelf: Shelf, wanted: Wanted) -> None:
    data = shelf.document(wanted)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if re.match(r"word/(header|footer)_", name)}
    heads = [" ".join(etree.fromstring(each).itertext()) for name, each in parts.items() if "header" in name]
    feet = [each.decode() for name, each in parts.items() if "footer" in name]
    symbol = "" if isinstance(wanted.kind, MeetingKind) else "RCM/2017/DD.1"
    day = spelled(shelf.rcm.at.date(), wanted.spoken)
    assert heads and all(symbol in head and day in head for head in heads)
    assert feet and all(" PAGE " in foot and " NUMPAGES " in foot for foot in feet)
    references = [each.tag for each in part(data).iterfind(f".//{w('sectPr')}/*") if "Reference" in each.tag]
    assert {w("headerReference"), w("footerReference")} <= set(references)
    assert (", without names" in heads[0]) is (wanted.anonymous and wanted.kind not in (Kind.REDLINE, Kind.HISTORY))


@every
def test_words_are_tagged_with_their_language(shelf: Shelf, wanted: Wanted) -> None:
    data = shelf.document(wanted)
    defaults = part(data, "word/styles.xml").find(f"{w('docDefaults')}//{w('lang')}")
    assert defaults is not None and value(defaults) == OFFICE[wanted.spoken]
    tags = {value(tag) for tag in part(data).iterfind(f".//{w('r')}/{w('rPr')}/{w('lang')}")}
    assert tags == ({"en-GB", "es-ES"} if wanted.kind is Kind.PARALLEL else set())


@pytest.mark.parametrize("wanted", [each for each in having(Form.PDF) if not each.anonymous], ids=str)
def test_a_portable_file_is_tagged_titled_and_in_its_language(shelf: Shelf, wanted: Wanted) -> None:
    need("pdftoppm")
    data = shelf.document(wanted, Form.PDF)
    told_of = subprocess.run(["pdfinfo", "-"], input=data, capture_output=True, check=True).stdout.decode()
    said = dict(re.findall(r"^(\w+): +(.*)$", told_of, re.MULTILINE))
    assert said["Tagged"] == "yes"
    assert said["Title"].strip()
    assert f"/Lang({OFFICE[wanted.spoken]})".encode() in data and b"/DisplayDocTitle true" in data
    assert not re.search(rb"/Subtype ?/Text\b", data), "comments stay in the Word file"


@pytest.mark.parametrize("wanted", having(Form.AKOMA_NTOSO), ids=str)
def test_a_legal_file_keeps_the_standard(shelf: Shelf, wanted: Wanted) -> None:
    valid(shelf.document(wanted, Form.AKOMA_NTOSO))


@pytest.mark.parametrize("wanted", having(Form.HTML), ids=str)
def test_a_page_has_a_language_landmarks_and_no_id_twice(shelf: Shelf, wanted: Wanted) -> None:
    data = shelf.document(wanted, Form.HTML)
    assert data.startswith(b"<!doctype html>")
    page = html.fromstring(data)
    assert page.get("lang") == wanted.spoken and page.findtext(".//title").strip()
    assert len(page.findall(".//main")) == 1 and len(page.findall(".//h1")) == 1
    assert [each.tag for each in page.find("body") if each.tag not in ("header", "main", "footer")] == []
    twice = [name for name, times in Counter(page.xpath("//@id")).items() if times > 1]
    assert not twice
    assert {link[1:] for link in page.xpath("//a/@href")} <= set(page.xpath("//@id")), "every link leads somewhere"
    assert all(each.get("scope") for each in page.iter("th")), "a head says of what it is the head"


def _style_names(data: bytes) -> dict[str, str]:
    styles = part(data, "word/styles.xml").iter(w("style"))
    return {style.get(w("styleId")): value(style.find(w("name"))) for style in styles}
