"""The kinds of documents that are handed out, and what can be chosen of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID


class Kind(StrEnum):
    """CLEAN: a revision without a mark. REDLINE: from one revision to another. COMPILATION: a revision with every
    amendment pending on it, each under its delegation's name. HISTORY: from the first text to a revision, each word under
    the delegation that brought it. SHEETS: each amendment on a form of two columns. TABLE: paragraphs down, delegations
    across. AGREED: a revision ready to be adopted, with the States that do. CAPITAL: a revision to be marked up in Word and
    sent back. PARALLEL: a revision in two languages, paragraphs side by side."""

    CLEAN = "clean"
    CAPITAL = "capital"
    REDLINE = "redline"
    COMPILATION = "compilation"
    HISTORY = "history"
    SHEETS = "sheets"
    TABLE = "table"
    AGREED = "agreed"
    PARALLEL = "parallel"


class MeetingKind(StrEnum):
    """REPORT: what the secretariat took down of a meeting. OUTCOME: what it agreed on, only suggested, could not settle."""

    REPORT = "report"
    OUTCOME = "outcome"


MARKED = frozenset({Kind.REDLINE, Kind.COMPILATION, Kind.HISTORY, Kind.SHEETS, Kind.TABLE})
"""The kinds that show who changes what, and can be had without saying who."""

TRANSLATED = frozenset({Kind.CLEAN, Kind.REDLINE, Kind.AGREED, Kind.PARALLEL})
"""The kinds that can be had in, or beside, another language than the one that is negotiated in."""


class Form(StrEnum):
    """How a document is written; the value is the ending of its file."""

    WORD = "docx"
    PDF = "pdf"
    ODT = "odt"
    HTML = "html"
    MARKDOWN = "md"
    AKOMA_NTOSO = "akn"

    @property
    def on_paper(self) -> bool:
        """Whether it has pages, and so looks as the house style has it."""
        return self in (Form.WORD, Form.PDF, Form.ODT)

    @property
    def media_type(self) -> str:
        """What it is called on the way."""
        return MEDIA_TYPES[self]


@dataclass(frozen=True, slots=True)
class Options:
    """`anonymous`: every change is by one author, and nobody is named. `amendments`: only these; none means all.
    `language`: the text in another language, or beside it in the PARALLEL text; "" is the one it is negotiated in. Of a
    document of a meeting it is always given."""

    anonymous: bool = False
    amendments: tuple[UUID, ...] = ()
    form: Form = Form.WORD
    language: str = ""

    def plain(self) -> dict[str, Any]:
        """What was chosen, as it is kept; what was not is left out."""
        chosen: dict[str, Any] = {}
        if self.anonymous:
            chosen["anonymous"] = True
        if self.amendments:
            chosen["amendments"] = [str(each) for each in self.amendments]
        if self.form is not Form.WORD:
            chosen["form"] = self.form.value
        if self.language:
            chosen["language"] = self.language
        return chosen

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Options":
        """What was chosen, from how it is kept."""
        amendments = tuple(UUID(each) for each in plain.get("amendments", ()))
        form, language = Form(plain.get("form", Form.WORD)), plain.get("language", "")
        return cls(bool(plain.get("anonymous")), amendments, form, language)


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

MEDIA_TYPES = {
    Form.WORD: WORD,
    Form.PDF: "application/pdf",
    Form.ODT: "application/vnd.oasis.opendocument.text",
    Form.HTML: "text/html; charset=utf-8",
    Form.MARKDOWN: "text/markdown; charset=utf-8",
    Form.AKOMA_NTOSO: "application/akn+xml",
}
