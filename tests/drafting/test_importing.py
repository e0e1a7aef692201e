import pytest

from app.drafting import importing
from app.errors import Malformed, TooLarge
from app.text.paragraph import Role
from app.word.omissions import Kind
from app.word.unreadable import Reason
from tests.word.making import docx, ins, p, t, zipped
from tests.word.odt.making import odt
from tests.word.odt.making import p as p_of

SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


def test_every_reason_and_every_omission_has_its_sentence():
    assert set(importing.UNREADABLE) == set(Reason)
    assert set(importing.LEFT_OUT) == set(Kind)


def test_a_file_is_read_whatever_the_case_of_its_name():
    assert [each.text for each in importing.from_file("A.TXT", b"One.\n\nTwo.").document] == ["One.", "Two."]
    tracked = docx(p(t("One") + ins(t(" and two."))) + p(t("1. Three.")))
    brought = importing.from_file("A.Docx", tracked)
    assert [each.text for each in brought.document] == ["One and two.", "Three."]
    assert brought.left_out == ((Kind.TRACKED, 1),)
    assert [each.text for each in importing.from_file("a.ODT", odt(p_of("One.") + p_of("2) Two."))).document] == [
        "One.",
        "Two.",
    ]


def test_what_is_in_a_file_says_what_it_is_and_not_its_name():
    word, text = docx(p(t("One."))), odt(p_of("One."))
    for name in ("a.docx", "a.odt", "a.doc", "a.txt", "a.pages", "a"):
        for data in (word, text):
            assert [each.text for each in importing.from_file(name, data).document] == ["One."]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.rtf", b"{\\rtf1\\ansi One.}", "Rich Text Format"),
        ("a.docx", b"\xef\xbb\xbf  {\\rtf1 One.}", "Rich Text Format"),
        ("a.txt", b"{\\rtf1 One.}", "Rich Text Format"),
        ("a.pdf", b"%PDF-1.7", "This is a PDF"),
        ("a.doc", b"<html><body>One.</body></html>", "This is a web page"),
        ("a.doc", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "This is a web page"),
        ("a.xml", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package/>', "XML in one file"),
        ("a.fodt", '<?xml version="1.0"?><office:document/>'.encode("utf-16"), "XML in one file"),
        ("a.pages", zipped({"Index/Document.iwa": b"x", "preview.jpg": b"x"}), "Apple Pages"),
        ("a.xlsx", zipped({"[Content_Types].xml": b"<Types/>"}), "Bring a Word document"),
        (
            "a.odt",
            zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}),
            "not an Open",
        ),
        ("a.docx", b"\x89PNG", "not a Word document"),
        ("a.png", b"\x89PNG", "Bring a Word document"),
        ("a.txt", b"a\0b", "not a plain text"),
        ("a.docx", b"", "nothing in this file"),
        ("a.txt", b"", "no words in this text"),
    ],
)
def test_what_is_no_text_for_us_is_refused_with_what_to_do(name, data, said):
    with pytest.raises(Malformed, match=said) as caught:
        importing.from_file(name, data)
    assert caught.value.field == "file"


def test_a_plain_text_may_look_like_a_web_page():
    assert [each.text for each in importing.from_file("a.txt", b"<html>\nOne.").document] == ["<html>", "One."]


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
