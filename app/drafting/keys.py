"""The keys of paragraphs: given once, kept for ever, telling nothing."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import replace

from app.text.change import Act, Insert, Move
from app.text.document import Document

LENGTH = 10
ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"

NewKey = Callable[[], str]


def new_key() -> str:
    """A key nobody has: ten letters and digits, 36^10 of them."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def document_rekeyed(document: Document, fresh: NewKey = new_key) -> Document:
    """The same paragraphs, each under a key of ours: a file's own keys may be in use already."""
    return Document(replace(paragraph, key=fresh()) for paragraph in document)


def acts_rekeyed(acts: Iterable[Act], own: frozenset[str], fresh: NewKey = new_key) -> tuple[Act, ...]:
    """The same acts, each new paragraph under a key of ours, unless its key is in `own`: given by us before."""
    keys: dict[str, str] = {}
    out: list[Act] = []
    for act in acts:
        if isinstance(act, Insert | Move) and act.after is not None:
            act = replace(act, after=keys.get(act.after, act.after))
        if isinstance(act, Insert) and act.paragraph.key not in own:
            key = fresh()
            keys.setdefault(act.paragraph.key, key)
            act = replace(act, paragraph=replace(act.paragraph, key=key))
        out.append(act)
    return tuple(out)


def keys_brought(acts: Iterable[Act]) -> frozenset[str]:
    """The keys of the new paragraphs in `acts`."""
    return frozenset(act.paragraph.key for act in acts if isinstance(act, Insert))
