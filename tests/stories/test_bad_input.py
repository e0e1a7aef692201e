"""What should not be sent, sent to the real service: it is refused in a delegate's words, and what was typed is kept."""

import io
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2 as httpx
import pytest
from sqlmodel import col, select

from app.db import reading
from app.drafting.models import Declaration, DraftAmendment, Revision
from app.drafting.texts import text_of
from app.text.change import Replace
from app.text.runs import plain
from app.text.stored import acts_from_plain
from app.web.languages import say
from tests.stories.visiting import Answer, Visitor
from tests.support.server import Server, serving_copy
from tests.word.making import docx, p, t, unzipped, zipped

NEW = "/processes/rcm/declarations/new"
TYPED = {"title": "Joint statement", "symbol": "RCM/2017/DD.2", "language": "en", "character": "short"}


@pytest.fixture(scope="module")
def server(demonstration: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving_copy(demonstration, tmp_path_factory.mktemp("bad") / "service") as server:
        yield server


@pytest.fixture
def secretary(server: Server) -> Iterator[Visitor]:
    with Visitor(server.url, "secretariat@rcm.example") as visitor:
        yield visitor


@pytest.fixture
def delegate(server: Server) -> Iterator[Visitor]:
    with Visitor(server.url, "delegate@hn.example") as visitor:
        yield visitor


def bomb() -> bytes:
    """A file of half a megabyte that unpacks to half a gigabyte."""
    parts = unzipped(docx(p(t("x"))))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        with archive.open("word/media/big.xml", "w", force_zip64=True) as part:
            for _ in range(512):
                part.write(bytes(1024 * 1024))
    return file.getvalue()


def with_entities() -> bytes:
    parts = unzipped(docx(p(t("x"))))
    document = parts["word/document.xml"]
    start = document.index(b"<w:document")
    declared = b'<!DOCTYPE w:document [<!ENTITY passwords SYSTEM "file:///etc/passwd">]>'
    parts["word/document.xml"] = document[:start] + declared + document[start:].replace(b">x<", b">&passwords;<")
    return zipped(parts)


ENCRYPTED = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1024) + "EncryptedPackage".encode("utf-16-le") + bytes(1024)
FILES = {
    "a bomb": (bomb, "text.docx", "This file would unpack to far more than a document needs, so it was not opened."),
    "encrypted": (
        lambda: ENCRYPTED,
        "text.docx",
        "This document is protected by a password. Remove the password and try again.",
    ),
    "external entities": (
        with_entities,
        "text.docx",
        "This document asks for material from outside itself, which no text needs, so it was not opened.",
    ),
    "a picture called .docx": (
        lambda: b"\x89PNG\r\n\x1a\n" + bytes(100),
        "text.docx",
        "This is not a Word document (.docx), whatever its name says.",
    ),
    "a PDF": (
        lambda: b"%PDF-1.7 ...",
        "text.pdf",
        "This is a PDF, which keeps pages and not paragraphs. Bring the Word document (.docx) it was made from.",
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_cannot_be_taken(secretary: Visitor, case: str) -> None:
    make, name, sentence = FILES[case]
    answer = secretary.post(NEW, {**TYPED, "source": "file"}, files={"file": (name, make())})
    answer.refused(422, sentence)
    assert TYPED.items() <= answer.form.items()


def test_a_file_of_another_kind(secretary: Visitor) -> None:
    answer = secretary.post(NEW, {**TYPED, "source": "file"}, files={"file": ("text.png", b"\x89PNG ...")})
    assert answer.status == 422 and ".docx" in answer.refusal and ".txt" in answer.refusal
    assert TYPED.items() <= answer.form.items()


def test_no_refused_file_reads_a_file_of_ours_or_opens_anything(server: Server, secretary: Visitor) -> None:
    secretary.post(NEW, {**TYPED, "source": "file"}, files={"file": ("text.docx", with_entities())})
    with reading(server.place.engine) as session:
        assert len(session.exec(select(Declaration)).all()) == 1


def test_five_megabytes_pasted(secretary: Visitor) -> None:
    pasted = "We will do what is right.\n\n" * 200_000
    answer = secretary.post(NEW, {**TYPED, "source": "paste", "text": pasted})
    assert answer.status == 413
    assert TYPED.items() <= answer.form.items()
    assert answer.refusal.endswith("can be taken.") and "characters" in answer.refusal
    assert answer.form["text"].split() == pasted.split()


MULTIPART = b'--x\r\nContent-Disposition: form-data; name="file"; filename="text.docx"\r\n\r\n'


@pytest.mark.parametrize(
    ("kind", "beginning"),
    [("application/x-www-form-urlencoded", b"title=x&text="), ("multipart/form-data; boundary=x", MULTIPART)],
)
def test_more_than_any_form_may_send(secretary: Visitor, kind: str, beginning: bytes) -> None:
    """Also when the request does not say beforehand how long it is."""

    def endless() -> Iterator[bytes]:
        yield beginning
        for _ in range(64):
            yield b"a" * 1024 * 1024

    answer = secretary.client.post(NEW, content=endless(), headers={"Content-Type": kind})
    assert "content-length" not in answer.request.headers
    assert answer.status_code == 413
    assert "megabytes" in answer.text


@dataclass(frozen=True)
class Form:
    """The form on the paragraph about climate change, as it came, and where it is sent."""

    url: str
    fields: dict[str, Any]

    def worded(self, words: str) -> dict[str, Any]:
        return {**self.fields, "words-1": words, "reason": "As we said in Puebla.", "do": "save"}


@pytest.fixture
def form(server: Server, delegate: Visitor) -> Form:
    with reading(server.place.engine) as session:
        declaration = session.exec(select(Declaration)).one()
        revision = session.exec(select(Revision).order_by(col(Revision.number).desc()).limit(1)).one()
        key = next(each.key for each in text_of(session, revision.id) if "climate change" in plain(each.runs))
    url = f"/declarations/{declaration.id}/amend"
    fields = delegate.get(f"{url}?paragraph={key}").form
    assert fields["key-1"] == key and "climate change" in fields["words-1"]
    return Form(url, fields)


def require_kept(answer: Answer, sent: dict[str, Any]) -> None:
    """What was typed stands in the form that came back."""
    assert {name: answer.form[name] for name in ("words-1", "reason")} == {
        name: sent[name] for name in ("words-1", "reason")
    }


def test_a_paragraph_emptied_by_mistake(delegate: Visitor, form: Form) -> None:
    sent = form.worded("  ")
    answer = delegate.post(form.url, sent)
    answer.refused(422, "A paragraph would be left without words. If it is to go, propose to delete it.")
    assert answer.form["reason"] == sent["reason"]


def test_words_that_change_nothing(delegate: Visitor, form: Form) -> None:
    sent = form.worded(form.fields["words-1"])
    answer = delegate.post(form.url, sent)
    answer.refused(422, "Your words are the same as those of the text: there is no difference to table.")
    require_kept(answer, sent)


def test_a_paragraph_without_end(delegate: Visitor, form: Form) -> None:
    sent = form.worded("migrants " * 4_000 + "all")
    answer = delegate.post(form.url, sent)
    assert answer.status == 413 and "30000" in answer.refusal.replace(",", "")
    require_kept(answer, sent)


def drafted(server: Server, answer: Answer) -> str:
    """The words of the draft that was just kept."""
    assert answer.status == 303, answer.refusal
    with reading(server.place.engine) as session:
        amendment = UUID(answer.response.headers["location"].rpartition("/")[2])
        row = session.exec(select(DraftAmendment).where(DraftAmendment.amendment_id == amendment)).one()
        (act,) = acts_from_plain(row.acts)
        assert isinstance(act, Replace)
        return plain(act.runs)


def test_control_characters_do_not_come_into_a_text(server: Server, delegate: Visitor, form: Form) -> None:
    words = form.fields["words-1"].replace("droughts", "\x00dro\x1bughts\x07\u202e\u200b and fires")
    kept = drafted(server, delegate.post(form.url, form.worded(words)))
    assert "droughts and fires" in kept
    assert not [sign for sign in kept if unicodedata.category(sign) in ("Cc", "Cs", "Co")]


def test_decomposed_letters_are_the_same_letters(server: Server, delegate: Visitor, form: Form) -> None:
    words = form.fields["words-1"].replace("droughts", "sequías, migración")
    decomposed = unicodedata.normalize("NFD", words)
    assert decomposed != words
    assert drafted(server, delegate.post(form.url, form.worded(decomposed))) == words


def test_decomposed_letters_alone_are_no_difference(server: Server, delegate: Visitor, form: Form) -> None:
    """Somebody's keyboard writes the same words otherwise: that is nothing to table."""
    words = form.fields["words-1"].replace("droughts", "sequías")
    delegate_draft = delegate.post(form.url, form.worded(words))
    edit = delegate_draft.response.headers["location"] + "/edit"
    fields = delegate.get(edit).form
    again = delegate.post(edit, {**fields, "words-1": unicodedata.normalize("NFD", words), "do": "preview"})
    inserted = [element.text_content() for element in again.page.xpath("//main//ins")]
    assert unicodedata.normalize("NFC", "".join(inserted)) == "".join(inserted)


def test_a_stale_form(delegate: Visitor, form: Form) -> None:
    """A colleague has kept other words in the meantime: theirs are shown, and what was typed is not lost."""
    first = delegate.post(form.url, form.worded(form.fields["words-1"].replace("droughts", "drought")))
    edit = first.response.headers["location"] + "/edit"
    mine = delegate.get(edit).form
    theirs = {**mine, "words-1": mine["words-1"].replace("storms", "hurricanes"), "do": "save"}
    assert delegate.post(edit, theirs).status == 303
    sent = {**mine, "words-1": mine["words-1"].replace("floods", "rising seas"), "reason": "Seas.", "do": "save"}
    answer = delegate.post(edit, sent)
    answer.refused(409, "Somebody else has changed this amendment since you opened it. Look at it as it stands now.")
    require_kept(answer, sent)
    assert "hurricanes" in answer.response.text


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"}]
)
def test_another_site_sends_nothing_in_our_name(
    server: Server, delegate: Visitor, form: Form, headers: dict[str, str]
) -> None:
    if "Origin" in headers:
        del delegate.client.headers["Sec-Fetch-Site"]
    before = drafts(server)
    sent = form.worded("We will do what another site wants.")
    answer = delegate.post(form.url, sent, headers=headers)
    assert answer.status == 403
    assert say("en", "This request came from another site and was not carried out.") in answer.page.text_content()
    assert drafts(server) == before


def drafts(server: Server) -> int:
    with reading(server.place.engine) as session:
        return len(session.exec(select(DraftAmendment.id)).all())


def test_nobody_signed_in_sends_nothing(server: Server, form: Form) -> None:
    before = drafts(server)
    answer = httpx.post(server.url + form.url, data=form.worded("We will do what nobody asked for."))
    assert answer.status_code == 401
    assert drafts(server) == before
