import pytest

from app.text.apply import NotOnBase
from app.text.change import Change, Delete, Insert, Keep, Move, Replace
from app.text.diff import Splice
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.reading import Words, meet, reading, readings
from app.text.runs import Run, runs_of
from app.text.tokens import tokenise


def paragraph(key: str, text: str) -> Paragraph:
    return Paragraph(key, Role.OPERATIVE, runs_of(text))


BASE = Document(
    [
        paragraph("a", "Reafirma la protección de las personas migrantes."),
        paragraph("b", "Decides to meet."),
        paragraph("c", "Invites States."),
        paragraph("d", "Thanks the host."),
    ]
)


def test_what_a_change_touches() -> None:
    new = Paragraph("n", Role.OPERATIVE, (Run("Fight "), Run("smuggling.")))
    change = Change(
        "g",
        (
            Replace("a", runs_of("Reafirma la protección de todas las personas migrantes.")),
            Replace("b", runs_of("Decides to meet.")),
            Delete("c"),
            Insert(new, "c"),
            Move("d", "n"),
            Insert(paragraph("m", "First."), None),
        ),
    )
    read = reading(BASE, change)
    assert read.splices == {"a": (Splice(8, 8, tokenise(runs_of("todas "))),), "b": ()}
    assert read.deleted == {"c"}
    assert read.moved == {"d": "c"}
    assert read.gaps == {"c": (paragraph("n", "Fight smuggling."), "d"), None: (paragraph("m", "First."),)}
    assert (read.id, read.keys) == ("g", {"a", "b", "c", "d"})


def test_no_change_is_read_as_keeping() -> None:
    assert reading(BASE, Change("g", (Keep("b"),))).kept == {"b"}


def test_a_change_on_another_base_is_not_read() -> None:
    with pytest.raises(NotOnBase):
        reading(BASE, Change("g", (Keep("z"),)))


def test_what_is_read_is_not_read_again() -> None:
    read = reading(BASE, Change("g", (Delete("a"),)), Words(BASE))
    assert readings(BASE, [read, Change("h", ())])[0] is read


def test_what_is_changed_within_one_phrase_is_one_change() -> None:
    read = reading(BASE, Change("g", (Replace("a", runs_of("Reafirma la defensa de las gentes migrantes.")),)))
    (whole,) = read.splices["a"]
    assert whole.tokens == tokenise(runs_of("defensa de las gentes"))


def test_a_text_is_cut_once() -> None:
    words = Words(BASE)
    assert words["a"] == tokenise(BASE["a"].runs) and words["a"] is words["a"]
    with pytest.raises(KeyError):
        words["z"]


def test_splices_meet_where_they_share_words_an_edge_or_a_place_between_two_words() -> None:
    tokens = tokenise(runs_of("in transit and"))
    assert meet(tokens, Splice(0, 3, ()), Splice(2, 4, ()))
    assert meet(tokens, Splice(0, 2, ()), Splice(2, 3, ()))
    assert meet(tokens, Splice(3, 3, ()), Splice(4, 4, ()))
    assert not meet(tokens, Splice(2, 3, ()), Splice(4, 5, ()))
    assert not meet(tokens, Splice(4, 5, ()), Splice(2, 3, ()))
    assert not meet(tokens, Splice(1, 1, ()), Splice(3, 3, ()))
