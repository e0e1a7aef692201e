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
from app.word.files import read_any
from app.word.omissions import Kind
from app.word.plain import decoded, is_plain_text
from app.word.read import document_of
from app.word.unreadable import Reason, Unreadable

WORD = ".docx"
_ENDINGS = (WORD, ".docm", ".dotx", ".dotm", ".doc", ".odt", ".ott")

UNREADABLE: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.NOT_A_DOCX: sentence("This is not a Word document (.docx), whatever its name says."),
        Reason.NOT_AN_ODT: sentence("This is not an OpenDocument text (.odt), whatever its name says."),
        Reason.NOT_PLAIN: sentence("This file is not a plain text, whatever its name says."),
        Reason.OPENDOCUMENT: sentence(
            "This is an OpenDocument text (.odt). Open it in Word or LibreOffice and save it as .docx."
        ),
        Reason.OLD_DOC: sentence("This is a document of the old .doc kind. Open it in Word and save it as .docx."),
        Reason.RICH_TEXT: sentence(
            "This is a document in Rich Text Format (.rtf). Open it in Word or LibreOffice and save it as .docx."
        ),
        Reason.PAGES: sentence("This is a document of Apple Pages. Export it to Word from Pages, and bring that file."),
        Reason.PDF: sentence(
            "This is a PDF, which keeps pages and not paragraphs. Bring the Word document (.docx) it was made from."
        ),
        Reason.WEB_PAGE: sentence("This is a web page. Open it in Word or LibreOffice and save it as .docx."),
        Reason.PLAIN_XML: sentence(
            "This is a document saved as XML in one file. Open it in Word or LibreOffice and save it as .docx."
        ),
        Reason.ENCRYPTED: sentence("This document is protected by a password. Remove the password and try again."),
        Reason.TOO_LARGE: sentence("This document is too large to be read. Divide it, or save it without its pictures."),
        Reason.BOMB: sentence("This file would unpack to far more than a document needs, so it was not opened."),
        Reason.DAMAGED: sentence(
            "This document is damaged. Open it in Word or LibreOffice, let it be repaired, and save it again."
        ),
        Reason.ENTITIES: sentence(
            "This document asks for material from outside itself, which no text needs, so it was not opened."
        ),
        Reason.EMPTY: sentence("There is nothing in this file."),
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
    """An uploaded Word file or OpenDocument text (its tracked changes accepted), whatever its name, or plain text (.txt).

    Raises Malformed, saying why, when there is no text to be had of it; TooLarge.
    """
    try:
        if is_plain_text(name, data):
            return from_text(decoded(data), field=field, fresh=fresh)
        imported = read_any(data)
    except Unreadable as unreadable:
        if unreadable.reason is Reason.NOT_A_DOCX and PurePath(name).suffix.lower() not in _ENDINGS:
            raise Malformed(
                "Bring a Word document (.docx), an OpenDocument text (.odt) or a plain text (.txt).", field=field
            ) from unreadable
        refused: type[Refusal] = TooLarge if unreadable.reason is Reason.TOO_LARGE else Malformed
        raise refused(UNREADABLE[unreadable.reason], field=field) from unreadable
    left_out = tuple((omission.kind, omission.count) for omission in imported.left_out)
    return _fitting(Brought(document_of(imported, fresh), left_out), field)


def _fitting(brought: Brought, field: str) -> Brought:
    try:
        require_document_fits(brought.document)
    except TooLarge as refusal:
        raise TooLarge(refusal.text, field=field, **refusal.values) from None
    return brought
