"""A whole translation comes as a file; nothing is saved before it was seen."""

from app.text.runs import runs_of
from app.word.clean import clean
from app.word.front import Front
from tests.drafting.room import text
from tests.drafting.translations.conftest import SPANISH
from tests.support.world import NOW
from tests.web.drafting.negotiating import Form


def sent(pages, *lines: str, name: str = "texto.txt"):
    page = f"{pages.address()}/bring"
    files = {"file": (name, "\n".join(lines).encode(), "text/plain")}
    return page, pages.site.by("Sofía").post(page, files=files)


def entered(pages) -> int:
    shown = pages.site.by("Sofía").get(pages.address()).text
    return 5 - shown.count("<em>[sin traducir todavía]</em>")


def test_a_file_is_shown_beside_the_text_and_then_entered(pages):
    page, shown = sent(pages, *SPANISH.values())
    assert shown.status_code == 200 and "Nothing is saved yet." in shown.text
    assert entered(pages) == 0
    fields = Form(shown.text, page).fields
    assert [fields[f"place-{pages.room.key(name)}"] for name in SPANISH] == ["1", "2", "3", "4", "5"]
    answer = pages.resend(pages.site.by("Sofía"), shown, page)
    assert answer.status_code == 303
    assert entered(pages) == 5


def test_a_word_file_keeps_its_marks(small_pages):
    document = text(tuple(SPANISH.values()))
    data = clean(document, Front("Declaración", "es", at=NOW))
    page = f"{small_pages.address()}/bring"
    shown = small_pages.site.by("Sofía").post(page, files={"file": ("t.docx", data, "application/octet-stream")})
    assert small_pages.resend(small_pages.site.by("Sofía"), shown, page).status_code == 303
    assert entered(small_pages) == 5
    assert runs_of(SPANISH["p1"])[0].text in small_pages.site.by("Hugo").get(small_pages.address()).text


def test_what_does_not_match_is_said_and_can_be_put_right(small_pages):
    stray = "Nota: esta traducción fue preparada por los servicios de la secretaría para la reunión de abril de 2017."
    page, shown = sent(small_pages, SPANISH["p1"], SPANISH["p3"], stray, SPANISH["p4"], SPANISH["p5"])
    assert "1 paragraph of the text has no counterpart in the file" in shown.text
    assert "1 paragraph of the file stands beside nothing." in shown.text and stray in shown.text
    second = f"place-{small_pages.room.key('p2')}"
    fields = Form(shown.text, page).fields
    assert fields[second] == ""
    client = small_pages.site.by("Sofía")
    twice = client.post(page, data=fields | {second: "1"})
    assert twice.status_code == 422 and "is given twice" in twice.text
    looked = client.post(page, data=fields | {second: "3", "then": "look"})
    assert looked.status_code == 200 and "stands beside nothing" not in looked.text
    assert entered(small_pages) == 0
    assert small_pages.resend(client, looked, page, **{second.replace("-", "_"): ""}).status_code == 303
    assert entered(small_pages) == 4


def test_what_cannot_be_read_is_refused(small_pages):
    page, answer = sent(small_pages, "x", name="texto.docx")
    assert answer.status_code == 422 and "This is not a Word document" in answer.text
    client = small_pages.site.by("Sofía")
    assert client.post(page, data={}).status_code == 422
    assert client.post(page, data={"paragraphs": "{}"}).status_code == 422
    none = client.post(page, data={"paragraphs": '[{"key": "a", "role": "item", "runs": [{"text": "x"}]}]', "seen": "{}"})
    assert none.status_code == 422 and "at least one paragraph" in none.text
    assert small_pages.site.by("Hugo").get(page).status_code == 403
    assert small_pages.site.by("Hugo").post(page, files={"file": ("a.txt", b"x", "text/plain")}).status_code == 403


def test_somebody_elses_words_are_not_written_over(small_pages):
    page, shown = sent(small_pages, *SPANISH.values())
    small_pages.enter("p1", "Reiterando los derechos humanos,")
    answer = small_pages.resend(small_pages.site.by("Sofía"), shown, page)
    assert answer.status_code == 409
    assert entered(small_pages) == 1


def test_a_file_in_another_language_than_the_one_it_is_brought_for_is_said(small_pages):
    english = "Everyone has the right to leave the country in which they live and to return to it with their family."
    _page, shown = sent(small_pages, *[english] * 5)
    assert "The file reads as English." in shown.text
    _page, shown = sent(small_pages, *SPANISH.values())
    assert "The file reads as" not in shown.text
