"""The declaration, its zero draft, and what the delegations tabled on it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from app.demonstration.story import DRAFTED, TODAY, Story, facts
from app.drafting import amendments, comments, declarations, revisions, terms
from app.drafting.models import Amendment
from app.drafting.texts import text_of
from app.text import notation
from app.text.change import Act, Insert, Replace
from app.text.document import Document
from app.text.paragraph import Paragraph, Role

DEADLINE = datetime(2017, 4, 24, 14, 0, tzinfo=UTC)
"""Input is due before the online meeting of 24 April."""


def draft(story: Story) -> None:
    """Open the declaration from Mexico's seven items, issue the zero draft, and open the window for amendments."""
    told, session = facts("declaration"), story.session
    by, at = story.secretary(DRAFTED), DRAFTED
    names = [paragraph["key"] for paragraph in told["paragraph"]]
    document = Document(
        Paragraph(paragraph["key"], Role(paragraph["role"]), notation.read(paragraph["text"]))
        for paragraph in told["paragraph"]
    )
    declaration = story.declared = declarations.open_draft(
        session,
        process_id=story.processes["rcm"].id,
        title=told["title"],
        symbol=told["symbol"],
        character=told["character"],
        language=told["language"],
        document=document,
        meeting_id=story.meetings["guidelines"].id,
        by=by,
        at=at,
    )
    issued = at + timedelta(minutes=30)
    revision = revisions.issue_first(session, declaration, expected=declaration.version, by=by, at=issued)
    story.keys = dict(zip(names, text_of(session, revision.id).keys, strict=True))
    declarations.open_window(session, declaration, deadline=DEADLINE, expected=declaration.version, by=by, at=issued)


def negotiate(story: Story) -> None:
    """Table every amendment, request and comment of the report; leave Guatemala something to clear and to answer."""
    told = facts("amendments")
    texts = {paragraph["key"]: paragraph["text"] for paragraph in facts("declaration")["paragraph"]}
    groups: dict[str, UUID] = {}
    for amendment in sorted(told["amendment"], key=lambda each: each["at"]):
        tabled = story.amendments[amendment["id"]] = _table(story, amendment, texts)
        if "alternatives" in amendment:
            _group(story, tabled, groups.setdefault(amendment["alternatives"], uuid4()))
    for term in told["term"]:
        by = story.delegate(term["by"], term["at"])
        terms.ask(story.session, story.declaration, term=term["term"], by=by, at=term["at"])
    for comment in told["comment"]:
        comments.make(
            story.session,
            story.declaration,
            text=comment["text"],
            paragraph_key=story.keys.get(comment.get("paragraph", "")),
            audience=comment.get("audience", "all"),
            by=story.delegate(comment["by"], comment["at"]),
            at=comment["at"],
        )
    _leave_a_draft(story, told["draft"], texts)


def _table(story: Story, told: dict[str, Any], texts: dict[str, str]) -> Amendment:
    session, at = story.session, told["at"]
    by = story.delegate(told["by"], at)
    amendment = amendments.draft(
        session,
        story.declaration,
        acts=_acts(story, told, texts),
        reason=told["reason"],
        audience=told["audience"],
        by=by,
        at=at - timedelta(minutes=5),
    )
    if story.delegations[told["by"]].clearance:
        head = story.actor(f"head@{told['by'].lower()}.example", at)
        amendments.clear(session, amendment, expected=amendment.version, by=head, at=at - timedelta(minutes=2))
    amendments.table(session, amendment, expected=amendment.version, by=by, at=at)
    if asked := [story.delegations[code].id for code in told.get("ask", [])]:
        amendments.ask_sponsors(session, amendment, asked, by=by, at=at)
    return amendment


def _leave_a_draft(story: Story, told: dict[str, Any], texts: dict[str, str]) -> None:
    at = TODAY - timedelta(hours=20)
    amendments.draft(
        story.session,
        story.declaration,
        acts=_acts(story, told, texts),
        reason=told["reason"],
        audience=told["audience"],
        by=story.delegate(told["by"], at),
        at=at,
    )


def _group(story: Story, amendment: Amendment, group: UUID) -> None:
    amendment.alternatives = group
    story.session.add(amendment)
    story.session.flush()


def _acts(story: Story, told: dict[str, Any], texts: dict[str, str]) -> list[Act]:
    acts: list[Act] = []
    for number, act in enumerate(told.get("act", [])):
        if "replace" in act:
            whole = texts[act["replace"]]
            assert whole.count(act["old"]) == 1, act
            acts.append(Replace(story.keys[act["replace"]], notation.read(whole.replace(act["old"], act["new"]))))
        else:
            paragraph = Paragraph(f"new{number}", Role(act["role"]), notation.read(act["insert"]))
            acts.append(Insert(paragraph, story.keys[act["after"]]))
    return acts
