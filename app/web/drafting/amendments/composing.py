"""Writing an amendment, its first draft or its next version, in one form of numbered acts.

The form posts everything that was typed with every button, so that each step (an act more, one less, another kind, the
preview) gives it back whole. With htmx the preview follows while it is typed.
"""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.accounts.models import User
from app.drafting import amendments, queries
from app.drafting.models import Amendment, Declaration, Revision
from app.drafting.policy import may_amend, may_work_on
from app.drafting.queries import AmendmentView
from app.drafting.states import Step, require_step
from app.drafting.texts import require_current
from app.errors import Malformed, Refusal, Stale, require
from app.processes.models import Delegation, Process
from app.record.actor import Actor
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.amendments.compose_page import PreviewPage, Written, compose_page, preview_of
from app.web.drafting.amendments.typed import acts_meant, acts_typed, acts_written, begun, pinned, stepped
from app.web.drafting.labelled import Redlined, Texts
from app.web.drafting.seated import at_amendment, at_declaration, way_to
from app.web.forms import Form, Typed, or_again
from app.web.page import Crumb
from app.web.rendering import go, reader_language, render

router = APIRouter()
COMPOSE = "drafting/amendments/compose.html"
PREVIEW = "drafting/amendments/parts/preview.html"


@router.get("/declarations/{declaration_id}/amend")
def begin(
    request: Request,
    declaration_id: UUID,
    session: Reader,
    me: Me,
    at: At,
    paragraph: str | None = None,
    act: str = "replace",
) -> Response:
    """A fresh form: one act on one paragraph, an addition, a proposal on the text as a whole, or a choice of these."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    _require_may_amend(session, declaration, by)
    text = queries.current(session, declaration.id, by=by, language=reader_language(request)).document
    chosen = paragraph is not None or act in ("after", "before")
    acts = (begun(text, act, paragraph),) if chosen and act != "general" else ()
    return _form(request, session, declaration, Written(acts, act == "general"), by=by, at=at)


@router.post("/declarations/{declaration_id}/amend")
def write(request: Request, declaration_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    """A step in the form, or the draft kept."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    _require_may_amend(session, declaration, by)
    written = written_in(form)
    if form.text("do") != "save":
        return _step(request, session, declaration, form, written, by=by, at=at)
    with or_again(session, lambda no: _again(request, session, declaration, form, written, no, by=by, at=at)):
        _require_still_on(session, declaration, form)
        amendment = amendments.draft(
            session,
            declaration,
            acts=() if written.general else _some(acts_meant(written.acts)),
            reason=written.reason,
            audience=written.audience,
            by=by,
            at=at,
        )
        amendments.ask_sponsors(session, amendment, _ordered(written.cosponsors), by=by, at=at)
    return go(request, f"/amendments/{amendment.id}", "Your draft is kept. Only your delegation sees it.")


@router.post("/declarations/{declaration_id}/amend/preview")
def show(request: Request, declaration_id: UUID, form: Form, session: Reader, me: Me, at: At) -> Response:
    """The preview alone, for the form as it is being typed."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    language = reader_language(request)
    texts = Texts(session, by=by, language=language)
    base = texts.of(require_current(session, declaration).id)
    preview = preview_of(session, declaration, base, written_in(form), by=by, language=language)
    return render(request, PREVIEW, PreviewPage(preview=preview))


@router.get("/amendments/{amendment_id}/edit")
def edit(request: Request, amendment_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """The form with the words as they are: of the draft, else of what is tabled, as it lands on the present text."""
    amendment, declaration, by = _own(session, me, amendment_id, at)
    view = queries.amendment(session, amendment.id, by=by, language=reader_language(request))
    written, on = _as_it_stands(session, declaration, view, by=by)
    return _form(request, session, declaration, written, amendment=view, on=on, by=by, at=at)


@router.post("/amendments/{amendment_id}/edit")
def rewrite(request: Request, amendment_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    """A step in the form, or the new words kept."""
    amendment, declaration, by = _own(session, me, amendment_id, at)
    written = written_in(form)
    view = queries.amendment(session, amendment.id, by=by, language=reader_language(request))
    if form.text("do") != "save":
        return _step(request, session, declaration, form, written, amendment=view, by=by, at=at)

    def again(no: Refusal) -> Response:
        row, declaration, by = _own(session, me, amendment_id, at)
        view = queries.amendment(session, row.id, by=by, language=reader_language(request))
        return _again(request, session, declaration, form, written, no, amendment=view, by=by, at=at)

    with or_again(session, again):
        amendments.edit(
            session,
            amendment,
            acts=() if written.general else _some(acts_meant(written.acts)),
            reason=written.reason,
            audience=written.audience,
            on=_on(session, form, by),
            expected=form.number("expected"),
            by=by,
            at=at,
        )
        _ask(session, amendment, view, written.cosponsors, by=by, at=at)
    return go(request, f"/amendments/{amendment.id}", "Your words are kept. Only your delegation sees them yet.")


def written_in(form: Typed) -> Written:
    """What a form holds. Raises Malformed when it was tampered with."""
    try:
        cosponsors = frozenset(map(UUID, form.list("cosponsors")))
    except ValueError:
        raise Malformed("Please choose one of the list.", field="cosponsors") from None
    return Written(acts_typed(form), form.ticked("general"), form.raw("reason"), form.text("audience", "all"), cosponsors)


def _form(
    request: Request,
    session: Session,
    declaration: Declaration,
    written: Written,
    *,
    by: Actor,
    at: datetime,
    amendment: AmendmentView | None = None,
    on: UUID | None = None,
    expected: int | None = None,
    refusal: Refusal | None = None,
    theirs: Redlined | None = None,
) -> Response:
    language = reader_language(request)
    crumbs = way_to(session.get_one(Process, declaration.process_id), language, declaration)
    if amendment is not None and amendment.name:
        crumbs += (Crumb(amendment.name, f"/amendments/{amendment.id}"),)
    page = compose_page(
        session,
        declaration,
        written,
        amendment=amendment,
        on=on,
        expected=expected,
        by=by,
        language=language,
        at=at,
        crumbs=crumbs,
        refusal=refusal,
        theirs=theirs,
    )
    return render(request, COMPOSE, page)


def _step(
    request: Request,
    session: Session,
    declaration: Declaration,
    form: Typed,
    written: Written,
    *,
    by: Actor,
    at: datetime,
    amendment: AmendmentView | None = None,
) -> Response:
    """The form after one of its buttons that keeps nothing."""
    text = queries.current(session, declaration.id, by=by, language="en").document
    acts, refusal = written.acts, None
    try:
        acts = stepped(acts, text, form)
    except Malformed as no:
        refusal = no
    changed = Written(acts, written.general, written.reason, written.audience, written.cosponsors)
    return _form(
        request,
        session,
        declaration,
        changed,
        amendment=amendment,
        on=form.uuid("on"),
        expected=form.number("expected"),
        refusal=refusal,
        by=by,
        at=at,
    )


def _again(
    request: Request,
    session: Session,
    declaration: Declaration,
    form: Typed,
    written: Written,
    refusal: Refusal,
    *,
    by: Actor,
    at: datetime,
    amendment: AmendmentView | None = None,
) -> Response:
    """The refused form as it was typed; where somebody was faster, with what they wrote beside it."""
    theirs = None
    if isinstance(refusal, Stale) and amendment is not None and amendment.draft is not None:
        texts = Texts(session, by=by, language=reader_language(request))
        base = texts.of(amendment.draft.base_id)
        theirs = Redlined(base.view.head, base.lines(amendment.draft.acts))
    return _form(
        request,
        session,
        declaration,
        written,
        amendment=amendment,
        on=form.uuid("on"),
        expected=None if isinstance(refusal, Stale) else form.number("expected"),
        refusal=pinned(refusal, written.acts),
        theirs=theirs,
        by=by,
        at=at,
    )


def _as_it_stands(session: Session, declaration: Declaration, view: AmendmentView, *, by: Actor) -> tuple[Written, UUID]:
    """What an amendment says now, and the revision it says it on."""
    asked = frozenset(each.delegation_id for each in view.asked if each.answer in ("open", "confirmed"))
    words = view.draft or view.tabled
    assert words is not None
    acts, base_id = words.acts, words.base_id
    if view.draft is None and view.shown is not None:
        acts, base_id = view.shown.acts, view.shown.base_id
    base = queries.revision(session, base_id, by=by, language="en").document
    written = Written(acts_written(base, acts), not acts, words.reason or "", words.audience.value, asked)
    return written, base_id


def _own(session: Session, me: User, amendment_id: UUID, at: datetime) -> tuple[Amendment, Declaration, Actor]:
    """An amendment of the reader's delegation that can still be edited."""
    amendment, by = at_amendment(session, me, amendment_id, at)
    require(may_work_on(by, amendment))
    require_step(Step.EDIT, amendment.state)
    return amendment, session.get_one(Declaration, amendment.declaration_id), by


def _require_may_amend(session: Session, declaration: Declaration, by: Actor) -> None:
    require(may_amend(by, declaration, session.get(Delegation, by.delegation_id) if by.delegation_id else None))


def _require_still_on(session: Session, declaration: Declaration, form: Typed) -> None:
    current = require_current(session, declaration)
    if (on := form.uuid("on")) is not None and on != current.id:
        raise Stale("{name} has been issued since you opened this. Look at the new text first.", name=current.name)


def _on(session: Session, form: Typed, by: Actor) -> Revision | None:
    on = form.uuid("on")
    return queries.find_revision(session, on, by=by) if on is not None else None


def _some(acts: tuple) -> tuple:
    """The acts, if there are any: without acts it would be a proposal on the text as a whole."""
    if not acts:
        raise Malformed("There is no change in this amendment yet. Add one below.", field="more")
    return acts


def _ask(
    session: Session, amendment: Amendment, view: AmendmentView, wanted: frozenset[UUID], *, by: Actor, at: datetime
) -> None:
    """Ask the delegations that were ticked, and take back what was asked of those no longer ticked."""
    open_or_confirmed = {each.delegation_id for each in view.asked if each.answer in ("open", "confirmed")}
    for each in view.asked:
        if each.answer == "open" and each.delegation_id not in wanted:
            amendments.unask_sponsor(session, amendment, each.delegation_id, by=by, at=at)
    amendments.ask_sponsors(session, amendment, _ordered(wanted - open_or_confirmed), by=by, at=at)


def _ordered(ids: frozenset[UUID]) -> list[UUID]:
    return sorted(ids, key=str)
