"""The text for a capital: to be marked up in Word and sent back."""

from sqlmodel import Session

from app.drafting.models import Declaration, Revision
from app.drafting.texts import labels_of, text_of
from app.exports.making.front import front_of
from app.word.capital import Origin, for_capital


def capital_text(session: Session, declaration: Declaration, revision: Revision) -> bytes:
    """`revision` in Word with tracking switched on. Everybody has the same file: it is dated when the text was issued."""
    text = text_of(session, revision.id)
    front = front_of(session, declaration, revision.name, at=revision.issued_at)
    origin = Origin(str(declaration.id), str(revision.id))
    return for_capital(text, front, origin, labels_of(session, revision, text, declaration.language))
