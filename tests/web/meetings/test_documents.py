import re

import pytest


@pytest.fixture
def meeting(room):
    return f"/meetings/{room.convene()}/documents"


def put(site, meeting, title="Informe", file=None, **data):
    return site.by("Sofía").post(meeting, data={"title": title} | data, files={"file": file} if file else None)


def test_a_file_goes_in_and_comes_out_the_same(site, meeting):
    content = bytes(range(256)) * 40
    assert put(site, meeting, file=("Informe año “final”.pdf", content, "text/html"), symbol="RCM/1").status_code == 303
    reader = site.by("Olga")
    (url,) = re.findall(r'href="([^"]+/file)"', reader.get(meeting).text)
    answer = reader.get(url)
    assert answer.content == content
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["x-content-type-options"] == "nosniff"
    disposition = answer.headers["content-disposition"]
    assert disposition.startswith("attachment; filename=")
    assert "filename*=UTF-8''Informe%20a%C3%B1o%20%E2%80%9Cfinal%E2%80%9D.pdf" in disposition
    assert reader.get(url, headers={"if-none-match": answer.headers["etag"]}).status_code == 304
    assert site.by("Bruno").get(url).status_code == 404


def test_a_page_of_somebody_else_is_never_shown_as_one(site, meeting):
    put(site, meeting, file=("x.html", b"<script>alert(1)</script>", "text/html"))
    reader = site.by("Ana")
    (url,) = re.findall(r'href="([^"]+/file)"', reader.get(meeting).text)
    answer = reader.get(url)
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")


def test_a_document_is_announced_and_its_file_brought_later(site, meeting):
    assert put(site, meeting, "Roadmap", note="To be presented").status_code == 303
    assert "announced" in site.by("Ana").get(meeting).text
    secretary = site.by("Sofía")
    (url,) = re.findall(r'action="([^"]+/file)"', secretary.get(meeting).text)
    assert secretary.get(url).status_code == 404
    assert "Choose the file first." in secretary.post(url).text
    assert secretary.post(url, files={"file": ("roadmap.odt", b"odt")}).status_code == 303
    assert secretary.get(url).content == b"odt"
    assert secretary.post(url, files={"file": ("other.odt", b"other")}).status_code == 409


def test_what_cannot_be_put_before_a_meeting_comes_back(site, meeting):
    answer = put(site, meeting, "", note="Kept in the form")
    assert answer.status_code == 422
    assert "Kept in the form" in answer.text
    assert "The file is empty." in put(site, meeting, file=("empty.pdf", b"")).text


def test_the_chair_side_puts_and_withdraws(site, meeting):
    put(site, meeting, "Roadmap")
    (url,) = re.findall(r'action="([^"]+/withdraw)"', site.by("Paula").get(meeting).text)
    delegate = site.by("Ana")
    assert delegate.post(meeting, data={"title": "Ours"}).status_code == 403
    assert delegate.post(url).status_code == 403
    assert "Withdraw" not in delegate.get(meeting).text
    assert site.by("Paula").post(url).status_code == 303
    assert "No document is before the meeting." in delegate.get(meeting).text
    assert site.by("Paula").post(url).status_code == 404
