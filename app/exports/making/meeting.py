"""The report of a meeting, and the list of what it agreed on and what it did not."""

from collections.abc import Sequence
from itertools import groupby

from sqlmodel import Session

from app.agreements.queries import agreements_of_meeting
from app.agreements.states import Force
from app.agreements.views import AgreementLine, OwnerLine
from app.exports.house_styles.queries import reference_of
from app.exports.order import MeetingOrder
from app.exports.phrases import wording
from app.exports.phrases.words import MeetingWords
from app.exports.steps import Step
from app.meetings import queries
from app.meetings.views import Bench, MeetingLine, MeetingView, StatementLine
from app.processes.models import Process
from app.processes.names import name_of
from app.word.front import Front
from app.word.layout import Block, Look, Table, Text, cell, opening, paragraph
from app.word.papers import Paper
from app.word.writing.language import spelled


def report(session: Session, order: MeetingOrder) -> Paper:
    """What the secretariat took down: attendance, agenda, statements, documents, agreements. Raises Unknown."""
    language, words = order.options.language, wording(order.options.language).meeting
    view, agreements = _read(session, order)
    blocks = _head(view.line, words.report, words, language)
    if view.line.purpose:
        blocks += [paragraph(words.purpose, Look.HEADING), paragraph(view.line.purpose)]
    blocks.append(paragraph(words.attendance, Look.HEADING))
    benches = [block for bench in view.attendance for block in _bench(bench, words)]
    blocks += benches or [paragraph(words.not_recorded)]
    blocks.append(paragraph(words.agenda, Look.HEADING))
    items = [(item.number, f"{item.title} ({item.delegation})" if item.delegation else item.title) for item in view.items]
    blocks.append(_listed(words.agenda, items) if items else paragraph(words.no_agenda))
    blocks += _statements(view.statements, words)
    if view.documents:
        blocks.append(paragraph(words.documents, Look.HEADING))
        blocks.append(_listed(words.documents, [(each.symbol or "–", each.title) for each in view.documents]))
    blocks += _outcome(agreements, words, language)
    return Paper(blocks, _front(session, order, words.report))


def outcome(session: Session, order: MeetingOrder) -> Paper:
    """Agreements, suggestions and non-agreements alone. Raises Unknown."""
    language, words = order.options.language, wording(order.options.language).meeting
    view, agreements = _read(session, order)
    blocks = [*_head(view.line, words.list, words, language), *_outcome(agreements, words, language)]
    return Paper(blocks, _front(session, order, words.list))


def _read(session: Session, order: MeetingOrder) -> tuple[MeetingView, Sequence[AgreementLine]]:
    by, at, language = order.by, order.at, order.options.language
    view = queries.meeting(session, order.meeting.id, by=by, language=language, at=at)
    agreements = agreements_of_meeting(session, order.meeting.id, by=by, language=language, at=at)
    order.tell(Step.WRITING)
    return view, agreements


def _front(session: Session, order: MeetingOrder, stage: str) -> Front:
    process, language = session.get_one(Process, order.meeting.process_id), order.options.language
    return Front(
        title=order.meeting.title,
        language=language,
        process=name_of(process, language, "official"),
        stage=stage,
        date=order.at.date(),
        at=order.at,
        reference=reference_of(session, process.id),
    )


def _head(line: MeetingLine, title: str, words: MeetingWords, language: str) -> list[Block]:
    days = [day for day in (line.starts_on, line.ends_on) if day is not None]
    when = " – ".join(dict.fromkeys(spelled(day, language) for day in days)) or line.date_note
    where = ", ".join(part for part in (line.place, words.online if line.online else "") if part)
    facts = [(name, value) for name, value in ((words.when, when), (words.where, where)) if value]
    blocks: list[Block] = [*opening(title, line.title)]
    blocks.append(paragraph(words.disclaimer, Look.NOTE, italic=True))
    if facts:
        rows = tuple(((paragraph(name, Look.LABEL),), cell(value)) for name, value in facts)
        blocks.append(Table(title, (1, 5), (), rows, ruled=False))
    return blocks


def _bench(bench: Bench, words: MeetingWords) -> list[Block]:
    if not bench.present:
        return []
    named = words.bodies[bench.body.value].format(process=bench.process)
    if not any(line.persons for line in bench.present):
        return [paragraph(named, Look.SUBHEADING), paragraph(", ".join(line.name for line in bench.present))]
    rows = tuple(((paragraph(line.name, Look.LABEL),), cell(line.persons)) for line in bench.present)
    return [paragraph(named, Look.SUBHEADING), Table(named, (2, 5), (), rows, kept=True)]


def _listed(name: str, lines: Sequence[tuple[str, str]]) -> Table:
    widest = max(len(number) for number, _ in lines)
    rows = tuple((cell(number), cell(title)) for number, title in lines)
    return Table(name, (2 + widest, 60 - widest), (), rows, ruled=False, kept=True)


def _statements(said_there: Sequence[StatementLine], words: MeetingWords) -> list[Block]:
    if not said_there:
        return []
    blocks: list[Block] = [paragraph(words.statements, Look.HEADING)]
    for _, group in groupby(said_there, lambda line: line.item_id):
        lines = list(group)
        item = f"{lines[0].number} {lines[0].item}" if lines[0].item_id else words.under_no_item
        rows = tuple(((paragraph(line.who, Look.LABEL),), cell(*line.words.split("\n"))) for line in lines)
        blocks += [paragraph(item, Look.SUBHEADING), Table(item, (2, 7), (), rows, ruled=False)]
    return blocks


def _outcome(agreements: Sequence[AgreementLine], words: MeetingWords, language: str) -> list[Block]:
    blocks: list[Block] = []
    for title, force in (
        (words.agreements, Force.AGREED),
        (words.suggestions, Force.SUGGESTED),
        (words.not_agreed, Force.NOT_AGREED),
    ):
        found = [line for line in agreements if line.force is force]
        if not found and force is Force.SUGGESTED:
            continue
        blocks.append(paragraph(title, Look.HEADING))
        if not found:
            blocks.append(paragraph(words.none))
        elif force is Force.NOT_AGREED:
            plain = tuple((cell(str(line.number)), cell(line.what)) for line in found)
            blocks.append(Table(title, (1, 14), (words.number, words.what), plain, kept=True))
        else:
            header = (words.number, words.what, words.who, words.due, words.stands)
            rows = tuple(_row(line, words, language) for line in found)
            blocks.append(Table(title, (2, 12, 7, 7, 4), header, rows, kept=True))
    return blocks


def _row(line: AgreementLine, words: MeetingWords, language: str) -> tuple[tuple[Text, ...], ...]:
    who = [_owner(owner, words) for owner in line.owners] or [words.nobody]
    due = [spelled(line.due_on, language)] if line.due_on else []
    due += [line.due_note] if line.due_note else []
    return (
        cell(str(line.number)),
        cell(line.what),
        cell(*who),
        cell(*(due or [words.no_date])),
        cell(words.states[line.state.value]),
    )


def _owner(owner: OwnerLine, words: MeetingWords) -> str:
    name = words.offices[owner.office.value] if owner.office else owner.delegation
    return words.inferred.format(owner=name) if owner.inferred else name
