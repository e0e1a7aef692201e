"""What is being done while a document is made, told to whoever waits for it."""

from collections.abc import Callable
from enum import StrEnum

from app.exports.kinds import Form, Options


class Step(StrEnum):
    """READING the text and what was tabled on it; WRITING the document; CONVERTING it to another form; KEEPING it."""

    READING = "reading"
    WRITING = "writing"
    CONVERTING = "converting"
    KEEPING = "keeping"


Telling = Callable[[Step], None]
"""Is told each step when it begins."""


def to_nobody(_step: Step) -> None:
    """For a document that nobody waits for."""


def steps_of(options: Options) -> tuple[Step, ...]:
    """The steps of making a document, in order."""
    converting = (Step.CONVERTING,) if options.form in (Form.PDF, Form.ODT) else ()
    return (Step.READING, Step.WRITING, *converting, Step.KEEPING)
