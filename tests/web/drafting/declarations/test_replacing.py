from tests.web.drafting.declarations.test_draft import paragraph, words
from tests.web.drafting.negotiating import Form


def test_another_text_takes_the_place_of_the_draft_after_a_look_at_it(drafting):
    secretary, page = drafting.site.by("Sofía"), f"{drafting.declaration}/replace"
    before = words(drafting)
    shown = drafting.send(secretary, page, page, source="paste", text="First.\nSecond.")
    assert "This is how the text was read" in shown.text
    assert words(drafting) == before
    assert secretary.post(page, data=Form(shown.text, page).fields).status_code == 303
    assert words(drafting) == ["First.", "Second."]


def test_who_was_slower_is_told_and_the_text_is_kept(small_drafting):
    secretary, page = small_drafting.site.by("Sofía"), f"{small_drafting.declaration}/replace"
    shown = small_drafting.send(secretary, page, page, source="paste", text="First.")
    place = paragraph(small_drafting, 0)
    small_drafting.send(small_drafting.site.by("Teresa"), place, place, text="Meanwhile.", role="preambular")
    answer = secretary.post(page, data=Form(shown.text, page).fields)
    assert answer.status_code == 409
    assert "What has changed meanwhile" in answer.text
    assert words(small_drafting)[0] == "Meanwhile."
    assert secretary.post(page, data=Form(answer.text, page).fields).status_code == 303
    assert words(small_drafting) == ["First."]


def test_bad_files_are_refused(small_drafting):
    page = f"{small_drafting.declaration}/replace"
    answer = small_drafting.site.by("Sofía").post(
        page, data={"source": "file", "expected": "1"}, files={"file": ("a.docx", b"no", "application/octet-stream")}
    )
    assert answer.status_code == 422
    assert "This is not a Word document" in answer.text
    assert small_drafting.site.by("Hugo").get(page).status_code == 404


def test_a_text_that_was_issued_is_not_replaced(table):
    secretary, page = table.site.by("Sofía"), f"{table.declaration}/replace"
    assert secretary.get(page).status_code == 409
    words = '[{"key": "a", "role": "item", "runs": [{"text": "x"}]}]'
    answer = secretary.post(page, data={"source": "paste", "paragraphs": words, "expected": "3"})
    assert answer.status_code == 409
    assert "From now on it changes by amendments." in answer.text
    edit = f"{table.declaration}/draft/{table.room.key('p1')}"
    assert secretary.get(edit).status_code == 404
    assert secretary.post(edit, data={"text": "x", "role": "item", "expected": "3"}).status_code == 409
