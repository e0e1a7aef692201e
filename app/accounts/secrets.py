"""Random tokens, of which only a hash is kept."""

import secrets
from hashlib import sha256


def draw(prefix: str = "") -> str:
    """A new token with 256 bits of chance, safe in addresses and cookies."""
    return prefix + secrets.token_urlsafe(32)


def fingerprint(token: str) -> str:
    """What is kept of a token. No salt: what is hashed is random already."""
    return sha256(token.encode()).hexdigest()
