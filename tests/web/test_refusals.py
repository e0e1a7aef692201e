"""How refusals are told to persons and to programs."""

from datetime import UTC, date, datetime

import pytest

from app import errors
from app.web.statuses import STATUS, status_of

DEADLINE = datetime(2017, 4, 24, 18, 0, tzinfo=UTC)


@pytest.fixture
def refusing(site):
    """Has the service refuse, at a page and in the API, in the way given."""

    def refuse(refusal):
        def handler():
            raise refusal

        site.app.add_api_route("/refusing", handler, methods=["GET", "POST"])
        site.app.add_api_route("/api/v1/refusing", handler)

    return refuse


def test_every_kind_of_refusal_has_a_status():
    kinds = [errors.Refusal]
    for kind in kinds:
        kinds += kind.__subclasses__()
    assert {kind for kind in kinds[1:] if not any(parent in STATUS for parent in kind.__mro__)} == set()


@pytest.mark.parametrize(("kind", "status"), list(STATUS.items()))
def test_a_page_and_a_problem_have_the_same_status(refusing, client, kind, status):
    assert status_of(kind("No.")) == status
    refusing(kind("No."))
    assert client.post("/refusing").status_code == status
    assert client.get("/api/v1/refusing").status_code == status


def test_a_page_tells_the_reason(refusing, client):
    refusing(errors.OutOfPlace("The deadline is {deadline}.", deadline=DEADLINE))
    answer = client.get("/refusing")
    assert "The deadline is 24 Apr 2017, 18:00 UTC." in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_a_problem_tells_the_reason_the_field_and_where(refusing, client):
    refusing(errors.Malformed("From {day} to {deadline}.", field="day", day=date(2017, 4, 2), deadline=DEADLINE))
    answer = client.get("/api/v1/refusing")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "/problems/malformed",
        "title": "Malformed",
        "status": 422,
        "detail": "From 2 April 2017 to 24 Apr 2017, 18:00 UTC.",
        "instance": "/api/v1/refusing",
        "field": "day",
    }


def test_words_of_a_refusal_are_words_and_not_a_page(refusing, client):
    refusing(errors.Malformed("There is no {name}.", name="<script>{x}</script>"))
    answer = client.get("/refusing").text
    assert "<script>{x}" not in answer
    assert "&lt;script&gt;{x}" in answer


@pytest.mark.parametrize("path", ["/nowhere", "/account/nowhere", "/declarations/nothing", "/static/nothing.css"])
def test_a_page_there_is_not(site, path):
    answer = site.by("Ana").get(path)
    assert answer.status_code == 404
    assert "There is no such page, or it is not for you." in answer.text


def test_the_same_in_the_language_of_the_reader(site):
    answer = site.nobody("es").get("/nowhere")
    assert '<html lang="es">' in answer.text
    assert "No encontrado" in answer.text


def test_a_route_there_is_not(client):
    answer = client.get("/api/v1/nowhere")
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/unknown")


@pytest.mark.parametrize("path", ["/sign-out", "/api/v1/processes"])
def test_what_cannot_be_done_at_an_address(client, path):
    answer = client.put(path)
    assert answer.status_code == 405
    assert answer.headers["allow"]
    assert "This cannot be done at this address." in answer.text


def test_a_page_asked_for_wrongly(site):
    answer = site.by("Ana").get("/processes/rcm/record?before=yesterday")
    assert answer.status_code == 422
    assert "What was sent could not be read." in answer.text


def test_a_program_is_told_what_of_its_request_could_not_be_read(site):
    program = site.program("Ana", "manage")
    answer = program.post("/api/v1/processes", json={"slug": 3})
    assert answer.status_code == 422
    assert "body.slug" in {each["where"] for each in answer.json()["errors"]}
    assert program.post("/api/v1/processes", content=b"{", headers={"content-type": "application/json"}).status_code == 422


def test_a_form_that_cannot_be_read_is_refused(client):
    answer = client.post("/language", content=b"nothing", headers={"content-type": "multipart/form-data"})
    assert answer.status_code == 422
    assert "What was sent could not be read." in answer.text


def test_who_is_not_signed_in_is_asked_to_and_led_back(client):
    assert client.get("/account").headers["location"] == "/sign-in?next=/account"
    asked = client.get("/processes/rcm/record?before=3&x=%2F").headers["location"]
    assert 'value="/processes/rcm/record?before=3&amp;x=%2F"' in client.get(asked).text
    assert client.post("/account/tokens").status_code == 401


def test_a_program_that_is_not_signed_in_is_told_how(client):
    answer = client.get("/api/v1/processes")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


def test_only_who_wanted_something_done_is_told_that_nothing_was(refusing, client):
    refusing(errors.Denied("No."))
    came = {"referer": "http://testserver/comments?page=2"}
    assert "Nothing was changed" not in client.get("/refusing", headers=came).text
    told = client.post("/refusing", headers=came).text
    assert "Nothing was changed" in told and 'href="/comments?page=2"' in told


@pytest.mark.parametrize(
    "referer", ["", "http://elsewhere.example/comments", "http://testserver//elsewhere.example", "http://["]
)
def test_nobody_is_led_back_to_elsewhere(refusing, client, referer):
    refusing(errors.Denied("No."))
    told = client.post("/refusing", headers={"referer": referer} if referer else {}).text
    assert "elsewhere" not in told and 'href="/"' in told


def test_who_is_signed_out_is_led_to_sign_in_and_back(refusing, client):
    refusing(errors.SignedOut("Please sign in first."))
    told = client.post("/refusing", headers={"referer": "http://testserver/comments"}).text
    assert 'href="/sign-in?next=/comments"' in told
