from itertools import count

from hypothesis import given

from app.text.normalise import normalise
from app.text.paragraph import Role
from app.text.pasted import document_of, paragraphs_of
from tests.support.met import met
from tests.text.strategies import some, texts


def pasted(text):
    numbers = count()
    return document_of(text, lambda: f"p{next(numbers)}")


def test_every_line_that_is_not_blank_is_a_paragraph():
    assert paragraphs_of("One\r\n\r\n  Two \u2028\tThree\n\u00a0\n") == ["One", "Two", "Three"]


def test_a_pasted_declaration():
    document = pasted("Declaration\n\nRecalling the Compact,\nAgree on the following:\n1. Human rights;\n2. Return.\n")
    assert [(paragraph.key, paragraph.role, paragraph.text) for paragraph in document] == [
        ("p0", Role.TITLE, "Declaration"),
        ("p1", Role.PREAMBULAR, "Recalling the Compact,"),
        ("p2", Role.CHAPEAU, "Agree on the following:"),
        ("p3", Role.ITEM, "Human rights;"),
        ("p4", Role.ITEM, "Return."),
    ]


def test_a_printed_label_tells_the_role():
    document = pasted("PP1 Whatever it says.\nOP1 Whatever it says.")
    assert [(paragraph.role, paragraph.text) for paragraph in document] == [
        (Role.PREAMBULAR, "Whatever it says."),
        (Role.OPERATIVE, "Whatever it says."),
    ]


def test_headings_with_number_signs():
    (first, second) = pasted("# One\n### Two")
    assert (first.role, first.level, first.text) == (Role.HEADING, 1, "One")
    assert (second.role, second.level, second.text) == (Role.HEADING, 3, "Two")


def test_nothing_makes_an_empty_document():
    assert len(pasted(" \n\n")) == 0


@met("two paragraphs", "one", "none", least=2)
@some
@given(texts, texts)
def test_no_paragraph_is_empty_and_every_line_is_there(seen, one, other):
    document = pasted(one + "\n" + other)
    lines = paragraphs_of(one + "\n" + other)
    assert len(document) == len(lines)
    assert all(paragraph.text and line.endswith(paragraph.text) for paragraph, line in zip(document, lines, strict=True))
    assert all(line == normalise(line).strip() for line in lines)
    seen["none" if not lines else "one" if len(lines) == 1 else "two paragraphs"] += 1
