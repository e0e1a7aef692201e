"""Short typed text: names, titles, addresses."""

import re
import unicodedata

from app.errors import Malformed, TooLarge

_UNSEEN = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_ADDRESS = re.compile(r"[^@\s,;:<>()\[\]\"\\]+@[^@\s,;:<>()\[\]\"\\.]+(?:\.[^@\s,;:<>()\[\]\"\\.]+)+")


def line(text: str, *, field: str, most: int = 200, required: bool = True) -> str:
    """One line of typed text in composed Unicode, with single spaces and without invisible signs.

    Raises Malformed when it is `required` and empty, TooLarge when it has more than `most` characters.
    """
    composed = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    seen = "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in composed)
    clean = " ".join(seen.split())
    if required and not clean:
        raise Malformed("This cannot be left empty.", field=field)
    if len(clean) > most:
        raise TooLarge("This has {length} characters; at most {most} fit.", field=field, length=len(clean), most=most)
    return clean


def folded(email: str) -> str:
    """An address as it is kept and compared, whatever was typed; one that nobody can have stays one nobody has."""
    return unicodedata.normalize("NFC", email).replace("\0", "\N{REPLACEMENT CHARACTER}").strip().lower()


def address(text: str, *, field: str = "email") -> str:
    """An e-mail address in lower case. Raises Malformed when it cannot be one."""
    clean = folded(line(text, field=field, most=254))
    if not _ADDRESS.fullmatch(clean):
        raise Malformed("“{email}” is not an e-mail address.", field=field, email=clean)
    return clean
