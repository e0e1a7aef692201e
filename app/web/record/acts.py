"""The acts of the record in words, and what somebody else did meanwhile as a person is told it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from app.drafting.errors import Happened, MovedOn
from app.errors import Refusal, sentence
from app.text.compare import words
from app.text.redline import Piece
from app.text.runs import Runs
from app.text.stored import runs_from_plain
from app.web.languages import say

ACTS: Mapping[str, str] = MappingProxyType(
    {
        "declaration.open": sentence("opened a declaration"),
        "declaration.set_details": sentence("changed the particulars of a declaration"),
        "draft.edit": sentence("edited a paragraph of the draft"),
        "draft.add": sentence("added a paragraph to the draft"),
        "draft.delete": sentence("deleted a paragraph of the draft"),
        "draft.move": sentence("moved a paragraph of the draft"),
        "draft.replace": sentence("replaced the whole draft"),
        "window.open": sentence("opened the window for amendments"),
        "window.close": sentence("closed the window for amendments"),
        "window.set_deadline": sentence("set the deadline for amendments"),
        "revision.issue": sentence("issued a revision"),
        "amendment.draft": sentence("began to draft an amendment"),
        "amendment.edit": sentence("worked on the draft of an amendment"),
        "amendment.bring_forward": sentence("brought the draft of an amendment forward to the present text"),
        "amendment.discard": sentence("discarded the draft of an amendment"),
        "amendment.clear": sentence("cleared an amendment"),
        "amendment.table": sentence("tabled an amendment"),
        "amendment.correct": sentence("corrected an amendment"),
        "amendment.discard_correction": sentence("discarded the correction of an amendment"),
        "amendment.withdraw": sentence("withdrew an amendment"),
        "amendment.confirm_landing": sentence("confirmed where an amendment landed"),
        "amendment.place_elsewhere": sentence("proposed another place for an amendment"),
        "sponsorship.ask": sentence("asked for co-sponsors"),
        "sponsorship.unask": sentence("took back a request for co-sponsorship"),
        "sponsorship.confirm": sentence("confirmed co-sponsorship"),
        "sponsorship.decline": sentence("declined co-sponsorship"),
        "sponsorship.withdraw": sentence("withdrew from co-sponsorship"),
        "decision.accepted": sentence("took down that an amendment was accepted"),
        "decision.modified": sentence("took down that an amendment was accepted with different words"),
        "decision.not_accepted": sentence("took down that an amendment was not accepted"),
        "decision.held": sentence("took down that an amendment is on hold"),
        "decision.reopened": sentence("reopened an amendment"),
        "term.ask": sentence("asked about a term"),
        "term.withdraw": sentence("withdrew a request about a term"),
        "comment.make": sentence("commented"),
        "reservation.enter": sentence("entered a reservation"),
        "reservation.confirm": sentence("confirmed a reservation on the present text"),
        "reservation.withdraw": sentence("withdrew a reservation"),
        "explanation.enter": sentence("entered an explanation of position"),
        "explanation.confirm": sentence("confirmed an explanation of position on the present text"),
        "explanation.withdraw": sentence("withdrew an explanation of position"),
        "agenda_link.make": sentence("put a text under an agenda item"),
        "agenda_link.remove": sentence("took a text from under an agenda item"),
        "export.make": sentence("had a document made"),
        "export.order": sentence("ordered a document"),
        "export.cancel": sentence("cancelled a document that was ordered"),
        "house_style.set": sentence("set the house style of the documents"),
        "house_style.remove": sentence("took the house style away"),
        "returned_file.receive": sentence("sent a marked-up file back"),
        "returned_file.propose": sentence("drafted amendments from a marked-up file"),
        "translation.enter": sentence("entered what paragraphs say in another language"),
        "translation.concord": sentence("said that a translation means the same"),
        "translation.discord": sentence("took back that a translation means the same"),
        "process.found": sentence("founded the process"),
        "process.rename": sentence("changed the names of the process"),
        "process.set_languages": sentence("set the working languages"),
        "delegation.seat": sentence("seated a delegation"),
        "delegation.rename": sentence("changed the name of a delegation"),
        "delegation.want_clearance": sentence("said whether a delegation wants clearance"),
        "delegation.leave": sentence("took down that a delegation left"),
        "participant.seat": sentence("seated a person"),
        "participant.change_role": sentence("changed the role of a person"),
        "participant.end": sentence("ended the seat of a person"),
        "invitation.invite": sentence("invited a person"),
        "invitation.replace": sentence("renewed an invitation"),
        "invitation.take_up": sentence("took up an invitation"),
        "invitation.withdraw": sentence("withdrew an invitation"),
        "presidency.enter_term": sentence("entered a term of the presidency"),
        "presidency.extend_term": sentence("extended a term of the presidency"),
        "presidency.end_term": sentence("ended a term of the presidency"),
        "presidency.take_back": sentence("took back a term of the presidency"),
        "presidency.handover": sentence("handed over the presidency"),
        "meeting.convene": sentence("convened a meeting"),
        "meeting.change": sentence("changed the particulars of a meeting"),
        "meeting.planned": sentence("took down that a meeting is planned"),
        "meeting.held": sentence("took down that a meeting was held"),
        "meeting.cancelled": sentence("took down that a meeting was cancelled"),
        "meeting_document.add": sentence("put a document before a meeting"),
        "meeting_document.bring": sentence("brought the file of a document before a meeting"),
        "meeting_document.withdraw": sentence("withdrew a document from a meeting"),
        "attendance.note": sentence("noted the attendance of a meeting"),
        "statement.take_down": sentence("took down a statement"),
        "statement.correct": sentence("corrected a statement"),
        "statement.strike": sentence("took a statement out"),
        "agenda.add": sentence("added an agenda item"),
        "agenda.change": sentence("changed an agenda item"),
        "agenda.move": sentence("moved an agenda item"),
        "agenda.remove": sentence("removed an agenda item"),
        "agenda.draft": sentence("took an agenda back for drafting"),
        "agenda.submitted": sentence("submitted an agenda"),
        "agenda.approved": sentence("took down that an agenda was approved"),
        "agreement.take_down": sentence("took down an agreement"),
        "agreement.correct": sentence("corrected an agreement"),
        "agreement.report": sentence("reported on an agreement"),
    }
)
"""What was done, to stand behind the name of who did it."""


@dataclass(frozen=True, slots=True)
class Told:
    """An act of somebody else, told. `pieces` is what it did to the words of a paragraph, if it did."""

    at: datetime
    by: str
    delegation: str
    what: str
    pieces: tuple[Piece, ...] = ()


def in_words(language: str, act: str) -> str:
    """The act in the reader's language; an act without words of its own by its name."""
    return say(language, ACTS[act]) if act in ACTS else act


def told(language: str, refusal: Refusal | None) -> tuple[Told, ...]:
    """What moved a text on while a person was writing, oldest first; nothing for any other refusal."""
    changes = refusal.changes if isinstance(refusal, MovedOn) else ()
    return tuple(_told(language, each) for each in changes)


def _told(language: str, each: Happened) -> Told:
    before, after = _runs(each.before), _runs(each.after)
    moved = before == after
    pieces = () if moved else words(before, after, "after")
    return Told(each.at, each.by, each.delegation, in_words(language, each.act), pieces)


def _runs(side: Any) -> Runs:
    return runs_from_plain(side["runs"]) if isinstance(side, dict) and isinstance(side.get("runs"), list) else ()
