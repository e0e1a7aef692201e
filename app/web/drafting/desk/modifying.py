"""Accepting an amendment with different words: the form begins with the amendment's own."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.accounts.models import User
from app.drafting import decisions, queries
from app.drafting.errors import Happened, MovedOn
from app.drafting.models import Amendment, Declaration
from app.drafting.policy import may_decide
from app.drafting.queries import AmendmentView
from app.drafting.states import Outcome, Step, require_step
from app.errors import Malformed, Refusal, Unknown, require
from app.processes.models import Process
from app.record.actor import Actor
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.amendments.compose_page import ActsPage, Written, fields_of, places_for, preview_of
from app.web.drafting.amendments.typed import TypedAct, acts_meant, acts_typed, acts_written, pinned, stepped
from app.web.drafting.desk.show import decided
from app.web.drafting.labelled import Redlined, Texts
from app.web.drafting.seated import at_amendment, way_to
from app.web.forms import Form, or_again
from app.web.languages import say
from app.web.page import Crumb
from app.web.rendering import reader_language, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class ModifyPage(ActsPage):
    """`own` is the amendment as its delegation tabled it; `note` what is written beside the decision."""

    amendment: AmendmentView
    own: Redlined | None
    note: str
    happened: tuple[Happened, ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """What the amendments that others acted on are called."""
        return {str(self.amendment.id): self.amendment.name}


@router.get("/amendments/{amendment_id}/modify")
def begin(request: Request, amendment_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """The form with the amendment's words, or empty where they are no longer on the present text."""
    row, declaration, by = _at_the_desk(session, me, amendment_id, at)
    view = queries.amendment(session, row.id, by=by, language="en")
    text = queries.current(session, declaration.id, by=by, language="en")
    acts: tuple[TypedAct, ...] = ()
    if view.shown is not None and view.shown.base_id == text.head.id:
        acts = acts_written(text.document, view.shown.acts)
    return _page(request, session, me, amendment_id, at, acts, declaration.version)


@router.post("/amendments/{amendment_id}/modify")
def modify(request: Request, amendment_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    """A step in the form, or the decision taken down."""
    row, declaration, by = _at_the_desk(session, me, amendment_id, at)
    declaration_id, acts, note = declaration.id, acts_typed(form), form.raw("note")
    if form.text("do") != "save":
        text = queries.current(session, declaration.id, by=by, language="en").document
        refusal = None
        try:
            acts = stepped(acts, text, form)
        except Malformed as no:
            refusal = no
        return _page(request, session, me, amendment_id, at, acts, form.number("expected"), note, refusal)

    def again(no: Refusal) -> Response:
        seen = None if isinstance(no, MovedOn) else form.number("expected")
        return _page(request, session, me, amendment_id, at, acts, seen, note, no)

    with or_again(session, again):
        decisions.modify(session, row, acts_meant(acts), note=note, expected=form.number("expected"), by=by, at=at)
    return decided(request, declaration_id, f"AM.{row.number}", Outcome.MODIFIED, "all")


def _page(
    request: Request,
    session: Session,
    me: User,
    amendment_id: UUID,
    at: datetime,
    acts: tuple[TypedAct, ...],
    expected: int | None,
    note: str = "",
    refusal: Refusal | None = None,
) -> Response:
    """`expected` None: the version there is now, after the reader was told what moved it."""
    row, by = at_amendment(session, me, amendment_id, at)
    declaration = session.get_one(Declaration, row.declaration_id)
    language = reader_language(request)
    texts = Texts(session, by=by, language=language)
    head = queries.declaration(session, declaration.id, by=by)
    assert head.current is not None
    base = texts.of(head.current.id)
    view = queries.amendment(session, row.id, by=by, language=language)
    desk = Crumb(say(language, "The desk"), f"/declarations/{declaration.id}/desk#{view.name}")
    page = ModifyPage(
        crumbs=(*way_to(session.get_one(Process, declaration.process_id), language, declaration), desk),
        refusal=pinned(refusal, acts) if refusal else None,
        declaration=head,
        revision=head.current,
        fields=fields_of(acts, base, None),
        places=places_for(acts, base),
        expected=declaration.version if expected is None else expected,
        preview=preview_of(session, declaration, base, Written(acts, False), by=by, language=language),
        amendment=view,
        own=texts.redline(view.shown),
        note=note,
        happened=refusal.changes if isinstance(refusal, MovedOn) else (),
    )
    return render(request, "drafting/desk/modify.html", page)


def _at_the_desk(session: Session, me: User, amendment_id: UUID, at: datetime) -> tuple[Amendment, Declaration, Actor]:
    """A tabled amendment, before who may decide on it."""
    row, by = at_amendment(session, me, amendment_id, at)
    declaration = session.get_one(Declaration, row.declaration_id)
    require(may_decide(by, declaration))
    if row.number is None:
        raise Unknown("There is no such amendment.")
    require_step(Step.MODIFY, row.state)
    return row, declaration, by
