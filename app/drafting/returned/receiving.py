"""A marked-up file comes in: looked through first, then kept with its fingerprint."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath, PureWindowsPath
from uuid import UUID

from sqlmodel import Session

from app.drafting.importing import UNREADABLE, WORD
from app.drafting.limits import LINE, line
from app.drafting.models import Declaration
from app.drafting.policy import may_amend
from app.drafting.returned.models import ReturnedFile
from app.drafting.texts import require_current, revisions_of, text_of
from app.errors import Malformed, Refusal, TooLarge, require, sentence
from app.processes.models import Delegation
from app.record.actor import Actor
from app.record.chain import write
from app.store import Store
from app.word.returned import Base, Returned, returned
from app.word.unreadable import Reason, Unreadable

ALIKE = 0.15
"""How much of the text must be in a file for it to be taken for one made from it."""

_KINDS = (WORD, ".docm", ".dotx", ".doc")

_BRING_WORD = sentence("Bring the Word document (.docx) in which you have marked your changes.")

_SAVE_AS_WORD = sentence(
    "This is an OpenDocument text (.odt): open it in LibreOffice, save it as Word (.docx) and bring that file, "
    "in which your tracked changes are kept."
)
"""LibreOffice writes the changes, and the keys of the paragraphs, into the file of Word as they are in its own."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that was looked through and not yet kept."""

    declaration_id: UUID
    filename: str
    content: bytes
    says: Returned


def examine(session: Session, declaration: Declaration, name: str, content: bytes, *, by: Actor) -> Examined:
    """Read a file that came back. Reads only: nothing waits meanwhile.

    Raises Denied, OutOfPlace (nothing issued), TooLarge, Malformed (why it cannot be read, or that it is another text).
    """
    require(may_amend(by, declaration, session.get(Delegation, by.delegation_id) if by.delegation_id else None))
    require_current(session, declaration)
    plain_name = PureWindowsPath(name).name
    is_called_word = PurePath(plain_name).suffix.lower() in _KINDS
    try:
        says = _said(session, declaration, content)
    except Unreadable as unreadable:
        if unreadable.reason is Reason.NOT_A_DOCX and not is_called_word:
            raise Malformed(_BRING_WORD, field="file") from unreadable
        raise _refused(unreadable) from unreadable
    if not is_called_word:
        raise Malformed(_BRING_WORD, field="file")
    if says.score < ALIKE and says.elsewhere:
        raise Malformed("This file was made from the text of another declaration. Send it there.", field="file")
    if says.score < ALIKE:
        raise Malformed(
            "Hardly anything of the text of this declaration is in this file. Mark changes in the file for your capital.",
            field="file",
        )
    return Examined(declaration.id, line(plain_name[-LINE:], "file"), content, says)


def _said(session: Session, declaration: Declaration, content: bytes) -> Returned:
    """What a file says about one of the texts issued so far. Raises Unreadable."""
    bases = [Base(each.id, text_of(session, each.id)) for each in reversed(revisions_of(session, declaration.id))]
    return returned(content, bases)


def _refused(unreadable: Unreadable) -> Refusal:
    if unreadable.reason is Reason.TOO_LARGE:
        return TooLarge(UNREADABLE[unreadable.reason], field="file")
    if unreadable.reason is Reason.OPENDOCUMENT:
        return Malformed(_SAVE_AS_WORD, field="file")
    return Malformed(UNREADABLE[unreadable.reason], field="file")


def receive(session: Session, store: Store, examined: Examined, *, by: Actor, at: datetime) -> ReturnedFile:
    """Keep a file that was examined. The record keeps its fingerprint, not its name: the chair reads the record.

    Raises Denied.
    """
    declaration = session.get_one(Declaration, examined.declaration_id)
    require(may_amend(by, declaration, session.get(Delegation, by.delegation_id) if by.delegation_id else None))
    assert by.delegation_id is not None and by.participant_id is not None
    assert isinstance(examined.says.revision, UUID)
    row = ReturnedFile(
        declaration_id=declaration.id,
        delegation_id=by.delegation_id,
        revision_id=examined.says.revision,
        filename=examined.filename,
        sha256=store.put(examined.content),
        size=len(examined.content),
        uploaded_by=by.participant_id,
        at=at,
    )
    session.add(row)
    session.flush()
    after = row.model_dump(mode="json", include={"declaration_id", "revision_id", "sha256", "size"})
    subject = ("returned_file", row.id)
    write(session, "returned_file.receive", subject, by=by, at=at, process_id=declaration.process_id, after=after)
    return row
