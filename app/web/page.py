"""What every page is made of. A template gets one variable, `page`."""

from dataclasses import dataclass, field
from datetime import datetime

from app.errors import Refusal
from app.processes.queries import SeatLine


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way to the page. `name` is shown as it is: already in the reader's language."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page: the reader, their language, where they are, what was just done. `here` leads back to
    the page, as it was asked for."""

    language: str
    path: str
    here: str
    at: datetime
    reader: str = ""
    seats: tuple[SeatLine, ...] = ()
    notice: str = ""


@dataclass(frozen=True, kw_only=True)
class Page:
    """The base of every page's value. `frame` is put in by `render`."""

    crumbs: tuple[Crumb, ...] = ()
    refusal: Refusal | None = None
    typed: dict[str, str] = field(default_factory=dict)
