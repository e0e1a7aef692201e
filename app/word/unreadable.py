"""Why a file cannot be taken as a text."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a file cannot be read as a text."""

    NOT_A_DOCX = "not_a_docx"
    NOT_AN_ODT = "not_an_odt"
    NOT_PLAIN = "not_plain"
    OPENDOCUMENT = "opendocument"
    OLD_DOC = "old_doc"
    RICH_TEXT = "rich_text"
    PAGES = "pages"
    PDF = "pdf"
    WEB_PAGE = "web_page"
    PLAIN_XML = "plain_xml"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too_large"
    BOMB = "bomb"
    DAMAGED = "damaged"
    ENTITIES = "entities"
    EMPTY = "empty"
    NO_TEXT = "no_text"


_SENTENCES = {
    Reason.NOT_A_DOCX: "This is not a Word document (.docx), whatever its name says.",
    Reason.NOT_AN_ODT: "This is not an OpenDocument text (.odt), whatever its name says.",
    Reason.NOT_PLAIN: "This file is not a plain text, whatever its name says.",
    Reason.OPENDOCUMENT: "This is an OpenDocument text (.odt). Open it in Word or LibreOffice and save it as .docx.",
    Reason.OLD_DOC: "This is a document of the old .doc kind. Open it in Word and save it as .docx.",
    Reason.RICH_TEXT: "This is a document in Rich Text Format (.rtf). Open it in Word or LibreOffice and save it as .docx.",
    Reason.PAGES: "This is a document of Apple Pages. Export it to Word from Pages.",
    Reason.PDF: "This is a PDF, which keeps pages and not paragraphs. Take the Word document (.docx) it was made from.",
    Reason.WEB_PAGE: "This is a web page. Open it in Word or LibreOffice and save it as .docx.",
    Reason.PLAIN_XML: "This is a document saved as XML in one file. Open it in Word or LibreOffice and save it as .docx.",
    Reason.ENCRYPTED: "This document is protected by a password. Remove the password and try again.",
    Reason.TOO_LARGE: "This file is too large.",
    Reason.BOMB: "This file would unpack to far more than a document needs.",
    Reason.DAMAGED: "This document is damaged. Open it in Word or LibreOffice, let it be repaired, and save it again.",
    Reason.ENTITIES: "This document declares XML entities, which no text needs.",
    Reason.EMPTY: "There is nothing in this file.",
    Reason.NO_TEXT: "There is no text in this document.",
}


class Unfit(ValueError):
    """The file cannot be taken for what it was given for; `str()` says why, in a sentence."""


class Unreadable(Unfit):
    """The file cannot be read; `reason` says why, `str()` says it in a sentence."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(_SENTENCES[reason])
        self.reason = reason
