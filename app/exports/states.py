"""The states of a document that was ordered."""

from enum import StrEnum


class JobState(StrEnum):
    """WAITING for its turn; RUNNING: being made; DONE: made and kept; FAILED: it could not be made; CANCELLED by a person.

    WAITING → RUNNING → DONE or FAILED; RUNNING → WAITING when its worker was lost; WAITING or RUNNING → CANCELLED.
    """

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


OPEN = (JobState.WAITING, JobState.RUNNING)
"""Those in which something is still to come."""
