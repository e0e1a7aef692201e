"""Remarks on a declaration or one of its paragraphs, by whoever takes part. They are never altered."""

from datetime import datetime

from sqlmodel import Session

from app.drafting.digests import digest
from app.drafting.limits import required_prose
from app.drafting.models import Comment, Declaration
from app.drafting.policy import may_comment
from app.drafting.states import Audience
from app.drafting.texts import require_current, text_of
from app.drafting.versions import note
from app.errors import Malformed, Unknown, require
from app.record.actor import Actor

AUDIENCES = (Audience.ALL, Audience.CHAIR)
"""A comment is read by everybody, or by the presidency, the secretariat and its own delegation."""


def make(
    session: Session,
    declaration: Declaration,
    *,
    text: str,
    paragraph_key: str | None = None,
    audience: str = "all",
    by: Actor,
    at: datetime,
) -> Comment:
    """Comment on the present revision, or on the paragraph of it under `paragraph_key`.

    `audience` is "all" or "chair". Raises Denied, OutOfPlace (nothing issued), Unknown (no such paragraph), Malformed.
    """
    require(may_comment(by, declaration))
    revision = require_current(session, declaration)
    if paragraph_key is not None and paragraph_key not in text_of(session, revision.id):
        raise Unknown("There is no such paragraph in the present text.")
    if audience not in AUDIENCES:
        raise Malformed("Please choose who may read this.", field="audience")
    assert by.participant_id is not None
    comment = Comment(
        declaration_id=declaration.id,
        paragraph_key=paragraph_key,
        revision_id=revision.id,
        delegation_id=by.delegation_id,
        text=required_prose(text, "text"),
        audience=Audience(audience).value,
        made_by=by.participant_id,
        made_at=at,
    )
    session.add(comment)
    session.flush()
    facts = {"paragraph": paragraph_key, "audience": comment.audience, "text_sha256": digest(comment.text)}
    note(session, "comment.make", ("comment", comment.id), declaration, by=by, at=at, after=facts)
    return comment
