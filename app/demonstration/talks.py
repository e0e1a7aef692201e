"""The meetings, their agendas, and what was agreed."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from app.agreements import agreements
from app.agreements.states import Force, Office
from app.demonstration.story import CONVENED, MEETING_ENDED, Story, facts
from app.drafting import agenda_links
from app.meetings import agenda, attendance, documents, meetings, statements
from app.meetings.meetings import Particulars
from app.meetings.models import AgendaItem, Meeting
from app.meetings.states import AgendaState, Body, State
from app.store import Store


def convene(story: Story, store: Store) -> None:
    """Convene every meeting with its agenda and documents."""
    by = story.secretary(CONVENED)
    for told in facts("meetings")["meeting"]:
        meeting = story.meetings[told["id"]] = meetings.convene(
            story.session,
            story.processes["rcm"],
            Particulars(
                title=told["title"],
                purpose=told.get("purpose", ""),
                starts_on=told.get("starts_on"),
                date_note=told.get("date_note", ""),
                place=told.get("place", ""),
                online=told.get("online", False),
            ),
            body=Body(told.get("body", "plenary")),
            together_with={story.processes[slug].id: Body(body) for slug, body in told.get("with", {}).items()},
            by=by,
            at=CONVENED,
        )
        for item in told.get("item", []):
            _put_on_agenda(story, meeting, item, None)
        if told.get("approved") or told.get("submitted"):
            _agenda_to(story, meeting, AgendaState.SUBMITTED)
        if told.get("approved"):
            _agenda_to(story, meeting, AgendaState.APPROVED)
        for document in told.get("document", []):
            documents.add(
                story.session, store, meeting, document["title"], note=document.get("note", ""), by=by, at=CONVENED
            )


def conclude(story: Story) -> None:
    """Write down who attended, what was said and what was agreed, and put the declaration under the items it belongs to."""
    by, at = story.secretary(MEETING_ENDED), MEETING_ENDED
    for told in facts("meetings")["meeting"]:
        meeting = story.meetings[told["id"]]
        for item in _items(story, meeting):
            if item.title in _linked(told.get("item", [])):
                agenda_links.link(story.session, story.declaration, item.id, by=by, at=at)
        for code in told.get("present", []):
            delegation = story.delegations[code]
            attendance.note(story.session, meeting, delegation.id, present=True, by=by, at=at)
        if told.get("held"):
            meetings.move_to(story.session, meeting, State.HELD, expected=meeting.version, by=by, at=at)
        items = {item.title: item.id for item in _items(story, meeting)}
        for place, said in enumerate(told.get("statement", [])):
            by_whom = {"delegation_id": story.delegations[said["by"]].id} if "by" in said else {"speaker": said["speaker"]}
            words = statements.Said(said["words"], item_id=items[said["item"]], **by_whom)
            statements.take_down(story.session, meeting, words, by=by, at=at + timedelta(seconds=place))
        for agreement in told.get("agreement", []):
            _take_down(story, meeting, agreement)


def _put_on_agenda(story: Story, meeting: Meeting, told: dict[str, Any], parent: UUID | None) -> None:
    item = agenda.add(
        story.session,
        meeting,
        told["title"],
        parent_id=parent,
        delegation_id=story.delegations[told["by"]].id if "by" in told else None,
        expected=meeting.version,
        by=story.secretary(CONVENED),
        at=CONVENED,
    )
    for child in told.get("item", []):
        _put_on_agenda(story, meeting, child, item.id)


def _agenda_to(story: Story, meeting: Meeting, state: AgendaState) -> None:
    agenda.move_to(story.session, meeting, state, expected=meeting.version, by=story.secretary(CONVENED), at=CONVENED)


def _items(story: Story, meeting: Meeting, parent: UUID | None = None) -> list[AgendaItem]:
    found = []
    for item in agenda.children(story.session, meeting.id, parent):
        found += [item, *_items(story, meeting, item.id)]
    return found


def _linked(told: list[dict[str, Any]]) -> set[str]:
    titles = {item["title"] for item in told if item.get("link")}
    return titles.union(*(_linked(item.get("item", [])) for item in told)) if told else titles


def _take_down(story: Story, meeting: Meeting, told: dict[str, Any]) -> None:
    owners = tuple(
        agreements.Owner(office=Office(office), inferred=told.get("inferred", False)) for office in told.get("offices", [])
    )
    agreements.take_down(
        story.session,
        meeting,
        agreements.Terms(
            what=told["what"],
            owners=owners,
            due_on=told.get("due_on"),
            due_note=told.get("due_note", ""),
            force=Force(told.get("force", "agreed")),
            declaration_id=story.declaration.id if told.get("declaration") else None,
            source="Report of the Technical Secretariat on the meeting of 29 March 2017, agreements",
        ),
        by=story.secretary(MEETING_ENDED),
        at=MEETING_ENDED,
    )
