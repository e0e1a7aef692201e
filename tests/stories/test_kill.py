"""Killed in the middle of tabling and of issuing, at random moments and at every statement: nothing lost, nothing twice.

`STORIES_KILLS` says how often, when the usual number is not enough.
"""

import os
import random
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from app.db import reading
from app.drafting.models import Amendment, AmendmentVersion, Revision
from app.record.chain import head
from app.text.runs import plain
from app.text.stored import acts_from_plain
from tests.drafting.room import Room
from tests.stories.integrity import require_record, require_whole
from tests.stories.victims import Journal, Scene, kill, see_gone

KILLS = int(os.environ.get("STORIES_KILLS", "200"))


@pytest.fixture
def room(embedded_engine: Engine) -> Room:
    room = Room(embedded_engine)
    room.issue()
    return room


@pytest.fixture
def scene(room: Room, embedded_url: str, tmp_path: Path) -> Scene:
    assert room.declaration_id is not None
    keys = tuple(room.key(f"p{place}") for place in range(2, 6))
    delegates = (room.honduras, room.united_states)
    return Scene(embedded_url, Journal(tmp_path / "journal"), room.declaration_id, keys, delegates, room.secretary)


def test_at_random_moments(room: Room, scene: Scene) -> None:
    chance = random.Random(2017)
    heads = []
    for seed in range(KILLS):
        heads.append(noted_head(room))
        kill(scene.send(seed), scene.journal, lines=chance.randint(0, 7), after=chance.uniform(0, 0.03))
    require_promises_kept(room, scene, heads)
    assert len(scene.journal.read("tabled")) > KILLS / 2
    assert len(scene.journal.read("issued")) > KILLS / 10


@pytest.mark.parametrize("act", ["table", "issue"])
def test_at_every_statement(room: Room, scene: Scene, act: str) -> None:
    """A victim dies before the first statement of an act, the next before the second, until one gets through."""
    heads, statements, promised = [], 0, {"table": "tabled", "issue": "issued"}[act]
    while not scene.journal.read(promised):
        heads.append(noted_head(room))
        statements += 1
        see_gone(scene.send(7, dies_at=statements, watches=act))
    assert statements > 20
    require_promises_kept(room, scene, heads)


def noted_head(room: Room) -> str:
    with reading(room.engine) as session:
        noted = head(session)
    # A connection of ours must not be inherited by the next to be killed.
    room.engine.dispose()
    return noted


def require_promises_kept(room: Room, scene: Scene, heads: list[str]) -> None:
    """Whatever was answered is there, exactly once and word for word; nothing is there that nobody asked for."""
    asked = {entry["words"]: entry["key"] for entry in scene.journal.read("asked")}
    answered = {entry["words"]: entry["number"] for entry in scene.journal.read("tabled")}
    with reading(room.engine) as session:
        rows = session.exec(select(Amendment, AmendmentVersion).where(AmendmentVersion.amendment_id == Amendment.id)).all()
        tabled = {}
        for amendment, version in rows:
            (replacing,) = acts_from_plain(version.acts)
            words = plain(replacing.runs)  # type: ignore[union-attr]
            assert words not in tabled, "an amendment was tabled twice"
            tabled[words] = amendment.number
        assert answered.items() <= tabled.items()
        assert tabled.keys() <= asked.keys()
        # Of what was asked and never answered, at most the last request of the last victim may be there.
        assert len(tabled) - len(answered) <= 1
        issued = {entry["name"] for entry in scene.journal.read("issued")}
        names = set(session.exec(select(Revision.name)))
        assert issued <= names
        require_record(session, heads)
        require_whole(session)
