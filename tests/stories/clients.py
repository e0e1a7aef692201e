"""Programs that negotiate through the HTTP API on a line that may break at any moment.

Whatever was sent and not answered is sent again under the same idempotency key until it is answered, by whichever process
of the service then answers.
"""

import threading
import time
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from uuid import UUID

import httpx2 as httpx

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
        # Faster than the secretariat can settle it, a negotiation only grows.
        self.stop.wait(0.15)


@dataclass
class Secretary(Client):
    """Takes an amendment of these delegations that came `after` a number, puts others aside, and issues, over and over."""

    delegations: frozenset[str] = frozenset()
    after: int = 0
    issued: list[str] = field(default_factory=list)

    def act(self) -> None:
        for place, amendment in enumerate(self._theirs()):
            outcome = "not_accepted" if place else "accepted"
            path = f"/amendments/{amendment}/decisions"
            self.send("POST", path, key=f"decide-{next(_numbers)}", seen=self._seen(), json={"outcome": outcome})
        path = f"/declarations/{self.declaration}/desk/issue"
        answer = self.send("POST", path, key=f"issue-{next(_numbers)}", seen=self._seen(), json={})
        if answer.is_success:
            self.issued.append(answer.json()["name"])

    def _theirs(self) -> list[str]:
        """Those of their amendments that the room can take as they stand, the newest first; at most four."""
        path = f"/declarations/{self.declaration}/amendments?state=tabled&state=carried"
        shown = [each for each in self.send("GET", path).json() if each["delegation"] in self.delegations]
        return [each["id"] for each in reversed(shown) if each["number"] > self.after][:4]

    def _seen(self) -> str:
        """The present ETag of the desk."""
        answer = self.send("GET", f"/declarations/{self.declaration}")
        assert answer.is_success, answer.text
        return answer.headers["ETag"]
