"""The page of one amendment: its words on their base, its life, and what the reader may do next."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from app.drafting import queries
from app.drafting.amendments.dossier import Stand
from app.drafting.models import Amendment, Declaration
from app.drafting.queries import AmendmentView, DeclarationView, DeskClash
from app.drafting.queries.desk import clashes_on
from app.drafting.states import UNTABLED, State
from app.processes.models import Delegation, Process
from app.processes.policy import is_chair
from app.record.actor import Actor
from app.web.dependencies import Session
from app.web.drafting.amendments.compose_page import Member, members_of, touched
from app.web.drafting.amendments.offers import Offer, offers_to, sponsor_offers
from app.web.drafting.amendments.telling import Told, told
from app.web.drafting.labelled import Redlined, Texts
from app.web.drafting.seated import way_to
from app.web.drafting.terms_used import TermUse
from app.web.languages import say
from app.web.page import Crumb, Page


@dataclass(frozen=True, kw_only=True)
class AmendmentPage(Page):
    """`shown` is what is tabled, as it stands now, or as it was tabled while its delegation's word is awaited; `writing`
    what its delegation has written and not yet tabled. `places` are the paragraphs of the present text, for an addition
    that could stand elsewhere."""

    declaration: DeclarationView
    amendment: AmendmentView
    sponsor: str
    shown: Redlined | None
    writing: Redlined | None
    terms: tuple[TermUse, ...]
    clashes: tuple[DeskClash, ...]
    alternatives: tuple[AmendmentView, ...]
    life: tuple[Told, ...]
    offers: dict[str, Offer]
    members: tuple[Member, ...]
    places: dict[str, str]
    chairs: bool

    @property
    def is_draft(self) -> bool:
        return self.amendment.state in UNTABLED

    @property
    def landing(self) -> Told | None:
        """Where it landed, while its delegation's word is awaited."""
        if not self.amendment.awaits_word:
            return None
        return next((event for event in reversed(self.life) if event.kind == "landing"), None)


PageOf = TypeVar("PageOf", bound=AmendmentPage)


def amendment_page(
    session: Session,
    row: Amendment,
    *,
    by: Actor,
    language: str,
    at: datetime,
    kind: type[PageOf] = AmendmentPage,  # type: ignore[assignment]
    **more: object,
) -> PageOf:
    """Everything the page shows of an amendment the reader sees."""
    declaration = session.get_one(Declaration, row.declaration_id)
    process = session.get_one(Process, declaration.process_id)
    view = queries.amendment(session, row.id, by=by, language=language)
    head = queries.declaration(session, declaration.id, by=by)
    texts = Texts(session, by=by, language=language)
    delegation = session.get_one(Delegation, row.delegation_id)
    own = session.get(Delegation, by.delegation_id) if by.delegation_id else None
    writing = texts.redline(Stand(view.draft.base_id, view.draft.acts)) if view.draft else None
    standing = Stand(view.draft.base_id, view.draft.acts) if view.draft and view.shown is None else view.shown
    others = {each: queries.amendment(session, each, by=by, language=language) for each in view.alternatives}
    offers = {**offers_to(by, row, view, head, delegation), **sponsor_offers(by, view, own)}
    asks = "ask" in offers
    return kind(
        crumbs=_crumbs(process, declaration, language),
        declaration=head,
        amendment=view,
        sponsor=queries.names_of(session, process.id, language).of(row.delegation_id),
        shown=texts.redline(_as_tabled(view) if view.awaits_word else view.shown),
        writing=writing,
        terms=_terms(session, texts, declaration, standing, by=by, language=language),
        clashes=_clashes(session, declaration, view, by=by, language=language),
        alternatives=tuple(others.values()),
        life=told(view, texts),
        offers=offers,
        members=members_of(session, process, view, frozenset(), by=by, language=language, at=at) if asks else (),
        places=dict(texts.of(head.current.id).names) if "elsewhere" in offers and head.current else {},
        chairs=is_chair(by, declaration.process_id),
        **more,  # type: ignore[arg-type]
    )


def _as_tabled(view: AmendmentView) -> Stand | None:
    return Stand(view.tabled.base_id, view.tabled.acts) if view.tabled else None


def _crumbs(process: Process, declaration: Declaration, language: str) -> tuple[Crumb, ...]:
    listed = Crumb(say(language, "Amendments"), f"/declarations/{declaration.id}/amendments")
    return (*way_to(process, language, declaration), listed)


def _terms(
    session: Session, texts: Texts, declaration: Declaration, stand: Stand | None, *, by: Actor, language: str
) -> tuple[TermUse, ...]:
    if stand is None or not stand.acts:
        return ()
    asked = queries.term_requests(session, declaration.id, by=by, language=language)
    return touched(asked, texts.of(stand.base_id), stand.acts)


def _clashes(
    session: Session, declaration: Declaration, view: AmendmentView, *, by: Actor, language: str
) -> tuple[DeskClash, ...]:
    """With which others, and on which words. What is decided or not tabled contends for nothing."""
    if view.number is None or view.state in (State.WITHDRAWN, State.INCORPORATED, State.NOT_ACCEPTED, State.ABSORBED):
        return ()
    views = [each for each in queries.amendments_of(session, declaration.id, by=by, language=language) if each.number]
    by_id: dict[UUID, AmendmentView] = {each.id: each for each in views}
    found = []
    for clash in clashes_on(session, declaration, views):
        if view.id in (clash.one, clash.other):
            rival = by_id[clash.other if clash.one == view.id else clash.one]  # type: ignore[index]
            found.append(DeskClash(rival.id, rival.name, rival.sponsor_names, clash.words, clash.kind.value))
    return tuple(found)
