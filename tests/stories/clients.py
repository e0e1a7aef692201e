"""Programs that negotiate through the HTTP API on a line that may break at any moment.

Whatever was sent and not answered is sent again under the same idempotency key until it is answered, by whichever process
of the service then answers.
"""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from uuid import UUID

import httpx

PATIENCE = 90
"""Seconds without any answer after which a client gives up."""

_numbers = count(1)


@dataclass
class Client:
    """Somebody with a token. `urls` are the processes of the service, the one to be asked first in front.

    `fault` is what went wrong in the client's own thread, if anything did.
    """

    token: str
    urls: list[str]
    declaration: UUID
    stop: threading.Event
    refused: list[str] = field(default_factory=list)
    again: int = 0
    fault: BaseException | None = None

    def run(self) -> None:
        """Go on until told to stop, finishing what was begun."""
        try:
            while not self.stop.is_set():
                self.act()
        except BaseException as fault:
            self.fault = fault

    def act(self) -> None:
        raise NotImplementedError

    def send(self, method: str, path: str, *, key: str = "", seen: str = "", json: Any = None) -> httpx.Response:
        """Send until there is an answer."""
        headers = {"Authorization": f"Bearer {self.token}"}
        headers |= {"Idempotency-Key": key} if key else {}
        headers |= {"If-Match": seen} if seen else {}
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                answer = httpx.request(method, self.urls[0] + "/api/v1" + path, headers=headers, json=json, timeout=30)
                break
            except httpx.TransportError:
                if time.monotonic() > deadline:
                    raise
                self.again += 1
                self.urls.append(self.urls.pop(0))
                time.sleep(0.02)
        assert answer.status_code < 500, answer.text
        if not answer.is_success:
            self.refused.append(f"{answer.status_code} {answer.text}")
        return answer


@dataclass
class Delegate(Client):
    """Tables one amendment after another. `tabled` are the words and the numbers they were answered with; `asked` all the
    words that were ever sent."""

    keys: tuple[str, ...] = ()
    tabled: dict[str, int] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    def act(self) -> None:
        number = next(_numbers)
        words = f"Attention to what is asked under the number {number}, by all, and together."
        self.asked.add(words)
        acts = [{"act": "replace", "key": self.keys[number % len(self.keys)], "runs": [{"text": words}]}]
        path = f"/declarations/{self.declaration}/amendments"
        draft = self.send("POST", path, key=f"draft-{number}", json={"acts": acts})
        assert draft.status_code == 201, draft.text
        made = draft.json()
        path, seen = f"/amendments/{made['id']}/table", f'"{made["version"]}"'
        tabled = self.send("POST", path, key=f"table-{number}", seen=seen)
        # Refused when a revision was issued in between: then the draft stays a draft, and that is right.
        if tabled.is_success:
            self.tabled[words] = tabled.json()["number"]


@dataclass
class Secretary(Client):
    """Takes one amendment of those clients, puts the others aside, and issues, again and again."""

    delegations: frozenset[str] = frozenset()
    issued: list[str] = field(default_factory=list)

    def act(self) -> None:
        for place, (amendment, seen) in enumerate(self._theirs()):
            outcome = "not_accepted" if place else "accepted"
            self._decide(amendment, outcome, seen)
        seen = self._desk().headers["ETag"]
        path = f"/declarations/{self.declaration}/desk/issue"
        answer = self.send("POST", path, key=f"issue-{next(_numbers)}", seen=seen, json={})
        if answer.is_success:
            self.issued.append(answer.json()["name"])

    def _theirs(self) -> Iterator[tuple[str, str]]:
        """The amendments that stand, the newest first, each with the desk's newest ETag; at most four."""
        shown = self._desk().json()["amendments"]
        mine = [
            each["id"]
            for each in reversed(shown)
            if each["delegation"] in self.delegations and each["state"] in ("tabled", "carried") and each["number"] > 13
        ]
        for amendment in mine[:4]:
            yield amendment, self._desk().headers["ETag"]

    def _decide(self, amendment: str, outcome: str, seen: str) -> None:
        path = f"/amendments/{amendment}/decisions"
        self.send("POST", path, key=f"decide-{next(_numbers)}", seen=seen, json={"outcome": outcome})

    def _desk(self) -> httpx.Response:
        answer = self.send("GET", f"/declarations/{self.declaration}/desk")
        assert answer.is_success, answer.text
        return answer
