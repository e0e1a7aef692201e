from typing import get_args

import pytest
from starlette.requests import Request

from app.accounts.models import User
from app.config import Settings
from app.web.languages import LANGUAGES, language_of, say, translations


def asking(accept="", cookie=""):
    headers = [(b"accept-language", accept.encode()), (b"cookie", f"protempore_language={cookie}".encode())]
    return Request({"type": "http", "headers": headers})


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("es", "es"),
        ("en-GB,en;q=0.9", "en"),
        ("es-419", "es"),
        ("en;q=0.3, es;q=0.8", "es"),
        ("fr, en;q=0.5, es;q=0.1", "en"),
        ("es;q=0, en;q=0.1", "en"),
        ("es;q=much, en", "en"),
        ("fr", "es"),
        ("", "es"),
        (",;q=,*", "es"),
    ],
)
def test_a_browser_gets_what_it_likes_best_of_what_there_is(accept, language):
    assert language_of(asking(accept), None, "es") == language


def test_a_choice_goes_before_the_account_and_the_account_before_the_browser():
    ana = User(email="ana@example.org", name="Ana", language="en")
    assert language_of(asking("es", "es"), ana, "es") == "es"
    assert language_of(asking("es"), ana, "es") == "en"
    assert language_of(asking("es", "tlh"), ana, "es") == "en"
    assert language_of(asking("es", "tlh"), None, "en") == "es"


def test_the_settings_know_the_languages_there_are():
    assert set(get_args(Settings.model_fields["default_language"].annotation)) == set(LANGUAGES)


def test_what_is_said_is_said_in_the_language_with_its_places_filled():
    assert (
        say("en", "What you sent is larger than {limit} megabytes.", limit=7) == "What you sent is larger than 7 megabytes."
    )
    assert say("es", "What you sent is larger than {limit} megabytes.", limit=7) == "Lo que envió supera los 7 megabytes."
    assert say("es", "nobody has translated this {so}") == "nobody has translated this {so}"


def test_nothing_is_said_as_nothing():
    assert say("es", "") == ""


def test_every_storey_brings_its_catalogue():
    spanish = translations("es")
    assert spanish.gettext("Sign out") == "Cerrar sesión"
    assert spanish.ngettext("%(num)s amendment awaits a decision", "%(num)s amendments await a decision", 2).startswith(
        "%(num)s"
    )
    assert translations("en").gettext("Sign out") == "Sign out"
