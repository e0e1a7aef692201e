from sqlmodel import select

from app.db import reading, writing
from app.drafting import decisions, revisions
from app.drafting.models import Amendment, Declaration, Revision
from app.drafting.texts import text_of
from app.exports.kinds import Kind, Options
from app.exports.making.redline import redline
from app.exports.order import Order
from app.word import changes, read, resolve
from tests.support.told import Told


def next_revision(rcm: Told, *accepted: str) -> tuple[Revision, Revision]:
    """Accept amendments by their names in the story and issue Rev.1; returns both revisions."""
    old, by = rcm.revision(), rcm.person("secretariat@rcm.example")
    with writing(rcm.engine) as session:
        declared = session.get_one(Declaration, rcm.declaration.id)
        for name in accepted:
            row = session.exec(select(Amendment).where(Amendment.id == rcm.story.amendments[name].id)).one()
            decisions.accept(session, row, expected=declared.version, by=by, at=rcm.at)
        new = revisions.issue_next(session, declared, expected=declared.version, by=by, at=rcm.at)
    return old, new


def asked(rcm: Told, old: Revision, new: Revision, *, anonymous: bool = False) -> Order:
    by = rcm.person("secretariat@rcm.example")
    return Order(rcm.declaration, Kind.REDLINE, new, old, by, rcm.at, Options(anonymous=anonymous))


def test_a_redline_goes_back_to_the_old_and_on_to_the_new(rcm: Told) -> None:
    old, new = next_revision(rcm, "smuggling", "regulations", "return")
    with reading(rcm.engine) as session:
        data = redline(session, asked(rcm, old, new))
        before, after = text_of(session, old.id), text_of(session, new.id)
    assert [each.runs for each in read.read(resolve.reject(data)).paragraphs] == [each.runs for each in before]
    assert [each.runs for each in read.read(resolve.accept(data)).paragraphs] == [each.runs for each in after]
    assert {change.author for change in changes.changes(data)} == {"Rev.1"}


def test_an_anonymous_redline_is_nobodys_in_particular(rcm: Told) -> None:
    old, new = next_revision(rcm, "smuggling")
    with reading(rcm.engine) as session:
        data = redline(session, asked(rcm, old, new, anonymous=True))
    assert {(change.author, change.date) for change in changes.changes(data)} == {("Proposal", None)}
