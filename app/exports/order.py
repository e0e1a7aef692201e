"""What was asked for: everything that making a document needs to know."""

from dataclasses import dataclass, field
from datetime import datetime

from app.drafting.models import Declaration, Revision
from app.exports.kinds import Kind, Options
from app.exports.steps import Telling, to_nobody
from app.record.actor import Actor


@dataclass(frozen=True, slots=True)
class Order:
    """A document of `kind`, made at `at` of `revision` for the eyes of `by`; `against` is the earlier one of a REDLINE.

    `tell` is told each step of making it.
    """

    declaration: Declaration
    kind: Kind
    revision: Revision
    against: Revision | None
    by: Actor
    at: datetime
    options: Options = field(default=Options())
    tell: Telling = to_nobody
