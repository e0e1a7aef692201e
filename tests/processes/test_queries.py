from datetime import timedelta

import pytest

from app.db import reading, writing
from app.errors import Unknown
from app.processes import invitations, participants, queries
from app.processes.lines import delegations_of
from app.processes.models import Participant, Process
from app.processes.roles import Role, Standing
from app.record.actor import COMMAND_LINE
from tests.support.world import NOW, World


@pytest.fixture
def world(engine):
    world = World(engine)
    rcm = world.process()
    world.person(rcm, "Ana", Role.HEAD, world.delegation(rcm, "GT"))
    world.person(rcm, "Berta", Role.DELEGATE, world.delegation(rcm, "GT"))
    world.person(rcm, "Hugo", Role.DELEGATE, world.delegation(rcm, "HN"))
    world.delegation(rcm, "AR", Standing.OBSERVER)
    world.presidency(rcm, world.delegation(rcm, "SV"))
    world.secretary(rcm)
    world.observer(rcm)
    with writing(engine) as session:
        for delegation in ("GT", "HN"):
            invitations.invite(
                session,
                session.get_one(Process, rcm.id),
                email=f"new.{delegation.lower()}@example.org",
                name="New",
                role=Role.DELEGATE,
                delegation=_of(session, rcm, delegation),
                by=COMMAND_LINE,
                at=NOW,
            )
    return world


def _of(session, process, country):
    return next(each for each in delegations_of(session, process.id) if each.country == country)


def page(world, does, name, *given, language="es"):
    rcm = world.process()
    with reading(world.engine) as session:
        return does(session, rcm, *given, by=world.acting(rcm, name), language=language, at=NOW)


def test_the_process_shows_who_sits_there(world):
    view = page(world, queries.process_page, "Ana")
    assert [line.name for line in view.members] == ["El Salvador", "Guatemala", "Honduras"]
    assert {line.name for line in view.observers} == {"Argentina", "Civil society network"}
    assert (view.presidency.name, view.troika.current, view.troika.outgoing) == ("El Salvador", "El Salvador", "")
    assert [person.name for person in view.secretariat] == ["Sofía"]
    assert (view.mine.role, view.mine.delegation, view.may_manage) == ("head", "Guatemala", False)
    assert page(world, queries.process_page, "Sofía").may_manage


def test_nobody_from_elsewhere_sees_a_process(world):
    rcm, stranger = world.process(), world.secretary(world.process("sacm"), "Tomás")
    guatemala = world.delegation(rcm, "GT")
    with reading(world.engine) as session:
        for does in (queries.process_page, queries.participants_page, queries.presidency_page):
            with pytest.raises(Unknown):
                does(session, rcm, by=stranger, language="es", at=NOW)
        with pytest.raises(Unknown):
            queries.delegation_page(session, rcm, guatemala, by=stranger, language="es", at=NOW)


def test_a_delegation_of_another_process_is_not_shown(world):
    brazil = world.delegation(world.process("sacm"), "BR")
    with pytest.raises(Unknown):
        page(world, queries.delegation_page, "Sofía", brazil)


@pytest.mark.parametrize("name,sees", [("Ana", True), ("Berta", True), ("Hugo", False), ("Sofía", True), ("Olga", False)])
def test_addresses_are_for_the_own_delegation_and_the_secretariat(world, name, sees):
    guatemala = world.delegation(world.process(), "GT")
    view = page(world, queries.delegation_page, name, guatemala)
    assert [person.name for person in view.persons] == ["Ana", "Berta"], "heads come first"
    assert all(bool(person.email) is sees for person in view.persons)


@pytest.mark.parametrize("name,sees", [("Ana", True), ("Berta", False), ("Hugo", False), ("Sofía", True), ("Paula", False)])
def test_invitations_are_for_the_own_head_and_the_secretariat(world, name, sees):
    view = page(world, queries.delegation_page, name, world.delegation(world.process(), "GT"))
    assert [line.email for line in view.invitations] == (["new.gt@example.org"] if sees else [])
    assert view.may_invite is sees
    groups = page(world, queries.participants_page, name)
    emails = {invited.email for _, _, invitations in groups for invited in invitations}
    assert emails == {"Ana": {"new.gt@example.org"}, "Sofía": {"new.gt@example.org", "new.hn@example.org"}}.get(name, set())


def test_a_head_may_invite_delegates_only(world):
    guatemala = world.delegation(world.process(), "GT")
    assert page(world, queries.delegation_page, "Ana", guatemala).roles == (Role.DELEGATE,)
    assert len(page(world, queries.delegation_page, "Sofía", guatemala).roles) == 3


def test_who_has_left_is_listed_apart(world):
    rcm = world.process()
    hugo = world.acting(rcm, "Hugo")
    with writing(world.engine) as session:
        participants.end(session, session.get_one(Participant, hugo.participant_id), by=COMMAND_LINE, at=NOW)
    view = page(world, queries.delegation_page, "Ana", world.delegation(rcm, "HN"))
    assert (view.persons, [person.name for person in view.former], view.line.persons) == ((), ["Hugo"], 0)


def test_the_participants_are_everybody_the_secretariat_first(world):
    groups = page(world, queries.participants_page, "Hugo", language="en")
    assert [line and line.name for line, _, _ in groups] == [
        None,
        "El Salvador",
        "Guatemala",
        "Honduras",
        "Argentina",
        "Civil society network",
    ]
    assert [[person.name for person in persons] for _, persons, _ in groups][:4] == [
        ["Sofía"],
        ["Paula"],
        ["Ana", "Berta"],
        ["Hugo"],
    ]


def test_expired_invitations_are_marked(world):
    rcm = world.process()
    later = NOW + timedelta(days=8)
    with reading(world.engine) as session:
        by = world.acting(rcm, "Sofía")
        view = queries.delegation_page(session, rcm, world.delegation(rcm, "GT"), by=by, language="es", at=later)
    assert [line.expired for line in view.invitations] == [True]


def test_a_person_sees_their_processes_and_an_operator_all(world):
    sacm = world.process("sacm")
    world.secretary(sacm, "Ana")
    world.process("third")
    with reading(world.engine) as session:

        def short(name, **more):
            user = world.user(name, **more)
            return [line.short for line in queries.processes_of(session, user, language="es", at=NOW)]

        assert short("Ana") == ["CRM", "CSM"]
        assert short("Hugo") == ["CRM"]
        assert short("Nobody") == []
        assert short("Boss", operator=True) == ["CRM", "CSM", "THIRD"]
        assert [seat.role for seat in queries.seats_of(session, world.user("Ana"), language="es", at=NOW)] == [
            "head",
            "secretariat",
        ]


def test_the_presidency_page_lists_terms_the_latest_first(world):
    view = page(world, queries.presidency_page, "Ana")
    assert [(term.name, term.when) for term in view.terms] == [("El Salvador", "current")]
    assert [line.name for line in view.members] == ["El Salvador", "Guatemala", "Honduras"]
    assert not view.may_manage
