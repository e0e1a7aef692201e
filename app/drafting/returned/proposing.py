"""What was found in a file becomes drafts of amendments. Nothing is tabled by this."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.drafting.amendments import draft
from app.drafting.models import Amendment, Declaration
from app.drafting.policy import may_amend
from app.drafting.returned.models import ReturnedDraft
from app.drafting.returned.reading import Reading
from app.drafting.states import Audience, Landed
from app.drafting.texts import require_current
from app.drafting.versions import lock
from app.errors import Malformed, OutOfPlace, Stale, TooLarge, Unknown, require
from app.processes.models import Delegation
from app.processes.policy import negotiates
from app.record.actor import Actor
from app.record.chain import write

MOST = 200
"""How many drafts one file is made into at a time."""


@dataclass(frozen=True, slots=True)
class Group:
    """The changes, by their numbers in the file, that go into one amendment, and its reason."""

    found: tuple[int, ...]
    reason: str = ""
    audience: str = Audience.ALL.value


def propose(
    session: Session, declaration: Declaration, reading: Reading, groups: Sequence[Group], *, by: Actor, at: datetime
) -> list[Amendment]:
    """Draft an amendment of each group, on the present text. Only the delegation that sent the file can, and sees them.

    Where a text has been issued since, the changes are carried over; what the new text overtook is drafted as suggested.
    Raises Denied, Unknown (not this delegation's file), Malformed, TooLarge, OutOfPlace (nothing is left to propose) and
    Stale (another text was issued since the file was read).
    """
    require(may_amend(by, declaration, session.get(Delegation, by.delegation_id) if by.delegation_id else None))
    file = reading.file
    if file.declaration_id != declaration.id or not negotiates(by, file.delegation_id):
        raise Unknown("There is no such file.")
    if not groups:
        raise Malformed("Choose at least one change to make a draft of.", field="found")
    if len(groups) > MOST:
        raise TooLarge("At most {most} drafts can be made at a time.", most=MOST, field="found")
    lock(session, declaration)
    current = require_current(session, declaration)
    if current.id != reading.current.id:
        raise Stale("{name} has been issued since you opened this. Look at the new text first.", name=current.name)
    made = []
    for group in groups:
        landing = reading.landing(group.found)
        if landing.outcome is Landed.ABSORBED:
            raise OutOfPlace("{name} says already what you would propose.", name=current.name)
        if not landing.acts:
            raise OutOfPlace("{name} has changed these words so that your change has no place in them.", name=current.name)
        amendment = draft(
            session,
            declaration,
            acts=landing.acts,
            reason=group.reason,
            audience=group.audience,
            by=by,
            at=at,
        )
        session.add(ReturnedDraft(file_id=file.id, amendment_id=amendment.id, found=sorted(set(group.found)), at=at))
        made.append(amendment)
    session.flush()
    after = {"amendments": [str(amendment.id) for amendment in made]}
    subject = ("returned_file", file.id)
    write(session, "returned_file.propose", subject, by=by, at=at, process_id=declaration.process_id, after=after)
    return made
