"""The parallel text: a revision in two languages, paragraphs side by side."""

from sqlmodel import Session

from app.drafting.texts import labels_of, text_of
from app.drafting.translations import LanguageVersion, Rendered, Standing
from app.exports.forms.parallel import Parallel, Row
from app.exports.making.front import front_of
from app.exports.making.spoken import translated
from app.exports.order import Order
from app.exports.phrases import wording
from app.exports.phrases.words import LanguageWords
from app.exports.steps import Step
from app.text.paragraph import Role
from app.text.runs import Mark, Run, Runs
from app.word.layout import Block, Cell, Look, Table, Text, as_it_stands, paragraph, said
from app.word.papers import paper_of
from app.word.writing.language import called

LONGEST_KEPT = 2_500
"""Characters of a paragraph up to which a row is not broken over two pages."""


def in_parallel(session: Session, order: Order) -> Parallel:
    """What stands beside what. The words of our own are in the language of the text. Raises Unknown, OutOfPlace."""
    declaration, revision = order.declaration, order.revision
    text = text_of(session, revision.id)
    version = translated(session, order, text)
    words, language, other = wording(declaration.language), declaration.language, order.options.language
    labels = labels_of(session, revision, text, language)
    source = called(language, language)
    return Parallel(
        declaration.title,
        words.languages.parallel.format(name=revision.name, language=source, other=called(other, language)),
        language,
        other,
        (words.sheets.number, _capital(source), _capital(called(other, other))),
        tuple(_row(each, labels.get(each.source.key, ""), wording(other).languages) for each in version.paragraphs),
        (words.languages.authoritative.format(language=source), _counts(version, words.languages)),
    )


def parallel(session: Session, order: Order) -> bytes:
    """The two languages in Word, on paper that lies, each column in its language for whoever proofs it."""
    told = in_parallel(session, order)
    order.tell(Step.WRITING)
    blocks: list[Block] = [paragraph(told.title, Look.TITLE), Text(said(told.stage, italic=True), Look.SUBTITLE)]
    rows = tuple(_cells(row) for row in told.rows)
    length = max((max(_length(row.source), _length(row.other)) for row in told.rows), default=0)
    languages = ("", told.language, told.other)
    kept = length <= LONGEST_KEPT
    blocks.append(Table(told.stage, (6, 47, 47), told.head, rows, kept=kept, languages=languages))
    blocks += [Text(said(note, italic=True), Look.NOTE) for note in told.notes]
    return paper_of(blocks, front_of(session, order.declaration, told.stage, at=order.at, landscape=True))


def _row(each: Rendered, label: str, words: LanguageWords) -> Row:
    mark = ""
    if each.standing is Standing.MISSING:
        mark = words.missing
    elif each.standing is Standing.STALE and each.entered is not None:
        mark = words.stale.format(name=each.entered.revision)
    return Row(label, each.source.role, each.source.runs, mark, each.runs)


def _cells(row: Row) -> tuple[Cell, ...]:
    look = Look.LABEL if row.role in (Role.TITLE, Role.HEADING) else Look.PLAIN
    mark = (Run(f"{row.mark} " if row.other else row.mark, frozenset({Mark.ITALIC})),) if row.mark else ()
    return (
        (Text(said(row.label)),),
        (Text(as_it_stands(row.source), look),),
        (Text(as_it_stands((*mark, *row.other)), look),),
    )


def _counts(version: LanguageVersion, words: LanguageWords) -> str:
    return words.counts.format(
        all=len(version.paragraphs),
        current=version.count(Standing.CURRENT),
        stale=version.count(Standing.STALE),
        missing=version.count(Standing.MISSING),
        concordant=version.concordant,
    )


def _length(runs: Runs) -> int:
    return sum(len(run.text) for run in runs)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
