"""Where a pending amendment comes to stand when a revision is issued, and its delegation's word on that."""

from dataclasses import asdict
from datetime import datetime

from sqlmodel import Session

from app.drafting.amendments.dossier import Dossier
from app.drafting.models import Answer, Landing, Revision
from app.drafting.states import Landed, Outcome, State, Word
from app.record.actor import Actor
from app.text.change import Act, Change
from app.text.document import Document
from app.text.rebase import Absorbed, Carried, rebase
from app.text.stored import acts_to_plain


def land(session: Session, dossier: Dossier, base: Document, new: Document, revision: Revision, at: datetime) -> Landing:
    """Write where the acts its delegation stands behind, on `base`, come to stand on `new`, the text of `revision`."""
    stand = dossier.stand
    assert stand is not None
    acts: tuple[Act, ...] | None = None
    obstacles: list[dict[str, str]] = []
    landed = rebase(Change(dossier.amendment.id, stand.acts), base, new)
    if isinstance(landed, Carried):
        outcome = Landed.CARRIED if landed.unchanged else Landed.ADAPTED
        acts = landed.change.acts
    elif isinstance(landed, Absorbed):
        outcome = Landed.ABSORBED
    else:
        outcome = Landed.OVERTAKEN
        acts = landed.suggestion
        obstacles = [{name: str(value) for name, value in asdict(each).items()} for each in landed.obstacles]
    landing = Landing(
        amendment_id=dossier.amendment.id,
        revision_id=revision.id,
        outcome=outcome.value,
        acts=None if acts is None else acts_to_plain(acts),
        obstacles=obstacles,
        at=at,
    )
    session.add(landing)
    session.flush()
    return landing


def state_after(dossier: Dossier, landing: Landing) -> State:
    """The state of an amendment that has so landed. What the room holds it still holds, once its words are certain."""
    match Landed(landing.outcome):
        case Landed.CARRIED:
            return standing_state(dossier)
        case Landed.ADAPTED:
            return State.AWAITING
        case Landed.ABSORBED:
            return State.ABSORBED
        case Landed.OVERTAKEN:
            return State.OVERTAKEN


def standing_state(dossier: Dossier) -> State:
    """HELD when the room's last word on it was to hold it, else CARRIED."""
    return State.HELD if is_held(dossier) else State.CARRIED


def is_held(dossier: Dossier) -> bool:
    """Whether the room's last word on it was to hold it, whatever became of the text since."""
    return dossier.decision is not None and dossier.decision.outcome == Outcome.HELD


def answer(session: Session, landing: Landing, word: Word, by: Actor, at: datetime) -> Answer:
    """Write the delegation's word."""
    assert by.participant_id is not None
    given = Answer(landing_id=landing.id, word=word.value, given_by=by.participant_id, given_at=at)
    session.add(given)
    session.flush()
    return given
