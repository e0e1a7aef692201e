from app.exports.forms.markdown import markdown
from app.text.document import Document
from app.text.notation import read
from app.text.paragraph import Paragraph, Role
from app.text.runs import NOTE_ANCHOR, Mark, Run


def test_headings_numbers_marks_and_notes() -> None:
    text = Document(
        [
            Paragraph("t", Role.TITLE, (Run("Declaration"), Run(NOTE_ANCHOR, note="Written *here*"))),
            Paragraph("h", Role.HEADING, read("Part"), 2),
            Paragraph("p", Role.PREAMBULAR, (Run("Noting ", frozenset({Mark.ITALIC})), Run("[rights] * and_more"))),
            Paragraph("i", Role.ITEM, (Run("Both", frozenset({Mark.BOLD, Mark.ITALIC})),)),
            Paragraph("x", Role.ITEM, read("5. is no list")),
        ]
    )
    assert markdown(text, {"p": "PP1", "i": "(a)"}).decode() == (
        "# Declaration[^1]\n\n### Part\n\nPP1 *Noting* \\[rights\\] \\* and\\_more\n\n(a) ***Both***\n\n"
        "5\\. is no list\n\n[^1]: Written \\*here\\*\n"
    )


def test_rows_are_a_table_with_or_without_a_head() -> None:
    rows = [Paragraph("a", Role.ROW, read("Who | When"), 1), Paragraph("b", Role.ROW, (Run("x\ny"),))]
    assert markdown(Document(rows), {}).decode() == "| Who | When |\n| --- | --- |\n| x<br>y |  |\n"
    assert markdown(Document(rows[1:]), {}).decode() == "|  |\n| --- |\n| x<br>y |\n"
