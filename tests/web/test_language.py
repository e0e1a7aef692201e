import pytest

from app.web.languages import LANGUAGE_COOKIE


def test_a_choice_is_kept_and_leads_back(client):
    chosen = client.post("/language", data={"language": "es", "back": "/sign-in"})
    assert (chosen.status_code, chosen.headers["location"]) == (303, "/sign-in")
    assert all(mark in chosen.headers["set-cookie"] for mark in ("HttpOnly", "SameSite=lax", "Path=/"))
    assert client.cookies[LANGUAGE_COOKIE] == "es"
    assert '<html lang="es">' in client.get("/sign-in").text


def test_a_language_there_is_not_changes_nothing(client):
    client.post("/language", data={"language": "tlh"})
    assert LANGUAGE_COOKIE not in client.cookies


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", ""])
def test_the_way_back_stays_here(client, back):
    assert client.post("/language", data={"language": "es", "back": back}).headers["location"] == "/"


def test_it_leads_back_to_the_page_as_it_was_asked_for(client):
    assert 'name="back" value="/sign-in?next=/account"' in client.get("/sign-in?next=/account").text
    came = {"referer": "http://testserver/sign-in?next=/processes"}
    refused = client.post("/sign-in", data={"email": "nobody@example.org", "password": "x"}, headers=came)
    assert 'name="back" value="/sign-in?next=/processes"' in refused.text
