"""The rows of a draft: cleaned at the door, written in order."""

from sqlmodel import Session

from app.drafting.limits import require_paragraph_fits
from app.drafting.models import Declaration, DraftParagraph
from app.errors import Malformed, Unknown
from app.text.document import Document
from app.text.normalise import normalise_runs, trimmed
from app.text.paragraph import Paragraph, Role
from app.text.runs import Runs
from app.text.stored import Plain, runs_to_plain

DEEPEST = 6


def clean_runs(runs: Runs) -> Runs:
    """Words as they are kept: normalised, no blanks at the ends."""
    return trimmed(normalise_runs(runs))


def clean(document: Document) -> Document:
    """A text as it is kept: every paragraph clean, those without words gone, levels only where they mean something."""
    paragraphs = (
        Paragraph(paragraph.key, paragraph.role, clean_runs(paragraph.runs), level_of(paragraph.role, paragraph.level))
        for paragraph in document
    )
    return Document(paragraph for paragraph in paragraphs if paragraph.runs)


def level_of(role: Role, level: int) -> int:
    """The depth of a heading, brought within 1 to 6; of a row 1 if it heads its table; 0 for every other role."""
    if role is Role.HEADING:
        return min(max(level, 1), DEEPEST)
    return min(max(level, 0), 1) if role is Role.ROW else 0


def words_of(runs: Runs) -> Runs:
    """Clean words of one paragraph. Raises Malformed when there are none, TooLarge when there are too many."""
    words = clean_runs(runs)
    if not words:
        raise Malformed("This paragraph has no words. If it is to go, delete it.", field="text")
    require_paragraph_fits(words)
    return words


def put_document(session: Session, declaration: Declaration, text: Document) -> None:
    """Write `text` as the rows of a draft that has none."""
    session.add_all(
        DraftParagraph(
            declaration_id=declaration.id,
            position=position,
            key=paragraph.key,
            role=paragraph.role,
            level=paragraph.level,
            runs=runs_to_plain(paragraph.runs),
        )
        for position, paragraph in enumerate(text)
    )
    session.flush()


def row_of(rows: list[DraftParagraph], key: str) -> DraftParagraph:
    """The row under `key`. Raises Unknown."""
    for row in rows:
        if row.key == key:
            return row
    raise Unknown("There is no such paragraph in this text.")


def place_after(rows: list[DraftParagraph], after: str | None) -> int:
    """The index at which a paragraph stands that follows `after` (None: the beginning). Raises Unknown."""
    return 0 if after is None else rows.index(row_of(rows, after)) + 1


def renumber(session: Session, rows: list[DraftParagraph]) -> None:
    """Make the positions say the order of `rows`."""
    for position, row in enumerate(rows):
        row.position = position
        session.add(row)
    session.flush()


def plain_row(row: DraftParagraph) -> Plain:
    """A row as the record keeps it."""
    return {"key": row.key, "role": row.role, "level": row.level, "runs": row.runs, "position": row.position}
