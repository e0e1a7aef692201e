"""The record of a process, for its chair side, and the proof that it is whole."""

import json
import textwrap
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response

from app.drafting.proof import Discrepancy, discrepancies
from app.errors import require
from app.record import chain, queries
from app.record.chain import Verdict
from app.record.queries import ActLine, may_read
from app.web.dependencies import At, Me, Reader
from app.web.drafting.seated import at_process
from app.web.page import Page
from app.web.processes.inside import way_to
from app.web.record.acts import in_words
from app.web.rendering import reader_language, render

router = APIRouter()
_NAMES = ("name", "title", "what", "term", "filename")
"""Under which of its facts an act says what its thing is called."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something an act changed, with its values before and after; "" where there was none."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Shown:
    """An act as it is shown. `about` is what the thing is called, `where` leads to it; "" where there is none."""

    line: ActLine
    what: str
    about: str
    where: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class RecordPage(Page):
    slug: str
    acts: tuple[Shown, ...]
    older: int | None
    newest: bool
    head: str
    tab: str = "record"


@dataclass(frozen=True, kw_only=True)
class VerifiedPage(Page):
    slug: str
    verdict: Verdict
    discrepancies: tuple[Discrepancy, ...]
    tab: str = "record"


@router.get("/processes/{slug}/record")
def show(request: Request, slug: str, session: Reader, me: Me, at: At, before: int | None = None) -> Response:
    """The acts, the newest first."""
    process, by = at_process(session, me, slug, at)
    language = reader_language(request)
    found = queries.acts_of(session, process.id, by=by, before=before)
    page = RecordPage(
        crumbs=way_to(request, process),
        slug=slug,
        acts=tuple(
            Shown(line, in_words(language, line.act), about(line), _where(line), facts_of(line)) for line in found.acts
        ),
        older=found.older,
        newest=before is None,
        head=chain.head(session),
    )
    return render(request, "record/acts/list.html", page)


@router.get("/processes/{slug}/record/verify")
def verify(request: Request, slug: str, session: Reader, me: Me, at: At, head: str = "") -> Response:
    """Walk the whole chain; `head` is one noted earlier, as every document says it."""
    process, by = at_process(session, me, slug, at)
    require(may_read(by, process.id))
    verdict = chain.verify(session, expected_head=head.strip().lower() or None)
    page = VerifiedPage(
        crumbs=way_to(request, process),
        slug=slug,
        verdict=verdict,
        discrepancies=discrepancies(session),
        typed={"head": head},
    )
    return render(request, "record/acts/verify.html", page)


def facts_of(line: ActLine) -> tuple[Fact, ...]:
    """What the act changed, name by name."""
    before, after = _flat(line.before), _flat(line.after)
    return tuple(
        Fact(name, before.get(name, ""), after.get(name, ""))
        for name in dict.fromkeys((*before, *after))
        if name not in ("declaration", "version")
    )


def about(line: ActLine) -> str:
    """What the thing is called that an act is about, as far as the act says it."""
    for side in (line.after, line.before):
        if isinstance(side, dict):
            if line.subject_kind == "amendment" and isinstance(side.get("number"), int):
                return f"AM.{side['number']}"
            for name in _NAMES:
                if isinstance(side.get(name), str) and side[name]:
                    return str(side[name])
            if isinstance(side.get("runs"), list):
                return textwrap.shorten(_plain(side["runs"]), 70, placeholder=" …")
    return ""


def _flat(side: Any) -> dict[str, str]:
    if side is None:
        return {}
    if not isinstance(side, dict):
        return {"": _plain(side)}
    return {name: _plain(value) for name, value in side.items()}


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, list) and value and all(isinstance(each, dict) and "text" in each for each in value):
        return "".join(each["text"] for each in value)
    return json.dumps(value, ensure_ascii=False, indent=1)


def _where(line: ActLine) -> str:
    pages = {"declaration": "declarations", "revision": "revisions", "amendment": "amendments", "export": "documents"}
    folder = pages.get(line.subject_kind)
    return f"/{folder}/{line.subject_id}" if folder else ""
