"""What the building says no with. No status codes here: the web knows those.

A Refusal carries a sentence in a delegate's words, in English, to be translated where it is shown; `values` fill its
`{places}`, and `field` names the form field it is about.

    Refusal
    ├── Malformed      what was given cannot be taken as it is
    │   └── TooLarge   … because there is too much of it
    ├── Unknown        there is no such thing, or not for you
    ├── Denied         you may not do this
    │   └── SignedOut  nobody is signed in
    ├── Stale          somebody else was faster: look at what has changed
    ├── OutOfPlace     not in the state the thing is in
    └── TooMany        too often; try again later
"""

from typing import Any


def sentence(text: str) -> str:
    """Marks a string for the translation catalogues where it stands, and returns it unchanged."""
    return text


class Refusal(Exception):
    """The act did not happen and nothing was written."""

    def __init__(self, text: str, /, *, field: str | None = None, **values: Any) -> None:
        super().__init__(text)
        self.text = text
        self.field = field
        self.values = values

    def __str__(self) -> str:
        return self.text.format(**self.values) if self.values else self.text


class Malformed(Refusal):
    """What was given cannot be taken as it is."""


class TooLarge(Malformed):
    """There is more of it than can be taken."""


class Unknown(Refusal):
    """There is no such thing, or not for the one who asks."""


class Denied(Refusal):
    """The one who asks may not do this. A policy returns it, an act raises it."""

    allowed = False


class SignedOut(Denied):
    """Nobody is signed in."""


class Stale(Refusal):
    """What was edited has changed since it was read."""


class OutOfPlace(Refusal):
    """Not in the state the thing is in."""


class TooMany(Refusal):
    """Too often."""


class Allowed:
    """A policy's yes."""

    allowed = True


ALLOWED = Allowed()
Verdict = Allowed | Denied
"""What a policy answers: yes, or no with the reason."""


def require(verdict: Verdict) -> None:
    """Raises the policy's no."""
    if isinstance(verdict, Denied):
        raise verdict
