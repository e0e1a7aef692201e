"""What is being done while a document is made, told to whoever waits for it."""

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Protocol

from app.exports.kinds import Form, Options
from app.word.counting import Counting


class Step(StrEnum):
    """READING the text and what was tabled on it; WRITING the document; CONVERTING it to another form; KEEPING it."""

    READING = "reading"
    WRITING = "writing"
    CONVERTING = "converting"
    KEEPING = "keeping"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a document is: `done` of so many `parts` of a step; without parts it is not known how far that is."""

    step: Step
    done: int = 0
    parts: int = 0


class Telling(Protocol):
    """Is told each step when it begins, and as it goes on how many of its parts are done, where their number is known."""

    def __call__(self, step: Step, done: int = 0, parts: int = 0) -> None: ...


def to_nobody(step: Step, done: int = 0, parts: int = 0) -> None:
    """For a document that nobody waits for."""


def counting(tell: Telling, step: Step) -> Counting:
    """Told so many of so many by what knows nothing of steps."""
    return partial(tell, step)


def steps_of(options: Options) -> tuple[Step, ...]:
    """The steps of making a document, in order."""
    converting = (Step.CONVERTING,) if options.form in (Form.PDF, Form.ODT) else ()
    return (Step.READING, Step.WRITING, *converting, Step.KEEPING)
