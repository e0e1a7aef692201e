"""Who makes which kind of document."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sqlmodel import Session

from app.exports.kinds import Kind, MeetingKind
from app.exports.making.agreed import agreed_text
from app.exports.making.capital import capital_text
from app.exports.making.clean import clean_text, clean_translation
from app.exports.making.compilation import compiled
from app.exports.making.history import history_of
from app.exports.making.in_translation import redline_in_translation
from app.exports.making.meeting import outcome, report
from app.exports.making.parallel import parallel
from app.exports.making.redline import redline
from app.exports.making.sheets import sheets
from app.exports.making.table import table
from app.exports.order import MeetingOrder, Order
from app.exports.steps import Step
from app.word.papers import Paper

Maker = Callable[[Session, Order], bytes]


def _clean(session: Session, order: Order) -> bytes:
    order.tell(Step.WRITING)
    if order.options.language:
        return clean_translation(session, order)
    return clean_text(session, order)


def _capital(session: Session, order: Order) -> bytes:
    order.tell(Step.WRITING)
    return capital_text(session, order.declaration, order.revision)


def _redline(session: Session, order: Order) -> bytes:
    order.tell(Step.WRITING)
    if order.options.language:
        return redline_in_translation(session, order)
    return redline(session, order)


def _compilation(session: Session, order: Order) -> bytes:
    return compiled(
        session,
        order.declaration,
        order.revision,
        by=order.by,
        at=order.at,
        anonymous=order.options.anonymous,
        tell=order.tell,
    )


MAKERS: Mapping[Kind, Maker] = MappingProxyType(
    {
        Kind.CLEAN: _clean,
        Kind.CAPITAL: _capital,
        Kind.REDLINE: _redline,
        Kind.COMPILATION: _compilation,
        Kind.HISTORY: history_of,
        Kind.AGREED: agreed_text,
    }
)
"""Those that are the text itself, in Word."""

PAPERS: Mapping[Kind, Callable[[Session, Order], Paper]] = MappingProxyType(
    {
        Kind.SHEETS: sheets,
        Kind.TABLE: table,
        Kind.PARALLEL: parallel,
    }
)
"""Those that are about the text, in whatever form."""

OF_MEETINGS: Mapping[MeetingKind, Callable[[Session, MeetingOrder], Paper]] = MappingProxyType(
    {
        MeetingKind.REPORT: report,
        MeetingKind.OUTCOME: outcome,
    }
)
"""Those that are about a meeting, in whatever form."""
