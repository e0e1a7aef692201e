"""Documents that take long: the service answers meanwhile, and they are made once, whoever is killed on the way.

They are made with a LibreOffice that waits until it is told to go on, so that everything happens in the midst of it.
"""

from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from playwright.sync_api import Browser, Page
from sqlmodel import select

from app.db import reading, writing
from app.drafting.models import Declaration, Revision
from app.exports.models import Export, ExportJob
from app.record.chain import head
from tests.exports.jobs.office import Office, until
from tests.stories.integrity import require_record, require_whole
from tests.support.browser import sign_in, visiting
from tests.support.server import Place, Server, serving

SECRETARIAT = "secretariat@rcm.example"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The LibreOffice of every server that is started from now on."""
    office = Office(tmp_path / "office")
    monkeypatch.setenv("PATH", office.path)
    return office


class Program:
    """The secretariat's program, which talks to one server after another."""

    def __init__(self, place: Place) -> None:
        self.token = place.token(SECRETARIAT, "read")
        with reading(place.engine) as session:
            self.declaration = session.exec(select(Declaration.id)).one()
            self.revision = session.exec(select(Revision.id)).one()
        place.engine.dispose()

    def ask(self, server: Server, method: str, path: str, **sent: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.token}"}
        answer = httpx.request(method, f"{server.url}/api/v1{path}", headers=headers, timeout=60, **sent)
        assert answer.is_success, answer.text
        return answer

    def order(self, server: Server, kind: str = "clean") -> str:
        asked = {"kind": kind, "revision_id": str(self.revision), "form": "pdf"}
        answer = self.ask(server, "POST", f"/declarations/{self.declaration}/documents", json=asked)
        assert answer.status_code == 202, answer.text
        return str(answer.json()["id"])

    def state(self, server: Server, job: str) -> str:
        return str(self.ask(server, "GET", f"/jobs/{job}").json()["state"])

    def document(self, server: Server, job: str) -> bytes:
        """The document, once it is done."""
        until(lambda: self.state(server, job) not in ("waiting", "running"))
        shown = self.ask(server, "GET", f"/jobs/{job}").json()
        assert shown["state"] == "done", shown
        return self.ask(server, "GET", f"/documents/{shown['document']}").content


def test_the_service_answers_while_a_document_is_made_and_makes_it_though_it_is_killed(
    embedded_place: Place, office: Office
) -> None:
    program = Program(embedded_place)
    with serving(embedded_place) as server:
        job = program.order(server)
        office.await_beginning()
        for path in (f"/declarations/{program.declaration}", f"/revisions/{program.revision}", f"/jobs/{job}"):
            program.ask(server, "GET", path)
        assert program.state(server, job) == "running"
        noted = noted_head(embedded_place)
        server.kill()
        office.await_end()
        assert kept(embedded_place) == []
        let_the_lease_run_out(embedded_place)
        server.start()
        office.await_beginning(2)
        office.go_on()
        assert program.document(server, job) == b"%PDF-1.7 converted"
    require_made_once(embedded_place, [job], [noted])


@pytest.mark.postgres
def test_of_two_processes_the_one_that_makes_it_is_killed(postgres_place: Place, office: Office) -> None:
    program = Program(postgres_place)
    with serving(postgres_place) as one, serving(postgres_place) as other:
        jobs = [program.order(one), program.order(other, "table")]
        office.await_beginning(2)
        noted = noted_head(postgres_place)
        one.kill()
        until(lambda: len(office.running()) == 1)
        let_the_lease_run_out(postgres_place)
        office.go_on()
        assert {program.document(other, job) for job in jobs} == {b"%PDF-1.7 converted"}
        one.start()
        assert {program.state(one, job) for job in jobs} == {"done"}
    require_made_once(postgres_place, jobs, [noted])


def test_a_server_that_is_asked_to_stop_leaves_the_document_to_the_next(embedded_place: Place, office: Office) -> None:
    program = Program(embedded_place)
    with serving(embedded_place) as server:
        job = program.order(server)
        office.await_beginning()
        server.stop()
        office.await_end()
        office.go_on()
        server.start()
        assert program.document(server, job) == b"%PDF-1.7 converted"
    require_made_once(embedded_place, [job], [])
    with reading(embedded_place.engine) as session:
        assert session.exec(select(ExportJob.attempts)).one() == 1


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_one_click_and_the_file_comes_when_it_is_there(
    chromium: Browser, embedded_place: Place, office: Office, scripts: bool
) -> None:
    program = Program(embedded_place)
    with serving(embedded_place) as server, visiting(chromium, server.url, java_script_enabled=scripts) as visitor:
        page = visitor.new_page()
        sign_in(page, SECRETARIAT)
        order_as_pdf(page, program, "compilation")
        office.await_beginning()
        page.get_by_text("LibreOffice is converting it.").wait_for()
        assert page.locator("progress").get_attribute("value") == "200"
        with page.expect_download() as coming:
            office.go_on()
        assert coming.value.suggested_filename == "RCM-2017-DD.1 Zero draft compilation.pdf"
        page.get_by_role("link", name="Download").wait_for()
        assert page.locator("progress").count() == 0


@pytest.mark.browser
def test_a_click_stops_it(chromium: Browser, embedded_place: Place, office: Office) -> None:
    program = Program(embedded_place)
    with serving(embedded_place) as server, visiting(chromium, server.url) as visitor:
        page = visitor.new_page()
        sign_in(page, SECRETARIAT)
        order_as_pdf(page, program, "table")
        office.await_beginning()
        page.get_by_role("button", name="Cancel").click()
        page.get_by_text("The document is cancelled.").wait_for()
        office.await_end()
        assert page.get_by_text("In the making").count() == 0
    assert kept(embedded_place) == []


def order_as_pdf(page: Page, program: Program, kind: str) -> None:
    page.goto(f"/declarations/{program.declaration}/documents")
    page.locator(f"#{kind}-form").select_option("pdf")
    page.locator(f'form:has(input[value="{kind}"])').get_by_role("button", name="Download", exact=True).click()
    page.wait_for_url("**/jobs/**")


def let_the_lease_run_out(place: Place) -> None:
    """As it does while nobody renews it."""
    with writing(place.engine) as session:
        for job in session.exec(select(ExportJob).where(ExportJob.state == "running")):
            job.lease_until = place.now() - timedelta(seconds=1)
            session.add(job)
    place.engine.dispose()


def kept(place: Place) -> list[Export]:
    with reading(place.engine) as session:
        return list(session.exec(select(Export)))


def noted_head(place: Place) -> str:
    with reading(place.engine) as session:
        return head(session)


def require_made_once(place: Place, jobs: list[str], heads: list[str]) -> None:
    """Each order became one document, and the record is whole."""
    with reading(place.engine) as session:
        ended = {str(job.id): job for job in session.exec(select(ExportJob))}
        assert sorted(ended) == sorted(jobs)
        assert {job.state for job in ended.values()} == {"done"}
        assert sorted(each.id for each in kept(place)) == sorted(job.export_id for job in ended.values() if job.export_id)
        for export in kept(place):
            assert place.exports.get(export.sha256) == b"%PDF-1.7 converted"
        require_record(session, heads)
        require_whole(session)
    assert list((place.folder / "making").iterdir()) == []
