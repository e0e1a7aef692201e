"""How an amendment changes state, and what the record says of it.

The record is read by the chair. Of what a delegation has not tabled it therefore keeps only that somebody worked on it
and a digest that can prove, to whoever has the words, that these were the words; of a tabled version the acts, and of its
reason the digest, for not everybody may read it.
"""

import json
from datetime import datetime
from typing import Any

from sqlmodel import Session

from app.drafting.digests import digest
from app.drafting.models import Amendment, AmendmentVersion, Declaration, DraftAmendment
from app.drafting.states import State, Step, arrived
from app.drafting.versions import note
from app.record.actor import Actor
from app.record.chain import write


def go(session: Session, amendment: Amendment, step: Step, target: State, at: datetime) -> None:
    """Take a step to `target`. Raises OutOfPlace when the amendment's state does not allow it."""
    amendment.state = arrived(step, amendment.state, target)
    amendment.state_at = at
    session.add(amendment)
    session.flush()


def note_private(
    session: Session, act: str, amendment: Amendment, declaration: Declaration, *, by: Actor, at: datetime, **after: Any
) -> None:
    """Record an act on what its delegation has not tabled: no words, and nothing that counts as a change of the desk."""
    subject = ("amendment", amendment.id)
    write(session, act, subject, by=by, at=at, process_id=declaration.process_id, after={**after, "state": amendment.state})


def note_public(
    session: Session,
    act: str,
    amendment: Amendment,
    declaration: Declaration,
    *,
    by: Actor,
    at: datetime,
    before: str | None = None,
    **after: Any,
) -> None:
    """Record an act on what is tabled. `before` is the state it was in."""
    note(
        session,
        act,
        ("amendment", amendment.id),
        declaration,
        by=by,
        at=at,
        before={"state": before} if before else None,
        after={"number": amendment.number, "state": amendment.state, **after},
    )


def version_facts(version: AmendmentVersion) -> dict[str, Any]:
    """What the record keeps of a tabled version."""
    return {
        "tabled_version": version.number,
        "base": str(version.base_id),
        "acts": version.acts,
        "audience": version.audience,
        "reason_sha256": digest(version.reason),
        "late": version.late,
    }


def draft_digest(draft: DraftAmendment) -> str:
    """SHA-256 over the words of a draft: its acts and its reason."""
    words = [{"base": str(draft.base_id)}, *draft.acts, {"reason": draft.reason}]
    return digest(json.dumps(words, sort_keys=True, ensure_ascii=False))
