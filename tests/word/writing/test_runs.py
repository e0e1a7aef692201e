"""Runs of words as Word has them."""

from pathlib import Path

from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import NOTE_ANCHOR, Mark, Run
from app.word.clean import clean
from tests.support.oracles import lint, part, schema_errors
from tests.word.lines import FRONT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_footnotes_side_by_side_are_kept_apart(tmp_path: Path) -> None:
    underlined = frozenset({Mark.UNDERLINE})
    runs = (
        Run("Words"),
        Run(NOTE_ANCHOR, note="One."),
        Run(" and "),
        Run(NOTE_ANCHOR, underlined, note="Two."),
        Run(NOTE_ANCHOR, note="Three."),
    )
    data = clean(Document([Paragraph("a", Role.OPERATIVE, runs)]), FRONT)
    calls = [each for each in part(data).iter(f"{W}r") if each.find(f"{W}footnoteReference") is not None]
    assert [each.find(f"{W}rPr/{W}spacing") is not None for each in calls] == [False, True, False]
    assert schema_errors(data, tmp_path) == []
    assert lint(data) == []
