"""What awaits a person: drafts to clear, requests to answer, landings to answer, deadlines."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.drafting.queries.amendments import AmendmentView, amendments_of
from app.drafting.queries.declarations import DeclarationView, declarations_of
from app.drafting.states import PENDING, UNTABLED, State
from app.processes.models import Delegation
from app.processes.policy import heads, is_chair, negotiates_for
from app.record.actor import Actor

STILL_WRITTEN = UNTABLED | PENDING | {State.ABSORBED}
"""Where a draft, or a next version, can still be tabled."""


@dataclass(frozen=True, slots=True)
class Task:
    """An amendment that waits for something, and the declaration it belongs to."""

    declaration: DeclarationView
    amendment: AmendmentView


@dataclass(frozen=True, slots=True)
class Deadline:
    """A window that is open, with its deadline (None: none set)."""

    declaration: DeclarationView
    at: datetime | None
    has_passed: bool


@dataclass(frozen=True, slots=True)
class Work:
    """What awaits the actor in a process.

    `to_clear`: drafts and next versions only a head can clear, empty for others. `drafts`: what the delegation is writing.
    `sponsorships`: amendments it was asked to co-sponsor. `landings`: own amendments that wait for its word. `to_decide`:
    for the chair side, declarations with undecided amendments. `deadlines`: open windows, the nearest first.
    """

    to_clear: tuple[Task, ...]
    drafts: tuple[Task, ...]
    sponsorships: tuple[Task, ...]
    landings: tuple[Task, ...]
    to_decide: tuple[DeclarationView, ...]
    deadlines: tuple[Deadline, ...]

    @property
    def count(self) -> int:
        """How many things wait."""
        return sum(map(len, (self.to_clear, self.drafts, self.sponsorships, self.landings, self.to_decide)))


def my_work(session: Session, process_id: UUID, *, by: Actor, language: str, at: datetime) -> Work:
    """What awaits the actor in a process; nothing for who takes no part in it."""
    views = declarations_of(session, process_id, by=by)
    tasks = [
        Task(view, amendment)
        for view in views
        if view.revisions and negotiates_for(by) is not None
        for amendment in amendments_of(session, view.id, by=by, language=language)
    ]
    writing = [task for task in tasks if task.amendment.draft is not None and task.amendment.state in STILL_WRITTEN]
    return Work(
        to_clear=tuple(task for task in writing if _waits_for_head(session, task, by)),
        drafts=tuple(writing),
        sponsorships=tuple(
            task for task in tasks if task.amendment.my_answer == "open" and task.amendment.state in PENDING
        ),
        landings=tuple(task for task in tasks if task.amendment.mine and task.amendment.awaits_word),
        to_decide=tuple(view for view in views if view.undecided and is_chair(by, process_id)),
        deadlines=_deadlines(views, at),
    )


def _waits_for_head(session: Session, task: Task, by: Actor) -> bool:
    amendment = task.amendment
    if not heads(by, amendment.delegation_id) or amendment.draft is None or amendment.draft.cleared_at is not None:
        return False
    return session.get_one(Delegation, amendment.delegation_id).clearance


def _deadlines(views: tuple[DeclarationView, ...], at: datetime) -> tuple[Deadline, ...]:
    found = [
        Deadline(view, view.deadline, view.deadline is not None and at > view.deadline)
        for view in views
        if view.window_open
    ]
    return tuple(sorted(found, key=lambda each: (each.at is None, each.at or at)))
