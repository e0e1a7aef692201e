"""A page that shows a house style: every style that documents use, once."""

from datetime import datetime

from sqlmodel import Session

from app.exports.house_styles.queries import reference_of
from app.exports.phrases import wording
from app.processes.models import Process
from app.processes.names import name_of
from app.text.document import Document
from app.text.numbering import labels
from app.text.paragraph import Paragraph, Role
from app.text.rows import row
from app.text.runs import NOTE_ANCHOR, Run, runs_of
from app.word.front import Front
from app.word.layout import Table, cell
from app.word.papers import text_and_more


def sample(session: Session, process: Process, *, language: str, at: datetime) -> bytes:
    """The page in a language, on the house style of the process, or on ours where it has none."""
    words = wording(language).sample
    text = Document(
        [
            Paragraph("title", Role.TITLE, runs_of(words.title)),
            Paragraph("preambular", Role.PREAMBULAR, runs_of(words.preambular)),
            Paragraph("heading", Role.HEADING, runs_of(words.heading), 1),
            Paragraph("operative", Role.OPERATIVE, (Run(words.operative), Run(NOTE_ANCHOR, note=words.note))),
            Paragraph("item", Role.ITEM, runs_of(words.item)),
            Paragraph("subitem", Role.SUBITEM, runs_of(words.subitem)),
            Paragraph("further", Role.HEADING, runs_of(words.subheading), 2),
            Paragraph("again", Role.OPERATIVE, runs_of(words.operative)),
            Paragraph("head", Role.ROW, row([runs_of(words.column)] * 2), 1),
            Paragraph("row", Role.ROW, row([runs_of(words.cell)] * 2)),
            Paragraph("closing", Role.CLOSING, runs_of(words.closing)),
        ]
    )
    front = Front(
        title=words.title,
        language=language,
        process=name_of(process, language, "official"),
        symbol="A/1",
        stage=words.stage,
        date=at.date(),
        at=at,
        reference=reference_of(session, process.id),
    )
    table = Table(words.stage, (1, 1), (words.column, words.column), ((cell(words.cell), cell(words.cell)),))
    return text_and_more(text, [table], front, labels(text, text, language))
