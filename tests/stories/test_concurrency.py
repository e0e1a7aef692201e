"""Many at once: everybody gets either what they asked for or a clear no, and nothing is written over."""

import json
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import UUID

from sqlalchemy import Engine
from sqlmodel import Session, select

from app.accounts.models import User
from app.db import reading, writing
from app.drafting import amendments, comments, decisions, revisions
from app.drafting.errors import MovedOn
from app.drafting.models import Amendment, Decision, Declaration
from app.drafting.states import State
from app.errors import Refusal
from app.processes.roles import Role
from app.record.actor import Actor
from app.web.api.once import once
from tests.drafting.room import Room
from tests.stories.integrity import require_record, require_whole
from tests.support.world import NOW

COUNTRIES = ("BZ", "CA", "CR", "DO", "HN", "MX", "NI", "PA", "SV", "US")


def at_once(engine: Engine, acts: Iterable[Callable[[Session], Any]]) -> list[Any]:
    """What each act answered or was refused with, each in a transaction of its own, all begun in the same moment."""
    waiting = list(acts)
    start = Barrier(len(waiting))

    def begin(act: Callable[[Session], Any]) -> Any:
        start.wait()
        try:
            with writing(engine) as session:
                return act(session)
        except Refusal as refusal:
            return refusal

    with ThreadPoolExecutor(len(waiting)) as people:
        return list(people.map(begin, waiting))


def test_of_two_secretaries_who_issue_at_once_one_wins_and_the_other_sees_what_changed(engine: Engine) -> None:
    room = Room(engine)
    room.issue()
    accepted = room.table(room.replacing("p2", "offences", "crimes"))
    pending = room.table(room.replacing("p3", "safe", "dignified"))
    room.accept(accepted)
    seen = room.declaration().version

    def issue(by: Actor) -> Callable[[Session], str]:
        def act(session: Session) -> str:
            declaration = session.get_one(Declaration, room.declaration_id)
            return revisions.issue_next(session, declaration, expected=seen, by=by, at=NOW).name

        return act

    answers = at_once(engine, [issue(room.secretary), issue(room.second_secretary)])
    (refusal,) = [answer for answer in answers if isinstance(answer, Refusal)]
    assert [answer for answer in answers if answer is not refusal] == ["Rev.1"]
    winner = (room.second_secretary, room.secretary)[answers.index(refusal)]
    assert isinstance(refusal, MovedOn)
    assert [(change.act, change.by) for change in refusal.changes] == [("revision.issue", winner.name)]
    assert winner.name in str(refusal)
    assert room.row(pending).state == State.CARRIED
    with reading(engine) as session:
        require_whole(session)
        require_record(session, [])


def test_of_two_who_decide_at_once_nobody_writes_over_the_other(engine: Engine) -> None:
    room = Room(engine)
    room.issue()
    amendment = room.table(room.replacing("p2", "offences", "crimes"))
    seen = room.declaration().version

    def deciding(decide: Callable[..., Decision], by: Actor) -> Callable[[Session], Decision]:
        return lambda session: decide(session, session.get_one(Amendment, amendment.id), expected=seen, by=by, at=NOW)

    answers = at_once(engine, [deciding(decisions.accept, room.secretary), deciding(decisions.not_accept, room.presidency)])
    (decision,) = [answer for answer in answers if isinstance(answer, Decision)]
    (refusal,) = [answer for answer in answers if isinstance(answer, MovedOn)]
    (change,) = refusal.changes
    assert change.act == f"decision.{decision.outcome}"
    assert room.row(amendment).state == decision.outcome
    with reading(engine) as session:
        assert len(session.exec(select(Decision)).all()) == 1
        require_whole(session)
        require_record(session, [])


def test_twenty_delegates_table_at_once(engine: Engine) -> None:
    room = Room(engine)
    room.issue()
    delegations = [room.world.delegation(room.process, country) for country in COUNTRIES]
    people = [
        room.world.person(room.process, f"Delegate {number}", Role.DELEGATE, delegation)
        for number, delegation in enumerate(delegations + delegations)
    ]
    drafts = [
        room.draft(room.adding(f"We will also do what the delegate of place {place} asks.", "p5"), by=by)
        for place, by in enumerate(people)
    ]

    def tabling(draft: Amendment, by: Actor) -> Callable[[Session], int | None]:
        def act(session: Session) -> int | None:
            row = session.get_one(Amendment, draft.id)
            amendments.table(session, row, expected=draft.version, by=by, at=NOW)
            return row.number

        return act

    answers = at_once(engine, [tabling(draft, by) for draft, by in zip(drafts, people, strict=True)])
    assert sorted(answers) == list(range(1, 21))
    with reading(engine) as session:
        require_whole(session)
        require_record(session, [])


def test_those_who_draft_table_and_comment_at_once_do_not_stand_in_each_others_way(engine: Engine) -> None:
    """A deadlock would end one of them with a refusal that nobody gave cause for."""
    room = Room(engine)
    room.issue()
    ready = [room.draft(room.adding(f"We will do what was asked as number {number}.", "p5")) for number in range(6)]

    def drafting(number: int) -> Callable[[Session], None]:
        def act(session: Session) -> None:
            declaration = session.get_one(Declaration, room.declaration_id)
            acts = [room.adding(f"We will also do what is asked as number {number}.", "p4")]
            made = amendments.draft(session, declaration, acts=acts, by=room.united_states, at=NOW)
            amendments.ask_sponsors(session, made, [room.hn.id], by=room.united_states, at=NOW)

        return act

    def tabling(draft: Amendment) -> Callable[[Session], None]:
        def act(session: Session) -> None:
            row = session.get_one(Amendment, draft.id)
            amendments.table(session, row, expected=draft.version, by=room.honduras, at=NOW)

        return act

    def commenting(number: int) -> Callable[[Session], None]:
        def act(session: Session) -> None:
            declaration = session.get_one(Declaration, room.declaration_id)
            comments.make(session, declaration, text=f"Remark {number}.", by=room.observer, at=NOW)

        return act

    acts = [act for number, draft in enumerate(ready) for act in (drafting(number), tabling(draft), commenting(number))]
    answers = at_once(engine, acts)
    assert answers == [None] * len(acts)
    with reading(engine) as session:
        require_whole(session)
        require_record(session, [])


def test_what_is_sent_twice_in_the_same_moment_is_tabled_once(engine: Engine) -> None:
    room = Room(engine)
    room.issue()
    acts = [room.replacing("p2", "offences", "crimes")]
    user_id = room.honduras.user_id
    assert isinstance(user_id, UUID)

    def sending(session: Session) -> Any:
        declaration = session.get_one(Declaration, room.declaration_id)

        def table() -> tuple[int, Any, int]:
            amendment = amendments.draft(session, declaration, acts=acts, by=room.honduras, at=NOW)
            amendments.table(session, amendment, expected=amendment.version, by=room.honduras, at=NOW)
            return 201, {"number": amendment.number, "id": amendment.id}, amendment.version

        sender = session.get_one(User, user_id)
        return json.loads(once(session, sender, "the same key", {"words": "the same"}, at=NOW, act=table).body)

    answers = at_once(engine, [sending] * 8)
    assert [answer["number"] for answer in answers] == [1] * 8
    assert len({answer["id"] for answer in answers}) == 1
    with reading(engine) as session:
        assert len(session.exec(select(Amendment)).all()) == 1
        require_whole(session)
        require_record(session, [])
