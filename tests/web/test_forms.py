"""What is read of a form, and that a refused one comes back with nothing done."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from fastapi import Response
from sqlmodel import select
from starlette.datastructures import FormData

from app.accounts.models import User
from app.db import reading, writing
from app.errors import Malformed, OutOfPlace, Refusal
from app.web.forms import Again, Typed, or_again

ID = UUID("6f2f0a4e-9a34-4f0e-8a52-0a5cbf0b7f5e")


def typed(**fields):
    return Typed(FormData(list(fields.items())), {})


def test_text_is_taken_without_blanks_at_its_ends_and_raw_as_it_came():
    form = typed(title="  Zero draft \n")
    assert form.text("title") == "Zero draft"
    assert form.raw("title") == "  Zero draft \n"
    assert (form.text("none"), form.text("none", "/"), form.raw("none")) == ("", "/", "")


def test_a_field_may_come_several_times():
    form = Typed(FormData([("to", "a"), ("to", ""), ("to", "b")]), {})
    assert form.list("to") == ["a", "b"]
    assert form.list("none") == []


def test_what_was_typed_is_kept_as_it_was():
    assert typed(title="  Zero ", note="").kept == {"title": "  Zero ", "note": ""}


@pytest.mark.parametrize(("value", "number"), [("7", 7), (" -2 ", -2), ("2147483647", 2**31 - 1)])
def test_a_number(value, number):
    assert typed(version=value).number("version") == number


@pytest.mark.parametrize("value", ["", "seven", "1.5", "2147483648", "-99999999999999999999", "9" * 5000])
def test_no_number(value):
    with pytest.raises(Malformed) as no:
        typed(version=value).number("version")
    assert no.value.field == "version"


def test_a_choice():
    assert typed(meeting=str(ID)).uuid("meeting") == ID
    assert typed(meeting=" ").uuid("meeting") is None
    with pytest.raises(Malformed):
        typed(meeting="the first").uuid("meeting")


def test_a_day():
    assert typed(day="2017-04-24").day("day") == date(2017, 4, 24)
    assert typed(day="").day("day") is None
    for wrong in ("24/04/2017", "2017-02-30", "tomorrow"):
        with pytest.raises(Malformed):
            typed(day=wrong).day("day")


@pytest.mark.parametrize(
    "value", ["2017-04-24T18:00", "2017-04-24 18:00", "2017-04-24T18:00:00Z", "2017-04-24T12:00-06:00"]
)
def test_a_moment_is_in_utc_unless_it_says_another_offset(value):
    moment = typed(deadline=value).moment("deadline")
    assert moment == datetime(2017, 4, 24, 18, 0, tzinfo=UTC)
    assert moment.tzinfo is UTC


@pytest.mark.parametrize("value", ["tomorrow", "2017-04-24T25:00", "0001-01-01T00:00+23:00"])
def test_no_moment(value):
    with pytest.raises(Malformed):
        typed(deadline=value).moment("deadline")
    assert typed().moment("deadline") is None


@pytest.fixture
def session(site):
    with writing(site.engine) as session:
        yield session


def test_a_refused_act_is_undone_and_the_form_comes_back(site, session):
    form, refusals = Response(status_code=422), []

    def again(refusal: Refusal) -> Response:
        refusals.append(refusal)
        return form

    with pytest.raises(Again) as raised, or_again(session, again):
        ana = session.exec(select(User)).one()
        ana.name = "Somebody else"
        session.add(ana)
        session.flush()
        raise OutOfPlace("It is too late.")
    assert raised.value.response is form
    assert [str(each) for each in refusals] == ["It is too late."]
    with reading(site.engine) as reader:
        assert reader.exec(select(User)).one().name == "Ana"


def test_a_fault_is_no_refusal(session):
    with pytest.raises(ZeroDivisionError), or_again(session, lambda refusal: Response()):
        raise ZeroDivisionError
