"""Terms a delegation asks to see, or not to see, anywhere in a declaration."""

import itertools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.drafting.digests import digest
from app.drafting.limits import prose, required_line
from app.drafting.models import Declaration, TermRequest
from app.drafting.policy import may_ask_term, may_withdraw_term
from app.drafting.states import Audience, Wish
from app.drafting.texts import require_current
from app.drafting.versions import note
from app.errors import Malformed, OutOfPlace, require
from app.processes.models import Delegation
from app.record.actor import Actor
from app.text.document import Document
from app.text.paragraph import Paragraph
from app.text.runs import Run

_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a term stands: in the paragraph `key`, from character `start` to before `stop` of its words alone; `words` are
    the words as they are written there, `before` and `after` what stands around them."""

    key: str
    start: int
    stop: int
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a paragraph, and whether it is part of a term that was looked for."""

    run: Run
    is_term: bool


def ask(
    session: Session,
    declaration: Declaration,
    *,
    term: str,
    wish: str = "avoid",
    reason: str = "",
    audience: str = "all",
    by: Actor,
    at: datetime,
) -> TermRequest:
    """Ask that a term be avoided, or used, throughout a declaration that has been issued.

    `wish` is one of `states.Wish`; `audience` says who may read the reason. Raises Denied, OutOfPlace, Malformed.
    """
    delegation = session.get(Delegation, by.delegation_id) if by.delegation_id else None
    require(may_ask_term(by, declaration, delegation))
    require_current(session, declaration)
    wanted = required_line(term, "term")
    if not _WORDS.search(wanted):
        raise Malformed("There is no word in this term.", field="term")
    try:
        asked, readers = Wish(wish), Audience(audience)
    except ValueError:
        raise Malformed("Please choose one of what is offered.", field="wish") from None
    assert delegation is not None and by.participant_id is not None
    request = TermRequest(
        declaration_id=declaration.id,
        delegation_id=delegation.id,
        term=wanted,
        wish=asked.value,
        reason=prose(reason, "reason"),
        audience=readers.value,
        asked_by=by.participant_id,
        asked_at=at,
    )
    session.add(request)
    session.flush()
    facts = {"term": wanted, "wish": asked.value, "reason_sha256": digest(request.reason)}
    note(session, "term.ask", ("term_request", request.id), declaration, by=by, at=at, after=facts)
    return request


def withdraw(session: Session, request: TermRequest, *, by: Actor, at: datetime) -> None:
    """Take the request back. Raises Denied, OutOfPlace (withdrawn already)."""
    require(may_withdraw_term(by, request.delegation_id))
    declaration = session.get_one(Declaration, request.declaration_id)
    session.refresh(request, with_for_update=True)
    if request.withdrawn_at is not None:
        raise OutOfPlace("This request has been withdrawn already.")
    request.withdrawn_at = at
    session.add(request)
    session.flush()
    note(session, "term.withdraw", ("term_request", request.id), declaration, by=by, at=at, before={"term": request.term})


def occurrences(document: Document, term: str, around: int = 60) -> tuple[Occurrence, ...]:
    """Every place where `term` stands in the text as whole words, whatever its capitals, accents and blanks.

    `around` is how many characters of the words around it are given.
    """
    wanted = [_folded(word) for word in _WORDS.findall(term)]
    if not wanted:
        return ()
    found = []
    for paragraph in document:
        text = paragraph.text
        words = list(_WORDS.finditer(text))
        folded = [_folded(word.group()) for word in words]
        for place in range(len(words) - len(wanted) + 1):
            if folded[place : place + len(wanted)] != wanted:
                continue
            start, stop = words[place].start(), words[place + len(wanted) - 1].end()
            before, after = text[max(start - around, 0) : start], text[stop : stop + around]
            found.append(Occurrence(paragraph.key, start, stop, before, text[start:stop], after))
    return tuple(found)


def marked(paragraph: Paragraph, found: Iterable[Occurrence]) -> tuple[Marked, ...]:
    """The runs of `paragraph`, cut where one of `found` begins or ends in it. Joined they are what they were."""
    places = [(each.start, each.stop) for each in found if each.key == paragraph.key]
    edges = sorted({edge for place in places for edge in place})
    out: list[Marked] = []
    begins = 0
    for run in paragraph.runs:
        if run.note is not None:
            out.append(Marked(run, False))
            continue
        ends = begins + len(run.text)
        cuts = [begins, *(edge for edge in edges if begins < edge < ends), ends]
        for start, stop in itertools.pairwise(cuts):
            inside = any(first <= start and stop <= last for first, last in places)
            out.append(Marked(Run(run.text[start - begins : stop - begins], run.marks), inside))
        begins = ends
    return tuple(out)


def _folded(word: str) -> str:
    """A word without capitals and accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(sign))
