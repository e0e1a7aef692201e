"""Concordance: somebody's word that a paragraph means the same in both languages."""

from datetime import datetime

from sqlmodel import Session, col, select

from app.drafting.models import Declaration, Revision
from app.drafting.translations.models import Concordance
from app.drafting.translations.policy import may_concord
from app.drafting.translations.reading import in_language
from app.drafting.translations.states import Standing
from app.drafting.versions import lock, note
from app.errors import OutOfPlace, Stale, Unknown, require
from app.record.actor import Actor


def concord(
    session: Session,
    declaration: Declaration,
    revision: Revision,
    language: str,
    key: str,
    *,
    holds: bool = True,
    expected: int,
    by: Actor,
    at: datetime,
) -> Concordance:
    """Say that a paragraph of `revision` means the same in `language`, or take that back (`holds` false).

    `expected` is the number of the translation that was looked at. Raises Denied, Unknown, Stale (other words were entered
    since) and OutOfPlace (not translated, stale, or said already).
    """
    require(may_concord(by, declaration))
    lock(session, declaration)
    if revision.declaration_id != declaration.id:
        raise Unknown("There is no such revision.")
    now = in_language(session, declaration, revision, language).of(key)
    if now is None:
        raise Unknown("There is no such paragraph in this text.")
    if now.entered is None:
        raise OutOfPlace("This paragraph is not translated yet.")
    if now.entered.number != expected:
        raise Stale("Somebody else has translated this paragraph since you opened it. Look at what it says now.")
    if now.standing is Standing.STALE:
        raise OutOfPlace("This paragraph has changed since it was translated. Bring its translation up to date first.")
    if (now.concordance is not None) is holds:
        raise OutOfPlace("This has been said already.")
    assert by.participant_id is not None
    given = session.exec(
        select(Concordance.number)
        .where(Concordance.translation_id == now.entered.id)
        .order_by(col(Concordance.number).desc())
        .limit(1)
    ).first()
    word = Concordance(
        translation_id=now.entered.id, number=(given or 0) + 1, holds=holds, given_by=by.participant_id, given_at=at
    )
    session.add(word)
    session.flush()
    facts = {"language": language, "paragraph": key, "number": now.entered.number}
    act = "translation.concord" if holds else "translation.discord"
    note(session, act, ("declaration", declaration.id), declaration, by=by, at=at, after=facts)
    return word
