"""The agreed text, for adoption: without a mark, with the States that adopt it and the fingerprint of the text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session, select

from app.drafting.texts import text_of
from app.errors import OutOfPlace
from app.exports.making.on_record import annexed, kept_with
from app.exports.making.settled import require_present, undecided_on
from app.exports.making.spoken import Spoken, wholly_spoken
from app.exports.order import Order
from app.exports.phrases import wording
from app.exports.phrases.words import AgreedWords
from app.exports.steps import Step, counting
from app.meetings.models import Meeting
from app.processes.delegations import sits
from app.processes.models import Delegation, Process
from app.processes.names import alphabetical, name_of
from app.processes.roles import Standing
from app.text.brackets import is_clean
from app.text.document import Document
from app.text.paragraph import Role
from app.word.front import Front
from app.word.layout import Block, Look, Table, paragraph
from app.word.papers import Tongue, text_and_more
from app.word.writing.language import called, spelled

_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Agreed:
    """The text, and the `blocks` behind it. `tongues` are the reservations, footnotes to it, in another language."""

    text: Document
    labels: Mapping[str, str]
    blocks: Sequence[Block]
    front: Front
    tongues: Sequence[Tongue]


def agreed_text(session: Session, order: Order) -> bytes:
    """The agreed text in Word. Raises Unknown, OutOfPlace."""
    found = agreed(session, order)
    told = counting(order.tell, Step.WRITING)
    return text_and_more(found.text, found.blocks, found.front, found.labels, tongues=found.tongues, counting=told)


def agreed(session: Session, order: Order, columns: int = _COLUMNS) -> Agreed:
    """The text, the clause by which it is adopted, and the member States in the alphabetical order of its language.

    Reservations are footnotes to it, explanations of position are annexed. The fingerprint is that of the text alone. The
    States stand in so many `columns`.

    Raises OutOfPlace while a passage stands in brackets, or another text is the present one: what is not agreed cannot be
    adopted. While amendments are undecided it says on every page that it is a draft.
    """
    found = adoptable(session, order)
    language = found.language
    words = wording(language).agreed
    kept = kept_with(session, order, found.text, words, language)
    text = kept.text
    order.tell(Step.WRITING)
    process = session.get_one(Process, order.declaration.process_id)
    foot = " ".join(filter(None, (found.foot, fingerprint_in(order, language))))
    undecided = undecided_on(session, order)
    stage = stage_in(order, language, undecided)
    front = replace(found.front(session, order), stage=stage, foot=foot)
    clauses = [words.clause.format(process=name_of(process, language, "official"))]
    # A text that closes with its own place and date needs no second.
    if not any(each.role is Role.CLOSING for each in text):
        clauses.append(where_and_when(session, order, words, language))
    # What has no pages has no head of a page to say it in.
    blocks: list[Block] = [replace(paragraph(stage, Look.NOTE), leads=True)] if undecided else []
    blocks += [replace(paragraph(clause), leads=True) for clause in clauses]
    names = states_of(session, order, language)
    blocks.append(paragraph(words.states, Look.HEADING))
    blocks += [_in_columns(names, words, columns)] if columns > 1 else map(paragraph, names)
    if not kept.is_empty:
        blocks.append(paragraph(words.alone, Look.NOTE))
    blocks += annexed(kept.explanations, words, language)
    return Agreed(text, found.labels, blocks, front, kept.tongues)


def adoptable(session: Session, order: Order) -> Spoken:
    """The text of the revision in the language of the order.

    Raises OutOfPlace when it is not the present text with all in it that was accepted, while a passage stands in brackets,
    or is not translated as it reads.
    """
    require_present(session, order)
    if not is_clean(text_of(session, order.revision.id)):
        raise OutOfPlace("Passages of this revision still stand in brackets. Only an agreed text can be adopted.")
    return wholly_spoken(session, order)


def stage_in(order: Order, language: str, undecided: int) -> str:
    """What the document is: while amendments are undecided a draft of the agreed text; in a translation, also of which
    language."""
    words, own = wording(language), order.declaration.language
    stage = words.agreed.draft.format(count=undecided) if undecided else words.agreed.stage
    return stage if language == own else words.languages.version.format(name=stage, language=called(own, language))


def fingerprint_in(order: Order, language: str) -> str:
    """The fingerprint with what it is called; it is that of the text in its own language, also in a translation."""
    words, own = wording(language).agreed, order.declaration.language
    name = words.fingerprint if language == own else words.fingerprint_of.format(language=called(own, language))
    return f"{name} {order.revision.fingerprint}"


def where_and_when(session: Session, order: Order, words: AgreedWords, language: str) -> str:
    """The place and the day of the meeting the declaration is made for, where both are known; else room to write them."""
    meeting = session.get(Meeting, order.declaration.meeting_id) if order.declaration.meeting_id else None
    last = (meeting.ends_on or meeting.starts_on) if meeting is not None else None
    if meeting is None or last is None or not meeting.place:
        return f"{words.undated} {'_' * 36}"
    return words.dated.format(place=meeting.place, date=spelled(last, language))


def states_of(session: Session, order: Order, language: str) -> list[str]:
    """The official names of the members that sit in the process that day, in alphabetical order."""
    found = session.exec(select(Delegation).where(Delegation.process_id == order.declaration.process_id)).all()
    members = [each for each in found if each.standing == Standing.MEMBER and sits(each, order.at.date())]
    return [name_of(each, language, "official") for each in alphabetical(members, language)]


def _in_columns(names: Sequence[str], words: AgreedWords, columns: int) -> Block:
    """The States, down one column and then the next."""
    height = -(-len(names) // columns)
    found = [names[start : start + height] for start in range(0, len(names), height or 1)]
    rows = tuple(
        tuple((paragraph(column[place] if place < len(column) else ""),) for column in found) for place in range(height)
    )
    return Table(words.states, (1,) * max(len(found), 1), (), rows, ruled=False, whole=True)
