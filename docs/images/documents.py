"""Takes the pictures of the documents: each kind as the demonstration has it, a page of each.

    python docs/images/documents.py

Needs LibreOffice, which makes pages of Word files, and pdftoppm, which makes pictures of pages; without them it says so
and leaves the pictures as they are. Plays a demonstration of its own in a folder that is gone afterwards.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from palette import in_palette
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from app import migrations
from app.accounts import users
from app.db import engine_for, reading, writing
from app.demonstration.load import play
from app.demonstration.story import TODAY, Story
from app.drafting import decisions, revisions
from app.drafting.models import Amendment, Declaration, Revision
from app.drafting.states import PENDING
from app.drafting.texts import current_revision
from app.exports import exports
from app.exports.forms.office import converted, is_installed
from app.exports.kinds import Kind, MeetingKind, Options
from app.meetings.models import Meeting
from app.processes import processes
from app.processes.seats import actor_for
from app.record.actor import Actor
from app.store import Store

HERE = Path(__file__).parent / "documents"
LARGEST = 150 * 1024
"""Bytes a picture may have."""
DOTS = 80
"""Dots an inch of paper becomes."""
SECRETARIAT = "secretariat@rcm.example"
TAKEN = ("smuggling", "regulations", "return")
"""The amendments, by their names in the story, that the room accepts."""


class Shot(NamedTuple):
    """A Word file, and which of its pages is shown under the name."""

    name: str
    page: int
    content: bytes


class Room:
    """The demonstration as the secretariat sees it."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.engine = engine
        with writing(engine) as session:
            self.story: Story = play(session, Store(folder))

    def secretary(self, session: Session) -> Actor:
        user = users.by_email(session, SECRETARIAT)
        assert user is not None
        return actor_for(session, user, processes.by_slug(session, "rcm"), at=TODAY)

    def declaration(self, session: Session) -> Declaration:
        return session.get_one(Declaration, self.story.declaration.id)

    def document(self, kind: Kind, options: Options = exports.NOTHING_CHOSEN, against: Revision | None = None) -> bytes:
        """A document of the present revision."""
        with reading(self.engine) as session:
            declaration, by = self.declaration(session), self.secretary(session)
            revision = current_revision(session, declaration.id)
            assert revision is not None
            return exports.make(
                session, declaration, kind, revision, by=by, at=TODAY, against=against, options=options
            ).content

    def issue(self, accepted: Sequence[str]) -> Revision:
        """Accept these amendments and issue the next revision; the one before it."""
        with writing(self.engine) as session:
            declaration, by = self.declaration(session), self.secretary(session)
            before = current_revision(session, declaration.id)
            assert before is not None
            for name in accepted:
                row = session.get_one(Amendment, self.story.amendments[name].id)
                decisions.accept(session, row, expected=declaration.version, by=by, at=TODAY)
            revisions.issue_next(session, declaration, expected=declaration.version, by=by, at=TODAY)
            return before

    def decide_the_rest(self) -> None:
        """Take down as not accepted what is still undecided: a text that is adopted has nothing open."""
        with writing(self.engine) as session:
            declaration, by = self.declaration(session), self.secretary(session)
            for row in session.exec(select(Amendment).where(col(Amendment.state).in_(PENDING))).all():
                decisions.not_accept(session, row, expected=declaration.version, by=by, at=TODAY)

    def of_the_meeting(self) -> Iterator[Shot]:
        with reading(self.engine) as session:
            meeting, by = session.exec(select(Meeting)).first(), self.secretary(session)
            assert meeting is not None
            for kind in MeetingKind:
                options = Options(language="en")
                order = exports.ordered_of_meeting(session, meeting, kind, by=by, at=TODAY, options=options)
                yield Shot(kind.value, 1, exports.make_to_order(session, order).content)


def shots(room: Room) -> Iterator[Shot]:
    """Every kind of document, in the order in which a negotiation needs them."""
    yield Shot("clean", 1, room.document(Kind.CLEAN))
    yield Shot("parallel", 1, room.document(Kind.PARALLEL, Options(language="es")))
    yield Shot("compilation", 1, room.document(Kind.COMPILATION))
    yield Shot("clashes", 2, room.document(Kind.COMPILATION))
    yield Shot("anonymous", 2, room.document(Kind.COMPILATION, Options(anonymous=True)))
    yield Shot("sheets", 7, room.document(Kind.SHEETS))
    yield Shot("table", 4, room.document(Kind.TABLE))
    yield from room.of_the_meeting()
    before = room.issue(TAKEN)
    yield Shot("redline", 2, room.document(Kind.REDLINE, against=before))
    yield Shot("history", 2, room.document(Kind.HISTORY))
    room.decide_the_rest()
    yield Shot("agreed", 2, room.document(Kind.AGREED))


def take(shot: Shot, folder: Path) -> None:
    """The picture of one page."""
    pages = folder / f"{shot.name}.pdf"
    pages.write_bytes(converted(shot.content, "pdf"))
    place = str(shot.page)
    command = ["pdftoppm", "-r", str(DOTS), "-f", place, "-l", place, "-singlefile", "-png", pages, folder / shot.name]
    subprocess.run(command, check=True)
    picture = in_palette((folder / f"{shot.name}.png").read_bytes())
    if len(picture) > LARGEST:
        raise SystemExit(f"{shot.name} has {len(picture)} bytes, more than {LARGEST}.")
    (HERE / f"{shot.name}.png").write_bytes(picture)


def main() -> None:
    if not is_installed() or shutil.which("pdftoppm") is None:
        print("The pictures of documents are left as they are: LibreOffice and pdftoppm are needed to take them.")
        return
    HERE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite:///{folder / 'demonstration.sqlite'}"
        migrations.upgrade(url)
        for shot in shots(Room(engine_for(url), folder / "files")):
            take(shot, folder)


if __name__ == "__main__":
    main()
