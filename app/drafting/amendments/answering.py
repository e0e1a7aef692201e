"""A delegation says yes to where its amendment landed. Saying otherwise is `edit` and `correct`, or `withdraw`."""

from datetime import datetime

from sqlmodel import Session

from app.drafting.amendments.dossier import dossier_of
from app.drafting.amendments.landings import answer, standing_state
from app.drafting.amendments.marks import go, note_public
from app.drafting.amendments.sponsors import ask_anew
from app.drafting.models import Amendment, Answer
from app.drafting.policy import may_speak_for
from app.drafting.states import Step, Word, require_step
from app.drafting.versions import advance, advance_amendment, locked_declaration
from app.errors import OutOfPlace, require
from app.processes.models import Delegation
from app.record.actor import Actor


def confirm_landing(session: Session, amendment: Amendment, *, expected: int, by: Actor, at: datetime) -> Answer:
    """Confirm the amendment as it reads on the present revision; from then on it stands so.

    Where it was overtaken this takes the suggestion, if there is one. Its co-sponsors are asked anew. Where the delegation
    wants clearance only its head can say this. `expected` is the amendment's version. Raises Denied, Stale, OutOfPlace.
    """
    require(may_speak_for(by, session.get_one(Delegation, amendment.delegation_id)))
    declaration = locked_declaration(session, amendment)
    require_step(Step.CONFIRM, amendment.state)
    dossier = dossier_of(session, amendment)
    landing = dossier.open_landing
    if landing is None or landing.acts is None:
        raise OutOfPlace("There is nothing here to confirm: restate the amendment on the new text, or withdraw it.")
    advance_amendment(session, amendment, expected=expected)
    advance(session, declaration)
    before = amendment.state
    given = answer(session, landing, Word.CONFIRMED, by, at)
    go(session, amendment, Step.CONFIRM, standing_state(dossier), at)
    asked = ask_anew(session, dossier.sponsorships, at)
    note_public(
        session,
        "amendment.confirm_landing",
        amendment,
        declaration,
        by=by,
        at=at,
        before=before,
        revision=str(landing.revision_id),
        acts=landing.acts,
        sponsors_asked=asked,
    )
    return given
