"""Names, times and numbers as Word has them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.word.writing.markup import instant, legal, name, root, whole, written


@given(st.text(st.characters()))
def test_whatever_is_left_can_be_written(text):
    element = etree.Element("a")
    element.text = legal(text)
    assert legal(legal(text)) == legal(text)
    assert etree.fromstring(etree.tostring(element)).text in (legal(text) or None, legal(text).replace("\r", "\n"))


def test_the_control_characters_go_and_nothing_else():
    assert legal("a\x00\x08\x0b\x0c\x1f\ud800\ufffe\uffffb\t\n é\U0001f54a\x7f") == "ab\t\n é\U0001f54a\x7f"


@pytest.mark.parametrize(
    "at",
    [
        datetime(2017, 4, 24, 15, 30, 1, 999),  # noqa: DTZ001
        datetime(2017, 4, 24, 15, 30, 1, tzinfo=UTC),
        datetime(2017, 4, 24, 9, 30, 1, tzinfo=timezone(timedelta(hours=-6))),
    ],
)
def test_times_are_in_utc_to_the_second(at):
    assert instant(at) == "2017-04-24T15:30:01Z"


def test_a_part_declares_what_it_uses_and_lets_old_readers_ignore_what_is_new():
    part = root("w15:people", "w15", "w16du")
    assert part.get(name("mc:Ignorable")) == "w15 w16du"
    assert set(part.nsmap) == {"w15", "w16du", "mc"}
    assert root("document", "r").get(name("mc:Ignorable")) is None
    assert written(part).startswith(b"<?xml")


@pytest.mark.parametrize(("text", "expected"), [("12", 12), ("-3", -3), ("12.5", 7), ("", 7), (None, 7), ("21cm", 7)])
def test_whole_numbers(text, expected):
    assert whole(text, 7) == expected
