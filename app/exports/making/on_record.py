"""What is on record against an agreed text: reservations as footnotes to it, explanations of position annexed to it.

What a delegation has not withdrawn is there, also when the text has changed since and it has not been confirmed; a
reservation then says so.
"""

from dataclasses import dataclass, replace

from sqlmodel import Session, col, select

from app.exports.order import Order
from app.exports.phrases.articles import with_article
from app.exports.phrases.words import AgreedWords
from app.positions.standing import Held, on_record
from app.positions.states import Kind, Standing
from app.processes.models import Delegation
from app.processes.names import alphabetical, name_of
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import NOTE_ANCHOR, Run
from app.word.layout import Block, Look, Text, paragraph, said
from app.word.papers import Tongue


@dataclass(frozen=True, slots=True)
class Explanation:
    """An explanation of position under the name of its delegation; `language` is that of its words."""

    delegation: str
    words: str
    language: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The text with its reservations as footnotes, and the explanations in alphabetical order. `tongues` are the
    reservations in another language than the text."""

    text: Document
    tongues: tuple[Tongue, ...]
    explanations: tuple[Explanation, ...]
    has_reservations: bool

    @property
    def is_empty(self) -> bool:
        return not self.has_reservations and not self.explanations


def kept_with(session: Session, order: Order, text: Document, words: AgreedWords, language: str) -> Kept:
    """What stands on record with `text`, the text of the revision of the order in `language`."""
    standing = [
        each for each in on_record(session, order.declaration, order.revision) if each.standing is not Standing.WITHDRAWN
    ]
    ids = {each.position.delegation_id for each in standing}
    delegations = alphabetical(session.exec(select(Delegation).where(col(Delegation.id).in_(ids))), language)
    rank = {each.id: place for place, each in enumerate(delegations)}
    names = {each.id: name_of(each, language) for each in delegations}
    standing.sort(key=lambda each: (rank[each.position.delegation_id], each.position.number))
    reservations = [each for each in standing if each.kind is Kind.RESERVATION]
    notes: dict[str, list[str]] = {}
    tongues: dict[str, Tongue] = {}
    for each in reservations:
        called = with_article(names[each.position.delegation_id], language)
        note = _worded(each, called, words)
        notes.setdefault(_place(each, text), []).append(note)
        if each.position.language != language:
            tongues[note] = Tongue(note, len(note) - len(each.position.words), each.position.language)
    return Kept(
        Document(_noted(each, notes.get(each.key, [])) for each in text),
        tuple(tongues.values()),
        tuple(
            Explanation(names[each.position.delegation_id], each.position.words, each.position.language)
            for each in standing
            if each.kind is Kind.EXPLANATION
        ),
        bool(reservations),
    )


def annexed(explanations: tuple[Explanation, ...], words: AgreedWords, language: str) -> list[Block]:
    """The annex: each explanation on a page of its own."""
    blocks: list[Block] = []
    for place, each in enumerate(explanations):
        if place == 0:
            blocks.append(replace(paragraph(words.explanations, Look.HEADING), new_page=True))
        blocks.append(replace(paragraph(each.delegation, Look.SUBHEADING), new_page=place > 0))
        tongue = "" if each.language == language else each.language
        blocks += [Text(said(line), language=tongue) for line in each.words.split("\n") if line.strip()]
    return blocks


def _place(each: Held, text: Document) -> str:
    """The paragraph whose footnote it is: its own; for the text as a whole, and for what is gone from it, the title."""
    key = each.position.paragraph_key
    if key is not None and key in text:
        return key
    titles = [paragraph.key for paragraph in text if paragraph.role is Role.TITLE]
    return titles[-1] if titles else text.keys[0]


def _worded(each: Held, called: str, words: AgreedWords) -> str:
    if each.standing is Standing.GONE:
        return words.reservation_gone.format(delegation=called, revision=each.affirmed.name, words=each.position.words)
    if each.standing is Standing.CHANGED:
        return words.reservation_changed.format(delegation=called, revision=each.affirmed.name, words=each.position.words)
    return words.reservation.format(delegation=called, words=each.position.words)


def _noted(paragraph: Paragraph, notes: list[str]) -> Paragraph:
    return replace(paragraph, runs=(*paragraph.runs, *(Run(NOTE_ANCHOR, note=note) for note in notes)))
