"""A text is edited in LibreOffice, comes back, and is proposed and accepted: the next revision reads as it was edited."""

import pytest

from app.drafting import amendments
from app.drafting.returned.proposing import Group
from tests.drafting.returned.conftest import for_the_capital
from tests.drafting.returned.test_proposing import make, opened
from tests.drafting.returned.test_receiving import send
from tests.support.delegates import Job, at_work
from tests.support.laws import DEPTH
from tests.word.returned.at_home import BASE
from tests.word.returned.coming_apart.test_at_work import said, seen


@pytest.mark.office
def test_what_was_edited_and_accepted_is_the_next_revision(small_room, store, tmp_path):
    room = small_room
    room.issue(BASE)
    for turn in range(min(4 * DEPTH, 100)):
        folder = tmp_path / str(turn)
        folder.mkdir()
        (edited,) = at_work([Job(for_the_capital(room), turn, acts=5, by=("Ana López",))], folder)
        file = send(room, store, edited.file)
        says = opened(room, store, file).says
        if not says.found:
            continue
        groups = [
            Group(tuple(at for at, its in enumerate(says.groups) if its == number)) for number in sorted(set(says.groups))
        ]
        for amendment in make(room, store, file, *groups):
            room.act(amendments.table, amendment, by=room.honduras)
            room.accept(amendment)
        room.next()
        assert said(room.text()) == seen(edited.accepted), (turn, edited.acts)
