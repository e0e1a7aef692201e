"""The clean text of a revision."""

from sqlmodel import Session

from app.drafting.texts import labels_of, text_of
from app.exports.making.front import front_of
from app.exports.making.spoken import spoken
from app.exports.order import Order
from app.exports.steps import Step, counting
from app.word.clean import clean
from app.word.translated import translated


def clean_text(session: Session, order: Order) -> bytes:
    """The revision in Word, without a mark on it."""
    declaration, revision = order.declaration, order.revision
    text = text_of(session, revision.id)
    front = front_of(session, declaration, revision.name, at=order.at)
    labels = labels_of(session, revision, text, declaration.language)
    return clean(text, front, labels, counting=counting(order.tell, Step.WRITING))


def clean_translation(session: Session, order: Order) -> bytes:
    """The revision in Word in the language of the order. Raises Unknown, OutOfPlace."""
    said = spoken(session, order)
    front, told = said.front(session, order), counting(order.tell, Step.WRITING)
    return translated(said.text, front, said.labels, said.foreign, counting=told)
