"""What stands in the margins of the documents of a declaration."""

from datetime import datetime

from sqlmodel import Session

from app.drafting.models import Declaration
from app.exports.house_styles.queries import reference_of
from app.processes.models import Process
from app.processes.names import name_of
from app.word.front import Front


def front_of(
    session: Session,
    declaration: Declaration,
    stage: str,
    *,
    at: datetime,
    line_numbers: bool = False,
    landscape: bool = False,
    foot: str = "",
) -> Front:
    """The front of a document of `declaration`; `stage` is what it is ("Rev.1", "Compilation of amendments on Rev.1").

    It is written on the house style of the process, where that has one.
    """
    process = session.get_one(Process, declaration.process_id)
    return Front(
        title=declaration.title,
        language=declaration.language,
        process=name_of(process, declaration.language, "official"),
        symbol=declaration.symbol,
        stage=stage,
        date=at.date(),
        at=at,
        line_numbers=line_numbers,
        landscape=landscape,
        foot=foot,
        reference=reference_of(session, process.id),
    )
