import csv
import random
from itertools import count

import pytest
from hypothesis import given, settings

from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.parallel import Beside, beside
from app.text.pasted import document_of
from app.text.runs import runs_of
from tests.support.programs import need_shared
from tests.text.strategies import documents

ENGLISH = (
    "Reaffirming the human rights of all migrants, regardless of their migration status,",
    "Recalling the agreement of 24 April 2017 between Panama and Costa Rica,",
    "We will strengthen consular cooperation.",
)
SPANISH = (
    "Reafirmando los derechos humanos de todos los migrantes, independientemente de su condición migratoria,",
    "Recordando el acuerdo del 24 de abril de 2017 entre Panamá y Costa Rica,",
    "Fortaleceremos la cooperación consular.",
)
FILES = {"en": "en-v2-2022-06-14.txt", "es": "es-2022-06-11.txt", "pt": "pt-2022-06-11.txt", "fr": "fr-2022-06-11.txt"}


def document(prefix: str, lines) -> Document:
    return Document(Paragraph(f"{prefix}{name}", Role.OPERATIVE, runs_of(line)) for name, line in lines)


def numbered(prefix: str, *lines: str) -> Document:
    return document(prefix, enumerate(lines))


def keys(found: tuple[Beside, ...]) -> list[tuple[str | None, str | None]]:
    return [(each.source and each.source.key, each.other and each.other.key) for each in found]


def test_every_paragraph_stands_beside_its_translation():
    found = beside(numbered("a", *ENGLISH), numbered("b", *SPANISH))
    assert keys(found) == [("a0", "b0"), ("a1", "b1"), ("a2", "b2")]
    assert all(each.sure for each in found)


def test_what_is_missing_on_either_side_stands_alone():
    found = beside(numbered("a", *ENGLISH), numbered("b", SPANISH[1], SPANISH[2]))
    assert keys(found) == [("a0", None), ("a1", "b0"), ("a2", "b1")]
    assert not found[0].sure
    stray = "Nota de la traductora: el término «gestión» se emplea en todo el texto en su sentido más amplio."
    found = beside(numbered("a", *ENGLISH), numbered("b", SPANISH[0], stray, SPANISH[1], SPANISH[2]))
    assert keys(found) == [("a0", "b0"), (None, "b1"), ("a1", "b2"), ("a2", "b3")]


def test_a_heading_is_beside_no_paragraph_of_its_length():
    heading = Document([Paragraph("a", Role.HEADING, runs_of("Human rights of migrants"), 1)])
    line = Document([Paragraph("b", Role.OPERATIVE, runs_of("Derechos humanos de los migrantes"))])
    assert keys(beside(heading, line)) in ([("a", None), (None, "b")], [(None, "b"), ("a", None)])


def test_of_nothing_there_is_nothing_beside():
    assert beside(Document(), Document()) == ()
    assert keys(beside(Document(), numbered("b", "una línea"))) == [(None, "b0")]
    assert keys(beside(numbered("a", "a line"), Document())) == [("a0", None)]


@settings(max_examples=60)
@given(documents(), documents())
def test_every_paragraph_of_both_is_there_once_and_in_order(one: Document, other: Document):
    found = beside(one, other)
    assert [each.source for each in found if each.source is not None] == list(one)
    assert [each.other for each in found if each.other is not None] == list(other)


@pytest.mark.parametrize(("one", "other"), [(1, 900), (2, 900), (3, 1500), (900, 2)])
def test_texts_of_very_different_length_are_there_whole(one: int, other: int):
    source, translation = (numbered(prefix, *["We agree."] * length) for prefix, length in (("e", one), ("s", other)))
    found = keys(beside(source, translation))
    assert [key for key, _ in found if key] == list(source.keys)
    assert [key for _, key in found if key] == list(translation.keys)


@pytest.mark.parametrize(("source", "other"), [("en", "es"), ("en", "fr"), ("es", "pt"), ("pt", "fr")])
def test_a_declaration_in_four_languages(source: str, other: str):
    folder, fresh = need_shared("data/la-declaration-2022"), count()
    one, two = (
        document_of((folder / FILES[each]).read_text(encoding="utf-8"), lambda: f"k{next(fresh)}")
        for each in (source, other)
    )
    assert len(one) == len(two) > 20
    places = {first.key: second.key for first, second in zip(one, two, strict=True)}
    assert all(each.sure for each in beside(one, two))
    gone = {two.paragraphs[place].key for place in random.Random(f"{source}{other}").sample(range(len(two)), 4)}
    found = beside(one, Document(paragraph for paragraph in two if paragraph.key not in gone))
    assert keys(found) == [(key, None if places[key] in gone else places[key]) for key in one.keys]


@pytest.mark.parametrize(("source", "other"), [("en", "es"), ("fr", "es")])
def test_sentences_of_which_each_side_lacks_some(source: str, other: str):
    path = need_shared("data/un-parallel") / "un-v1.0-devset-subset-en-es-fr.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)))[:300]
    chosen = random.Random(source)
    one = document("a", [(place, row[source]) for place, row in rows if chosen.random() > 0.05])
    two = document("b", [(place, row[other]) for place, row in rows if chosen.random() > 0.05])
    both = {each.key[1:] for each in one} & {each.key[1:] for each in two}
    found = [each for each in beside(one, two) if each.source is not None and each.other is not None]
    right = [each for each in found if each.source.key[1:] == each.other.key[1:]]
    assert len(right) >= 0.98 * len(both)
    # What nobody is asked to look at is right.
    assert sum(each.sure for each in found) - sum(each.sure for each in right) <= len(both) // 200
