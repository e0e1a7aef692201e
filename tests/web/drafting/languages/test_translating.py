"""A paragraph is translated beside the words it translates."""

from tests.drafting.translations.conftest import SPANISH
from tests.web.drafting.negotiating import Form


def test_the_secretary_enters_what_everybody_then_reads(pages):
    reader = pages.site.by("Hugo")
    assert "/languages/es" not in reader.get(pages.declaration).text, "there is nothing to read yet"
    answer = pages.enter("p2")
    assert answer.status_code == 303 and answer.headers["location"].startswith(pages.address())
    assert f"{pages.address()}?alone=1" in reader.get(pages.declaration).text
    shown = reader.get(pages.address()).text
    assert SPANISH["p2"] in shown and "We will protect migrants" in shown
    assert "The text is negotiated in English" in shown
    assert f"{pages.address()}/paragraphs/" not in shown, "a delegate translates nothing"


def test_the_words_stand_in_their_language(small_pages):
    small_pages.enter("p2")
    shown = small_pages.site.by("Olga").get(f"{small_pages.address()}?alone=1").text
    assert '<div class="text" lang="es">' in shown
    assert '<em>[sin traducir todavía]</em> <span lang="en">Reaffirming the human rights' in shown
    beside = small_pages.site.by("Olga").get(small_pages.address()).text
    assert beside.count('lang="es">\n') >= 5


def test_on_to_the_next_one_that_waits(small_pages):
    answer = small_pages.enter("p1", then="next")
    assert answer.headers["location"] == small_pages.paragraph("p2")
    for name in ("p3", "p4", "p5"):
        small_pages.enter(name)
    answer = small_pages.enter("p2", then="next")
    assert answer.headers["location"].startswith(f"{small_pages.address()}#")


def test_what_changed_in_the_source_stands_beside_the_field(small_pages):
    small_pages.enter("p2")
    revision = small_pages.next("p2", "offences", "crimes")
    shown = small_pages.site.by("Sofía").get(small_pages.paragraph("p2", revision)).text
    assert "What has changed since Zero draft, which was translated:" in shown
    assert ">offences</del>" in shown and ">crimes</ins>" in shown
    read = small_pages.site.by("Hugo").get(small_pages.address(revision)).text
    assert "The paragraph has changed since it was translated" in read
    again = small_pages.enter("p2", revision=revision)
    assert again.status_code == 303
    assert "has changed since" not in small_pages.site.by("Hugo").get(small_pages.address(revision)).text


def test_the_slower_of_two_keeps_what_was_typed(small_pages):
    page = small_pages.paragraph("p1")
    mine = Form(small_pages.site.by("Sofía").get(page).text, page).fields
    other = small_pages.site.by("Teresa")
    small_pages.send(other, page, page, text="Reiterando los derechos,")
    answer = small_pages.site.by("Sofía").post(page, data=mine | {"text": "Reafirmando los derechos,"})
    assert answer.status_code == 409
    assert "Somebody else has translated this paragraph" in answer.text
    assert "Reafirmando los derechos," in answer.text and "Reiterando los derechos," in answer.text
    assert Form(answer.text, page).fields["expected"] == "1"


def test_who_may_not_translate_is_told(small_pages):
    page = small_pages.paragraph("p1")
    for name in ("Hugo", "Paula"):
        client = small_pages.site.by(name)
        assert client.get(page).status_code == 403
        assert client.post(page, data={"text": "No.", "expected": "0"}).status_code == 403
    assert small_pages.site.by("Sofía").get(f"{small_pages.address()}/paragraphs/nothing").status_code == 404
    assert small_pages.site.by("Sofía").get(small_pages.paragraph("p1").replace("/es/", "/xx/")).status_code == 404


def test_an_earlier_text_is_not_translated_any_more(small_pages):
    revision = small_pages.next("p2", "offences", "crimes")
    client, page = small_pages.site.by("Sofía"), small_pages.paragraph("p1")
    assert client.get(page).status_code == 409
    answer = client.post(page, data={"text": "Tarde.", "expected": "0"})
    assert answer.status_code == 409 and "Rev.1 has been issued" in answer.text
    assert client.get(small_pages.paragraph("p1", revision)).status_code == 200
