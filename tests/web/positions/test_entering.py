"""The form for a reservation or an explanation of position."""

from tests.web.drafting.negotiating import Form


def page(table, rest=""):
    return f"{table.declaration}/positions{rest}"


def test_a_reservation_against_a_paragraph_is_put_on_record(table):
    key = table.room.key("p3")
    hugo = table.site.by("Hugo")
    history = hugo.get(f"{table.declaration}/paragraphs/{key}").text
    address = page(table, f"/enter?paragraph={key}")
    assert f'href="{address}"' in history
    answer = table.send(hugo, address, page(table), words="Honduras reserves.\nIt says why.", language="es")
    assert answer.status_code == 303
    for name in ("Hugo", "Gabriela", "Olga", "Sofía", "Paula"):
        shown = table.site.by(name).get(page(table)).text
        assert '<p class="said" lang="es">Honduras reserves.\nIt says why.</p>' in shown
        assert ("/withdraw" in shown) == (name == "Hugo")
    read = table.site.by("Gabriela").get(table.declaration).text
    assert "1 reservation</a>" in read
    assert f"/positions#k-{answer.headers['location'].rpartition('#k-')[2]}" in read
    assert "Honduras reserves." in table.site.by("Olga").get(f"{table.declaration}/paragraphs/{key}").text


def test_an_explanation_of_position_is_on_the_whole_text(table):
    hugo = table.site.by("Hugo")
    form = hugo.get(page(table, "/enter?kind=explanation")).text
    assert 'name="paragraph"' not in form
    assert Form(table.site.by("Hugo", "es").get(page(table, "/enter")).text, page(table)).fields["language"] == "es"
    table.send(hugo, page(table, "/enter?kind=explanation"), page(table), words="Why we joined.")
    explained = table.site.by("Sofía").get(page(table)).text.partition('id="explanations"')[2]
    assert "Why we joined." in explained


def test_what_is_refused_comes_back_as_typed(table):
    key = table.room.key("p2")
    hugo = table.site.by("Hugo")
    answer = table.send(hugo, page(table, "/enter"), page(table), words="  ", paragraph=key, language="es")
    assert answer.status_code == 422
    assert "Please fill this in." in answer.text
    fields = Form(answer.text, page(table)).fields
    assert (fields["paragraph"], fields["language"]) == (key, "es")


def test_who_had_an_older_text_before_them_is_told(table):
    hugo = table.site.by("Hugo")
    opened = hugo.get(page(table, "/enter"))
    table.room.accept(table.room.table(table.room.replacing("p3", "border management", "cooperation")))
    table.room.next()
    answer = table.resend(hugo, opened, page(table), words="We reserve.")
    assert answer.status_code == 409
    assert "Rev.1 has been issued since you opened this." in answer.text
    assert "We reserve." in answer.text
    assert table.resend(hugo, answer, page(table)).status_code == 303


def test_who_holds_no_position_has_no_form_and_may_not_enter(table):
    for name in ("Sofía", "Paula", "Olga", "Gabriela"):
        client = table.site.by(name)
        assert "/positions/enter" not in client.get(page(table)).text
        assert client.get(page(table, "/enter")).status_code == 403
        assert client.post(page(table), data={"kind": "reservation", "words": "x"}).status_code == 403
    assert "/positions/enter" in table.site.by("Gustavo").get(page(table)).text
