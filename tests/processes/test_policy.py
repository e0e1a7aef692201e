"""Who may do what, in one table."""

from uuid import uuid4

import pytest

from app.processes import policy
from app.processes.roles import Role
from app.record.actor import COMMAND_LINE, Actor

HERE, ELSEWHERE, OWN, OTHER = uuid4(), uuid4(), uuid4(), uuid4()


def actor(role, process=HERE, delegation=OWN, presiding=False):
    return Actor(uuid4(), "Ana", process, uuid4(), None if role is Role.SECRETARIAT else delegation, "", role, presiding)


SECRETARY, HEAD, DELEGATE, OBSERVER = (actor(role) for role in (Role.SECRETARIAT, Role.HEAD, Role.DELEGATE, Role.OBSERVER))
PRESIDING, OUTGOING = actor(Role.PRESIDENCY, presiding=True), actor(Role.PRESIDENCY)
STRANGER = actor(Role.SECRETARIAT, process=ELSEWHERE)
OPERATOR = Actor(uuid4(), "Boss", HERE, operator=True)
ALL = {
    "secretary": SECRETARY,
    "head": HEAD,
    "delegate": DELEGATE,
    "observer": OBSERVER,
    "presiding": PRESIDING,
    "outgoing": OUTGOING,
    "stranger": STRANGER,
    "operator": OPERATOR,
    "machine": COMMAND_LINE,
}


@pytest.mark.parametrize(
    "question,who",
    [
        (lambda by: policy.takes_part(by, HERE), "secretary head delegate observer presiding outgoing"),
        (lambda by: policy.is_secretariat(by, HERE), "secretary"),
        (lambda by: policy.is_presiding(by, HERE), "presiding"),
        (lambda by: policy.is_chair(by, HERE), "secretary presiding"),
        (lambda by: policy.sits_in(by, OWN), "head delegate observer presiding outgoing"),
        (lambda by: policy.sits_in(by, OTHER), ""),
        (lambda by: policy.heads(by, OWN), "head"),
        (lambda by: policy.may_found_processes(by).allowed, "operator machine"),
        (lambda by: policy.may_manage(by, HERE).allowed, "secretary operator machine"),
        (lambda by: policy.may_invite(by, HERE, OWN, Role.DELEGATE).allowed, "secretary head operator machine"),
        (lambda by: policy.may_invite(by, HERE, OWN, Role.HEAD).allowed, "secretary operator machine"),
        (lambda by: policy.may_invite(by, HERE, OTHER, Role.DELEGATE).allowed, "secretary operator machine"),
        (lambda by: policy.may_invite(by, HERE, None, Role.SECRETARIAT).allowed, "secretary operator machine"),
        (
            lambda by: policy.may_see_addresses(by, HERE, OWN).allowed,
            "secretary head delegate observer presiding outgoing operator machine",
        ),
        (lambda by: policy.may_see_addresses(by, HERE, OTHER).allowed, "secretary operator machine"),
        (lambda by: policy.may_see_addresses(by, HERE, None).allowed, "secretary operator machine"),
        (lambda by: policy.may_see_invitations(by, HERE, OWN).allowed, "secretary head operator machine"),
    ],
)
def test_who(question, who):
    assert {name for name, by in ALL.items() if question(by)} == set(who.split())
