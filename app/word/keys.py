"""The keys of paragraphs in a Word file: each in the name of a bookmark that begins where the words do."""

import re

PREFIX = "pt_"
"""With what the names of these bookmarks begin."""

_LONGEST = 40
"""Characters Word allows in the name of a bookmark."""


def bookmark_of(key: str) -> str:
    """The name of the bookmark of the paragraph `key`, as far as a name can hold it."""
    return (PREFIX + re.sub(r"\W", "_", key, flags=re.ASCII))[:_LONGEST]


def key_in(name: str | None) -> str | None:
    """The key in the name of a bookmark, as far as that holds it; None in the name of any other."""
    return name.removeprefix(PREFIX) if name is not None and name.startswith(PREFIX) else None
