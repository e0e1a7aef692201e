import re

from tests.web.drafting.negotiating import Form


def test_a_delegation_asks_and_withdraws(table):
    delegate, page = table.site.by("Ursula"), f"{table.declaration}/terms"
    answer = table.send(delegate, page, page, term="Border  Management", reason="Too narrow.", audience="chair")
    assert answer.status_code == 303
    shown = table.site.by("Hugo").get(page).text
    assert "<mark>border management</mark>" in shown
    assert "Too narrow." not in shown
    assert "/withdraw" not in shown
    assert "Too narrow." in table.site.by("Sofía").get(page).text
    withdraw = re.search(r'action="([^"]+/withdraw)"', delegate.get(page).text)[1]
    assert table.site.by("Hugo").post(withdraw).status_code == 403
    assert delegate.post(withdraw).status_code == 303
    assert "No delegation has asked about a term." in table.site.by("Hugo").get(page).text
    again = delegate.post(withdraw)
    assert again.status_code == 409
    assert "This request has been withdrawn already." in again.text


def test_what_is_refused_comes_back_as_typed(table):
    delegate, page = table.site.by("Ursula"), f"{table.declaration}/terms"
    answer = table.send(delegate, page, page, term="…", wish="use", reason="Kept.")
    assert answer.status_code == 422
    assert "There is no word in this term." in answer.text
    form = Form(answer.text, page).fields
    assert (form["term"], form["wish"], form["reason"]) == ("…", "use", "Kept.")


def test_who_is_no_member_has_no_form_and_may_not_ask(table):
    for name in ("Olga", "Sofía"):
        client = table.site.by(name)
        page = f"{table.declaration}/terms"
        assert "Ask about a term" not in client.get(page).text
        assert client.post(page, data={"term": "x"}).status_code == 403
