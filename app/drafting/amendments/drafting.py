"""What a delegation writes before it tables: a first draft, or the next version of what it has tabled."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from app.drafting.amendments.acts import accepted_acts, accepted_reason
from app.drafting.amendments.dossier import dossier_of
from app.drafting.amendments.marks import draft_digest, go, note_private
from app.drafting.keys import NewKey, keys_brought, new_key
from app.drafting.models import Amendment, Declaration, DraftAmendment, Revision
from app.drafting.policy import may_amend, may_work_on
from app.drafting.states import UNTABLED, State, Step, require_step
from app.drafting.texts import require_current, text_of
from app.drafting.versions import advance_amendment, lock, locked_declaration
from app.errors import OutOfPlace, Stale, require
from app.processes.models import Delegation
from app.record.actor import Actor
from app.text.change import Act, Change
from app.text.rebase import Carried, rebase
from app.text.stored import acts_from_plain, acts_to_plain


def draft(
    session: Session,
    declaration: Declaration,
    *,
    acts: Sequence[Act],
    reason: str = "",
    audience: str = "all",
    by: Actor,
    at: datetime,
    fresh: NewKey = new_key,
) -> Amendment:
    """Begin an amendment to the present revision, for the delegation the actor sits in. Only that delegation sees it.

    `acts` may speak of several paragraphs; none at all make a proposal on the text as a whole, stated in `reason`. New
    paragraphs get keys of ours. `audience` is one of `states.Audience`. Raises Denied, OutOfPlace (nothing issued),
    Malformed, TooLarge.
    """
    delegation = session.get(Delegation, by.delegation_id) if by.delegation_id else None
    require(may_amend(by, declaration, delegation))
    assert by.delegation_id is not None and by.participant_id is not None
    # The declaration before the record, as everybody does: else two who act at once would wait for each other for ever.
    lock(session, declaration)
    revision = require_current(session, declaration)
    telling = accepted_acts(text_of(session, revision.id), acts, fresh=fresh)
    text, readers = accepted_reason(reason, audience, telling)
    amendment = Amendment(
        declaration_id=declaration.id,
        delegation_id=by.delegation_id,
        created_by=by.participant_id,
        created_at=at,
        state_at=at,
    )
    session.add(amendment)
    session.flush()
    words = DraftAmendment(
        amendment_id=amendment.id,
        base_id=revision.id,
        acts=acts_to_plain(telling),
        reason=text,
        audience=readers.value,
        edited_by=by.participant_id,
        edited_at=at,
    )
    session.add(words)
    note_private(session, "amendment.draft", amendment, declaration, by=by, at=at, digest=draft_digest(words))
    return amendment


def edit(
    session: Session,
    amendment: Amendment,
    *,
    acts: Sequence[Act],
    reason: str,
    audience: str,
    on: Revision | None = None,
    expected: int,
    by: Actor,
    at: datetime,
    fresh: NewKey = new_key,
) -> DraftAmendment:
    """Write other words: of a draft, or of the next version of a pending amendment (which stays as tabled until `correct`).

    The acts are on the present revision; `on` is the one the delegate had before them, and raises Stale when another has
    been issued since. `expected` is the amendment's version. What the head had cleared is cleared no longer. Raises
    Denied, OutOfPlace, Stale, Malformed, TooLarge.
    """
    require(may_work_on(by, amendment))
    assert by.participant_id is not None
    declaration = locked_declaration(session, amendment)
    require_step(Step.EDIT, amendment.state)
    revision = require_current(session, declaration)
    if on is not None and on.id != revision.id:
        raise Stale("{name} has been issued since you opened this. Look at the new text first.", name=revision.name)
    dossier = dossier_of(session, amendment)
    own = keys_brought(
        act for words in (dossier.draft, *dossier.versions) if words is not None for act in acts_from_plain(words.acts)
    )
    telling = accepted_acts(text_of(session, revision.id), acts, own=own, fresh=fresh)
    text, readers = accepted_reason(reason, audience, telling)
    advance_amendment(session, amendment, expected=expected)
    words = dossier.draft or DraftAmendment(
        amendment_id=amendment.id, base_id=revision.id, acts=[], edited_by=by.participant_id, edited_at=at
    )
    words.base_id = revision.id
    words.acts = acts_to_plain(telling)
    words.reason = text
    words.audience = readers.value
    _edited(session, amendment, words, by, at)
    note_private(session, "amendment.edit", amendment, declaration, by=by, at=at, digest=draft_digest(words))
    return words


def bring_forward(session: Session, amendment: Amendment, *, expected: int, by: Actor, at: datetime) -> DraftAmendment:
    """Restate a draft on the present revision, where its words can be carried over without doubt.

    Raises Denied, Stale, and OutOfPlace when there is nothing to bring forward or it must be written anew.
    """
    require(may_work_on(by, amendment))
    declaration = locked_declaration(session, amendment)
    require_step(Step.EDIT, amendment.state)
    revision = require_current(session, declaration)
    words = dossier_of(session, amendment).draft
    if words is None or words.base_id == revision.id:
        raise OutOfPlace("This draft is on the present text already.")
    change = Change(amendment.id, acts_from_plain(words.acts))
    landed = rebase(change, text_of(session, words.base_id), text_of(session, revision.id))
    if not isinstance(landed, Carried):
        raise OutOfPlace(
            "{name} has changed the words this draft is about. Write it anew on the new text.", name=revision.name
        )
    advance_amendment(session, amendment, expected=expected)
    words.base_id = revision.id
    words.acts = acts_to_plain(landed.change.acts)
    _edited(session, amendment, words, by, at)
    note_private(session, "amendment.bring_forward", amendment, declaration, by=by, at=at, digest=draft_digest(words))
    return words


def _edited(session: Session, amendment: Amendment, words: DraftAmendment, by: Actor, at: datetime) -> None:
    assert by.participant_id is not None
    words.edited_by = by.participant_id
    words.edited_at = at
    words.cleared_by = None
    words.cleared_at = None
    session.add(words)
    target = State.DRAFTED if amendment.state in UNTABLED else State(amendment.state)
    if target != amendment.state:
        go(session, amendment, Step.EDIT, target, at)
    session.flush()
