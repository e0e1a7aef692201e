import pytest

from app.drafting import importing
from app.errors import Malformed, TooLarge
from app.text.paragraph import Role
from app.word.omissions import Kind
from app.word.unreadable import Reason
from tests.word.making import docx, ins, p, t
from tests.word.odt.making import odt
from tests.word.odt.making import p as p_of


def test_every_reason_and_every_omission_has_its_sentence():
    assert set(importing.UNREADABLE) == set(Reason)
    assert set(importing.LEFT_OUT) == set(Kind)


def test_a_file_is_told_by_its_name_whatever_its_case():
    assert [each.text for each in importing.from_file("A.TXT", b"One.\n\nTwo.").document] == ["One.", "Two."]
    tracked = docx(p(t("One") + ins(t(" and two."))) + p(t("1. Three.")))
    brought = importing.from_file("A.Docx", tracked)
    assert [each.text for each in brought.document] == ["One and two.", "Three."]
    assert brought.left_out == ((Kind.TRACKED, 1),)
    assert [each.text for each in importing.from_file("a.ODT", odt(p_of("One.") + p_of("2) Two."))).document] == [
        "One.",
        "Two.",
    ]
    with pytest.raises(Malformed, match="Bring a Word document"):
        importing.from_file("docx", tracked)


def test_roles_are_proposed():
    brought = importing.from_text("DECLARATION\nRecalling the past,\n1. Act.\n(a) now;")
    assert [each.role for each in brought.document] == [Role.TITLE, Role.PREAMBULAR, Role.OPERATIVE, Role.ITEM]


def test_what_is_too_much_is_refused_where_it_was_brought():
    with pytest.raises(TooLarge) as caught:
        importing.from_text("x" * 30_001, field="text")
    assert caught.value.field == "text"
    with pytest.raises(TooLarge) as caught:
        importing.from_file("a.txt", b"line\n" * 2_001)
    assert caught.value.field == "file"
