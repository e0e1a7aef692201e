"""The redline from one revision to another."""

from collections.abc import Hashable
from datetime import datetime

from sqlmodel import Session

from app.drafting.models import Declaration, Revision
from app.drafting.texts import labels_of, text_of
from app.exports.making.front import front_of
from app.exports.phrases import wording
from app.text.compare import compare
from app.word.redlined import Signature, redlined


def redline(
    session: Session, declaration: Declaration, old: Revision, new: Revision, *, at: datetime, anonymous: bool = False
) -> bytes:
    """What became of `old` in `new`, as tracked changes under the name of `new`, dated when it was issued; when they are
    `anonymous`, as those of nobody in particular."""
    before, after = text_of(session, old.id), text_of(session, new.id)
    words = wording(declaration.language)
    stage = words.redline.format(new=new.name, old=old.name)
    numbers = {
        **labels_of(session, old, before, declaration.language),
        **labels_of(session, new, after, declaration.language),
    }
    signatures: dict[Hashable, Signature] = {
        new.id: Signature(words.proposal, None) if anonymous else Signature(new.name, new.issued_at)
    }
    return redlined(compare(before, after, new.id), signatures, front_of(session, declaration, stage, at=at), numbers)
