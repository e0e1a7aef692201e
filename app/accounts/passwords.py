"""Passwords: what is asked of them, how they are kept and checked."""

from functools import cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from app.errors import Malformed, TooLarge

LEAST = 12
MOST = 256

# Argon2id, 19 MiB, two passes, one lane: strong enough against stolen hashes, and light enough that many people can
# sign in at once on a small machine.
_hasher = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19_456, parallelism=1),))


def accept(password: str, *, email: str = "", name: str = "", field: str = "password") -> str:
    """The password, when it may be used.

    Length is all that is asked, and that it is not the person's own name or address. Raises Malformed or TooLarge.
    """
    if len(password) < LEAST:
        raise Malformed(
            "A password needs at least {least} characters. A few words are easy to keep in mind.", field=field, least=LEAST
        )
    if len(password) > MOST:
        raise TooLarge("A password may have at most {most} characters.", field=field, most=MOST)
    if password.casefold().strip() in {email.casefold(), name.casefold()} or len(set(password)) < 4:
        raise Malformed("This password would be the first one to be guessed. Choose another.", field=field)
    return password


def keep(password: str) -> str:
    """What is stored of a password."""
    return _hasher.hash(password)


def check(password: str, kept: str) -> tuple[bool, str | None]:
    """Whether the password is the one kept, and what to keep instead when it was kept with older parameters.

    Without anything kept it takes as long to say no: who asks cannot learn from the time whether an account exists.
    """
    if len(password) > MOST:
        password = ""
    if not kept:
        _hasher.verify(password, _nobodys())
        return False, None
    return _hasher.verify_and_update(password, kept)


@cache
def _nobodys() -> str:
    return _hasher.hash("the password of nobody")
