"""The documents of a declaration: having one made, and having it again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import queries
from app.drafting.models import Declaration, Revision
from app.drafting.policy import may_amend
from app.drafting.queries import AmendmentView, DeclarationView
from app.drafting.states import PENDING, State
from app.drafting.translations.queries import languages
from app.errors import Malformed, OutOfPlace, Refusal, sentence
from app.exports import exports
from app.exports.jobs import ordering
from app.exports.jobs.queries import JobLine, jobs_of
from app.exports.kinds import Form, Kind, Options
from app.exports.making.forms import forms_of
from app.exports.order import Order
from app.exports.queries import ExportLine, actor_at_export, exports_of
from app.exports.quick import is_quick
from app.exports.unconfirmed import Unconfirmed, unconfirmed
from app.processes.models import Delegation
from app.processes.policy import is_chair
from app.record.actor import Actor
from app.web.dependencies import At, Exports, Me, Reader, Session, Writer
from app.web.drafting.seated import at_declaration, way_below
from app.web.exports.handing import handed
from app.web.forms import Form as Given
from app.web.forms import Typed, or_again
from app.web.page import Page
from app.web.rendering import go, reader_language, render

router = APIRouter()

UNCONFIRMED = sentence(
    "Reservations not confirmed on {revision}: {reservations}. "
    "They stay in the agreed text until their delegations withdraw them."
)
"""Told to whoever has an agreed text made in which reservations wait for a word of their delegation."""


@dataclass(frozen=True, kw_only=True)
class DocumentsPage(Page):
    """`made` is the document just made, to be shown first; `chairs` says for whose side the documents are; `amendments`
    can be had as sheets; `forms` are those each kind can be had in; `jobs` are in the making; `languages` are those the
    text was translated into, besides its own; `amends`: the reader's delegation may amend it; `unconfirmed`
    are the reservations on the present text that wait for a word of their delegation, for who chairs."""

    declaration: DeclarationView
    documents: tuple[ExportLine, ...]
    jobs: tuple[JobLine, ...]
    chairs: bool
    amendments: tuple[AmendmentView, ...]
    forms: dict[str, tuple[Form, ...]]
    languages: tuple[str, ...]
    amends: bool
    unconfirmed: tuple[Unconfirmed, ...]
    made: UUID | None = None

    @property
    def undecided(self) -> int:
        """How many amendments to the words of the present text the room has yet to decide on."""
        return sum(each.state in PENDING and not each.is_general for each in self.amendments)


@router.get("/declarations/{declaration_id}/documents")
def show(request: Request, declaration_id: UUID, session: Reader, me: Me, at: At, made: UUID | None = None) -> Response:
    """What can be had, and what was made for the reader's side before."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    return _page(request, session, declaration, by, at, made=made)


@router.post("/declarations/{declaration_id}/documents")
def make(
    request: Request,
    declaration_id: UUID,
    form: Given,
    reader: Reader,
    session: Writer,
    store: Exports,
    me: Me,
    at: At,
) -> Response:
    """Make a document, keep it, and hand it out; one that takes long is ordered instead, and its page shows how far it is.

    It is made before anything is written: nobody waits for it.
    """
    declaration, by = at_declaration(reader, me, declaration_id, at)
    with or_again(reader, lambda refusal: _page(request, reader, declaration, by, at, form=form, refusal=refusal)):
        order = exports.ordered(
            declaration,
            _kind(form),
            queries.find_revision(reader, _chosen(form, "revision"), by=by),
            against=queries.find_revision(reader, _chosen(form, "against"), by=by) if form.text("against") else None,
            by=by,
            at=at,
            options=_options(form),
        )
        if not is_quick(reader, order):
            job = ordering.place(session, order, by=by, at=at)
            where = f"/jobs/{job.id}" if form.text("then") == "list" else f"/jobs/{job.id}?then=file"
            return _go(request, reader, order, where)
        made = exports.make_to_order(reader, order)
    export = exports.keep(session, store, made, by=by, at=at)
    if form.text("then") == "list":
        where = f"/declarations/{declaration.id}/documents?made={export.id}#d-{export.id}"
        return _go(request, reader, order, where, "The document is made and kept.")
    return _go(request, reader, order, f"/documents/{export.id}")


def _go(request: Request, session: Session, order: Order, where: str, notice: str = "") -> Response:
    """On to `where`; who chairs is told of the reservations in an agreed text that wait for a word of their delegation."""
    waiting = waiting_in(session, order, reader_language(request))
    if not waiting:
        return go(request, where, notice)
    return go(request, where, UNCONFIRMED, revision=order.revision.name, reservations=waiting)


def waiting_in(session: Session, order: Order, language: str) -> str:
    """The reservations in an agreed text that their delegations have not confirmed on it; "" for every other document."""
    if order.kind is not Kind.AGREED:
        return ""
    found = unconfirmed(session, order.declaration, order.revision, language=language)
    return "; ".join(each.brief for each in found)


@router.get("/documents/{export_id}")
def download(request: Request, export_id: UUID, session: Reader, store: Exports, me: Me, at: At) -> Response:
    """A document made before, byte for byte."""
    by = actor_at_export(session, me, export_id, at=at)
    export, content = exports.fetch(session, store, export_id, by=by)
    return handed(request, content, filename=export.filename, media_type=export.media_type, sha256=export.sha256)


def _kind(form: Typed) -> Kind:
    try:
        return Kind(form.text("kind"))
    except ValueError:
        raise Malformed("Please choose one of what is offered.", field="kind") from None


def _options(form: Typed) -> Options:
    one = form.uuid("amendments")
    return Options(
        anonymous=form.ticked("anonymous"),
        amendments=(one,) if one else (),
        form=form_of(form),
        language=form.text("language"),
    )


def form_of(form: Typed) -> Form:
    """The form that was chosen, Word when none was. Raises Malformed."""
    try:
        return Form(form.text("form") or Form.WORD)
    except ValueError:
        raise Malformed("Please choose one of what is offered.", field="form") from None


def _chosen(form: Typed, field: str) -> UUID:
    if (chosen := form.uuid(field)) is None:
        raise Malformed("Please choose a revision.", field=field)
    return chosen


def _translated(session: Session, view: DeclarationView, by: Actor) -> tuple[str, ...]:
    lines = languages(session, view.current.id, by=by) if view.current else ()
    return tuple(line.language for line in lines if not line.is_empty)


def _waiting(session: Session, declaration: Declaration, view: DeclarationView, language: str) -> tuple[Unconfirmed, ...]:
    present = session.get(Revision, view.current.id) if view.current else None
    return unconfirmed(session, declaration, present, language=language) if present else ()


def _page(
    request: Request,
    session: Session,
    declaration: Declaration,
    by: Actor,
    at: datetime,
    *,
    form: Typed | None = None,
    refusal: Refusal | None = None,
    made: UUID | None = None,
) -> Response:
    language = reader_language(request)
    view = queries.declaration(session, declaration.id, by=by)
    if view.is_draft:
        raise refusal or OutOfPlace("No text has been issued yet.")
    delegation = session.get(Delegation, by.delegation_id) if by.delegation_id else None
    page = DocumentsPage(
        crumbs=way_below(session, declaration, language),
        declaration=view,
        documents=exports_of(session, declaration, by=by),
        jobs=jobs_of(session, declaration, by=by, at=at),
        chairs=is_chair(by, declaration.process_id),
        amendments=tuple(
            each
            for each in queries.amendments_of(session, declaration.id, by=by, language=language)
            if each.tabled and each.state is not State.WITHDRAWN
        ),
        forms={kind.value: forms_of(kind) for kind in Kind},
        languages=_translated(session, view, by),
        amends=may_amend(by, declaration, delegation).allowed,
        unconfirmed=_waiting(session, declaration, view, language) if is_chair(by, declaration.process_id) else (),
        made=made,
        typed=form.kept if form else {},
        refusal=refusal,
    )
    return render(request, "exports/documents/show.html", page)
