from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from app.text.step import Step


def document(keys: str) -> Document:
    return Document(Paragraph(key, Role.OPERATIVE, runs_of(f"Decide {key}.")) for key in keys)


def test_what_the_revision_moved_and_added() -> None:
    step = Step(document("abcd"), document("xbcday"))
    assert (step.moved, [paragraph.key for paragraph in step.added]) == ({"a"}, ["x", "y"])
    assert not step.is_none


def test_a_step_on_the_spot() -> None:
    step = Step(document("ab"), document("ab"))
    assert (step.is_none, step.moved, step.added) == (True, frozenset(), ())
