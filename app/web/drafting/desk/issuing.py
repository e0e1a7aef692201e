"""Issuing the next revision: what it will say, what goes into it, what becomes of the rest, and the act."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.accounts.models import User
from app.drafting import queries, revisions
from app.drafting.errors import Contradiction, Happened, MovedOn
from app.drafting.policy import may_issue
from app.drafting.queries import AmendmentView, DeclarationView, RevisionHead
from app.drafting.queries.amendments import keys_spoken_of
from app.drafting.revisions import Ready, what_is_ready
from app.drafting.states import PENDING
from app.drafting.texts import require_current
from app.errors import Malformed, Refusal, require
from app.processes.models import Process
from app.text.change import Change
from app.text.clash import ClashKind
from app.text.document import Document
from app.text.outcome import Absorbed, Carried
from app.text.rebase import rebase
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.labelled import BaseText, Labelled, Texts
from app.web.drafting.seated import at_declaration, way_to
from app.web.forms import Form, or_again
from app.web.languages import say
from app.web.page import Crumb, Page
from app.web.rendering import go, reader_language, render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class NextLine:
    """A line of the redline to the next text, and the amendments it comes from."""

    shown: Labelled
    sources: tuple[AmendmentView, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A pending amendment, and what it will come to on the next text: carried, adapted, absorbed or overtaken; "" while
    that cannot be told."""

    amendment: AmendmentView
    fate: str


@dataclass(frozen=True, kw_only=True)
class IssuePage(Page):
    """`lines` is the whole redline, empty while what was accepted cannot all stand. `contenders` are the amendments whose
    additions stand at one place, to be put in order; `order` the order chosen."""

    declaration: DeclarationView
    revision: RevisionHead
    goes_in: tuple[AmendmentView, ...]
    lines: tuple[NextLine, ...]
    left: tuple[Left, ...]
    contradictions: tuple[Contradiction, ...]
    contenders: tuple[AmendmentView, ...]
    order: tuple[UUID, ...]
    name: str
    expected: int
    names: Mapping[str, str]
    happened: tuple[Happened, ...] = ()

    @property
    def insoluble(self) -> tuple[Contradiction, ...]:
        """The contradictions that no order resolves."""
        return tuple(each for each in self.contradictions if each.kind != ClashKind.INSERTION)


@router.get("/declarations/{declaration_id}/desk/issue")
def look(request: Request, declaration_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """What the next revision will say."""
    ranks = {name.removeprefix("rank-"): value for name, value in request.query_params.items() if name.startswith("rank-")}
    return _page(request, session, me, declaration_id, at, _in_order(ranks))


@router.post("/declarations/{declaration_id}/desk/issue")
def issue(request: Request, declaration_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    """Issue it."""
    order = _ids(form.list("order"))
    declaration, by = at_declaration(session, me, declaration_id, at)
    with or_again(session, lambda no: _page(request, session, me, declaration_id, at, order, no, form.kept)):
        revision = revisions.issue_next(
            session,
            declaration,
            name=form.text("name") or None,
            note=form.text("note"),
            renumber=form.text("renumber") == "anew",
            order=order,
            expected=form.number("expected"),
            by=by,
            at=at,
        )
    return go(request, f"/declarations/{declaration_id}", "{name} is issued.", name=revision.name)


def _page(
    request: Request,
    session: Session,
    me: User,
    declaration_id: UUID,
    at: datetime,
    order: tuple[UUID, ...],
    refusal: Refusal | None = None,
    typed: dict[str, str] | None = None,
) -> Response:
    declaration, by = at_declaration(session, me, declaration_id, at)
    require(may_issue(by, declaration))
    language = reader_language(request)
    revision = require_current(session, declaration)
    base = Texts(session, by=by, language=language).of(revision.id)
    views = {each.id: each for each in queries.amendments_of(session, declaration.id, by=by, language=language)}
    bare = what_is_ready(session, declaration, revision, base.document)
    contenders = _contenders(bare)
    order = tuple(each for each in order if each in contenders)
    ready = what_is_ready(session, declaration, revision, base.document, order=order) if order else bare
    goes_in = tuple(views[dossier.amendment.id] for dossier in ready.accepted)
    text = ready.text if goes_in else None
    desk = Crumb(say(language, "The desk"), f"/declarations/{declaration.id}/desk")
    page = IssuePage(
        crumbs=(*way_to(session.get_one(Process, declaration.process_id), language, declaration), desk),
        refusal=refusal,
        typed=typed or {},
        declaration=queries.declaration(session, declaration.id, by=by),
        revision=base.view.head,
        goes_in=goes_in,
        lines=_lines(base, text, goes_in) if text is not None else (),
        left=tuple(_left(view, base, text) for view in views.values() if view.state in PENDING),
        contradictions=ready.contradictions,
        contenders=tuple(sorted((views[each] for each in contenders), key=lambda view: _place(order, view))),
        order=order,
        name=revisions.proposed_name(session, declaration),
        expected=declaration.version,
        names={str(view.id): view.name for view in views.values()},
        happened=refusal.changes if isinstance(refusal, MovedOn) else (),
    )
    return render(request, "drafting/desk/issue.html", page)


def _contenders(ready: Ready) -> tuple[UUID, ...]:
    """The accepted amendments whose additions stand at one place, in the order of their numbers."""
    at_one_place = {
        each for clash in ready.clashes if clash.kind == ClashKind.INSERTION for each in (clash.one, clash.other)
    }
    return tuple(dossier.amendment.id for dossier in ready.accepted if dossier.amendment.id in at_one_place)


def _lines(base: BaseText, text: Document, goes_in: tuple[AmendmentView, ...]) -> tuple[NextLine, ...]:
    sources: dict[str, list[AmendmentView]] = {}
    for view in goes_in:
        assert view.shown is not None
        for key in keys_spoken_of(view.shown.acts):
            sources.setdefault(key, []).append(view)
    return tuple(NextLine(each, tuple(sources.get(each.line.paragraph.key, ()))) for each in base.to(text))


def _left(view: AmendmentView, base: BaseText, text: Document | None) -> Left:
    """What a pending amendment will come to. Told only of one that stands on the present text."""
    if text is None or view.shown is None or view.shown.base_id != base.view.head.id or view.awaits_word:
        return Left(view, "")
    if not view.shown.acts:
        return Left(view, "carried")
    landed = rebase(Change(view.id, view.shown.acts), base.document, text)
    if isinstance(landed, Carried):
        return Left(view, "carried" if landed.unchanged else "adapted")
    return Left(view, "absorbed" if isinstance(landed, Absorbed) else "overtaken")


def _place(order: tuple[UUID, ...], view: AmendmentView) -> int:
    return order.index(view.id) if view.id in order else len(order) + (view.number or 0)


def _in_order(ranks: Mapping[str, str]) -> tuple[UUID, ...]:
    """Amendments by the ranks given to them. Raises Malformed when two have the same rank."""
    chosen = {each: int(rank) for each, rank in ranks.items() if rank.isdecimal()}
    if len(set(chosen.values())) != len(chosen):
        raise Malformed("Give every addition a place of its own.")
    return _ids(sorted(chosen, key=chosen.__getitem__))


def _ids(texts: list[str]) -> tuple[UUID, ...]:
    try:
        return tuple(map(UUID, texts))
    except ValueError:
        raise Malformed("Please choose one of the list.") from None
