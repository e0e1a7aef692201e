import json
import re
import unicodedata
from html import unescape
from uuid import UUID

import pytest

from app.db import reading
from app.drafting.models import Declaration
from app.drafting.texts import draft_text
from app.word import opening
from tests.web.drafting.negotiating import Form
from tests.word.making import docx, p, t, unzipped, zipped

NEW = "/processes/rcm/declarations/new"
PASTED = "DECLARATION\nRecalling the guidelines,\n1. To exchange lists.\n(a) of consulates;\n"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FIELDS = {"title": "A text", "symbol": "", "language": "en", "character": "", "meeting_id": ""}


def upload(client, name, content):
    return client.post(NEW, data=FIELDS | {"source": "file"}, files={"file": (name, content, WORD)})


def opened(table, answer):
    """The words of the draft that was opened, by role."""
    assert answer.status_code == 303, answer.text
    declaration_id = answer.headers["location"].rpartition("/")[2]
    with reading(table.room.engine) as session:
        declaration = session.get_one(Declaration, UUID(declaration_id))
        return declaration, [(each.role.value, each.text) for each in draft_text(session, declaration.id)]


def test_by_hand_an_empty_draft_is_opened(drafting):
    secretary = drafting.site.by("Sofía")
    answer = drafting.send(secretary, NEW, NEW, title="By hand", symbol="RCM/1", source="hand")
    declaration, words = opened(drafting, answer)
    assert (declaration.title, declaration.symbol, words) == ("By hand", "RCM/1", [])
    assert "There is no paragraph yet." in secretary.get(answer.headers["location"]).text


def test_pasted_text_is_shown_with_its_roles_before_it_is_opened(drafting):
    secretary = drafting.site.by("Sofía")
    shown = drafting.send(secretary, NEW, NEW, source="paste", text=PASTED)
    assert shown.status_code == 200
    assert "This is how the text was read" in shown.text
    assert "4 paragraphs" in shown.text
    assert len(secretary.get("/processes/rcm/declarations").text.split("Regional declaration")) == 2, (
        "nothing is opened yet"
    )
    form = Form(shown.text, NEW).fields
    assert form["title"] == "DECLARATION", "the title in the text is proposed"
    assert form["role-1"] == "preambular"
    answer = secretary.post(NEW, data=form | {"role-1": "chapeau"})
    assert opened(drafting, answer)[1] == [
        ("title", "DECLARATION"),
        ("chapeau", "Recalling the guidelines,"),
        ("operative", "To exchange lists."),
        ("item", "of consulates;"),
    ]


def test_an_uploaded_word_file_says_what_was_left_out(small_drafting):
    secretary = small_drafting.site.by("Sofía")
    marked = t("Recalling", rpr="<w:i/>") + t(" the guidelines,")
    picture = "<w:r><w:drawing/></w:r>"
    shown = upload(secretary, "Draft.docx", docx(p(marked) + p(t("Do this.") + picture), header=p(t("Secret"))))
    assert shown.status_code == 200
    assert "Draft.docx" in shown.text
    assert "Pictures or drawings left out: 1." in shown.text
    assert "Headers or footers with text left out: 1." in shown.text
    plain = json.loads(unescape(re.search(r'name="paragraphs" value="([^"]*)"', shown.text)[1]))
    assert plain[0]["runs"][0] == {"text": "Recalling", "marks": ["italic"]}


def test_in_spanish_what_was_left_out_is_said_in_spanish(small_drafting):
    shown = upload(small_drafting.site.by("Sofía", "es"), "b.docx", docx(p(t("Hola.")), header=p(t("x"))))
    assert "Encabezados o pies de página con texto omitidos: 1." in shown.text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_plain_text_in_the_usual_encodings(small_drafting, encoding):
    shown = upload(small_drafting.site.by("Sofía"), "texto.TXT", "Recordando la Declaración,\n".encode(encoding))
    assert "Recordando la Declaración," in shown.text


def _with(name, data):
    return zipped({**unzipped(docx(p(t("x")))), name: data})


def _entities():
    parts = unzipped(docx(p(t("x"))))
    root = parts["word/document.xml"].decode().split("?>", 1)[1]
    parts["word/document.xml"] = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + root
    return zipped(parts)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.docx", b"Not a document", "This is not a Word document (.docx), whatever its name says."),
        ("a.png", b"\x89PNG", "Bring a Word document (.docx), an OpenDocument text (.odt) or a plain text (.txt)."),
        ("a.pdf", b"%PDF-1.7", "This is a PDF, which keeps pages and not paragraphs."),
        ("a.docx", _with("word/media/a.bin", b"\0" * 3_000_000), "would unpack to far more than a document needs"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "This document is protected by a password.",
        ),
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le"),
            "This is a document of the old .doc kind.",
        ),
        ("a.docx", _entities(), "This document asks for material from outside itself"),
        ("a.docx", docx(p(t("x")))[:300], "This document is damaged."),
        ("a.docx", docx(p("")), "There is no text in this document."),
        ("a.txt", b"\0\1\2binary\0", "This file is not a plain text, whatever its name says."),
        ("a.txt", b" \n\t\n", "There are no words in this text."),
    ],
)
def test_bad_uploads_are_refused_in_words_and_the_form_comes_back(small_drafting, monkeypatch, name, content, said):
    monkeypatch.setattr(opening, "MAX_EXPANDED", 1_000_000)
    answer = upload(small_drafting.site.by("Sofía"), name, content)
    assert answer.status_code == 422
    assert said in answer.text
    form = Form(answer.text, NEW).fields
    assert (form["title"], form["source"]) == ("A text", "file")


def test_no_file_and_no_text_are_said_beside_their_fields(small_drafting):
    secretary = small_drafting.site.by("Sofía")
    assert "Please choose a file." in secretary.post(NEW, data=FIELDS | {"source": "file"}).text
    assert "There are no words in this text." in secretary.post(NEW, data=FIELDS | {"source": "paste", "text": " "}).text


def test_a_paste_of_five_megabytes_is_too_large(small_drafting):
    answer = small_drafting.site.by("Sofía").post(NEW, data=FIELDS | {"source": "paste", "text": "palabra " * 655_360})
    assert answer.status_code == 413
    assert "at most 1000000 can be taken" in answer.text


def test_typed_text_is_normalised_at_the_door(drafting):
    secretary = drafting.site.by("Sofía")
    decomposed = unicodedata.normalize("NFD", "Migración é\x00\x07 segura\u200b,\u202e fin")
    shown = secretary.post(NEW, data=FIELDS | {"source": "paste", "text": decomposed})
    answer = secretary.post(NEW, data=Form(shown.text, NEW).fields)
    assert opened(drafting, answer)[1][0][1] == "Migración é segura, fin"


@pytest.mark.parametrize("sent", ["", "[", "{}", '[{"key":"a"}]', '[{"key":"a","role":"king","runs":[]}]', "[1]", "null"])
def test_what_is_not_a_text_of_ours_is_refused(small_drafting, sent):
    answer = small_drafting.site.by("Sofía").post(NEW, data=FIELDS | {"source": "paste", "paragraphs": sent, "text": ""})
    assert answer.status_code == 422


def test_a_title_forgotten_brings_the_preview_back_with_its_corrections(small_drafting):
    secretary = small_drafting.site.by("Sofía")
    shown = small_drafting.send(secretary, NEW, NEW, source="paste", text="One.\nTwo.")
    form = Form(shown.text, NEW).fields | {"title": "", "role-0": "closing"}
    again = secretary.post(NEW, data=form)
    assert again.status_code == 422
    assert "Please fill this in." in again.text
    assert Form(again.text, NEW).fields["role-0"] == "closing"


@pytest.mark.parametrize("name", ["Hugo", "Gustavo", "Olga"])
def test_only_the_chair_side_opens_declarations(small_drafting, name):
    client = small_drafting.site.by(name)
    assert client.get(NEW).status_code == 403
    assert client.post(NEW, data=FIELDS | {"source": "hand"}).status_code == 403
    assert small_drafting.site.by("Paula").get(NEW).status_code == 200, "the presidency in office does"


SPANISH = "Toda persona tiene derecho a circular por el territorio de los Estados y a elegir en ellos su residencia.\n" * 3


@pytest.mark.parametrize(("language", "told"), [("en", True), ("es", False)])
def test_the_language_a_text_reads_as_is_chosen_and_said(drafting, language, told):
    secretary = drafting.site.by("Sofía")
    shown = drafting.send(secretary, NEW, NEW, source="paste", text=SPANISH, language=language).text
    assert ("The text reads as Spanish" in shown) == told
    form = Form(shown, NEW).fields
    assert form["language"] == "es"
    declaration, _words = opened(drafting, secretary.post(NEW, data=form | {"title": "T", "language": "en"}))
    assert declaration.language == "en", "what the person chose in the end"


@pytest.mark.parametrize(("text", "said"), [("# I. Persons\nRecalling,\n", True), ("Recalling,\n", False)])
def test_it_is_said_that_headings_bear_no_number(drafting, text, said):
    shown = drafting.send(drafting.site.by("Sofía"), NEW, NEW, source="paste", text=text).text
    assert ("Headings bear no number of their own" in shown) == said
