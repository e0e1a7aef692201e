"""The draft is issued: from now on everybody who takes part sees it, and it changes by amendments only."""

from datetime import datetime

from sqlmodel import Session

from app.drafting.limits import prose
from app.drafting.models import Declaration, Revision
from app.drafting.policy import may_issue
from app.drafting.revisions.naming import accepted_name
from app.drafting.revisions.rows import put_revision
from app.drafting.texts import current_revision, draft_rows, draft_text
from app.drafting.versions import advance, lock
from app.drafting.versions import note as record
from app.errors import OutOfPlace, require
from app.record.actor import Actor


def issue_first(
    session: Session,
    declaration: Declaration,
    *,
    name: str | None = None,
    note: str = "",
    expected: int,
    by: Actor,
    at: datetime,
) -> Revision:
    """Issue the draft as revision 0, called "Zero draft" unless `name` says otherwise.

    `expected` is the version of the declaration that was looked at. Raises Denied, MovedOn, OutOfPlace (issued already, no
    words in it), Malformed (name taken).
    """
    require(may_issue(by, declaration))
    lock(session, declaration)
    if current_revision(session, declaration.id) is not None:
        raise OutOfPlace("This text has been issued already.")
    text = draft_text(session, declaration.id)
    if not text.paragraphs:
        raise OutOfPlace("There is nothing in this draft to issue.")
    advance(session, declaration, expected=expected)
    revision = put_revision(
        session,
        declaration,
        text,
        number=0,
        name=accepted_name(session, declaration, name),
        note=prose(note, "note"),
        renumbered=True,
        by=by,
        at=at,
    )
    for row in draft_rows(session, declaration.id):
        session.delete(row)
    session.flush()
    issued = {"name": revision.name, "number": 0, "fingerprint": revision.fingerprint}
    record(session, "revision.issue", ("revision", revision.id), declaration, by=by, at=at, after=issued)
    return revision
