"""All amendments to a declaration that the reader sees, narrowed as they like."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import queries
from app.drafting.amendments.dossier import Stand
from app.drafting.models import Declaration
from app.drafting.policy import may_amend
from app.drafting.queries import AmendmentView, DeclarationView
from app.drafting.queries.amendments import keys_spoken_of
from app.drafting.states import AGREED, ON_THE_TEXT, UNTABLED, State
from app.processes.models import Delegation, Process
from app.processes.policy import is_chair
from app.record.actor import Actor
from app.text.change import Insert
from app.web.dependencies import At, Me, Reader, Session
from app.web.drafting.labelled import Redlined, Texts
from app.web.drafting.seated import at_declaration, way_to
from app.web.page import Page
from app.web.rendering import reader_language, render

router = APIRouter()

GROUPS: dict[str, frozenset[State]] = {
    "drafts": UNTABLED,
    "pending": ON_THE_TEXT,
    "overtaken": frozenset({State.OVERTAKEN}),
    "accepted": AGREED | {State.INCORPORATED},
    "not_accepted": frozenset({State.NOT_ACCEPTED}),
    "absorbed": frozenset({State.ABSORBED}),
    "withdrawn": frozenset({State.WITHDRAWN}),
}


@dataclass(frozen=True, slots=True)
class Row:
    """An amendment in the list: the paragraphs it is about, each by its label and role, and its redline."""

    amendment: AmendmentView
    where: tuple[tuple[str, str], ...]
    redline: Redlined | None
    statement: str


@dataclass(frozen=True, kw_only=True)
class AmendmentsPage(Page):
    """`states`, `delegations` and `paragraphs` are what can be chosen; `chosen` what is."""

    declaration: DeclarationView
    rows: tuple[Row, ...]
    all: int
    states: tuple[str, ...]
    delegations: Mapping[str, str]
    paragraphs: Mapping[str, str]
    chosen: Mapping[str, str]
    may_amend: bool
    chairs: bool


@router.get("/declarations/{declaration_id}/amendments")
def listing(
    request: Request,
    declaration_id: UUID,
    session: Reader,
    me: Me,
    at: At,
    state: str = "",
    delegation: str = "",
    paragraph: str = "",
) -> Response:
    """The amendments, tabled ones by number, then the own drafts."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    language = reader_language(request)
    texts = Texts(session, by=by, language=language)
    head = queries.declaration(session, declaration.id, by=by)
    views = queries.amendments_of(session, declaration.id, by=by, language=language)
    chosen = {"state": state, "delegation": delegation, "paragraph": paragraph}
    sponsors = {str(sponsor.delegation_id): sponsor.name for view in views for sponsor in view.sponsors}
    names = queries.names_of(session, declaration.process_id, language)
    paragraphs = texts.of(head.current.id).names if head.current else {}
    page = AmendmentsPage(
        crumbs=way_to(session.get_one(Process, declaration.process_id), language, declaration),
        declaration=head,
        rows=tuple(_row(view, texts) for view in _in_order(views, paragraphs) if _is_wanted(view, chosen)),
        all=len(views),
        states=tuple(name for name, states in GROUPS.items() if any(view.state in states for view in views)),
        delegations=dict(sorted(sponsors.items(), key=lambda item: names.rank[UUID(item[0])])),
        paragraphs=paragraphs,
        chosen=chosen,
        may_amend=_may_amend(session, declaration, by),
        chairs=is_chair(by, declaration.process_id),
    )
    return render(request, "drafting/amendments/list.html", page)


def _in_order(views: Iterable[AmendmentView], paragraphs: Mapping[str, str]) -> list[AmendmentView]:
    """Those tabled as they come; after them the drafts, as the text goes on."""
    places = {key: place for place, key in enumerate(paragraphs)}

    def place(view: AmendmentView) -> int:
        return min((places.get(key, len(places)) for key in _keys(view)), default=len(places))

    drafts = [view for view in views if not view.number]
    return [*(view for view in views if view.number), *sorted(drafts, key=place)]


def _is_wanted(view: AmendmentView, chosen: Mapping[str, str]) -> bool:
    if (state := chosen["state"]) and view.state not in GROUPS.get(state, frozenset()):
        return False
    if (delegation := chosen["delegation"]) and delegation not in {str(each.delegation_id) for each in view.sponsors}:
        return False
    return not (paragraph := chosen["paragraph"]) or paragraph in _keys(view)


def _stand(view: AmendmentView) -> Stand | None:
    if view.shown is None and view.draft is not None:
        return Stand(view.draft.base_id, view.draft.acts)
    return view.shown


def _keys(view: AmendmentView) -> frozenset[str]:
    """The paragraphs it speaks of, and those its additions stand after."""
    stand = _stand(view)
    if stand is None:
        return frozenset()
    places = {act.after for act in stand.acts if isinstance(act, Insert) and act.after is not None}
    return keys_spoken_of(stand.acts) | places


def _row(view: AmendmentView, texts: Texts) -> Row:
    redline = texts.redline(_stand(view))
    lines = redline.lines if redline else ()
    where = tuple(dict.fromkeys((each.label, each.line.paragraph.role.value) for each in lines))
    words = view.tabled or view.draft
    return Row(view, where, redline, (words.reason or "") if words and view.is_general else "")


def _may_amend(session: Session, declaration: Declaration, by: Actor) -> bool:
    delegation = session.get(Delegation, by.delegation_id) if by.delegation_id else None
    return may_amend(by, declaration, delegation).allowed
