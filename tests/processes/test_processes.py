import pytest

from app.accounts.oneself import oneself
from app.db import reading, writing
from app.errors import Denied, Malformed, OutOfPlace, Stale, Unknown
from app.processes import processes
from app.processes.roles import Role
from app.record.actor import COMMAND_LINE
from app.record.chain import entries
from tests.support.world import NOW, World

NAMES = {"es": {"official": "Conferencia Regional sobre Migración", "short": "CRM"}}


def found(engine, **changed):
    given = {"slug": "crm", "names": NAMES, "languages": ["es", "en"], "by": COMMAND_LINE, "at": NOW, **changed}
    with writing(engine) as session:
        return processes.found(session, **given)


def test_a_process_is_founded_by_an_operator(engine):
    process = found(engine, founded=1996)
    with reading(engine) as session:
        assert processes.by_slug(session, "crm").id == processes.by_id(session, process.id).id
        assert [each.act for each in entries(session)] == ["process.found"]
    with pytest.raises(Denied):
        found(engine, slug="other", by=oneself(World(engine).user("Ana")))


@pytest.mark.parametrize(
    "changed",
    [
        {"slug": "a b"},
        {"slug": "../x"},
        {"slug": ""},
        {"names": {}},
        {"names": {"es": {"official": "", "short": "CRM"}}},
        {"languages": []},
        {"languages": ["xx-nowhere"]},
        {"founded": 1492},
    ],
)
def test_what_no_process_is_made_of(engine, changed):
    with pytest.raises(Malformed):
        found(engine, **changed)


def test_a_slug_is_taken_once(engine):
    found(engine)
    with pytest.raises(OutOfPlace):
        found(engine, slug="CRM")


def test_the_secretariat_renames_and_sets_languages(engine):
    world = World(engine)
    rcm = world.process("rcm")
    secretary = world.secretary(rcm)
    with writing(engine) as session:
        rcm = processes.by_id(session, rcm.id)
        processes.rename(session, rcm, NAMES, expected=1, by=secretary, at=NOW)
        processes.set_languages(session, rcm, ["pt", "es", "pt"], expected=2, by=secretary, at=NOW)
    with reading(engine) as session:
        rcm = processes.by_id(session, rcm.id)
        assert (rcm.names, rcm.languages, rcm.version) == (NAMES, ["pt", "es"], 3)


def test_the_slower_of_two_secretaries_is_told(engine):
    world = World(engine)
    rcm = world.process("rcm")
    first, second = world.secretary(rcm), world.secretary(rcm, "Tomás")
    with writing(engine) as session:
        processes.set_languages(session, processes.by_id(session, rcm.id), ["es"], expected=1, by=first, at=NOW)
    with pytest.raises(Stale), writing(engine) as session:
        processes.set_languages(session, processes.by_id(session, rcm.id), ["fr"], expected=1, by=second, at=NOW)


@pytest.mark.parametrize("role", [Role.HEAD, Role.DELEGATE, Role.PRESIDENCY])
def test_delegations_do_not_rename_the_process(engine, role):
    world = World(engine)
    rcm = world.process("rcm")
    ana = world.person(rcm, "Ana", role, world.delegation(rcm, "GT"))
    with pytest.raises(Denied), writing(engine) as session:
        processes.rename(session, processes.by_id(session, rcm.id), NAMES, expected=1, by=ana, at=NOW)


def test_the_secretariat_of_another_process_is_nobody_here(engine):
    world = World(engine)
    rcm, other = world.process("rcm"), world.secretary(world.process("sacm"))
    with pytest.raises(Denied), writing(engine) as session:
        processes.rename(session, processes.by_id(session, rcm.id), NAMES, expected=1, by=other, at=NOW)


def test_what_is_not_there_is_unknown(engine):
    world = World(engine)
    with reading(engine) as session:
        with pytest.raises(Unknown):
            processes.by_slug(session, "rcm")
        with pytest.raises(Unknown):
            processes.by_id(session, world.user("Ana").id)
