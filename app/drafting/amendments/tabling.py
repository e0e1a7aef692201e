"""A delegation tables an amendment: from now on its words are not altered."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, select

from app.drafting.amendments.dossier import dossier_of
from app.drafting.amendments.marks import go, note_public, version_facts
from app.drafting.amendments.versions import keep_version, next_number, require_on_present_text
from app.drafting.declarations.window import is_open
from app.drafting.models import Amendment, AmendmentVersion, Sponsorship
from app.drafting.policy import may_work_on
from app.drafting.states import AGREED, State, Step, require_step
from app.drafting.versions import advance_amendment, locked_declaration
from app.errors import OutOfPlace, require
from app.record.actor import Actor


def table(session: Session, amendment: Amendment, *, expected: int, by: Actor, at: datetime) -> AmendmentVersion:
    """Table a draft as it now stands: it gets its number, and everybody who takes part sees it.

    After the deadline it is marked late; it is refused only when the chair has closed the window. `expected` is the version
    of the amendment whose redline the delegate saw. Raises Denied, Stale, OutOfPlace (window not open, not cleared, a newer
    revision issued, tabled already, an alternative of it accepted), Malformed.
    """
    require(may_work_on(by, amendment))
    declaration = locked_declaration(session, amendment)
    require_step(Step.TABLE, amendment.state)
    if not is_open(declaration):
        raise OutOfPlace("The window for amendments is not open. What you have written is kept.")
    dossier = dossier_of(session, amendment)
    words = dossier.draft
    if words is None:
        raise OutOfPlace("There is nothing here to table.")
    require_on_present_text(session, declaration, words)
    _require_choice_open(session, amendment)
    advance_amendment(session, amendment, expected=expected)
    version = keep_version(session, dossier, declaration, words, by=by, at=at)
    amendment.number = next_number(session, declaration)
    amendment.tabled_at = at
    amendment.late = version.late
    go(session, amendment, Step.TABLE, State.TABLED, at)
    _ask_from_now(session, dossier.sponsorships, at)
    asked = [str(each.delegation_id) for each in dossier.sponsorships]
    note_public(
        session, "amendment.table", amendment, declaration, by=by, at=at, sponsors_asked=asked, **version_facts(version)
    )
    return version


def _require_choice_open(session: Session, amendment: Amendment) -> None:
    if amendment.alternatives is None:
        return
    taken = session.exec(
        select(Amendment.number).where(
            Amendment.alternatives == amendment.alternatives,
            Amendment.declaration_id == amendment.declaration_id,
            col(Amendment.state).in_([*AGREED, State.INCORPORATED]),
        )
    ).first()
    if taken is not None:
        raise OutOfPlace("AM.{number}, the alternative to this amendment, has been accepted already.", number=taken)


def _ask_from_now(session: Session, sponsorships: Iterable[Sponsorship], at: datetime) -> None:
    """The delegations asked see the amendment from now on, so it is now that they are asked."""
    for sponsorship in sponsorships:
        sponsorship.asked_at = at
        session.add(sponsorship)
    session.flush()
