"""How the positions on a declaration stand to one of its revisions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.drafting.models import Declaration, Revision, RevisionParagraph
from app.drafting.texts import revisions_of, text_of
from app.positions.models import Position, PositionAnswer
from app.positions.states import Kind, Standing, Word
from app.text.compare import words
from app.text.paragraph import Paragraph
from app.text.redline import Line
from app.text.runs import Runs, joined
from app.text.stored import runs_from_plain


@dataclass(frozen=True, slots=True)
class Held:
    """A position with what its delegation said of it later, oldest first, and how it stands to a revision.

    `affirmed` is the revision on which the delegation entered or last confirmed it; `then` are the words of its paragraph
    there, `now` is its paragraph in the revision. Without either it is on the text as a whole.
    """

    position: Position
    answers: tuple[PositionAnswer, ...]
    entered_on: Revision
    affirmed: Revision
    standing: Standing
    then: Runs
    now: Paragraph | None

    @property
    def kind(self) -> Kind:
        return Kind(self.position.kind)

    @property
    def version(self) -> int:
        """What whoever answers must have seen: 1, and 1 more with every answer."""
        return len(self.answers) + 1

    @property
    def withdrawn_at(self) -> datetime | None:
        last = self.answers[-1] if self.answers else None
        return last.given_at if last is not None and last.word == Word.WITHDRAWN else None

    @property
    def changed(self) -> Line | None:
        """How its paragraph has changed since; None unless the position is on a paragraph and CHANGED."""
        if self.now is None or self.standing is not Standing.CHANGED:
            return None
        return Line(self.now, words(self.then, self.now.runs, "since"))


def on_record(session: Session, declaration: Declaration, revision: Revision) -> tuple[Held, ...]:
    """Every position ever entered on `revision` or an earlier one, in the order in which they were.

    A fixed number of questions to the database.
    """
    wanted = select(Position).where(Position.declaration_id == declaration.id).order_by(col(Position.number))
    return _held(session, declaration, revision, session.exec(wanted).all())


def held(session: Session, declaration: Declaration, revision: Revision, position: Position) -> Held:
    """One position as it stands to a revision."""
    (found,) = _held(session, declaration, revision, [position])
    return found


def _held(session: Session, declaration: Declaration, revision: Revision, rows: Sequence[Position]) -> tuple[Held, ...]:
    if not rows:
        return ()
    revisions = {each.id: each for each in revisions_of(session, declaration.id)}
    known = [row for row in rows if revisions[row.revision_id].number <= revision.number]
    if not known:
        return ()
    answers = _answers(session, [row.id for row in known])
    affirmed = {row.id: revisions[_affirmed(row, answers[row.id], revisions, revision)] for row in known}
    then = _paragraphs(session, {(affirmed[row.id].id, row.paragraph_key) for row in known if row.paragraph_key})
    text = text_of(session, revision.id)
    found = []
    for row in known:
        said, on, key = tuple(answers[row.id]), affirmed[row.id], row.paragraph_key
        before, now = (then.get((on.id, key), ()), text.get(key)) if key else ((), None)
        if said and said[-1].word == Word.WITHDRAWN:
            standing = Standing.WITHDRAWN
        elif key:
            standing = _of_paragraph(before, now)
        else:
            standing = Standing.STANDING if on.fingerprint == revision.fingerprint else Standing.CHANGED
        found.append(Held(row, said, revisions[row.revision_id], on, standing, before, now))
    return tuple(found)


def _of_paragraph(before: Runs, now: Paragraph | None) -> Standing:
    if now is None:
        return Standing.GONE
    return Standing.STANDING if joined(before) == joined(now.runs) else Standing.CHANGED


def _affirmed(
    row: Position, answers: Iterable[PositionAnswer], revisions: dict[UUID, Revision], revision: Revision
) -> UUID:
    """Where the delegation last said that it stands, looking back from `revision`."""
    confirmed = [
        each.revision_id
        for each in answers
        if each.word == Word.CONFIRMED and revisions[each.revision_id].number <= revision.number
    ]
    return confirmed[-1] if confirmed else row.revision_id


def _answers(session: Session, ids: list[UUID]) -> dict[UUID, list[PositionAnswer]]:
    found: dict[UUID, list[PositionAnswer]] = defaultdict(list)
    wanted = select(PositionAnswer).where(col(PositionAnswer.position_id).in_(ids)).order_by(col(PositionAnswer.number))
    for answer in session.exec(wanted):
        found[answer.position_id].append(answer)
    return found


def _paragraphs(session: Session, places: set[tuple[UUID, str]]) -> dict[tuple[UUID, str], Runs]:
    if not places:
        return {}
    wanted = select(RevisionParagraph).where(
        col(RevisionParagraph.revision_id).in_({revision for revision, _ in places}),
        col(RevisionParagraph.key).in_({key for _, key in places}),
    )
    return {(row.revision_id, row.key): runs_from_plain(row.runs) for row in session.exec(wanted)}
