import pytest
from sqlmodel import select

from app.accounts import sign_ins, users
from app.accounts.models import FailedSignIn, User
from app.accounts.oneself import oneself
from app.db import reading, writing
from app.errors import Denied, Malformed, OutOfPlace, Refusal
from app.record.actor import COMMAND_LINE
from app.record.chain import entries, verify
from tests.support.world import NOW, World

OLD, NEW = "first pass phrase", "second pass phrase"


@pytest.fixture
def ana(engine) -> User:
    return World(engine).user("Ana", password=OLD)


def test_an_address_has_one_account_in_whatever_case(engine, ana):
    with reading(engine) as session:
        assert users.by_email(session, "  ANA@Example.org").id == ana.id
    with pytest.raises(OutOfPlace), writing(engine) as session:
        users.create(session, email="Ana@EXAMPLE.org", name="Another", by=COMMAND_LINE, at=NOW)


def test_only_operators_open_accounts(engine, ana):
    with pytest.raises(Denied), writing(engine) as session:
        users.create(session, email="b@example.org", name="B", by=oneself(ana), at=NOW)


def test_one_changes_the_password_and_other_sign_ins_end(engine, ana):
    with writing(engine) as session:
        here = sign_ins.begin(session, ana, by=oneself(ana), agent="here", at=NOW)
        there = sign_ins.begin(session, ana, by=oneself(ana), agent="there", at=NOW)
    with writing(engine) as session:
        ana = users.by_id(session, ana.id)
        refused = users.change_password(session, ana, present=OLD, new=NEW, origin="o", by=oneself(ana), at=NOW, keep=here)
        assert refused is None
    with writing(engine) as session:
        assert sign_ins.resolve(session, here, at=NOW)
        assert sign_ins.resolve(session, there, at=NOW) is None
        assert isinstance(sign_ins.sign_in(session, ana.email, OLD, origin="o", agent="", at=NOW), Refusal)
        assert isinstance(sign_ins.sign_in(session, ana.email, NEW, origin="o", agent="", at=NOW), sign_ins.SignedIn)


def test_a_wrong_present_password_is_counted(engine, ana):
    with writing(engine) as session:
        refused = users.change_password(session, ana, present=NEW, new=NEW, origin="o", by=oneself(ana), at=NOW)
    assert isinstance(refused, Malformed)
    assert refused.field == "present"
    with reading(engine) as session:
        assert len(session.exec(select(FailedSignIn)).all()) == 1


def test_nobody_changes_the_password_of_another(engine, ana):
    berta = World(engine).user("Berta")
    with pytest.raises(Denied), writing(engine) as session:
        users.change_password(session, ana, present=OLD, new=NEW, origin="o", by=oneself(berta), at=NOW)
    with pytest.raises(Denied), writing(engine) as session:
        users.set_password(session, ana, new=NEW, by=oneself(berta), at=NOW)


def test_an_operator_resets_a_password(engine, ana):
    with writing(engine) as session:
        token = sign_ins.begin(session, ana, by=oneself(ana), agent="", at=NOW)
        users.set_password(session, ana, new=NEW, by=COMMAND_LINE, at=NOW)
    with reading(engine) as session:
        assert sign_ins.resolve(session, token, at=NOW) is None


def test_a_closed_account_opens_nothing_until_it_is_opened_again(engine, ana):
    with writing(engine) as session:
        token = sign_ins.begin(session, ana, by=oneself(ana), agent="", at=NOW)
        users.disable(session, ana, by=COMMAND_LINE, at=NOW)
    with writing(engine) as session:
        assert sign_ins.resolve(session, token, at=NOW) is None
        assert isinstance(sign_ins.sign_in(session, ana.email, OLD, origin="o", agent="", at=NOW), Refusal)
        users.enable(session, users.by_id(session, ana.id), by=COMMAND_LINE, at=NOW)
        assert isinstance(sign_ins.sign_in(session, ana.email, OLD, origin="o", agent="", at=NOW), sign_ins.SignedIn)


def test_the_language_is_one_there_is(engine, ana):
    with writing(engine) as session:
        ana = users.by_id(session, ana.id)
        users.set_language(session, ana, "pt-BR", by=oneself(ana), at=NOW)
        assert ana.language == "pt-BR"
        with pytest.raises(Malformed):
            users.set_language(session, ana, "klingonish", by=oneself(ana), at=NOW)
        users.set_language(session, ana, "", by=oneself(ana), at=NOW)
        assert ana.language == ""


def test_the_record_has_the_acts_and_never_a_password_or_token(engine, ana):
    with writing(engine) as session:
        token = sign_ins.begin(session, ana, by=oneself(ana), agent="", at=NOW)
        users.rename(session, ana, "Ana López", by=oneself(ana), at=NOW)
        users.change_password(session, ana, present=OLD, new=NEW, origin="o", by=oneself(ana), at=NOW)
    with reading(engine) as session:
        kept = list(entries(session))
        assert [each.act for each in kept] == ["user.create", "sign_in.begin", "user.rename", "user.change_password"]
        told = " ".join(each.model_dump_json() for each in kept)
        for secret in (OLD, NEW, token, ana.password_hash):
            assert secret not in told
        assert verify(session).whole


def test_an_operator_opens_accounts_in_their_own_name(engine):
    boss = World(engine).user("Boss", operator=True)
    with writing(engine) as session:
        users.create(session, email="c@example.org", name="C", by=oneself(boss), at=NOW)
    with reading(engine) as session:
        assert list(entries(session))[-1].actor == "Boss"
