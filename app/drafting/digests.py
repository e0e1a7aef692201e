"""Digests: what the record keeps of words that not everybody may read."""

import hashlib


def digest(text: str) -> str:
    """SHA-256 of the words in UTF-8, in 64 lower-case hexadecimal digits. Whoever has the words can prove them by it."""
    return hashlib.sha256(text.encode()).hexdigest()
