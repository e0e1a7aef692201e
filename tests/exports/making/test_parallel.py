from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.db import reading, writing
from app.drafting import decisions, revisions
from app.drafting.models import Amendment, Declaration
from app.errors import Malformed, Unknown
from app.exports import exports
from app.exports.kinds import Form, Kind, Options
from app.word.names import value, w
from tests.exports.making.orders import made
from tests.exports.making.schedule import CONSULATES, HEAD, Schedule
from tests.exports.making.test_table import tables
from tests.support.oracles import lint, part, schema_errors
from tests.support.told import Told

SPANISH = Options(language="es")
MISSING = "[sin traducir todavía]"


@pytest.fixture
def moved_on(rcm: Told) -> Told:
    """The demonstration with a Rev.1 in which a paragraph has changed and one is new."""
    by = rcm.person("secretariat@rcm.example")
    with writing(rcm.engine) as session:
        declaration = session.get_one(Declaration, rcm.story.declaration.id)
        for name in ("victims", "justice-item"):
            amendment = session.get_one(Amendment, rcm.story.amendments[name].id)
            decisions.accept(session, amendment, expected=declaration.version, by=by, at=rcm.at)
            session.refresh(declaration)
        revisions.issue_next(session, declaration, expected=declaration.version, by=by, at=rcm.at)
    rcm.at += timedelta(minutes=1)
    return rcm


def spoken(data: bytes) -> dict[str, set[str]]:
    """The words of every run by the language it is tagged with ("" for that of the document)."""
    found: dict[str, set[str]] = {}
    for run in part(data).iter(w("r")):
        tag = run.find(f"{w('rPr')}/{w('lang')}")
        found.setdefault(value(tag) or "" if tag is not None else "", set()).add("".join(run.itertext(w("t"))))
    return found


def test_every_paragraph_stands_beside_its_translation(rcm: Told, tmp_path: Path) -> None:
    data = made(rcm, Kind.PARALLEL, options=SPANISH)
    (table,) = tables(data)
    assert table[0] == ["No.", "English", "Español"]
    assert len(table) == 1 + len(rcm.story.keys)
    assert table[2][0] == "PP1" and table[2][1].startswith("The Vice-Ministers") and table[2][2].startswith("Las Vice")
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []
    size = next(part(data).iter(w("pgSz")))
    assert size.get(w("orient")) == "landscape"
    assert part(data).find(f".//{w('tbl')}/{w('tr')}/{w('trPr')}/{w('tblHeader')}") is not None


def test_each_column_is_tagged_with_its_language(rcm: Told) -> None:
    found = spoken(made(rcm, Kind.PARALLEL, options=SPANISH))
    assert any("the Member Countries" in words for words in found["en-GB"])
    assert any("los Países Miembros" in words for words in found["es-ES"])
    assert not any("Países" in words for words in found["en-GB"] | found[""])


def test_what_is_stale_or_missing_says_so_in_its_language(moved_on: Told) -> None:
    data = made(moved_on, Kind.PARALLEL, options=SPANISH)
    (table,) = tables(data)
    one = next(row for row in table if row[0] == "1")
    assert "victims of crimes" in one[1]
    assert one[2].startswith("[traducción de Zero draft; el párrafo ha cambiado desde entonces] Un enfoque")
    new = next(row for row in table if row[0] == "6 bis")
    assert new[2] == "[sin traducir todavía]"
    below = "".join(part(data).itertext(w("t")))
    assert "The text is negotiated in English" in below
    assert "Translated from an earlier text: 1. Not yet translated: 1." in below


def test_it_is_a_page_of_its_own_too(moved_on: Told) -> None:
    page = made(moved_on, Kind.PARALLEL, options=Options(language="es", form=Form.HTML)).decode()
    assert '<th scope="col">English</th><th scope="col" lang="es">Español</th>' in page
    assert '<td data-head="Español" lang="es"><em>[sin traducir todavía]</em>' in page
    with pytest.raises(Malformed):
        made(moved_on, Kind.PARALLEL, options=Options(language="es", form=Form.AKOMA_NTOSO))


def test_it_is_had_in_markdown_each_paragraph_above_its_translation(moved_on: Told) -> None:
    lines = made(moved_on, Kind.PARALLEL, options=Options(language="es", form=Form.MARKDOWN)).decode().split("\n\n")
    at = lines.index("**PP1**")
    assert lines[at + 1].startswith("**English:** *The Vice-Ministers") and lines[at + 2].startswith(
        "**Español:** *Las Vice"
    )
    new = lines.index("**6 bis**")
    assert lines[new + 2] == "**Español:** *\\[sin traducir todavía\\]*"


def test_a_table_of_the_text_is_a_table_in_both_languages(embedded_engine: Engine, tmp_path: Path) -> None:
    room = Schedule(embedded_engine)
    room.translate()
    data = room.document(Kind.PARALLEL, SPANISH)
    above, rows, below = tables(data)
    assert above[0] == below[0] == ["No.", "English", "Español"]
    assert rows[0] == ["English", "Español"]
    assert rows[1] == [*HEAD, "Compromiso", "Quién lo cumple", "Plazo"]
    assert rows[4] == ["Meet online before the ministers do", "Presidency pro tempore", "24 April 2017", MISSING, "", ""]
    heads = [
        row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in list(part(data).iter(w("tbl")))[1].iter(w("tr"))
    ]
    assert heads == [True, True, False, False, False]
    assert "Secretaría técnica" in spoken(data)["es-ES"] and "Technical secretariat" in spoken(data)["en-GB"]
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []


def test_a_table_with_more_columns_than_have_room_stands_cell_under_cell(
    embedded_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.exports.making.parallel.MOST_COLUMNS", 2)
    room = Schedule(embedded_engine)
    room.translate()
    (table,) = tables(room.document(Kind.PARALLEL, SPANISH))
    assert table[4][1] == "".join(CONSULATES) and len(table) == 8


def test_a_clean_text_is_had_in_the_other_language(moved_on: Told, tmp_path: Path) -> None:
    data = made(moved_on, Kind.CLEAN, options=SPANISH)
    words = "".join(part(data).itertext(w("t")))
    assert "[sin traducir todavía] Access to justice" in words
    found = spoken(data)
    assert found.keys() == {"", "en-GB"}
    assert all("Access to justice" in each for each in found["en-GB"])
    assert "Conferencia Regional sobre Migración" in "".join(part(data, "word/header_front.xml").itertext(w("t")))
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []


@pytest.mark.parametrize(
    ("form", "holds"),
    [
        (Form.HTML, '<em>[sin traducir todavía] </em><span lang="en">Access to justice'),
        (Form.MARKDOWN, "6 bis *\\[sin traducir todavía\\]* Access to justice"),
        (Form.AKOMA_NTOSO, 'language="spa"'),
    ],
)
def test_it_is_had_in_other_forms(moved_on: Told, form: Form, holds: str) -> None:
    assert holds in made(moved_on, Kind.CLEAN, options=Options(language="es", form=form)).decode()


def test_the_file_is_called_by_its_language(rcm: Told) -> None:
    with reading(rcm.engine) as session:
        by = rcm.person("network@rncom.example")
        order = {"by": by, "at": rcm.at, "options": SPANISH}
        clean = exports.make(session, rcm.declaration, Kind.CLEAN, rcm.revision(), **order)
        beside = exports.make(session, rcm.declaration, Kind.PARALLEL, rcm.revision(), **order)
        with pytest.raises(Malformed, match="in the language of the text alone"):
            exports.make(session, rcm.declaration, Kind.TABLE, rcm.revision(), **order)
        own = {**order, "options": Options(language="en")}
        table = exports.make(session, rcm.declaration, Kind.TABLE, rcm.revision(), **own)
    assert clean.filename == "RCM-2017-DD.1 Zero draft es.docx"
    assert beside.filename == "RCM-2017-DD.1 Zero draft parallel es.docx"
    assert table.filename == "RCM-2017-DD.1 Zero draft table.docx" and not table.options.language


def test_a_language_must_be_chosen_that_is_there(rcm: Told) -> None:
    for language in ("", "en"):
        with pytest.raises(Malformed, match="Choose the language"):
            made(rcm, Kind.PARALLEL, options=Options(language=language))
    with pytest.raises(Unknown):
        made(rcm, Kind.PARALLEL, options=Options(language="fr"))
    assert made(rcm, Kind.CLEAN, options=Options(language="en")) == made(rcm, Kind.CLEAN)
