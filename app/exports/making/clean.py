"""The clean text of a revision."""

from datetime import datetime

from sqlmodel import Session

from app.drafting.models import Declaration, Revision
from app.drafting.texts import labels_of, text_of
from app.exports.making.front import front_of
from app.exports.making.spoken import spoken
from app.exports.order import Order
from app.word.clean import clean
from app.word.translated import translated


def clean_text(session: Session, declaration: Declaration, revision: Revision, *, at: datetime) -> bytes:
    """`revision` in Word, without a mark on it."""
    text = text_of(session, revision.id)
    front = front_of(session, declaration, revision.name, at=at)
    return clean(text, front, labels_of(session, revision, text, declaration.language))


def clean_translation(session: Session, order: Order) -> bytes:
    """The revision in Word in the language of the order. Raises Unknown, OutOfPlace."""
    said = spoken(session, order)
    return translated(said.text, said.front(session, order), said.labels, said.foreign)
