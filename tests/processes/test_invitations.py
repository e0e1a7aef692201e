from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from app.accounts import sign_ins, users
from app.accounts.oneself import oneself
from app.db import reading, writing
from app.errors import Denied, Malformed, OutOfPlace, SignedOut, Stale, Unknown
from app.processes import delegations, invitations
from app.processes.models import Delegation, Invitation, Process
from app.processes.roles import Role
from app.record.actor import COMMAND_LINE
from app.record.chain import entries, verify
from tests.support.world import NOW, World

PASSWORD = "a long pass phrase"


@pytest.fixture
def world(engine):
    return World(engine)


@pytest.fixture
def rcm(world):
    return world.process()


@pytest.fixture
def guatemala(world, rcm):
    return world.delegation(rcm, "GT")


@pytest.fixture
def invite(world, rcm, guatemala):
    def _invite(email="ana@example.org", role=Role.DELEGATE, delegation=guatemala, by=None, at=NOW, **more):
        by = by or world.secretary(rcm)
        with writing(world.engine) as session:
            return invitations.invite(
                session,
                session.get_one(Process, rcm.id),
                email=email,
                name="Ana",
                role=role,
                delegation=delegation,
                by=by,
                at=at,
                **more,
            )

    return _invite


def take_up(world, token, *, by=None, at=NOW, **more):
    with writing(world.engine) as session:
        return invitations.take_up(session, token, by=by, at=at, **more)


def test_a_new_person_gets_an_account_and_a_seat(world, rcm, guatemala, invite):
    _, token = invite(email="Ana@Example.org")
    taken = take_up(world, token, name="Ana López", password=PASSWORD, language="es")
    assert taken.new
    assert (taken.user.email, taken.user.name, taken.user.language) == ("ana@example.org", "Ana López", "es")
    ana = world.acting(rcm, "Ana")
    assert (ana.role, ana.delegation_id) == (Role.DELEGATE, guatemala.id)
    with writing(world.engine) as session:
        entered = sign_ins.sign_in(session, "ana@example.org", PASSWORD, origin="", agent="", at=NOW)
        assert isinstance(entered, sign_ins.SignedIn)
        kept = list(entries(session))
        assert {"invitation.invite", "invitation.take_up", "participant.seat"} <= {each.act for each in kept}
        told = "".join(each.model_dump_json() for each in kept)
        assert token not in told
        assert PASSWORD not in told


def test_a_link_is_used_once(world, invite):
    _, token = invite()
    take_up(world, token, password=PASSWORD)
    with pytest.raises(OutOfPlace, match="already"):
        take_up(world, token, password="another pass phrase")


def test_a_refused_password_does_not_use_the_link_up(world, invite):
    _, token = invite()
    for password in ("", "short", "ana@example.org"):
        with pytest.raises(Malformed):
            take_up(world, token, password=password)
    assert take_up(world, token, password=PASSWORD).new


def test_a_link_expires_at_its_instant(world, invite):
    _, token = invite(lasts=timedelta(days=2))
    end = NOW + timedelta(days=2)
    with pytest.raises(OutOfPlace, match="expired"):
        take_up(world, token, password=PASSWORD, at=end)
    assert take_up(world, token, password=PASSWORD, at=end - timedelta(microseconds=1))


def test_guessed_and_shortened_links_are_unknown(world, invite):
    _, token = invite()
    for guess in ("", token[:-1], token + "x", token.swapcase()):
        with pytest.raises(Unknown):
            take_up(world, guess, password=PASSWORD)


def test_a_withdrawn_link_opens_nothing(world, rcm, invite):
    invitation, token = invite()
    secretary = world.secretary(rcm)
    with writing(world.engine) as session:
        held = invitations.by_id(session, invitation.id, process_id=rcm.id)
        invitations.withdraw(session, held, by=secretary, at=NOW)
    with pytest.raises(OutOfPlace, match="withdrawn"):
        take_up(world, token, password=PASSWORD)


def test_inviting_again_replaces_the_link(world, rcm, invite):
    invitation, old = invite()
    with pytest.raises(OutOfPlace):
        invite()
    later, secretary = NOW + timedelta(days=30), world.secretary(rcm)
    with writing(world.engine) as session:
        held = session.get_one(Invitation, invitation.id)
        newer, new = invitations.invite_again(session, held, by=secretary, at=later)
    with pytest.raises(OutOfPlace):
        take_up(world, old, password=PASSWORD, at=later)
    take_up(world, new, password=PASSWORD, at=later)
    with pytest.raises(OutOfPlace), writing(world.engine) as session:
        used = session.get_one(Invitation, newer.id)
        invitations.invite_again(session, used, by=secretary, at=later)


def test_the_link_alone_does_not_open_an_existing_account(world, invite):
    ana = world.user("Ana", password=PASSWORD)
    _, token = invite()
    with pytest.raises(SignedOut):
        take_up(world, token, password="the thief's pass phrase")
    taken = take_up(world, token, by=oneself(ana))
    assert (taken.user.id, taken.new) == (ana.id, False)
    with writing(world.engine) as session:
        entered = sign_ins.sign_in(session, ana.email, PASSWORD, origin="", agent="", at=NOW)
        assert isinstance(entered, sign_ins.SignedIn)


def test_nobody_takes_up_the_invitation_of_another(world, invite):
    berta = world.user("Berta", password=PASSWORD)
    _, token = invite()
    with pytest.raises(Denied, match=r"ana@example\.org"):
        take_up(world, token, by=oneself(berta))


def test_an_account_without_a_password_gets_one(world, rcm, invite):
    ana = world.user("Ana")
    _, token = invite()
    assert take_up(world, token, password=PASSWORD).user.id == ana.id
    assert world.acting(rcm, "Ana")


def test_a_closed_account_stays_closed(world, invite):
    ana = world.user("Ana")
    with writing(world.engine) as session:
        users.disable(session, users.by_id(session, ana.id), by=COMMAND_LINE, at=NOW)
    _, token = invite()
    with pytest.raises(Denied):
        take_up(world, token, password=PASSWORD)


def test_who_sits_there_is_not_invited(world, rcm, guatemala, invite):
    world.person(rcm, "Ana", Role.DELEGATE, guatemala)
    with pytest.raises(OutOfPlace):
        invite()


def test_a_head_invites_delegates_of_the_own_delegation_only(world, rcm, guatemala, invite):
    head = world.person(rcm, "Hilda", Role.HEAD, guatemala)
    honduras = world.delegation(rcm, "HN")
    invite(by=head)
    for more in (
        {"delegation": honduras},
        {"role": Role.HEAD},
        {"role": Role.PRESIDENCY},
        {"role": Role.SECRETARIAT, "delegation": None},
    ):
        with pytest.raises(Denied):
            invite(email="b@example.org", by=head, **more)
    with pytest.raises(Denied):
        invite(email="b@example.org", by=world.person(rcm, "Dora", Role.DELEGATE, guatemala))


def test_a_head_does_not_withdraw_what_the_secretariat_sent_elsewhere(world, rcm, invite):
    honduras = world.delegation(rcm, "HN")
    invitation, _ = invite(delegation=honduras)
    head = world.person(rcm, "Hilda", Role.HEAD, world.delegation(rcm, "GT"))
    for does in (invitations.withdraw, invitations.invite_again):
        with pytest.raises(Denied), writing(world.engine) as session:
            does(session, session.get_one(Invitation, invitation.id), by=head, at=NOW)


def test_an_invitation_to_a_delegation_that_has_left_gives_no_seat(world, invite, guatemala):
    _, token = invite()
    with writing(world.engine) as session:
        delegations.leave(session, session.get_one(Delegation, guatemala.id), on=NOW.date(), by=COMMAND_LINE, at=NOW)
    with pytest.raises(OutOfPlace):
        take_up(world, token, password=PASSWORD)
    with reading(world.engine) as session:
        assert users.by_email(session, "ana@example.org") is None, "a refused act leaves nothing behind"


def test_of_many_who_follow_one_link_at_once_one_gets_the_seat(world, rcm, invite):
    _, token = invite()

    def attempt(number):
        try:
            return take_up(world, token, name=f"Ana {number}", password=PASSWORD).user.name
        except (OutOfPlace, SignedOut, Stale) as refusal:
            return type(refusal)

    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(attempt, range(6)))
    [name] = [each for each in outcomes if isinstance(each, str)]
    with reading(world.engine) as session:
        assert users.by_email(session, "ana@example.org").name == name
        assert verify(session).whole
