"""What a position can be, and how it stands to a text. Pure."""

from enum import StrEnum


class Kind(StrEnum):
    """RESERVATION: against a paragraph or the whole text. EXPLANATION: of position, on the whole text, to be annexed."""

    RESERVATION = "reservation"
    EXPLANATION = "explanation"


class Word(StrEnum):
    """What a delegation said of its position later, as a PositionAnswer keeps it."""

    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"


class Standing(StrEnum):
    """How a position stands to a text. Worked out from the words, never kept.

    STANDING: what it is on reads as it did when the delegation entered or last confirmed it. CHANGED: it reads otherwise
    since. GONE: its paragraph is not in the text. A position that is CHANGED or GONE stays on record until its delegation
    has WITHDRAWN it.
    """

    STANDING = "standing"
    CHANGED = "changed"
    GONE = "gone"
    WITHDRAWN = "withdrawn"

    @property
    def awaits_word(self) -> bool:
        """Whether its delegation should look at it again."""
        return self in (Standing.CHANGED, Standing.GONE)
