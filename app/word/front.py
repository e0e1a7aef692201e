"""What stands around a text in Word: in the margins and the properties, never among its paragraphs."""

from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Front:
    """`process`, `symbol`, `stage` and `date` stand in the header of every page; empty ones are left out.

    `language` is a BCP 47 tag. `at` is when the document is made: the only time its properties hold.
    `line_numbers` counts the lines of every page in the margin. `foot` stands at the foot of every page, above its number.
    `landscape` turns the paper. `reference` is the Word file whose styles and paper are used; None means ours.
    """

    title: str
    language: str = "en"
    process: str = ""
    symbol: str = ""
    stage: str = ""
    date: Date | None = None
    creator: str = "Pro Tempore"
    at: datetime = field(kw_only=True)
    line_numbers: bool = field(default=False, kw_only=True)
    foot: str = field(default="", kw_only=True)
    landscape: bool = field(default=False, kw_only=True)
    reference: bytes | None = field(default=None, kw_only=True, repr=False)
