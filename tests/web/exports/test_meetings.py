import pytest

from app.exports.kinds import WORD
from tests.meetings.room import Room
from tests.support.oracles import lint, paragraphs
from tests.support.site import Site


@pytest.fixture
def room(embedded_engine):
    return Room(embedded_engine)


@pytest.fixture
def site(room, tmp_path):
    return Site(room.engine, settings={"data_dir": tmp_path})


def made(site, meeting, name="Ana", **asked):
    """A document of the meeting, made by who is called so, and its address."""
    client = site.by(name)
    answer = client.post(f"/meetings/{meeting}/reports", data={"kind": "report", "language": "en", **asked})
    assert answer.status_code == 303, answer.text
    return client.get(answer.headers["location"]), answer.headers["location"]


@pytest.mark.parametrize(("kind", "title"), [("report", "Report of the meeting"), ("outcome", "Agreements and non-")])
def test_a_document_of_a_meeting_is_made_kept_and_had_again_as_it_was(room, site, kind, title):
    meeting = room.convene()
    got, url = made(site, meeting, kind=kind)
    assert got.headers["content-type"] == WORD
    assert got.headers["content-disposition"].startswith("attachment")
    assert paragraphs(got.content)[0].startswith(title)
    assert lint(got.content) == []
    assert site.by("Ana").get(url).content == got.content
    page = site.by("Ana").get(f"/meetings/{meeting}/documents").text
    assert url in page and got.headers["etag"].strip('"') in page and f"Spring meeting {kind} en.docx" in page


def test_it_is_for_the_side_that_had_it_made(room, site):
    meeting = room.convene(together=True)
    _, url = made(site, meeting)
    assert site.by("Hugo").get(url).status_code == 404
    assert site.by("Sofía").get(url).status_code == 404
    assert url not in site.by("Hugo").get(f"/meetings/{meeting}/documents").text
    _, chairs = made(site, meeting, "Sofía")
    assert site.by("Paula").get(chairs).status_code == 200
    _, others = made(site, meeting, "Susana")
    assert site.by("Susana").get(others).status_code == 200
    assert site.by("Sofía").get(others).status_code == site.by("Bruno").get(others).status_code == 404


def test_who_has_no_seat_there_has_none_made(room, site):
    meeting = room.convene()
    asked = {"kind": "report", "language": "en"}
    assert site.by("Bruno").post(f"/meetings/{meeting}/reports", data=asked).status_code == 404
    assert site.nobody().post(f"/meetings/{meeting}/reports", data=asked).status_code == 401


def test_it_is_had_in_each_language_and_form(room, site):
    meeting = room.convene()
    got, _ = made(site, meeting, language="es", form="md")
    assert got.text.startswith("# Informe de la reunión") and got.headers["content-type"].startswith("text/markdown")
    got, _ = made(site, meeting, language="pt", form="html")
    assert '<html lang="pt">' in got.text
    client = site.by("Ana")
    for wrong in ({"kind": "clean"}, {"language": "xx"}, {"form": "akn"}, {"form": "x"}):
        again = client.post(f"/meetings/{meeting}/reports", data={"kind": "report", "language": "es", **wrong})
        assert again.status_code == 422 and '<option value="report"' in again.text


def test_the_chair_puts_one_before_the_meeting_and_all_who_have_a_seat_there_have_it(room, site):
    meeting = room.convene(together=True)
    got, url = made(site, meeting, "Sofía")
    put = f"/meetings/{meeting}/reports/{url.rpartition('/')[2]}/put"
    assert site.by("Ana").post(put, data={"title": "Report"}).status_code == 404
    assert site.by("Sofía").post(put, data={"title": " "}).status_code == 422
    assert site.by("Sofía").post(put, data={"title": "Report of the meeting"}).status_code == 303
    page = site.by("Bruno").get(f"/meetings/{meeting}/documents").text
    address = page.partition('<p class="title"><a href="')[2].partition('"')[0]
    assert site.by("Bruno").get(address).content == got.content
    _, own = made(site, meeting, "Ana")
    mine = f"/meetings/{meeting}/reports/{own.rpartition('/')[2]}/put"
    assert site.by("Ana").post(mine, data={"title": "Report"}).status_code == 403


def test_one_that_takes_long_is_ordered(room, site, monkeypatch):
    monkeypatch.setattr("app.exports.quick.QUICK", -1)
    meeting = room.convene()
    page, url = made(site, meeting, then="list")
    assert (
        url.startswith("/jobs/") and "Report of the meeting" in page.text and f"/meetings/{meeting}/documents" in page.text
    )
    assert "In the making" in site.by("Ana").get(f"/meetings/{meeting}/documents").text
    assert site.by("Sofía").get(url).status_code == 200
    assert site.by("Hugo").get(url).status_code == site.by("Bruno").get(url).status_code == 404
    cancelled = site.by("Ana").post(f"{url}/cancel")
    assert cancelled.headers["location"] == f"/meetings/{meeting}/documents"
