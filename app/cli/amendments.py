"""Amendments from a JSON file: checked, and made changes on a base."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from app.cli.files import given, instant
from app.text.apply import NotOnBase, check
from app.text.change import Act, Change, Delete, Insert, Keep, Move, Replace
from app.text.diff import diff
from app.text.document import Document
from app.text.normalise import normalise
from app.text.paragraph import Paragraph, Role
from app.text.runs import Runs, plain, runs_of
from app.text.tokens import Token, tokenise, untokenise


@dataclass(frozen=True, slots=True)
class Amendment:
    """A proposal by some delegations: the change it makes, when it was made and why."""

    change: Change
    by: tuple[str, ...]
    at: datetime | None
    reason: str | None


def amendments(path: Path, base: Document) -> list[Amendment]:
    """The amendments in the JSON file `path`, each a change on `base`.

    Raises click.ClickException, naming the amendment, when one of them cannot be made on this text.
    """
    try:
        content = json.loads(given(path).decode("utf-8-sig"))
    except (json.JSONDecodeError, RecursionError) as error:
        where = (
            f" (line {error.lineno}, column {error.colno}: {error.msg})" if isinstance(error, json.JSONDecodeError) else ""
        )
        raise click.ClickException(f"{path}: this is not JSON{where}.") from error
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{path}: this is not JSON in UTF-8.") from error
    entries = content.get("amendments") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        raise click.ClickException(f'{path}: it must hold {{"amendments": […]}}.')
    found: list[Amendment] = []
    names: set[str] = set()
    for place, entry in enumerate(entries, 1):
        identifier = entry.get("id") if isinstance(entry, dict) else None
        if not isinstance(identifier, str | int) or isinstance(identifier, bool) or identifier == "":
            raise click.ClickException(f'{path}: amendment number {place} has no "id".')
        if str(identifier) in names:
            raise click.ClickException(f"{path}: two amendments have the id {identifier}.")
        names.add(str(identifier))
        try:
            found.append(_amendment(str(identifier), entry, base, len(found)))
        except _Wrong as error:
            raise click.ClickException(f"{path}: amendment {identifier}: {error}") from error
    return found


class _Wrong(ValueError):
    """What is wrong with an amendment, as a sentence."""


def _amendment(identifier: str, entry: Mapping[str, Any], base: Document, place: int) -> Amendment:
    by = entry.get("by")
    by = [by] if isinstance(by, str) else by
    if not isinstance(by, list) or not by or not all(isinstance(name, str) and normalise(name).strip() for name in by):
        raise _Wrong('"by" must be a list of one or more names.')
    at = entry.get("at")
    when = instant(at) if isinstance(at, str) else None
    if at is not None and when is None:
        raise _Wrong(f'"at" is {at!r}, which is not a date like 2017-04-24T15:30:00Z.')
    reason = entry.get("reason")
    if reason is not None and not isinstance(reason, str):
        raise _Wrong('"reason" must be text.')
    entries = entry.get("changes")
    if not isinstance(entries, list):
        raise _Wrong('"changes" must be a list.')
    acts: list[Act] = []
    brought: dict[str, Role] = {}
    for number, item in enumerate(entries, 1):
        if not isinstance(item, dict):
            raise _Wrong(f'change number {number} must be an object with an "act".')
        # The key shows in no text, but it is written into the file: it must not tell who proposes.
        act = _act(item, base, f"n{place + 1}x{number}", brought)
        if isinstance(act, Insert):
            brought[act.paragraph.key] = act.paragraph.role
        acts.append(act)
    try:
        check(base, tuple(acts))
    except NotOnBase as error:
        raise _Wrong(f"its changes cannot be made together at {error.key or 'the beginning'}: {_why(error)}.") from error
    text = normalise(reason).strip() if reason else None
    return Amendment(Change(identifier, tuple(acts)), tuple(normalise(name).strip() for name in by), when, text or None)


def _why(error: NotOnBase) -> str:
    return str(error).rsplit(":", 1)[0]


def _act(item: Mapping[str, Any], base: Document, new_key: str, brought: Mapping[str, Role]) -> Act:
    """One change; `brought` are the roles of the paragraphs that those before it bring."""
    match item.get("act"):
        case "replace":
            key = _key(item, base)
            return Replace(key, dressed(base[key].runs, _words(item)))
        case "delete":
            return Delete(_key(item, base))
        case "keep":
            return Keep(_key(item, base))
        case "move":
            return Move(_key(item, base), _after(item, base, brought))
        case "insert":
            after = _after(item, base, brought)
            role = _role(item, base, after, brought)
            return Insert(Paragraph(_new_key(new_key, base), role, runs_of(_words(item))), after)
        case other:
            raise _Wrong(f'"act" is {other!r}; it must be replace, delete, insert, move or keep.')


def _key(item: Mapping[str, Any], base: Document) -> str:
    key = item.get("key")
    if not isinstance(key, str) or key not in base:
        raise _Wrong(f"the text has no paragraph {key!r}; its keys are {_range(base)}.")
    return key


def _after(item: Mapping[str, Any], base: Document, brought: Mapping[str, Role]) -> str | None:
    if "after" not in item:
        raise _Wrong(f'"{item["act"]}" needs "after": the key of a paragraph, or null for the beginning.')
    after = item["after"]
    if after is not None and not (isinstance(after, str) and (after in base or after in brought)):
        raise _Wrong(f"the text has no paragraph {after!r} to stand after; its keys are {_range(base)}.")
    return after


def _range(base: Document) -> str:
    return f"{base.keys[0]} to {base.keys[-1]}" if len(base) > 1 else base.keys[0]


def _words(item: Mapping[str, Any]) -> str:
    text = item.get("text")
    if not isinstance(text, str) or not normalise(text).strip():
        raise _Wrong(f'"{item["act"]}" needs "text" with words in it; to take a paragraph out, use "delete".')
    return normalise(text).strip()


def _new_key(wanted: str, base: Document) -> str:
    while wanted in base:
        wanted += "x"
    return wanted


def _role(item: Mapping[str, Any], base: Document, after: str | None, brought: Mapping[str, Role]) -> Role:
    given_role = item.get("role")
    if given_role is not None:
        try:
            return Role(given_role)
        except ValueError:
            raise _Wrong(f'"role" is {given_role!r}; it must be one of {", ".join(Role)}.') from None
    if after is not None and after in brought:
        return brought[after]
    place = -1 if after is None else base.place(after)
    beside = [paragraph.role for paragraph in base.paragraphs[max(place, 0) : place + 2]]
    return next((role for role in beside if role not in (Role.TITLE, Role.HEADING, Role.CHAPEAU)), Role.OPERATIVE)


def dressed(old: Runs, text: str) -> Runs:
    """`text` with the marks and footnotes that its words have in `old`, where they are the same words."""
    if text == plain(old):
        return old
    if all(not run.marks and run.note is None for run in old):
        return runs_of(text)
    worn = tokenise(old)
    bare = tuple(Token(token.text) for token in worn if token.note is None)
    # Where in `worn` each bare token stands; a footnote goes with the word before it.
    places = [place for place, token in enumerate(worn) if token.note is None]
    ends = [*places[1:], len(worn)]
    out: list[Token] = list(worn[: places[0]]) if places else list(worn)
    place = 0
    for start, stop, inserted in (*diff(bare, tokenise(runs_of(text))), (len(bare), len(bare), ())):
        for kept in range(place, start):
            out += worn[places[kept] : ends[kept]]
        out += inserted
        place = stop
    return untokenise(out)
