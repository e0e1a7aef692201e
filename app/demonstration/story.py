"""What the parts of the demonstration share: the texts, the rows made so far, and who acts."""

import tomllib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlmodel import Session

from app.accounts.models import User
from app.drafting.models import Amendment, Declaration
from app.meetings.models import Meeting
from app.processes.models import Delegation, Process
from app.processes.seats import actor_for
from app.record.actor import Actor

HERE = Path(__file__).parent
BEGINNING = datetime(2017, 1, 9, 15, 0, tzinfo=UTC)
"""When the processes were entered."""
CONVENED = datetime(2017, 3, 13, 16, 0, tzinfo=UTC)
DRAFTED = datetime(2017, 3, 29, 17, 0, tzinfo=UTC)
MEETING_ENDED = datetime(2017, 3, 29, 21, 30, tzinfo=UTC)
TODAY = datetime(2017, 4, 6, 15, 0, tzinfo=UTC)
"""When the demonstration begins for who signs in to it."""


def facts(name: str) -> dict[str, Any]:
    """The contents of one of the texts beside this file."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


@dataclass
class Story:
    """What has been made so far, by the names the texts use."""

    session: Session
    processes: dict[str, Process] = field(default_factory=dict)
    delegations: dict[str, Delegation] = field(default_factory=dict)
    """By code; those of the RCM plainly ("GT"), the others with their process ("sacm:BR")."""
    users: dict[str, User] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    amendments: dict[str, Amendment] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    """The keys under which the paragraphs of the declaration are kept, by the names the texts use."""
    declared: Declaration | None = None

    @property
    def declaration(self) -> Declaration:
        assert self.declared is not None
        return self.declared

    def actor(self, email: str, at: datetime, process: str = "rcm") -> Actor:
        return actor_for(self.session, self.users[email], self.processes[process], at=at)

    def delegate(self, code: str, at: datetime) -> Actor:
        """Whoever of a delegation writes its amendments and comments."""
        for seat in ("delegate", "head", "network", "office"):
            email = f"{seat}@{code.lower()}.example"
            if email in self.users:
                return self.actor(email, at)
        raise KeyError(code)

    def secretary(self, at: datetime) -> Actor:
        return self.actor("secretariat@rcm.example", at)
