from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from jinja2 import UndefinedError

from app.config import Mode, Settings
from app.errors import Malformed
from app.web.page import Frame, Page
from app.web.rendering import Renderer, Shown, in_words

EVENING = datetime(2017, 4, 24, 18, 5, tzinfo=UTC)


@pytest.fixture(scope="module")
def renderer():
    return Renderer(Settings(mode=Mode.DEVELOPMENT))


@pytest.mark.parametrize(
    ("language", "day", "moment"),
    [("en", "24 April 2017", "24 Apr 2017, 18:05 UTC"), ("es", "24 de abril de 2017", "24 abr 2017, 18:05 UTC")],
)
def test_dates_are_written_as_the_reader_writes_them(renderer, language, day, moment):
    shown = renderer.environments[language].from_string("{{ d | day }}|{{ m | moment }}|{{ m | iso }}")
    assert shown.render(d=date(2017, 4, 24), m=EVENING) == f"{day}|{moment}|2017-04-24T18:05:00+00:00"
    assert renderer.environments[language].from_string("{{ None | day }}{{ None | moment }}").render() == ""


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("2017-04-20T10:00:00Z", "20 April 2017"),
        ("2017-04-20", "20 April 2017"),
        ("long ago", "long ago"),
        (None, ""),
        ("0-00-00T00:00:00Z", ""),
    ],
)
def test_a_day_out_of_a_file_is_written_where_it_is_one(renderer, given, written):
    assert renderer.environments["en"].from_string("{{ d | day_in_file }}").render(d=given) == written


def test_an_hour_is_told_in_utc_wherever_it_was_noted(renderer):
    there = EVENING.astimezone(timezone(timedelta(hours=-6)))
    assert renderer.environments["en"].from_string("{{ m | moment }}").render(m=there) == "24 Apr 2017, 18:05 UTC"


def test_dates_in_a_refusal_are_written_out():
    refusal = Malformed("From {day} to {deadline}, {times} times.", day=date(2017, 4, 2), deadline=EVENING, times=3)
    assert in_words("en", refusal) == "From 2 April 2017 to 24 Apr 2017, 18:05 UTC, 3 times."


def test_what_people_wrote_is_escaped(renderer):
    shown = renderer.environments["en"].from_string('<i title="{{ x }}">{{ x }}</i>{{ _("%(x)s", x=x) }}')
    assert "<b" not in shown.render(x='"><b>')


def test_a_name_that_is_not_there_is_an_error(renderer):
    frame = Frame(language="en", path="/", here="/", at=EVENING)
    with pytest.raises(UndefinedError):
        renderer.environments["en"].from_string("{{ page.nothing }}").render(page=Shown(frame, Page()))


def test_pages_are_kept_by_nobody(site):
    assert site.nobody().get("/").headers["cache-control"] == "no-store"
    assert site.by("Ana").get("/account").headers["cache-control"] == "no-store"
