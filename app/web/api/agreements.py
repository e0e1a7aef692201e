"""The API of agreements: who does what by when, and how it is coming along."""

from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from app.agreements import agreements, queries
from app.agreements.agreements import Owner, Terms
from app.agreements.queries import Only
from app.agreements.states import Force, Office, State
from app.agreements.views import AgreementLine, AgreementView
from app.meetings.seats import acting_at
from app.record.actor import Actor
from app.web.agreements.seated import at_agreement
from app.web.api.callers import Manages, Reads, Tables
from app.web.api.conditions import IfMatch, expected, tagged
from app.web.dependencies import At, Reader, Session, Writer
from app.web.processes.inside import inside
from app.web.rendering import reader_language

router = APIRouter(tags=["agreements"])


class OwnerAsked(BaseModel):
    """Who answers for it: a delegation or an office. `inferred`: the meeting named nobody."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"office": "secretariat", "inferred": True}]})

    delegation_id: UUID | None = None
    office: Office | None = None
    inferred: bool = False


class OwnerShown(OwnerAsked):
    """An owner with the delegation's name in the language asked for, "" for an office."""

    delegation: str = Field(examples=["Guatemala"])


class TermsAsked(BaseModel):
    """What was agreed. What the meeting left open stays empty and is flagged."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "what": "Finalize the input of each member before the online meeting.",
                    "owners": [{"office": "all_members"}],
                    "due_on": "2017-04-23",
                    "force": "suggested",
                }
            ]
        }
    )

    what: str
    owners: list[OwnerAsked] = Field(default_factory=list)
    due_on: date | None = None
    due_note: str = ""
    force: Force = Force.AGREED
    agenda_item_id: UUID | None = None
    declaration_id: UUID | None = None
    source: str = Field("", description="The sentence of the report it was taken from.")


class AgreementShown(BaseModel):
    """An agreement. `nobody` and `undated` flag what the meeting left open."""

    id: UUID
    meeting_id: UUID
    number: int = Field(examples=[3])
    what: str
    owners: list[OwnerShown]
    due_on: date | None
    due_note: str
    force: Force
    state: State
    overdue: bool
    nobody: bool
    undated: bool
    mine: bool


class ReportShown(BaseModel):
    """What became of it, as the record has it. `act` is agreement.take_down, agreement.correct or agreement.report."""

    at: datetime
    act: str = Field(examples=["agreement.report"])
    actor: str
    delegation: str
    note: str


class AgreementWhole(AgreementShown):
    """An agreement with where it comes from and its history, the newest first."""

    agenda_item_id: UUID | None
    declaration_id: UUID | None
    source: str
    history: list[ReportShown]


class ReportAsked(BaseModel):
    """How it is coming along, and where it stands now."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": "The paper was circulated.", "state": "done"}]})

    text: str = ""
    state: State


@router.get("/processes/{slug}/agreements")
def index(request: Request, slug: str, session: Reader, user: Reads, at: At, only: Only = Only.ALL) -> list[AgreementShown]:
    """The agreements of a process, the earliest date first; `only` narrows them."""
    process, by = inside(session, user, slug, at)
    found = queries.agreements_of(session, process, by=by, language=reader_language(request), at=at, only=only)
    return [AgreementShown(**_plain(line)) for line in found.lines]


@router.get("/meetings/{meeting_id}/agreements")
def of_meeting(request: Request, meeting_id: UUID, session: Reader, user: Reads, at: At) -> list[AgreementShown]:
    """The agreements of a meeting by number."""
    _meeting, by = acting_at(session, user, meeting_id, at=at)
    lines = queries.agreements_of_meeting(session, meeting_id, by=by, language=reader_language(request), at=at)
    return [AgreementShown(**_plain(line)) for line in lines]


@router.post("/meetings/{meeting_id}/agreements", status_code=201)
def take_down(
    request: Request, meeting_id: UUID, asked: TermsAsked, response: Response, session: Writer, user: Manages, at: At
) -> AgreementWhole:
    """Take an agreement down under the next number. For the chair side of the convening process."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    made = agreements.take_down(session, meeting, _terms(asked), by=by, at=at)
    response.headers["Location"] = f"/api/v1/agreements/{made.id}"
    return _answer(request, response, session, made.id, by, at)


@router.get("/agreements/{agreement_id}")
def show(request: Request, agreement_id: UUID, response: Response, session: Reader, user: Reads, at: At) -> AgreementWhole:
    """An agreement, with the ETag to correct it by."""
    *_rows, by = at_agreement(session, user, agreement_id, at)
    return _answer(request, response, session, agreement_id, by, at)


@router.put("/agreements/{agreement_id}")
def correct(
    request: Request,
    agreement_id: UUID,
    asked: TermsAsked,
    response: Response,
    session: Writer,
    user: Manages,
    at: At,
    if_match: IfMatch = None,
) -> AgreementWhole:
    """Correct what was written down. The record keeps what stood before."""
    agreement, meeting, by = at_agreement(session, user, agreement_id, at)
    agreements.correct(session, meeting, agreement, _terms(asked), expected=expected(if_match), by=by, at=at)
    return _answer(request, response, session, agreement_id, by, at)


@router.post("/agreements/{agreement_id}/reports", status_code=201)
def report(
    request: Request,
    agreement_id: UUID,
    asked: ReportAsked,
    response: Response,
    session: Writer,
    user: Tables,
    at: At,
) -> AgreementWhole:
    """Report on it. For those who answer for it, and the chair side."""
    agreement, meeting, by = at_agreement(session, user, agreement_id, at)
    agreements.report(session, meeting, agreement, asked.text, asked.state, by=by, at=at)
    return _answer(request, response, session, agreement_id, by, at)


def _terms(asked: TermsAsked) -> Terms:
    owners = tuple(Owner(**owner.model_dump()) for owner in asked.owners)
    return Terms(**asked.model_dump(exclude={"owners"}), owners=owners)


def _answer(
    request: Request, response: Response, session: Session, agreement_id: UUID, by: Actor, at: datetime
) -> AgreementWhole:
    view: AgreementView = queries.agreement(session, agreement_id, by=by, language=reader_language(request), at=at)
    tagged(response, view.version)
    return AgreementWhole(
        **_plain(view.line),
        agenda_item_id=view.agenda_item_id,
        declaration_id=view.declaration_id,
        source=view.source,
        history=[
            ReportShown(at=one.at, act=one.act, actor=one.actor, delegation=one.delegation, note=one.note)
            for one in view.history
        ],
    )


def _plain(line: AgreementLine) -> dict:
    shown = {name: getattr(line, name) for name in AgreementShown.model_fields if name != "owners"}
    owners = [
        OwnerShown(delegation_id=one.delegation_id, delegation=one.delegation, office=one.office, inferred=one.inferred)
        for one in line.owners
    ]
    return {**shown, "owners": owners}
