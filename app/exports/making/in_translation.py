"""The redline from one revision to another in a language the text was translated into."""

from collections.abc import Hashable
from dataclasses import replace

from sqlmodel import Session

from app.exports.making.spoken import wholly_spoken
from app.exports.order import Order
from app.exports.phrases import wording
from app.exports.steps import Step, counting
from app.text.compare import compare
from app.word.redlined import Signature, redlined
from app.word.writing.language import called


def redline_in_translation(session: Session, order: Order) -> bytes:
    """What became of the translation of one revision in that of another, both translated whole; signed as the redline of
    the text itself. Raises Unknown, OutOfPlace."""
    old, new = order.against or order.revision, order.revision
    before, after = wholly_spoken(session, replace(order, revision=old)), wholly_spoken(session, order)
    words = wording(after.language)
    source = called(order.declaration.language, after.language)
    stage = words.redline.format(new=new.name, old=old.name)
    front = replace(after.front(session, order), stage=words.languages.version.format(name=stage, language=source))
    anonymous = order.options.anonymous
    signatures: dict[Hashable, Signature] = {
        new.id: Signature(words.proposal, None) if anonymous else Signature(new.name, new.issued_at)
    }
    told, numbers = counting(order.tell, Step.WRITING), {**before.labels, **after.labels}
    return redlined(compare(before.text, after.text, new.id), signatures, front, numbers, counting=told)
