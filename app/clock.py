"""The only clock. Everything below the web takes the time as an argument."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Tells the time, in UTC, to the microsecond.

    `offset` sets it off from the true time: the demonstration lives in April 2017, and its time runs on from there.
    """

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self.offset = offset

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset


def now() -> datetime:
    """The true present instant, for what runs outside the service."""
    return Clock().now()
