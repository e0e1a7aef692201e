"""The agreed text, for adoption: without a mark, with the States that adopt it and the fingerprint of the text."""

from sqlmodel import Session, select

from app.drafting.texts import labels_of, text_of
from app.errors import OutOfPlace
from app.exports.making.front import front_of
from app.exports.making.on_record import annexed, kept_with
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
from app.word.layout import Block, Look, Table, paragraph
from app.word.papers import text_and_more
from app.word.writing.language import spelled

_COLUMNS = 2


def agreed_text(session: Session, order: Order) -> bytes:
    """The text, the clause by which it is adopted, and the member States in the alphabetical order of its language.

    Reservations are footnotes to it, explanations of position are annexed. The fingerprint is that of the text alone.

    Raises OutOfPlace while a passage stands in brackets: what is not agreed cannot be adopted.
    """
    declaration, revision = order.declaration, order.revision
    language = declaration.language
    words = wording(language).agreed
    kept = kept_with(session, order, adoptable(session, order), words)
    text = kept.text
    order.tell(Step.WRITING)
    process = session.get_one(Process, declaration.process_id)
    foot = f"{words.fingerprint} {revision.fingerprint}"
    front = front_of(session, declaration, words.stage, at=order.at, foot=foot)
    blocks: list[Block] = [paragraph(words.clause.format(process=name_of(process, language, "official")))]
    # A text that closes with its own place and date needs no second.
    if not any(each.role is Role.CLOSING for each in text):
        blocks.append(paragraph(where_and_when(session, order, words)))
    blocks += [paragraph(words.states, Look.HEADING), _states(session, order, words)]
    if not kept.is_empty:
        blocks.append(paragraph(words.alone, Look.NOTE))
    blocks += annexed(kept.explanations, words, language)
    labels, told = labels_of(session, revision, text, language), counting(order.tell, Step.WRITING)
    return text_and_more(text, blocks, front, labels, tongues=kept.tongues, counting=told)


def adoptable(session: Session, order: Order) -> Document:
    """The text of the revision. Raises OutOfPlace while a passage stands in brackets."""
    text = text_of(session, order.revision.id)
    if not is_clean(text):
        raise OutOfPlace("Passages of this revision still stand in brackets. Only an agreed text can be adopted.")
    return text


def where_and_when(session: Session, order: Order, words: AgreedWords) -> str:
    """The place and the day of the meeting the declaration is made for, where both are known; else room to write them."""
    meeting = session.get(Meeting, order.declaration.meeting_id) if order.declaration.meeting_id else None
    last = (meeting.ends_on or meeting.starts_on) if meeting is not None else None
    if meeting is None or last is None or not meeting.place:
        return f"{words.undated} {'_' * 36}"
    return words.dated.format(place=meeting.place, date=spelled(last, order.declaration.language))


def states_of(session: Session, order: Order) -> list[str]:
    """The official names of the members that sit in the process that day, in alphabetical order."""
    language = order.declaration.language
    found = session.exec(select(Delegation).where(Delegation.process_id == order.declaration.process_id)).all()
    members = [each for each in found if each.standing == Standing.MEMBER and sits(each, order.at.date())]
    return [name_of(each, language, "official") for each in alphabetical(members, language)]


def _states(session: Session, order: Order, words: AgreedWords) -> Block:
    """The States, down one column and then the next."""
    names = states_of(session, order)
    height = -(-len(names) // _COLUMNS)
    columns = [names[start : start + height] for start in range(0, len(names), height or 1)]
    rows = tuple(
        tuple((paragraph(column[place] if place < len(column) else ""),) for column in columns) for place in range(height)
    )
    return Table(words.states, (1,) * max(len(columns), 1), (), rows, ruled=False)
