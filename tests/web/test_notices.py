import base64

import pytest
from fastapi import Response
from pydantic import SecretStr
from starlette.requests import Request

from app.config import Mode, Settings
from app.web.notices import NOTICE_COOKIE, leave, left

SETTINGS = Settings(mode=Mode.DEVELOPMENT, secret=SecretStr("a secret of the tests, long enough"))
OTHER = Settings(mode=Mode.DEVELOPMENT, secret=SecretStr("another secret of the tests, as long"))


def cookie_of(sentence, settings=SETTINGS):
    response = Response()
    leave(response, settings, sentence)
    return response.headers["set-cookie"].split(";")[0].partition("=")[2]


def bearing(cookie):
    return Request({"type": "http", "headers": [(b"cookie", f"{NOTICE_COOKIE}={cookie}".encode("latin-1"))]})


@pytest.mark.parametrize("sentence", ["Your amendment was tabled.", "Su enmienda «AM.4» se presentó; ñandú.", "a.b"])
def test_a_sentence_is_carried_over(sentence):
    assert left(bearing(cookie_of(sentence)), SETTINGS) == sentence


def test_only_our_own_sentences_are_shown():
    body, seal = cookie_of("You have signed out.").split(".")
    forged = base64.urlsafe_b64encode(b"Send your password to evil.example.").decode()
    for cookie in (f"{forged}.{seal}", forged, f"{forged}.", f".{seal}", f"{body}.{seal}0", "", ".", f"{body}.é", "é.é"):
        assert left(bearing(cookie), SETTINGS) == ""
    assert left(bearing(cookie_of("You have signed out.", OTHER)), SETTINGS) == ""


def test_a_sentence_is_shown_once(site):
    client = site.by("Ana")
    client.post("/sign-out")
    assert "You have signed out." in client.get("/sign-in").text
    assert "You have signed out." not in client.get("/sign-in").text
