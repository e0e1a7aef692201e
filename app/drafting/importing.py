"""A text somebody brings, pasted or as a file, as paragraphs whose roles are proposed. Nothing is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType

from app.drafting.keys import NewKey, new_key
from app.drafting.limits import require_document_fits, require_pasteable
from app.errors import Malformed, Refusal, TooLarge, sentence
from app.text import pasted
from app.text.document import Document
from app.word.odt import read as opendocument
from app.word.omissions import Kind
from app.word.read import document_of, read
from app.word.unreadable import Reason, Unreadable

WORD, OPENDOCUMENT, PLAIN = ".docx", ".odt", ".txt"

UNREADABLE: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.NOT_A_DOCX: sentence("This is not a Word document (.docx), whatever its name says."),
        Reason.NOT_AN_ODT: sentence("This is not an OpenDocument text (.odt), whatever its name says."),
        Reason.OLD_DOC: sentence("This is a document of the old .doc kind. Open it in Word and save it as .docx."),
        Reason.ENCRYPTED: sentence("This document is protected by a password. Remove the password and try again."),
        Reason.TOO_LARGE: sentence("This document is too large to be read. Divide it, or save it without its pictures."),
        Reason.BOMB: sentence("This file would unpack to far more than a document needs, so it was not opened."),
        Reason.DAMAGED: sentence(
            "This document is damaged. Open it in Word or LibreOffice, let it be repaired, and save it again."
        ),
        Reason.ENTITIES: sentence(
            "This document asks for material from outside itself, which no text needs, so it was not opened."
        ),
        Reason.NO_TEXT: sentence("There is no text in this document."),
    }
)
"""Why a file could not be read, in a delegate's words."""

LEFT_OUT: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.TABLE: sentence("Tables taken over without their widths, lines and colours: {count}."),
        Kind.MERGED: sentence("Merged cells that were parted, with their words in the first: {count}."),
        Kind.NESTED: sentence("Tables within a table, taken over as lines of the cell around them: {count}."),
        Kind.PICTURE: sentence("Pictures or drawings left out: {count}."),
        Kind.TEXT_BOX: sentence("Text boxes left out: {count}."),
        Kind.EMBEDDED: sentence("Embedded objects or documents left out: {count}."),
        Kind.FORMULA: sentence("Formulas taken over as plain characters: {count}."),
        Kind.HEADER: sentence("Headers or footers with text left out: {count}."),
        Kind.COMMENT: sentence("Comments left out: {count}."),
        Kind.CONTENTS: sentence("Lines of a table of contents left out: {count}."),
        Kind.HIDDEN: sentence("Passages of hidden text left out: {count}."),
        Kind.SYMBOL: sentence("Symbols of a special font that could not be read: {count}."),
        Kind.TRACKED: sentence("Tracked changes taken as accepted: {count}."),
    }
)
"""What of a file is not in the text, or is there in another form."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A text as it was read: its paragraphs with proposed roles, and what of the file could not be taken over, each kind
    with how many."""

    document: Document
    left_out: tuple[tuple[Kind, int], ...] = ()


def from_text(text: str, *, field: str = "text", fresh: NewKey = new_key) -> Brought:
    """Pasted text, every line that is not blank a paragraph. Raises Malformed when there are no words, TooLarge."""
    require_pasteable(text, field)
    document = pasted.document_of(text, fresh)
    if not document.paragraphs:
        raise Malformed("There are no words in this text.", field=field)
    return _fitting(Brought(document), field)


def from_file(name: str, data: bytes, *, field: str = "file", fresh: NewKey = new_key) -> Brought:
    """An uploaded .docx or .odt (its tracked changes accepted) or .txt, told by the end of its name.

    Raises Malformed, saying why, when there is no text to be had of it; TooLarge.
    """
    kind = PurePath(name).suffix.lower()
    if kind == PLAIN:
        return from_text(_decoded(data, field), field=field, fresh=fresh)
    if kind not in (WORD, OPENDOCUMENT, ".doc", ".docm", ".dotx"):
        raise Malformed("Bring a Word document (.docx), an OpenDocument text (.odt) or a plain text (.txt).", field=field)
    try:
        imported = opendocument.read(data) if kind == OPENDOCUMENT else read(data)
    except Unreadable as unreadable:
        refused: type[Refusal] = TooLarge if unreadable.reason is Reason.TOO_LARGE else Malformed
        raise refused(UNREADABLE[unreadable.reason], field=field) from unreadable
    left_out = tuple((omission.kind, omission.count) for omission in imported.left_out)
    return _fitting(Brought(document_of(imported, fresh), left_out), field)


def _decoded(data: bytes, field: str) -> str:
    """In UTF-8, UTF-16 (with its mark) or the Western Windows encoding."""
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Malformed("This file is not a plain text, whatever its name says.", field=field)


def _fitting(brought: Brought, field: str) -> Brought:
    try:
        require_document_fits(brought.document)
    except TooLarge as refusal:
        raise TooLarge(refusal.text, field=field, **refusal.values) from None
    return brought
