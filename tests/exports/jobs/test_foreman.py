import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from app.clock import Clock
from app.db import reading, writing
from app.exports.exports import fetch, ordered_of_meeting
from app.exports.jobs import ordering
from app.exports.jobs.claims import LEASE
from app.exports.jobs.foreman import Foreman, Workplace
from app.exports.kinds import Form, Kind, MeetingKind, Options
from app.exports.models import ExportJob
from app.exports.states import JobState
from app.processes import participants
from app.processes.models import Participant
from app.record import chain
from app.word.changes import changes
from tests.exports.jobs.office import Office, until
from tests.exports.jobs.queue import DELEGATE, Queue
from tests.exports.making.test_meeting import first_meeting
from tests.support.oracles import paragraphs


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    office = Office(tmp_path / "office")
    monkeypatch.setenv("PATH", office.path)
    return office


def workplace(queue: Queue, folder: Path, *, longest: int = 10) -> Workplace:
    clock = Clock()
    clock.offset = queue.at - clock.now()
    return Workplace(queue.rcm.engine, queue.rcm.store, clock, folder, longest)


@contextmanager
def working(queue: Queue, folder: Path, *, workers: int = 1, longest: int = 10) -> Iterator[Foreman]:
    foreman = Foreman(workplace(queue, folder, longest=longest), workers)
    foreman.start()
    try:
        yield foreman
    finally:
        foreman.stop()


def ended(queue: Queue, job: ExportJob) -> ExportJob:
    until(lambda: queue.now(job).ended_at is not None)
    return queue.now(job)


def test_what_is_ordered_is_made_kept_and_on_the_record_of_who_ordered_it(queue: Queue, tmp_path: Path) -> None:
    job = queue.order(Kind.COMPILATION)
    with working(queue, tmp_path / "making"):
        done = ended(queue, job)
    assert (done.state, done.steps_done) == (JobState.DONE, done.steps), done.refusal
    by = queue.rcm.person(DELEGATE)
    with reading(queue.rcm.engine) as session:
        export, content = fetch(session, queue.rcm.store, done.export_id, by=by)
        assert chain.verify(session, expected_head=export.record_head).whole
        *_, last = chain.entries(session)
    assert "Guatemala" in {change.author for change in changes(content)}
    assert (last.act, last.participant_id) == ("export.make", by.participant_id)
    assert not list((tmp_path / "making").iterdir()), "nothing is left behind"


def test_a_document_of_a_meeting_is_made_in_its_turn_too(embedded_queue: Queue, tmp_path: Path) -> None:
    queue, options = embedded_queue, Options(language="es")
    by, meeting = queue.rcm.person(DELEGATE), first_meeting(queue.rcm)
    with writing(queue.rcm.engine) as session:
        asked = ordered_of_meeting(session, meeting, MeetingKind.REPORT, by=by, at=queue.at, options=options)
        job = ordering.place(session, asked, by=by, at=queue.at)
    with working(queue, tmp_path / "making"):
        done = ended(queue, job)
    assert (done.state, done.meeting_id) == (JobState.DONE, meeting.id), done.refusal
    with reading(queue.rcm.engine) as session:
        export, content = fetch(session, queue.rcm.store, done.export_id, by=by)
    assert export.filename.endswith(" report es.docx")
    assert paragraphs(content)[0] == "Informe de la reunión"


def test_two_workers_make_many_orders_once_each(queue: Queue, tmp_path: Path) -> None:
    jobs = [queue.order(kind) for kind in (Kind.CLEAN, Kind.TABLE, Kind.SHEETS)]
    with working(queue, tmp_path / "one"), working(queue, tmp_path / "other"):
        for job in jobs:
            assert ended(queue, job).state == JobState.DONE
    assert sorted(each.kind for each in queue.exports()) == sorted(job.kind for job in jobs)


def test_what_is_cancelled_is_stopped_with_its_office(embedded_queue: Queue, office: Office, tmp_path: Path) -> None:
    queue = embedded_queue
    job, next_one = queue.order(form=Form.PDF), queue.order(Kind.TABLE)
    with working(queue, tmp_path / "making"):
        office.await_beginning()
        until(lambda: queue.now(job).step == "converting")
        queue.cancel(job)
        office.await_end()
        assert ended(queue, next_one).state == JobState.DONE
    assert queue.now(job).state == JobState.CANCELLED
    assert [each.kind for each in queue.exports()] == ["table"]


def test_what_takes_too_long_is_given_up(embedded_queue: Queue, office: Office, tmp_path: Path) -> None:
    job = embedded_queue.order(form=Form.PDF)
    with working(embedded_queue, tmp_path / "making", longest=0):
        failed = ended(embedded_queue, job)
        office.await_end()
    assert failed.state == JobState.FAILED
    assert failed.refusal["text"] == "It took more than {minutes} minutes and was given up."


def test_a_refusal_is_kept_as_the_reason(embedded_queue: Queue, office: Office, tmp_path: Path) -> None:
    office.fail()
    queue = embedded_queue
    unconvertible, historyless = queue.order(form=Form.PDF), queue.order(Kind.HISTORY)
    with working(queue, tmp_path / "making"):
        assert ended(queue, unconvertible).refusal["text"].startswith("LibreOffice could not make this document.")
        assert ended(queue, historyless).refusal["text"].startswith("The first text has no history yet.")
    assert queue.exports() == []


def test_a_process_that_is_killed_is_replaced_by_another(embedded_queue: Queue, office: Office, tmp_path: Path) -> None:
    job = embedded_queue.order(form=Form.PDF)
    with working(embedded_queue, tmp_path / "making"):
        office.await_beginning()
        os.killpg(os.getpgid(office.begun()[0]), signal.SIGKILL)
        office.await_beginning(2)
        office.go_on()
        assert ended(embedded_queue, job).state == JobState.DONE
    assert embedded_queue.now(job).attempts == 2
    assert len(embedded_queue.exports()) == 1


def test_when_the_service_stops_what_is_in_the_making_is_left_to_the_next(
    embedded_queue: Queue, office: Office, tmp_path: Path
) -> None:
    queue = embedded_queue
    job = queue.order(form=Form.PDF)
    with working(queue, tmp_path / "making"):
        office.await_beginning()
    office.await_end()
    assert (queue.now(job).state, queue.now(job).attempts) == (JobState.WAITING, 0)
    office.go_on()
    with working(queue, tmp_path / "making"):
        assert ended(queue, job).state == JobState.DONE
    assert len(queue.exports()) == 1


def test_of_two_who_made_the_same_one_keeps_it(embedded_queue: Queue, office: Office, tmp_path: Path) -> None:
    """The first was silent for longer than its lease; it comes back when the second is at work."""
    queue = embedded_queue
    job = queue.order(form=Form.PDF)
    with working(queue, tmp_path / "making"):
        office.await_beginning()
        queue.later(LEASE * 2)
        with working(queue, tmp_path / "making"):
            office.await_beginning(2)
            office.go_on()
            assert ended(queue, job).state == JobState.DONE
    assert len(queue.exports()) == 1


def test_who_has_lost_their_seat_gets_nothing(embedded_queue: Queue, tmp_path: Path) -> None:
    queue = embedded_queue
    job = queue.order(Kind.COMPILATION)
    with writing(queue.rcm.engine) as session:
        seat = session.get_one(Participant, job.ordered_by)
        participants.end(session, seat, by=queue.rcm.person("secretariat@rcm.example"), at=queue.at - timedelta(minutes=1))
    with working(queue, tmp_path / "making"):
        assert ended(queue, job).state == JobState.FAILED
    assert queue.exports() == []


def test_what_was_ordered_for_one_side_is_not_made_for_another(embedded_queue: Queue, tmp_path: Path) -> None:
    queue = embedded_queue
    job = queue.order(Kind.COMPILATION)
    with writing(queue.rcm.engine) as session:
        row = session.get_one(ExportJob, job.id)
        row.side = "chair"
        session.add(row)
    with working(queue, tmp_path / "making"):
        assert ended(queue, job).refusal["text"].startswith("Your seat has changed")
    assert queue.exports() == []
