"""Why a file cannot be taken as a text."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a file cannot be read as a text."""

    NOT_A_DOCX = "not_a_docx"
    NOT_AN_ODT = "not_an_odt"
    OLD_DOC = "old_doc"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too_large"
    BOMB = "bomb"
    DAMAGED = "damaged"
    ENTITIES = "entities"
    NO_TEXT = "no_text"


_SENTENCES = {
    Reason.NOT_A_DOCX: "This is not a Word document (.docx), whatever its name says.",
    Reason.NOT_AN_ODT: "This is not an OpenDocument text (.odt), whatever its name says.",
    Reason.OLD_DOC: "This is a document of the old .doc kind. Open it in Word and save it as .docx.",
    Reason.ENCRYPTED: "This document is protected by a password. Remove the password and try again.",
    Reason.TOO_LARGE: "This file is too large.",
    Reason.BOMB: "This file would unpack to far more than a document needs.",
    Reason.DAMAGED: "This document is damaged. Open it in Word or LibreOffice, let it be repaired, and save it again.",
    Reason.ENTITIES: "This document declares XML entities, which no text needs.",
    Reason.NO_TEXT: "There is no text in this document.",
}


class Unreadable(ValueError):
    """The file cannot be read; `reason` says why, `str()` says it in a sentence."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(_SENTENCES[reason])
        self.reason = reason
