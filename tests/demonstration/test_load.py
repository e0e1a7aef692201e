from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import select

from app.db import reading
from app.demonstration.load import is_empty, load
from app.demonstration.seats import PASSWORD, people
from app.drafting import queries
from app.drafting.models import Amendment
from app.drafting.translations.queries import languages
from app.record import chain
from app.store import Store
from tests.support.told import told


def test_it_is_loaded_whole_by_acts_that_are_on_the_record(engine: Engine, tmp_path: Path) -> None:
    assert is_empty(engine)
    load(engine, Store(tmp_path))
    assert not is_empty(engine)
    with reading(engine) as session:
        assert chain.verify(session).whole
        assert len(session.exec(select(Amendment).where(Amendment.number != None)).all()) == 13  # noqa: E711


def test_the_report_finds_its_clashes_on_the_desk(embedded_engine: Engine, tmp_path: Path) -> None:
    rcm = told(embedded_engine, tmp_path)
    with reading(rcm.engine) as session:
        desk = queries.desk(session, rcm.declaration.id, by=rcm.person("secretariat@rcm.example"), language="en")
    contested = {paragraph.label for paragraph in desk.paragraphs if paragraph.is_contested}
    assert contested == {"1", "5", "6"}


def test_everybody_finds_work(embedded_engine: Engine, tmp_path: Path) -> None:
    rcm = told(embedded_engine, tmp_path)

    def waiting(email: str) -> int:
        with reading(rcm.engine) as session:
            work = queries.my_work(session, rcm.declaration.process_id, by=rcm.person(email), language="en", at=rcm.at)
        return work.count

    assert waiting("head@gt.example") >= 2
    assert waiting("secretariat@rcm.example") == waiting("presidency@sv.example") == 1


def test_the_sign_in_lines_are_of_people_who_are_there(embedded_engine: Engine, tmp_path: Path) -> None:
    rcm = told(embedded_engine, tmp_path)
    roles = [role for role, _ in people()]
    assert len(roles) == len(set(roles)) >= 5
    assert len(PASSWORD) >= 12
    assert {rcm.person(email).role for _, email in people()} >= {
        "secretariat",
        "presidency",
        "delegate",
        "head",
        "observer",
    }


def test_the_text_can_be_read_in_every_working_language(embedded_engine: Engine, tmp_path: Path) -> None:
    rcm = told(embedded_engine, tmp_path)
    with reading(rcm.engine) as session:
        (spanish,) = languages(session, rcm.revision().id, by=rcm.person("network@rncom.example"))
    assert (spanish.language, spanish.stale, spanish.missing) == ("es", 0, 0)
    assert 0 < spanish.concordant < spanish.current
