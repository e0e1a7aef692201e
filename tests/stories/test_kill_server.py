"""The whole service killed while delegates table through it and the secretariat issues: whoever was answered was told the
truth, and whoever was not is answered when they ask again.

`STORIES_SERVER_KILLS` says how often, when the usual number is not enough.
"""

import os
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlmodel import select

from app.db import reading
from app.drafting.models import Amendment, AmendmentVersion, Declaration, Revision
from app.drafting.texts import current_revision, text_of
from app.record.chain import head
from app.text.paragraph import Role
from app.text.runs import plain
from app.text.stored import acts_from_plain
from tests.stories.clients import Client, Delegate, Secretary
from tests.stories.integrity import require_record, require_whole
from tests.support.server import Place, Server, serving

KILLS = int(os.environ.get("STORIES_SERVER_KILLS", "8"))
DELEGATES = ("delegate@hn.example", "head@mx.example")
LAST = 13
"""The number of the last amendment in the demonstration."""
PATIENCE = 60
"""Seconds until the clients must have done something again, on a machine that has much else to do."""


def test_the_whole_service_is_killed(embedded_place: Place) -> None:
    chance = random.Random(47)
    with serving(embedded_place) as server, negotiating(embedded_place, [server]) as clients:
        heads = []
        for _ in range(KILLS):
            wait_for_progress(clients)
            time.sleep(chance.uniform(0, 0.2))
            server.kill()
            heads.append(noted_head(embedded_place))
            server.start()
        wait_for_progress(clients)
    require_truth(embedded_place, clients, heads)
    assert sum(client.again for client in clients) >= KILLS


@pytest.mark.postgres
def test_of_two_processes_one_is_killed(postgres_place: Place) -> None:
    """The other goes on without a pause; who was connected to the one that died is answered by the other."""
    chance = random.Random(11)
    with (
        serving(postgres_place) as one,
        serving(postgres_place) as other,
        negotiating(postgres_place, [one, other]) as clients,
    ):
        heads = []
        for victim in (one, other, one):
            wait_for_progress(clients)
            time.sleep(chance.uniform(0, 0.2))
            victim.kill()
            heads.append(noted_head(postgres_place))
            wait_for_progress(clients)
            victim.start()
        wait_for_progress(clients)
    require_truth(postgres_place, clients, heads)


@contextmanager
def negotiating(place: Place, servers: list[Server]) -> Iterator[list[Client]]:
    """Delegates and a secretary at work on the demonstration, until the block ends."""
    stop = threading.Event()
    with reading(place.engine) as session:
        declaration = session.exec(select(Declaration)).one()
        revision = current_revision(session, declaration.id)
        assert revision is not None
        keys = tuple(each.key for each in text_of(session, revision.id) if each.role is Role.ITEM)
    urls = [server.url for server in servers]
    clients: list[Client] = [
        Delegate(place.token(email, "draft", "table"), turned(urls, turn), declaration.id, stop, keys=keys)
        for turn, email in enumerate(DELEGATES)
    ]
    seats = frozenset(str(place.actor(email).delegation_id) for email in DELEGATES)
    desk = place.token("secretariat@rcm.example", "desk")
    clients.append(Secretary(desk, turned(urls, 1), declaration.id, stop, delegations=seats, after=LAST))
    place.engine.dispose()
    threads = [threading.Thread(target=client.run) for client in clients]
    for thread in threads:
        thread.start()
    try:
        yield clients
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    for client in clients:
        if client.fault is not None:
            raise client.fault


def turned(urls: list[str], by: int) -> list[str]:
    by %= len(urls)
    return urls[by:] + urls[:by]


def wait_for_progress(clients: list[Client]) -> None:
    """Until something more was tabled and something more issued."""
    tabled, issued = progress(clients)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        now = progress(clients)
        if now[0] > tabled and now[1] > issued:
            return
        time.sleep(0.01)
    raise AssertionError(f"nobody gets on: {[(client.fault, client.refused[-2:]) for client in clients]}")


def progress(clients: list[Client]) -> tuple[int, int]:
    tabled = sum(len(client.tabled) for client in clients if isinstance(client, Delegate))
    return tabled, sum(len(client.issued) for client in clients if isinstance(client, Secretary))


def noted_head(place: Place) -> str:
    with reading(place.engine) as session:
        return head(session)


def require_truth(place: Place, clients: list[Client], heads: list[str]) -> None:
    """What was answered is there once, word for word, under the number that was answered; nothing else is there."""
    delegates = [client for client in clients if isinstance(client, Delegate)]
    answered = {words: number for client in delegates for words, number in client.tabled.items()}
    asked = {words for client in delegates for words in client.asked}
    issued = {name for client in clients if isinstance(client, Secretary) for name in client.issued}
    with reading(place.engine) as session:
        rows = session.exec(
            select(Amendment, AmendmentVersion).join(AmendmentVersion).where(Amendment.number > LAST)  # type: ignore[operator]
        ).all()
        found: dict[str, int | None] = {}
        for amendment, version in rows:
            (act,) = acts_from_plain(version.acts)
            words = plain(act.runs)  # type: ignore[union-attr]
            assert words not in found, "an amendment was tabled twice"
            found[words] = amendment.number
        # Every client finished what it had begun: nothing is tabled that was not answered.
        assert found == answered
        assert answered.keys() <= asked
        assert issued == {name for name in session.exec(select(Revision.name)) if name != "Zero draft"}
        require_record(session, heads)
        require_whole(session)
