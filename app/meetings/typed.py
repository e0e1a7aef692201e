"""Longer typed text of a meeting: purposes, notes, the names of persons."""

from app.accounts.lines import line
from app.errors import Malformed, TooLarge
from app.text.normalise import normalise

MOST = 4_000


def passage(text: str, *, field: str, most: int = MOST) -> str:
    """Text of several lines in one normal form. Raises TooLarge when it has more than `most` characters."""
    clean = "\n".join(part.strip() for part in normalise(text).split("\n")).strip()
    if len(clean) > most:
        raise TooLarge("This has {length} characters; at most {most} fit.", field=field, length=len(clean), most=most)
    return clean


def link(text: str, *, field: str = "link") -> str:
    """The address of an online meeting, or nothing. Raises Malformed unless it is a web address."""
    clean = line(text, field=field, most=500, required=False)
    if clean and not clean.startswith(("https://", "http://")):
        raise Malformed("A link begins with https://.", field=field)
    return clean
