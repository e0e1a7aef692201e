from tests.web.drafting.negotiating import Form


def test_observers_comment_on_the_whole_and_on_a_paragraph(table):
    observer, page = table.site.by("Olga"), f"{table.declaration}/comments"
    answer = table.send(observer, page, page, text="Fair and\nobjective.")
    assert answer.status_code == 303
    assert "Fair and\nobjective." in table.site.by("Hugo").get(page).text
    place = f"{table.declaration}/paragraphs/{table.room.key('p3')}"
    answer = table.send(observer, place, page, text="Harmful <b>and</b> wasteful.")
    assert answer.headers["location"].startswith(place + "#c-")
    assert "Harmful &lt;b&gt;and&lt;/b&gt; wasteful." in table.site.by("Hugo").get(place).text
    assert "Harmful" in table.site.by("Hugo").get(page).text


def test_a_comment_for_the_chair_is_not_for_others(table):
    observer, page = table.site.by("Olga"), f"{table.declaration}/comments"
    table.send(observer, page, page, text="Between us.", audience="chair")
    assert "Between us." in table.site.by("Sofía").get(page).text
    assert "Between us." in table.site.by("Paula").get(page).text
    assert "Between us." in observer.get(page).text
    assert "Between us." not in table.site.by("Hugo").get(page).text


def test_what_is_refused_comes_back_as_typed(table):
    observer, page = table.site.by("Olga"), f"{table.declaration}/comments"
    answer = table.send(observer, page, page, text=" ", audience="chair")
    assert answer.status_code == 422
    assert Form(answer.text, page).fields["audience"] == "chair"
    place = f"{table.declaration}/paragraphs/{table.room.key('p3')}"
    answer = table.send(observer, place, page, text="x" * 10_001)
    assert answer.status_code == 413
    assert len(Form(answer.text, page).fields["text"]) == 10_001
    assert "History of a paragraph" in answer.text
    gone = observer.post(page, data={"text": "x", "paragraph": "nowhere"})
    assert gone.status_code == 404
