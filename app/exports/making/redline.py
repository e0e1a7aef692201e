"""The redline from one revision to another."""

from collections.abc import Hashable

from sqlmodel import Session

from app.drafting.models import Revision
from app.drafting.texts import labels_of, text_of
from app.exports.making.front import front_of
from app.exports.order import Order
from app.exports.phrases import wording
from app.exports.steps import Step, counting
from app.text.compare import compare
from app.text.document import Document
from app.word.redlined import Signature, redlined


def redline(session: Session, order: Order) -> bytes:
    """What became of one revision in another, as tracked changes under the name of the later one, dated when it was issued;
    when they are anonymous, as those of nobody in particular."""
    declaration, old, new = order.declaration, order.against or order.revision, order.revision
    before, after = text_of(session, old.id), text_of(session, new.id)
    words = wording(declaration.language)
    stage = words.redline.format(new=new.name, old=old.name)
    numbers = numbers_in(session, declaration.language, (old, before), (new, after))
    signatures: dict[Hashable, Signature] = {
        new.id: Signature(words.proposal, None) if order.options.anonymous else Signature(new.name, new.issued_at)
    }
    front, told = front_of(session, declaration, stage, at=order.at), counting(order.tell, Step.WRITING)
    return redlined(compare(before, after, new.id), signatures, front, numbers, counting=told)


def numbers_in(session: Session, language: str, *texts: tuple[Revision, Document]) -> dict[str, str]:
    """The numbers of the last of these texts; what it has no more keeps the number it had in the one before."""
    labels = (labels_of(session, revision, text, language) for revision, text in texts)
    return {key: label for each in labels for key, label in each.items()}
