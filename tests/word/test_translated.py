"""Words in two languages in one Word file, each tagged with its own."""

from pathlib import Path

from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import NOTE_ANCHOR, Mark, Run, runs_of
from app.word.clean import clean
from app.word.front import Front
from app.word.names import value, w
from app.word.translated import translated
from tests.support.oracles import lint, part, schema_errors
from tests.support.world import NOW

FRONT = Front("Declaración", "es", at=NOW)
MARK = Run("[sin traducir todavía] ", frozenset({Mark.ITALIC}))


def languages(data: bytes) -> list[tuple[str, str]]:
    """The words of every run with the language it is tagged with, "" for that of the document."""
    found = []
    for run in part(data).iter(w("r")):
        tag = run.find(f"{w('rPr')}/{w('lang')}")
        words = "".join(run.itertext(w("t")))
        if words:
            found.append((words, value(tag) or "" if tag is not None else ""))
    return found


def test_what_is_not_translated_is_in_its_own_language_and_its_mark_is_not(tmp_path: Path) -> None:
    foreign = (MARK, Run("We ", frozenset({Mark.BOLD})), Run("agree."), Run(NOTE_ANCHOR, note="As before."))
    document = Document(
        [
            Paragraph("a", Role.OPERATIVE, runs_of("Acordamos algo.")),
            Paragraph("b", Role.OPERATIVE, foreign),
            Paragraph("c", Role.CLOSING, runs_of("Panamá")),
        ]
    )
    data = translated(document, FRONT, {"a": "OP1", "b": "OP2"}, {"b": "en"})
    assert languages(data) == [
        ("Acordamos algo.", ""),
        ("[sin traducir todavía] ", ""),
        ("We ", "en-GB"),
        ("agree.", "en-GB"),
        ("Panamá", ""),
    ]
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []


def test_a_row_of_a_table_too(tmp_path: Path) -> None:
    document = Document(
        [
            Paragraph("a", Role.ROW, runs_of("Quién | Qué"), 1),
            Paragraph("b", Role.ROW, (MARK, *runs_of("Mexico | the draft"))),
        ]
    )
    data = translated(document, FRONT, {}, {"b": "en"})
    tagged = {tag for words, tag in languages(data) if "draft" in words or "Mexico" in words}
    assert tagged == {"en-GB"}
    assert {tag for words, tag in languages(data) if "Qu" in words or "sin traducir" in words} == {""}
    assert schema_errors(data, tmp_path) == []


def test_where_nothing_is_foreign_it_is_the_clean_text() -> None:
    document = Document([Paragraph("a", Role.OPERATIVE, runs_of("Acordamos algo."))])
    assert translated(document, FRONT, {"a": "OP1"}, {}) == clean(document, FRONT, {"a": "OP1"})
