import pytest

from app.accounts import passwords
from app.errors import Malformed, TooLarge


def test_what_is_kept_is_not_the_password_and_never_twice_the_same():
    first, second = passwords.keep("correcto caballo"), passwords.keep("correcto caballo")
    assert first != second
    assert "correcto" not in first
    assert first.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert passwords.check("correcto caballo", first) == (True, None)
    assert passwords.check("Correcto caballo", first) == (False, None)


def test_length_is_what_is_asked():
    assert passwords.accept("eleven plus1") == "eleven plus1"
    with pytest.raises(Malformed, match="at least 12"):
        passwords.accept("elevenchars")
    with pytest.raises(TooLarge):
        passwords.accept("x1y2" * 65)


@pytest.mark.parametrize(
    "guess", ["ana@example.org", "ANA@example.ORG", "Ana María López", "aaaaaaaaaaaaaaaa", "121212121212"]
)
def test_the_first_guesses_are_refused(guess):
    with pytest.raises(Malformed, match="guessed"):
        passwords.accept(guess, email="ana@example.org", name="Ana María López")


def test_nothing_kept_means_no(monkeypatch):
    hashed = []
    verify = passwords._hasher.verify
    monkeypatch.setattr(type(passwords._hasher), "verify", lambda self, p, h: hashed.append(h) or verify(p, h))
    assert passwords.check("the password of nobody", "") == (False, None)
    assert [h.split("$")[3] for h in hashed] == ["m=19456,t=2,p=1"], "an unknown address must cost the same work"


def test_an_overlong_guess_is_wrong_whatever_is_kept():
    kept = passwords.keep("correcto caballo")
    assert passwords.check("correcto caballo" + "x" * 1_000_000, kept)[0] is False


def test_older_parameters_are_replaced():
    from pwdlib import PasswordHash
    from pwdlib.hashers.argon2 import Argon2Hasher

    old = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8_192, parallelism=1),)).hash("correcto caballo")
    right, stronger = passwords.check("correcto caballo", old)
    assert right
    assert stronger is not None
    assert passwords.check("correcto caballo", stronger) == (True, None)
