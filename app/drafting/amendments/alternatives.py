"""The same addition in one place or another: two amendments of which one is meant to be taken."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from sqlmodel import Session

from app.drafting.amendments.dossier import dossier_of
from app.drafting.amendments.drafting import draft
from app.drafting.amendments.marks import note_private
from app.drafting.keys import NewKey, new_key
from app.drafting.models import Amendment
from app.drafting.policy import may_work_on
from app.drafting.states import PENDING, SITUATIONS, UNTABLED, State
from app.drafting.versions import advance_amendment, locked_declaration
from app.errors import Malformed, OutOfPlace, require
from app.record.actor import Actor
from app.text.change import Act, Insert
from app.text.stored import acts_from_plain


def place_elsewhere(
    session: Session,
    amendment: Amendment,
    *,
    after: str | None,
    expected: int,
    by: Actor,
    at: datetime,
    fresh: NewKey = new_key,
) -> Amendment:
    """Copy an addition to another place, after the paragraph `after`, as a draft alternative to it.

    The copy is edited, cleared and tabled like any amendment. When one of the alternatives is accepted the others are
    closed. Raises Denied, Stale, OutOfPlace (decided already), Malformed (not an addition; no such place).
    """
    require(may_work_on(by, amendment))
    declaration = locked_declaration(session, amendment)
    if amendment.state not in UNTABLED | PENDING:
        raise OutOfPlace(SITUATIONS[State(amendment.state)])
    dossier = dossier_of(session, amendment)
    words = dossier.draft or dossier.version
    assert words is not None
    acts = acts_from_plain(words.acts)
    if not acts or not all(isinstance(act, Insert) for act in acts):
        raise Malformed("Only an addition can be offered in another place as well.")
    advance_amendment(session, amendment, expected=expected)
    copy = draft(
        session,
        declaration,
        acts=_placed(acts, after),
        reason=words.reason,
        audience=words.audience,
        by=by,
        at=at,
        fresh=fresh,
    )
    group = amendment.alternatives or uuid4()
    for each in (amendment, copy):
        each.alternatives = group
        session.add(each)
    note_private(session, "amendment.place_elsewhere", copy, declaration, by=by, at=at)
    return copy


def _placed(acts: tuple[Act, ...], after: str | None) -> list[Act]:
    placed: list[Act] = []
    for act in acts:
        assert isinstance(act, Insert)
        placed.append(replace(act, after=after))
        after = act.paragraph.key
    return placed
