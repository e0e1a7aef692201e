from datetime import timedelta
from pathlib import Path

import pytest

from app.db import reading, writing
from app.drafting import translations
from app.drafting.models import Declaration
from app.drafting.texts import text_of
from app.drafting.translations import Standing, in_language
from app.errors import OutOfPlace
from app.exports import exports
from app.exports.kinds import Form, Kind, Options
from app.text.runs import plain, runs_of
from app.word import changes, read, resolve
from tests.exports.forms.akoma_ntoso.papers import A, valid
from tests.exports.making.orders import made
from tests.exports.making.test_on_record import ALONE, HONDURAS, enter, key
from tests.exports.making.test_redline import next_revision
from tests.support.oracles import lint, paragraphs, part, schema_errors
from tests.support.told import Told

SPANISH = Options(language="es")
NEW = "Acción conjunta contra el tráfico ilícito de migrantes."


def redline(rcm: Told, old: object, options: Options = SPANISH) -> bytes:
    with reading(rcm.engine) as session:
        asked = {"against": old, "by": rcm.person(HONDURAS), "at": rcm.at, "options": options}
        return exports.make(session, rcm.declaration, Kind.REDLINE, rcm.revision(), **asked).content


def translate(rcm: Told) -> None:
    """Enter what the new revision does not have in Spanish yet."""
    rcm.at += timedelta(minutes=1)
    with writing(rcm.engine) as session:
        declaration, revision = session.get_one(Declaration, rcm.declaration.id), rcm.revision()
        missing = [
            each
            for each in in_language(session, declaration, revision, "es").paragraphs
            if each.standing is not Standing.CURRENT
        ]
        words = [translations.Words(each.source.key, runs_of(NEW), each.number) for each in missing]
        by = rcm.person("secretariat@rcm.example")
        translations.enter(session, declaration, revision, "es", words, by=by, at=rcm.at)


def spanish(rcm: Told, revision: object) -> list[str]:
    with reading(rcm.engine) as session:
        return [plain(each.runs) for each in in_language(session, rcm.declaration, revision, "es").paragraphs]


def test_a_redline_of_translations_goes_from_the_one_to_the_other(rcm: Told, tmp_path: Path) -> None:
    old, new = next_revision(rcm, "smuggling")
    with pytest.raises(OutOfPlace, match="translated"):
        redline(rcm, old)
    translate(rcm)
    data = redline(rcm, old)
    for settled, revision in ((resolve.reject(data), old), (resolve.accept(data), new)):
        assert [plain(each.runs) for each in read.read(settled).paragraphs] == spanish(rcm, revision)
    assert {change.author for change in changes.changes(data)} == {"Rev.1"}
    assert NEW in " ".join(change.text for change in changes.changes(data))
    head = "".join(part(data, "word/header_front.xml").itertext())
    assert "Rev.1 comparada con Zero draft, traducción del inglés" in head
    assert "inglés" in "".join(part(data, "word/footer_front.xml").itertext()), "it says which text is authoritative"
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []
    nobodys = redline(rcm, old, Options(language="es", anonymous=True))
    assert {(change.author, change.date) for change in changes.changes(nobodys)} == {("Propuesta", None)}


def test_an_agreed_text_is_adopted_in_another_language_too(rcm: Told, tmp_path: Path) -> None:
    enter(rcm, HONDURAS, "Honduras se reserva su posición.", key(rcm, 3))
    data = made(rcm, Kind.AGREED, options=SPANISH)
    lines = paragraphs(data)
    translated = spanish(rcm, rcm.revision())
    assert lines[: len(translated)] == translated
    states = lines[lines.index("Estados miembros") + 1 :]
    assert "República de Costa Rica" in states and "Estados Unidos Mexicanos" in states
    assert ALONE not in lines and not [line for line in lines if line.startswith("The ")]
    foot = "".join(part(data, "word/footer_front.xml").itertext())
    assert f"Huella digital del texto en inglés (SHA-256): {rcm.revision().fingerprint}" in foot
    assert "El texto se negocia en inglés" in foot
    notes = " ".join("".join(part(data, "word/footnotes.xml").itertext()).split())
    assert "Reserva de Honduras: Honduras se reserva su posición." in notes
    assert not part(data, "word/footnotes.xml").findall(".//{*}lang"), "the reservation is in the language of the document"
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []


def test_in_akoma_ntoso_it_is_an_expression_in_that_language(rcm: Told) -> None:
    root = valid(made(rcm, Kind.AGREED, options=Options(form=Form.AKOMA_NTOSO, language="es")))
    assert root.find(f".//{A}FRBRlanguage").get("language") == "spa"
    said = "".join(root.find(f".//{A}conclusions").itertext())
    assert "República de Costa Rica" in said and "en inglés (SHA-256)" in said


def test_what_is_not_translated_as_it_reads_is_not_adopted(rcm: Told) -> None:
    next_revision(rcm, "smuggling", "victims")
    with pytest.raises(OutOfPlace, match="translated"):
        made(rcm, Kind.AGREED, options=SPANISH)
    with reading(rcm.engine) as session:
        assert len(text_of(session, rcm.revision().id)) > 10
    assert made(rcm, Kind.CLEAN, options=SPANISH), "the clean text marks what is missing"


def test_a_page_says_too_which_text_is_authoritative(rcm: Told) -> None:
    for kind in (Kind.CLEAN, Kind.AGREED):
        for form in (Form.HTML, Form.MARKDOWN):
            assert "El texto se negocia en inglés" in made(rcm, kind, options=Options(form=form, language="es")).decode()
            assert "se negocia" not in made(rcm, kind, options=Options(form=form)).decode()
