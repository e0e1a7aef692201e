"""A correction of what is tabled: a new version of it, beside the old one."""

from datetime import datetime

from sqlmodel import Session

from app.drafting.amendments.dossier import dossier_of
from app.drafting.amendments.landings import answer, is_held
from app.drafting.amendments.marks import go, note_private, note_public, version_facts
from app.drafting.amendments.sponsors import ask_anew
from app.drafting.amendments.versions import keep_version, require_on_present_text
from app.drafting.declarations.window import is_open
from app.drafting.models import Amendment, AmendmentVersion
from app.drafting.policy import may_work_on
from app.drafting.states import State, Step, Word, require_step
from app.drafting.versions import advance, advance_amendment, locked_declaration
from app.errors import OutOfPlace, require
from app.record.actor import Actor

DISPLACED = frozenset({State.AWAITING, State.OVERTAKEN, State.ABSORBED})
"""What a new revision has displaced may be restated although the window is closed: it is not new."""


def correct(session: Session, amendment: Amendment, *, expected: int, by: Actor, at: datetime) -> AmendmentVersion:
    """Table the next version, written with `edit`. The former versions stay as they are; so does the number.

    The co-sponsors, who confirmed other words, are asked anew. Restating an amendment that a revision has displaced
    answers where it landed, and is possible even when the window is closed. Raises Denied, Stale, OutOfPlace, Malformed.
    """
    require(may_work_on(by, amendment))
    declaration = locked_declaration(session, amendment)
    require_step(Step.CORRECT, amendment.state)
    if not is_open(declaration) and amendment.state not in DISPLACED:
        raise OutOfPlace("The window for amendments is not open. What you have written is kept.")
    dossier = dossier_of(session, amendment)
    words, former = dossier.draft, dossier.version
    if words is None or former is None:
        raise OutOfPlace("There is no new version to table.")
    require_on_present_text(session, declaration, words)
    if words.base_id == former.base_id and (words.acts, words.reason, words.audience) == (
        former.acts,
        former.reason,
        former.audience,
    ):
        raise OutOfPlace("This is the same as what is tabled already.")
    advance_amendment(session, amendment, expected=expected)
    advance(session, declaration)
    version = keep_version(session, dossier, declaration, words, by=by, at=at)
    before = amendment.state
    if (landing := dossier.open_landing) is not None:
        answer(session, landing, Word.RESTATED, by, at)
    go(session, amendment, Step.CORRECT, State.HELD if is_held(dossier) else State.TABLED, at)
    asked = ask_anew(session, dossier.sponsorships, at)
    note_public(
        session,
        "amendment.correct",
        amendment,
        declaration,
        by=by,
        at=at,
        before=before,
        sponsors_asked=asked,
        **version_facts(version),
    )
    return version


def discard_correction(session: Session, amendment: Amendment, *, expected: int, by: Actor, at: datetime) -> None:
    """Let go of the next version being written; the amendment stays as tabled. Raises Denied, Stale, OutOfPlace."""
    require(may_work_on(by, amendment))
    declaration = locked_declaration(session, amendment)
    dossier = dossier_of(session, amendment)
    if dossier.draft is None or dossier.version is None:
        raise OutOfPlace("There is no new version here to let go of.")
    advance_amendment(session, amendment, expected=expected)
    session.delete(dossier.draft)
    note_private(session, "amendment.discard_correction", amendment, declaration, by=by, at=at)
