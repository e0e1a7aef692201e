from itertools import count

from app.text.paragraph import Role
from app.text.runs import Mark, Run
from app.word.read import Found, Imported, document_of, read
from tests.word.making import docx, p, t


def keys():
    numbers = count(1)
    return lambda: f"new{next(numbers)}"


def test_paragraphs_keep_the_keys_they_were_written_under_once():
    found = tuple(Found((Run(text),), key=key) for text, key in (("One.", "a"), ("Two.", None), ("Three.", "a")))
    assert document_of(Imported(found), keys()).keys == ("a", "new1", "new2")


def test_headings_and_styles_become_roles():
    styles = (
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="Preambular"/></w:style>'
    )
    body = "".join(p(t(text), ppr=f'<w:pStyle w:val="{text}"/>') for text in "THP")
    document = document_of(read(docx(body, styles=styles)), keys())
    assert [(paragraph.role, paragraph.level) for paragraph in document] == [
        (Role.TITLE, 0),
        (Role.HEADING, 2),
        (Role.PREAMBULAR, 0),
    ]


def test_typed_numbers_are_left_out_of_the_words_and_marks_stay():
    bold = frozenset({Mark.BOLD})
    found = Found((Run("1", bold), Run(". "), Run("Decides", bold), Run(" to meet.")))
    (paragraph,) = document_of(Imported((found,)), keys())
    assert paragraph.runs == (Run("Decides", bold), Run(" to meet."))


def test_a_computed_label_leaves_the_words_alone():
    found = Found((Run("(a) of the Charter"),), label="1.")
    (paragraph,) = document_of(Imported((found,)), keys())
    assert paragraph.text == "(a) of the Charter"
