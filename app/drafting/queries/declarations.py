"""The declarations of a process, and the draft of one."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from app.drafting.declarations.window import is_open
from app.drafting.models import Amendment, Declaration, Revision
from app.drafting.policy import may_see_draft
from app.drafting.queries.finding import find_declaration
from app.drafting.states import AGREED, ON_THE_TEXT, State
from app.drafting.texts import draft_text, revisions_of
from app.errors import require
from app.processes.policy import is_chair, takes_part
from app.record.actor import Actor
from app.text.document import Document
from app.text.numbering import labels


@dataclass(frozen=True, slots=True)
class RevisionHead:
    """A revision without its text."""

    id: UUID
    number: int
    name: str
    note: str
    issued_at: datetime
    fingerprint: str


@dataclass(frozen=True, slots=True)
class DeclarationView:
    """A declaration with all about it but words. `version` is what `expected` wants. `revisions` are oldest first; none
    while it is a draft.

    `pending`, `overtaken`, `agreed` and `tabled` count amendments. `pending` are undecided and have words on the present
    text; `overtaken` are undecided too, but the text has moved away under them: no document of it shows them until their
    delegations restate them. `tabled` counts all that ever were.
    """

    id: UUID
    process_id: UUID
    title: str
    symbol: str
    language: str
    character: str
    meeting_id: UUID | None
    version: int
    created_at: datetime
    window_open: bool
    window_opened_at: datetime | None
    window_closed_at: datetime | None
    deadline: datetime | None
    revisions: tuple[RevisionHead, ...]
    pending: int
    overtaken: int
    agreed: int
    tabled: int

    @property
    def current(self) -> RevisionHead | None:
        """The newest revision; None while it is a draft."""
        return self.revisions[-1] if self.revisions else None

    @property
    def undecided(self) -> int:
        """How many amendments the room has yet to decide on."""
        return self.pending + self.overtaken

    @property
    def is_draft(self) -> bool:
        return not self.revisions


@dataclass(frozen=True, slots=True)
class DraftView:
    """The text of a draft, with the labels its paragraphs would bear."""

    declaration: DeclarationView
    document: Document
    labels: Mapping[str, str]


def declarations_of(session: Session, process_id: UUID, *, by: Actor) -> tuple[DeclarationView, ...]:
    """The declarations of a process that the actor sees, newest first; none for who takes no part in it."""
    if not takes_part(by, process_id):
        return ()
    rows = session.exec(
        select(Declaration).where(Declaration.process_id == process_id).order_by(col(Declaration.created_at).desc())
    ).all()
    views = (_view(session, row) for row in rows)
    return tuple(view for view in views if view.revisions or is_chair(by, process_id))


def declaration(session: Session, declaration_id: UUID, *, by: Actor) -> DeclarationView:
    """One declaration. Raises Unknown."""
    return _view(session, find_declaration(session, declaration_id, by=by))


def draft(session: Session, declaration_id: UUID, *, by: Actor, language: str) -> DraftView:
    """The draft of a declaration, for the chair side; empty once it is issued. Raises Unknown, Denied."""
    row = find_declaration(session, declaration_id, by=by)
    require(may_see_draft(by, row))
    document = draft_text(session, row.id)
    return DraftView(_view(session, row), document, labels(document, None, language))


def head_of(revision: Revision) -> RevisionHead:
    return RevisionHead(
        revision.id, revision.number, revision.name, revision.note, revision.issued_at, revision.fingerprint
    )


def _view(session: Session, row: Declaration) -> DeclarationView:
    states = Counter(
        dict(
            session.exec(
                select(Amendment.state, func.count())
                .where(Amendment.declaration_id == row.id, col(Amendment.number).is_not(None))
                .group_by(Amendment.state)
            ).all()
        )
    )
    return DeclarationView(
        id=row.id,
        process_id=row.process_id,
        title=row.title,
        symbol=row.symbol,
        language=row.language,
        character=row.character,
        meeting_id=row.meeting_id,
        version=row.version,
        created_at=row.created_at,
        window_open=is_open(row),
        window_opened_at=row.window_opened_at,
        window_closed_at=row.window_closed_at,
        deadline=row.deadline,
        revisions=tuple(head_of(revision) for revision in revisions_of(session, row.id)),
        pending=sum(states[state.value] for state in ON_THE_TEXT),
        overtaken=states[State.OVERTAKEN.value],
        agreed=sum(states[state.value] for state in AGREED),
        tabled=states.total(),
    )
