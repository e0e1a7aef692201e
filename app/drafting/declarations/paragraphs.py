"""Work on a text that is not yet issued, paragraph by paragraph. What was there before stays in the record."""

from datetime import datetime

from sqlmodel import Session

from app.drafting.declarations.rows import (
    clean,
    level_of,
    place_after,
    plain_row,
    put_document,
    renumber,
    row_of,
    words_of,
)
from app.drafting.keys import NewKey, document_rekeyed, new_key
from app.drafting.limits import PARAGRAPHS, require_document_fits
from app.drafting.models import Declaration, DraftParagraph
from app.drafting.policy import may_edit_draft
from app.drafting.texts import current_revision, draft_rows, draft_text
from app.drafting.versions import advance, lock, note
from app.errors import OutOfPlace, TooLarge, require
from app.record.actor import Actor
from app.text.document import Document
from app.text.paragraph import Role
from app.text.runs import Runs
from app.text.stored import Plain, document_to_plain, runs_to_plain


def edit_paragraph(
    session: Session,
    declaration: Declaration,
    key: str,
    *,
    runs: Runs | None = None,
    role: Role | None = None,
    level: int | None = None,
    expected: int,
    by: Actor,
    at: datetime,
) -> DraftParagraph:
    """Give a paragraph other words, another role or another level; what is None stays.

    Raises Denied, OutOfPlace (issued already), MovedOn, Unknown, Malformed (no words), TooLarge.
    """
    rows = _opened(session, declaration, expected, by)
    row = row_of(rows, key)
    before = plain_row(row)
    if runs is not None:
        row.runs = runs_to_plain(words_of(runs))
    if role is not None:
        row.role = role.value
    row.level = level_of(Role(row.role), row.level if level is None else level)
    session.add(row)
    _note(session, "draft.edit", declaration, by, at, before, plain_row(row))
    return row


def add_paragraph(
    session: Session,
    declaration: Declaration,
    *,
    after: str | None,
    role: Role,
    runs: Runs,
    level: int = 0,
    expected: int,
    by: Actor,
    at: datetime,
    fresh: NewKey = new_key,
) -> DraftParagraph:
    """Put a new paragraph after the one under `after` (None: at the beginning). Raises as `edit_paragraph` does."""
    rows = _opened(session, declaration, expected, by)
    if len(rows) >= PARAGRAPHS:
        raise TooLarge("A text can have at most {most} paragraphs.", most=PARAGRAPHS)
    place = place_after(rows, after)
    row = DraftParagraph(
        declaration_id=declaration.id,
        position=place,
        key=fresh(),
        role=role.value,
        level=level_of(role, level),
        runs=runs_to_plain(words_of(runs)),
    )
    rows.insert(place, row)
    renumber(session, rows)
    _note(session, "draft.add", declaration, by, at, None, plain_row(row))
    return row


def delete_paragraph(
    session: Session, declaration: Declaration, key: str, *, expected: int, by: Actor, at: datetime
) -> None:
    """Take a paragraph out; its words stay in the record. Raises as `edit_paragraph` does."""
    rows = _opened(session, declaration, expected, by)
    row = row_of(rows, key)
    before = plain_row(row)
    rows.remove(row)
    session.delete(row)
    renumber(session, rows)
    _note(session, "draft.delete", declaration, by, at, before, None)


def move_paragraph(
    session: Session,
    declaration: Declaration,
    key: str,
    *,
    after: str | None,
    expected: int,
    by: Actor,
    at: datetime,
) -> None:
    """Let a paragraph stand after the one under `after` (None: at the beginning). Raises as `edit_paragraph` does."""
    rows = _opened(session, declaration, expected, by)
    row = row_of(rows, key)
    before = plain_row(row)
    if after != key:
        rows.remove(row)
        rows.insert(place_after(rows, after), row)
        renumber(session, rows)
    _note(session, "draft.move", declaration, by, at, before, plain_row(row))


def replace_draft(
    session: Session,
    declaration: Declaration,
    document: Document,
    *,
    expected: int,
    by: Actor,
    at: datetime,
    fresh: NewKey = new_key,
) -> None:
    """Put a whole other text (pasted or uploaded) in the place of the draft; the former one stays in the record.

    Raises as `edit_paragraph` does.
    """
    rows = _opened(session, declaration, expected, by)
    text = clean(document_rekeyed(document, fresh))
    require_document_fits(text)
    before = {"paragraphs": document_to_plain(draft_text(session, declaration.id))}
    for row in rows:
        session.delete(row)
    session.flush()
    put_document(session, declaration, text)
    _note(session, "draft.replace", declaration, by, at, before, {"paragraphs": document_to_plain(text)})


def _opened(session: Session, declaration: Declaration, expected: int, by: Actor) -> list[DraftParagraph]:
    require(may_edit_draft(by, declaration))
    lock(session, declaration)
    if current_revision(session, declaration.id) is not None:
        raise OutOfPlace("This text has been issued. From now on it changes by amendments.")
    advance(session, declaration, expected=expected)
    return draft_rows(session, declaration.id)


def _note(
    session: Session,
    act: str,
    declaration: Declaration,
    by: Actor,
    at: datetime,
    before: Plain | None,
    after: Plain | None,
) -> None:
    session.flush()
    note(session, act, ("declaration", declaration.id), declaration, by=by, at=at, before=before, after=after)
