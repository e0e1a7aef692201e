"""Opening, changing and closing the accounts of persons."""

from datetime import datetime
from uuid import UUID

from babel import Locale, UnknownLocaleError
from sqlmodel import Session, select

from app.accounts import passwords, sign_ins, throttle
from app.accounts.lines import address, folded, line
from app.accounts.models import User
from app.accounts.oneself import oneself
from app.accounts.policy import may_change_account, may_open_accounts
from app.errors import Malformed, OutOfPlace, Refusal, Unknown, require
from app.record.actor import Actor
from app.record.chain import write


def create(
    session: Session,
    *,
    email: str,
    name: str,
    by: Actor,
    at: datetime,
    password: str | None = None,
    language: str = "",
    operator: bool = False,
) -> User:
    """Opens an account. Without a password nobody can sign in until one is set or an invitation is taken up.

    Raises Denied, Malformed, or OutOfPlace when the address has an account.
    """
    require(may_open_accounts(by))
    return enter(session, email=email, name=name, by=by, at=at, password=password, language=language, operator=operator)


def enter(
    session: Session,
    *,
    email: str,
    name: str,
    by: Actor | None,
    at: datetime,
    password: str | None = None,
    language: str = "",
    operator: bool = False,
) -> User:
    """Opens an account for somebody whose right to one has been established elsewhere, as by an invitation.

    Without `by` the act is the new person's own.
    """
    email, name = address(email), line(name, field="name")
    if by_email(session, email) is not None:
        raise OutOfPlace("{email} has an account already.", field="email", email=email)
    user = User(email=email, name=name, language=_language(language), operator=operator, created_at=at)
    if password is not None:
        user.password_hash = passwords.keep(passwords.accept(password, email=email, name=name))
    session.add(user)
    session.flush()
    after = {"email": email, "name": name, "operator": operator, "password": password is not None}
    write(session, "user.create", ("user", user.id), by=by or oneself(user), at=at, after=after)
    return user


def by_email(session: Session, email: str) -> User | None:
    """The account with this address, in whatever case it is written."""
    return session.exec(select(User).where(User.email == folded(email))).first()


def by_id(session: Session, user_id: UUID) -> User:
    """The account with this id. Raises Unknown."""
    user = session.get(User, user_id)
    if user is None:
        raise Unknown("There is no such account.")
    return user


def change_password(
    session: Session, user: User, *, present: str, new: str, origin: str, by: Actor, at: datetime, keep: str = ""
) -> Refusal | None:
    """Sets a new password for oneself and ends every other sign-in; the one whose token is `keep` stays.

    A wrong present password is *returned* as a refusal, not raised, because it counts as a failed sign-in and must be
    written. Raises Malformed when the new password cannot be used.
    """
    require(may_change_account(by, user))
    passwords.accept(new, email=user.email, name=user.name, field="new")
    waits = throttle.waits(session, user.email, origin, at=at)
    if waits is not None:
        return waits
    right, _ = passwords.check(present, user.password_hash)
    if not right:
        throttle.note(session, user.email, origin, at=at)
        return Malformed("This is not your present password.", field="present")
    _set(session, user, new, by=by, at=at, keep=keep)
    return None


def set_password(session: Session, user: User, *, new: str, by: Actor, at: datetime) -> None:
    """Sets a person's password for them and ends all their sign-ins. For operators."""
    require(may_open_accounts(by))
    passwords.accept(new, email=user.email, name=user.name)
    _set(session, user, new, by=by, at=at)


def choose_first_password(session: Session, user: User, *, new: str, at: datetime) -> None:
    """Sets the password of an account that never had one. Raises OutOfPlace when it has."""
    if user.password_hash:
        raise OutOfPlace("This account has a password already. Sign in with it.")
    passwords.accept(new, email=user.email, name=user.name)
    _set(session, user, new, by=oneself(user), at=at)


def _set(session: Session, user: User, new: str, *, by: Actor, at: datetime, keep: str = "") -> None:
    user.password_hash = passwords.keep(new)
    session.add(user)
    ended = sign_ins.end_all(session, user, at=at, keep=keep)
    throttle.forgive(session, user.email)
    write(session, "user.change_password", ("user", user.id), by=by, at=at, after={"sign_ins_ended": ended})


def set_language(session: Session, user: User, language: str, *, by: Actor, at: datetime) -> None:
    """Sets the language a person reads pages in; empty: the one their browser asks for."""
    require(may_change_account(by, user))
    language = _language(language)
    if language == user.language:
        return
    before, user.language = user.language, language
    session.add(user)
    _record(session, "user.set_language", user, by, at, {"language": before}, {"language": language})


def rename(session: Session, user: User, name: str, *, by: Actor, at: datetime) -> None:
    """Changes the name a person is shown by. What is on record keeps the name it was done under."""
    require(may_change_account(by, user))
    name = line(name, field="name")
    if name == user.name:
        return
    before, user.name = user.name, name
    session.add(user)
    _record(session, "user.rename", user, by, at, {"name": before}, {"name": name})


def disable(session: Session, user: User, *, by: Actor, at: datetime) -> None:
    """Closes an account: its sign-ins end and its tokens open nothing. What the person did stays."""
    require(may_open_accounts(by))
    if user.disabled_at is not None:
        raise OutOfPlace("This account is closed already.")
    user.disabled_at = at
    session.add(user)
    sign_ins.end_all(session, user, at=at)
    _record(session, "user.disable", user, by, at, {"disabled": False}, {"disabled": True})


def enable(session: Session, user: User, *, by: Actor, at: datetime) -> None:
    """Opens a closed account again."""
    require(may_open_accounts(by))
    if user.disabled_at is None:
        raise OutOfPlace("This account is not closed.")
    user.disabled_at = None
    session.add(user)
    _record(session, "user.enable", user, by, at, {"disabled": True}, {"disabled": False})


def _record(session: Session, act: str, user: User, by: Actor, at: datetime, before: dict, after: dict) -> None:
    write(session, act, ("user", user.id), by=by, at=at, before=before, after=after)


def _language(code: str) -> str:
    if not code:
        return ""
    try:
        return str(Locale.parse(code, sep="-" if "-" in code else "_")).replace("_", "-")
    except (UnknownLocaleError, ValueError):
        raise Malformed("“{code}” is not a language this is offered in.", field="language", code=code) from None
