"""Amendment sheets: each amendment on a form of two columns, the present text beside the proposed one."""

from itertools import groupby

from sqlmodel import Session

from app.drafting import queries
from app.drafting.queries import AmendmentView
from app.drafting.texts import text_of
from app.errors import Malformed
from app.exports.making.compilation import Found, acts_on, gone_from, numbers_with, overtaken_on, pending_on, without_names
from app.exports.making.front import front_of
from app.exports.making.rows import Rows
from app.exports.making.tabled import table_of
from app.exports.order import Order
from app.exports.phrases import Wording, wording
from app.exports.steps import Step
from app.text.change import Act, Change
from app.word.layout import Block, Cell, Look, Table, Text, opening, paragraph, said
from app.word.papers import Paper
from app.word.writing.language import spelled


def sheets(session: Session, order: Order) -> Paper:
    """The sheets of the amendments asked for, else of all that are pending on the revision, each on a page of its own.

    A reason is there where the reader may read it. Raises Malformed when an amendment does not speak of the revision.
    """
    declaration, revision = order.declaration, order.revision
    language = declaration.language
    words = wording(language)
    found = asked_for(session, order)
    base = text_of(session, revision.id)
    changes = [Change(view.id, acts) for view, acts in found]
    numbers = numbers_with(session, revision, base, changes, language)
    order.tell(Step.WRITING)
    rows = Rows(base, numbers, words, language)
    stage = words.stage(words.sheets.stage.format(base=revision.name), anonymous=order.options.anonymous)
    blocks: list[Block] = [*opening(declaration.title, stage)]
    if not found:
        blocks.append(paragraph(words.sheets.none))
    blocks += _left_out(session, order, words)
    for place, (view, acts) in enumerate(found, 1):
        name = f"{words.proposal} {place}" if order.options.anonymous else words.sheets.amendment.format(name=view.name)
        blocks.append(Text(said(name), Look.HEADING, new_page=place > 1))
        if not order.options.anonymous:
            blocks.append(_facts(view, words, language))
        if acts:
            blocks += [*_form(rows, view, acts, words, name), note_of(words.sheets.marks)]
        if view.reason and not order.options.anonymous:
            title = words.sheets.whole if view.is_general else words.sheets.reason
            blocks += [paragraph(title, Look.SUBHEADING), *(paragraph(line) for line in view.reason.splitlines() if line)]
    return Paper(blocks, front_of(session, declaration, stage, at=order.at))


def _left_out(session: Session, order: Order, words: Wording) -> list[Block]:
    """What else is pending where all that are were asked for."""
    if order.options.amendments:
        return []
    displaced = overtaken_on(session, order.declaration, order.revision, by=order.by)
    return [note_of(line) for line in gone_from(displaced, order.revision, words, anonymous=order.options.anonymous)]


def note_of(line: str) -> Block:
    """A remark of our own in a document about a text."""
    return Text(said(line, italic=True), Look.NOTE)


def asked_for(session: Session, order: Order) -> list[Found]:
    """The amendments asked for, else all that are pending on the revision. Raises Malformed when one speaks of another."""
    found = _chosen(session, order) or pending_on(session, order.declaration, order.revision, by=order.by)
    return without_names(text_of(session, order.revision.id), found) if order.options.anonymous else found


def _chosen(session: Session, order: Order) -> list[Found]:
    wanted = set(order.options.amendments)
    if not wanted:
        return []
    language = order.declaration.language
    views = queries.amendments_of(session, order.declaration.id, by=order.by, language=language)
    found = [(view, acts_on(view, order.revision.id)) for view in views if view.id in wanted and view.tabled]
    spoken = [(view, acts) for view, acts in found if acts is not None]
    if len(spoken) < len(wanted):
        raise Malformed("Not every amendment you chose speaks of this revision.", field="amendments")
    return spoken


def _facts(view: AmendmentView, words: Wording, language: str) -> Table:
    said_of = words.sheets
    tabled = f"{view.sponsor_names}, {spelled(view.tabled_at.date(), language)}" if view.tabled_at else view.sponsor_names
    facts = {
        said_of.by: f"{tabled} ({said_of.late})" if view.late else tabled,
        said_of.status: said_of.states[view.state.value],
    }
    rows = tuple(((paragraph(name, Look.LABEL),), (paragraph(value),)) for name, value in facts.items())
    return Table(view.name, (1, 4), (), rows, ruled=False)


def _form(rows: Rows, view: AmendmentView, acts: tuple[Act, ...], words: Wording, name: str) -> list[Block]:
    """Paragraphs in two columns; rows of a table as tables, the present one above the proposed one."""
    blocks: list[Block] = []
    for column, group in groupby(rows.of(acts, view.id), lambda row: row.column):
        if column is None:
            body: list[tuple[Cell, ...]] = []
            for row in group:
                body += [((paragraph(rows.place(row.paragraph), Look.LABEL),),), (row.present, row.proposed)]
            blocks.append(Table(name, (1, 1), (words.sheets.present, words.sheets.proposed), tuple(body)))
            continue
        changed = list(group)
        heads = any(row.paragraph.key == column.table and row.paragraph.level for row in changed)
        above = (column.head,) if column.head and not heads else ()
        for title, sides in (
            (words.sheets.present, [row.now for row in changed]),
            (words.sheets.proposed, [row.then for row in changed]),
        ):
            lines = (*above, *(line for side in sides for line in side))
            blocks.append(table_of(f"{name}: {title}", lines, int(bool(column.head)), (title,)))
    return blocks
