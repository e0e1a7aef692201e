"""Taking an agreement down and correcting it: who does what by when."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.agreements import agreements, queries
from app.agreements.agreements import Owner, Terms
from app.agreements.policy import may_take_down
from app.agreements.states import Force, Office
from app.agreements.views import AgreementView
from app.drafting import queries as drafting
from app.errors import Malformed, Refusal, require
from app.meetings.seats import acting_at
from app.record.actor import Actor
from app.web.agreements.seated import at_agreement
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.forms import Form, Typed, or_again
from app.web.languages import say
from app.web.meetings.agenda import delegations_that_meet
from app.web.meetings.seated import shown
from app.web.page import Crumb, Page
from app.web.rendering import go, reader_language, render

router = APIRouter()
FEWEST, MOST = 3, 60
"""How many owners a form has room for at least, and at most."""


@dataclass(frozen=True, slots=True)
class OwnerField:
    """A place of the form for an owner: "office:…" or "delegation:…", "" while it is free."""

    chosen: str = ""
    inferred: bool = False


@dataclass(frozen=True, kw_only=True)
class TermsPage(Page):
    """The form of an agreement; `agreement` is None while it is being taken down."""

    meeting_id: UUID
    meeting: str
    agreement: AgreementView | None
    owners: tuple[OwnerField, ...]
    delegations: tuple[tuple[str, str], ...]
    items: tuple[tuple[str, str], ...]
    declarations: tuple[tuple[str, str], ...]
    known: dict[str, str] = field(default_factory=dict)


@router.get("/meetings/{meeting_id}/agreements/new")
def new(request: Request, meeting_id: UUID, session: Reader, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)
    require(may_take_down(by, meeting))
    return _page(request, session, meeting_id, None, by, at)


@router.post("/meetings/{meeting_id}/agreements")
def take_down(request: Request, meeting_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)
    with or_again(session, lambda no: _page(request, session, meeting_id, None, by, at, refusal=no, typed=form.kept)):
        agreements.take_down(session, meeting, terms_typed(form), by=by, at=at)
    return go(request, f"/meetings/{meeting_id}/agreements", "The agreement is taken down.")


@router.get("/agreements/{agreement_id}/correct")
def corrected(request: Request, agreement_id: UUID, session: Reader, me: Me, at: At) -> Response:
    _agreement, meeting, by = at_agreement(session, me, agreement_id, at)
    require(may_take_down(by, meeting))
    return _page(request, session, meeting.id, agreement_id, by, at)


@router.post("/agreements/{agreement_id}/correct")
def correct(request: Request, agreement_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    agreement, meeting, by = at_agreement(session, me, agreement_id, at)
    meeting_id = meeting.id

    def again(refusal: Refusal) -> Response:
        return _page(request, session, meeting_id, agreement_id, by, at, refusal=refusal, typed=form.kept)

    with or_again(session, again):
        expected = form.number("version")
        agreements.correct(session, meeting, agreement, terms_typed(form), expected=expected, by=by, at=at)
    return go(request, f"/agreements/{agreement_id}", "The agreement is corrected. The record keeps what stood before.")


def terms_typed(form: Typed) -> Terms:
    """What was agreed, as typed. Raises Malformed when a choice or a date cannot be read."""
    try:
        force = Force(form.text("force", Force.AGREED))
    except ValueError:
        raise Malformed("Please choose one of the list.", field="force") from None
    return Terms(
        what=form.raw("what"),
        owners=tuple(_owner(form, place) for place in range(MOST) if form.text(f"owner_{place}")),
        due_on=form.day("due_on"),
        due_note=form.raw("due_note"),
        force=force,
        agenda_item_id=form.uuid("agenda_item_id"),
        declaration_id=form.uuid("declaration_id"),
        source=form.raw("source"),
    )


def _owner(form: Typed, place: int) -> Owner:
    kind, _, name = form.text(f"owner_{place}").partition(":")
    inferred = form.ticked(f"inferred_{place}")
    try:
        if kind == "office":
            return Owner(office=Office(name), inferred=inferred)
        if kind == "delegation":
            return Owner(delegation_id=UUID(name), inferred=inferred)
    except ValueError:
        pass
    raise Malformed("Please choose one of the list.", field=f"owner_{place}")


def _page(
    request: Request,
    session: Session,
    meeting_id: UUID,
    agreement_id: UUID | None,
    by: Actor,
    at: datetime,
    *,
    refusal: Refusal | None = None,
    typed: dict[str, str] | None = None,
) -> Response:
    language = reader_language(request)
    seen = shown(request, session, meeting_id, by, at)
    view = queries.agreement(session, agreement_id, by=by, language=language, at=at) if agreement_id else None
    crumbs = (
        *seen.page(further=True)["crumbs"],
        Crumb(say(language, "Agreements"), f"/meetings/{meeting_id}/agreements"),
    )
    assert by.process_id is not None
    page = TermsPage(
        crumbs=crumbs,
        meeting_id=meeting_id,
        meeting=seen.meeting.line.title,
        agreement=view,
        owners=_owner_fields(view, typed),
        delegations=tuple((f"delegation:{value}", name) for value, name in delegations_that_meet(seen.meeting)),
        items=tuple((str(item.id), f"{item.number} {item.title}") for item in seen.meeting.items),
        declarations=tuple((str(each.id), each.title) for each in drafting.declarations_of(session, by.process_id, by=by)),
        known=_known(view),
        refusal=refusal,
        typed=typed or {},
    )
    template = "agreements/agreement/correct.html" if view else "agreements/agreement/take_down.html"
    return render(request, template, page)


def _owner_fields(view: AgreementView | None, typed: dict[str, str] | None) -> tuple[OwnerField, ...]:
    """What was typed, each in its place, or who answers for it now; and always some room for more."""
    if typed is not None:
        every = [OwnerField(typed.get(f"owner_{n}", ""), f"inferred_{n}" in typed) for n in range(MOST)]
        filled = every[: max((n + 1 for n, each in enumerate(every) if each.chosen), default=0)]
    else:
        filled = [
            OwnerField(f"office:{one.office}" if one.office else f"delegation:{one.delegation_id}", one.inferred)
            for one in (view.line.owners if view else ())
        ]
    room = max(FEWEST - len(filled), 1)
    return tuple([*filled, *([OwnerField()] * room)][:MOST])


def _known(view: AgreementView | None) -> dict[str, str]:
    if view is None:
        return {"force": Force.AGREED}
    return {
        "what": view.line.what,
        "due_on": view.line.due_on.isoformat() if view.line.due_on else "",
        "due_note": view.line.due_note,
        "force": view.line.force,
        "agenda_item_id": str(view.agenda_item_id or ""),
        "declaration_id": str(view.declaration_id or ""),
        "source": view.source,
    }
