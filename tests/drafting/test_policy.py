"""Who may do what."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from app.clock import now
from app.drafting import policy
from app.drafting.models import Amendment, Declaration, Sponsorship
from app.errors import Verdict
from app.processes.models import Delegation
from app.processes.roles import Role, Standing
from app.record.actor import COMMAND_LINE, Actor

PROCESS, OTHER_PROCESS = uuid4(), uuid4()
GT = Delegation(process_id=PROCESS, standing=Standing.MEMBER, country="GT", clearance=True)
HN = Delegation(process_id=PROCESS, standing=Standing.MEMBER, country="HN")
NGO = Delegation(process_id=PROCESS, standing=Standing.ORGANIZATION)
BR = Delegation(process_id=OTHER_PROCESS, standing=Standing.MEMBER, country="BR")
DECLARATION = Declaration(process_id=PROCESS, title="T", language="en", created_at=now())
AMENDMENT = Amendment(
    declaration_id=DECLARATION.id, delegation_id=GT.id, created_by=uuid4(), created_at=now(), state_at=now()
)
ASKED = Sponsorship(amendment_id=AMENDMENT.id, delegation_id=HN.id, asked_at=now())


def actor(role: Role, delegation: Delegation | None = None, *, process=PROCESS, presiding: bool = False) -> Actor:
    return Actor(
        user_id=uuid4(),
        name="A",
        process_id=process,
        participant_id=uuid4(),
        delegation_id=delegation.id if delegation else None,
        role=role,
        presiding=presiding,
    )


PEOPLE = {
    "secretariat": actor(Role.SECRETARIAT),
    "presidency in office": actor(Role.PRESIDENCY, HN, presiding=True),
    "presidency out of office": actor(Role.PRESIDENCY, HN),
    "head": actor(Role.HEAD, GT),
    "delegate": actor(Role.DELEGATE, GT),
    "another delegate": actor(Role.DELEGATE, HN),
    "observer": actor(Role.OBSERVER, NGO),
    "another secretariat": actor(Role.SECRETARIAT, process=OTHER_PROCESS),
    "another process": actor(Role.HEAD, BR, process=OTHER_PROCESS),
    "operator": COMMAND_LINE,
}
CHAIR = {"secretariat", "presidency in office"}
GUATEMALA = {"head", "delegate"}
HONDURAS = {"another delegate"}
PRESIDENCY = {"presidency in office", "presidency out of office"}


def own(by: Actor) -> Delegation | None:
    return next((each for each in (GT, HN, NGO, BR) if each.id == by.delegation_id), None)


@pytest.mark.parametrize(
    ("may", "who"),
    [
        (lambda by: policy.may_see_draft(by, DECLARATION), CHAIR),
        (lambda by: policy.may_open_declaration(by, PROCESS), CHAIR),
        (lambda by: policy.may_edit_draft(by, DECLARATION), CHAIR),
        (lambda by: policy.may_set_details(by, DECLARATION), CHAIR),
        (lambda by: policy.may_move_window(by, DECLARATION), CHAIR),
        (lambda by: policy.may_issue(by, DECLARATION), CHAIR),
        (lambda by: policy.may_decide(by, DECLARATION), CHAIR),
        (lambda by: policy.may_see_desk(by, DECLARATION), CHAIR),
        (lambda by: policy.may_link(by, DECLARATION), CHAIR),
        (lambda by: policy.may_amend(by, DECLARATION, own(by)), GUATEMALA | HONDURAS),
        (lambda by: policy.may_amend(by, DECLARATION, GT), GUATEMALA),
        (lambda by: policy.may_ask_term(by, DECLARATION, own(by)), GUATEMALA | HONDURAS),
        (lambda by: policy.may_withdraw_term(by, GT.id), GUATEMALA),
        (lambda by: policy.may_work_on(by, AMENDMENT), GUATEMALA),
        (lambda by: policy.may_clear(by, AMENDMENT), {"head"}),
        (lambda by: policy.may_speak_for(by, GT), {"head"}),
        (lambda by: policy.may_speak_for(by, HN), HONDURAS),
        (lambda by: policy.may_answer(by, ASKED, HN), HONDURAS),
        (lambda by: policy.may_answer(by, ASKED, GT), set()),
        (lambda by: policy.may_comment(by, DECLARATION), CHAIR | PRESIDENCY | GUATEMALA | HONDURAS | {"observer"}),
    ],
)
def test_who_may(may: Callable[[Actor], Verdict], who: set[str]) -> None:
    assert {name for name, by in PEOPLE.items() if may(by).allowed} == who


def test_who_can_sponsor() -> None:
    left = Delegation(process_id=PROCESS, standing=Standing.MEMBER, country="SV", left_on=now().date())
    able = [each for each in (GT, HN, NGO, BR, left) if policy.may_sponsor(each, AMENDMENT, DECLARATION).allowed]
    assert able == [HN]
