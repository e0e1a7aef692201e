import re
from datetime import timedelta

import pytest

from app.db import writing
from app.errors import OutOfPlace
from app.exports import quick
from app.exports.jobs import claims
from app.exports.jobs.fulfilling import Document, deliver, orderer
from app.exports.steps import Progress, Step
from tests.web.exports.test_documents import heads


@pytest.fixture
def nothing_is_quick(monkeypatch):
    """Every document is too large to be made at once."""
    monkeypatch.setattr(quick, "QUICK", -1)


@pytest.fixture
def ordered(handing, nothing_is_quick):
    """The page of a document that Hugo ordered."""
    asked = {"kind": "compilation", "revision": heads(handing)[-1].id}
    answer = handing.site.by("Hugo").post(f"{handing.declaration}/documents", data=asked)
    assert answer.status_code == 303, answer.text
    where = answer.headers["location"]
    assert re.fullmatch(r"/jobs/[0-9a-f-]{36}\?then=file", where)
    return where.partition("?")[0]


def claim(handing):
    with writing(handing.room.engine) as session:
        return claims.claim(session, at=handing.site.now())


def delivered(handing, held):
    """The document is made and kept."""
    store, at = handing.site.app.state.exports, handing.site.now()
    made = Document(b"the document", "Regional declaration.docx", "0" * 64)
    with writing(handing.room.engine) as session:
        job = claims.held_job(session, held)
        return deliver(session, store, job, made, by=orderer(session, job, at=at), at=at)


def test_what_takes_long_is_ordered_and_shown_among_what_is_in_the_making(handing, ordered):
    hugo = handing.site.by("Hugo")
    page = hugo.get(ordered).text
    assert "Waiting: it is next." in page
    assert '<progress aria-label="Progress" max="300" value="0">' in page and 'role="status"' in page
    documents = hugo.get(f"{handing.declaration}/documents").text
    assert "In the making" in documents and f'href="{ordered}"' in documents
    assert '<noscript><meta http-equiv="refresh"' in page, "it looks again without scripts"


def test_the_page_says_what_is_being_done(handing, ordered):
    held = claim(handing)
    with writing(handing.room.engine) as session:
        claims.renew(session, held, told=Progress(Step.WRITING), at=handing.site.now())
    page = handing.site.by("Hugo").get(ordered).text
    assert 'max="300" value="100"' in page
    assert "The document is being written." in page and "1 of 3 steps done" in page and "of this step" not in page
    assert "Se está redactando el documento." in handing.site.by("Hugo", "es").get(ordered).text


def test_the_page_says_how_much_of_a_step_is_done_where_that_is_known(handing, ordered):
    held = claim(handing)
    with writing(handing.room.engine) as session:
        claims.renew(session, held, told=Progress(Step.WRITING, 120, 400), at=handing.site.now())
    page = handing.site.by("Hugo").get(ordered).text
    assert 'max="300" value="130"' in page and "30 % of this step." in page
    assert "30 % de este paso." in handing.site.by("Hugo", "es").get(ordered).text
    assert 'value="130"' in handing.site.by("Hugo").get(f"{handing.declaration}/documents").text


def test_when_it_is_done_it_is_handed_out(handing, ordered):
    hugo, held = handing.site.by("Hugo"), claim(handing)
    export = delivered(handing, held)
    page = hugo.get(f"{ordered}?then=file").text
    assert f'content="0; url=/documents/{export.id}"' in page
    assert "http-equiv" not in hugo.get(ordered).text, "only for who waits for the file"
    assert hugo.get(f"/documents/{export.id}").content == b"the document"
    looked = hugo.get(f"{ordered}?then=page", headers={"hx-request": "true"})
    assert looked.headers["hx-refresh"] == "true"
    assert "hx-refresh" not in hugo.get(f"{ordered}?then=list", headers={"hx-request": "true"}).headers
    assert "In the making" not in hugo.get(f"{handing.declaration}/documents").text


def test_why_it_failed_is_said_in_the_language_of_the_reader(handing, ordered):
    held = claim(handing)
    with writing(handing.room.engine) as session:
        refusal = OutOfPlace("It took more than {minutes} minutes and was given up.", minutes=10)
        claims.fail(session, held, refusal, at=handing.site.now())
    page = handing.site.by("Hugo").get(ordered)
    assert page.status_code == 200
    assert "It could not be made. It took more than 10 minutes and was given up." in page.text
    assert "Tardó más de 10 minutos y se abandonó." in handing.site.by("Hugo", "es").get(ordered).text
    assert "It took more than 10 minutes" in handing.site.by("Hugo").get(f"{handing.declaration}/documents").text
    handing.site.go_to(handing.site.now() + timedelta(days=2))
    assert "In the making" not in handing.site.by("Hugo").get(f"{handing.declaration}/documents").text


def test_who_ordered_it_and_the_chair_cancel_it_and_for_others_it_does_not_exist(handing, ordered):
    for name in ("Gabriela", "Olga", "Ursula"):
        assert handing.site.by(name).get(ordered).status_code == 404
        assert handing.site.by(name).post(f"{ordered}/cancel").status_code == 404
        assert ordered not in handing.site.by(name).get(f"{handing.declaration}/documents").text
    assert handing.site.nobody().get(ordered).status_code == 303
    assert "Hugo" in handing.site.by("Sofía").get(ordered).text, "the chair side sees that it is made"
    answer = handing.site.by("Sofía").post(f"{ordered}/cancel")
    assert answer.headers["location"] == f"{handing.declaration}/documents"
    assert "It was cancelled." in handing.site.by("Hugo").get(ordered).text
    again = handing.site.by("Hugo").post(f"{ordered}/cancel")
    assert again.status_code == 409 and "no longer in the making" in again.text


def test_what_it_became_is_for_the_side_that_ordered_it_alone(handing, ordered):
    held = claim(handing)
    export = delivered(handing, held)
    assert str(export.id) not in handing.site.by("Sofía").get(ordered).text
    assert handing.site.by("Sofía").get(f"/documents/{export.id}").status_code == 404


def test_there_is_no_page_of_what_was_never_ordered(handing):
    assert handing.site.by("Hugo").get(f"/jobs/{handing.room.declaration_id}").status_code == 404
