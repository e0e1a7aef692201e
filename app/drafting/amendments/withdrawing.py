"""A delegation takes its amendment back, until the room has decided. Its words remain on record."""

from datetime import datetime

from sqlmodel import Session

from app.drafting.amendments.dossier import dossier_of
from app.drafting.amendments.landings import answer
from app.drafting.amendments.marks import go, note_private, note_public
from app.drafting.models import Amendment
from app.drafting.policy import may_work_on
from app.drafting.states import UNTABLED, State, Step, Word, require_step
from app.drafting.versions import advance, advance_amendment, locked_declaration
from app.errors import require
from app.record.actor import Actor


def withdraw(session: Session, amendment: Amendment, *, expected: int, by: Actor, at: datetime) -> None:
    """Withdraw a draft (nobody else ever sees it) or a pending amendment (everybody sees that it was withdrawn).

    `expected` is the amendment's version. Raises Denied, Stale, OutOfPlace (decided already).
    """
    require(may_work_on(by, amendment))
    declaration = locked_declaration(session, amendment)
    require_step(Step.WITHDRAW, amendment.state)
    advance_amendment(session, amendment, expected=expected)
    before = amendment.state
    if before in UNTABLED:
        go(session, amendment, Step.WITHDRAW, State.WITHDRAWN, at)
        note_private(session, "amendment.discard", amendment, declaration, by=by, at=at)
        return
    advance(session, declaration)
    dossier = dossier_of(session, amendment)
    if (landing := dossier.open_landing) is not None:
        answer(session, landing, Word.WITHDRAWN, by, at)
    go(session, amendment, Step.WITHDRAW, State.WITHDRAWN, at)
    note_public(session, "amendment.withdraw", amendment, declaration, by=by, at=at, before=before)
