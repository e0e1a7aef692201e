from app.text.diff import Splice, diff
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import Run, runs_of
from app.text.step import Step, wording
from app.text.tokens import tokenise


def document(keys: str) -> Document:
    return Document(Paragraph(key, Role.OPERATIVE, runs_of(f"Decide {key}.")) for key in keys)


def test_what_the_revision_moved_and_added() -> None:
    step = Step(document("abcd"), document("xbcday"))
    assert (step.moved, [paragraph.key for paragraph in step.added]) == ({"a"}, ["x", "y"])
    assert not step.is_none


def test_what_the_revision_reworded() -> None:
    base = document("ab")
    new = Document([base["a"], Paragraph("b", Role.OPERATIVE, (Run("Decide "), Run("now b.")))])
    step = Step(base, new)
    assert (step.reworded("a"), step.reworded("b")) == (False, True)
    assert step.rewording("a") == ()
    assert (
        step.rewording("b") == diff(step.old_words["b"], step.new_words["b"]) == (Splice(2, 2, tokenise(runs_of("now "))),)
    )
    assert step.rewording("b") is step.rewording("b")
    recut = Document([Paragraph("a", Role.OPERATIVE, (Run("Decide "), Run("a."))), base["b"]])
    assert not Step(base, recut).reworded("a")


def test_what_was_added_is_found_by_how_it_reads() -> None:
    twin = Paragraph("y", Role.OPERATIVE, (Run("Decide "), Run("x.")))
    heading = Paragraph("z", Role.HEADING, runs_of("Decide x."), 1)
    step = Step(document("ab"), Document([*document("axb"), twin, heading]))
    assert step.added_by_wording == {wording(twin): ("x", "y"), wording(heading): ("z",)}


def test_a_step_on_the_spot() -> None:
    step = Step(document("ab"), document("ab"))
    assert (step.is_none, step.moved, step.added) == (True, frozenset(), ())
