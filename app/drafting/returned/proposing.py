"""What was found in a file becomes drafts of amendments. Nothing is tabled by this."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.drafting.amendments import draft
from app.drafting.amendments.dossier import dossier_of
from app.drafting.limits import prose
from app.drafting.models import Amendment, Declaration
from app.drafting.policy import may_amend
from app.drafting.returned.models import ReturnedDraft
from app.drafting.returned.queries import standing_drafts
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


@dataclass(frozen=True, slots=True)
class Proposed:
    """The amendments of the groups, in their order; `new` are those that were drafted now, the others had been before."""

    amendments: tuple[Amendment, ...]
    new: tuple[Amendment, ...]

    @property
    def before(self) -> tuple[Amendment, ...]:
        return tuple(each for each in self.amendments if each not in self.new)


def propose(
    session: Session, declaration: Declaration, reading: Reading, groups: Sequence[Group], *, by: Actor, at: datetime
) -> Proposed:
    """Draft an amendment of each group, on the present text. Only the delegation that sent the file can, and sees them.

    A group that was drafted before, and whose amendment was not withdrawn, is that amendment: a form sent twice makes
    nothing new. Where a text has been issued since, the changes are carried over; what the new text overtook is drafted
    as suggested. Raises Denied, Unknown (not this delegation's file), Malformed, TooLarge, OutOfPlace (nothing is left to
    propose; drafted before with another reason) and Stale (another text was issued since the file was read).
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
    known = standing_drafts(session, file)
    made: list[Amendment] = []
    new: list[Amendment] = []
    for group in groups:
        found = tuple(sorted(set(group.found)))
        if found in known:
            _require_same(session, known[found], group)
        else:
            known[found] = _drafted(session, declaration, reading, group, current.name, by=by, at=at)
            session.add(ReturnedDraft(file_id=file.id, amendment_id=known[found].id, found=list(found), at=at))
            new.append(known[found])
        made.append(known[found])
    session.flush()
    if new:
        after = {"amendments": [str(amendment.id) for amendment in new]}
        subject = ("returned_file", file.id)
        write(session, "returned_file.propose", subject, by=by, at=at, process_id=declaration.process_id, after=after)
    return Proposed(tuple(made), tuple(new))


def _drafted(
    session: Session, declaration: Declaration, reading: Reading, group: Group, present: str, *, by: Actor, at: datetime
) -> Amendment:
    landing = reading.landing(group.found)
    if landing.outcome is Landed.ABSORBED:
        raise OutOfPlace("{name} says already what you would propose.", name=present)
    if not landing.acts:
        raise OutOfPlace("{name} has changed these words so that your change has no place in them.", name=present)
    return draft(session, declaration, acts=landing.acts, reason=group.reason, audience=group.audience, by=by, at=at)


def _require_same(session: Session, amendment: Amendment, group: Group) -> None:
    """What was written for the group must stand in its amendment already: else it would be lost without a word."""
    dossier = dossier_of(session, amendment)
    words = dossier.draft or dossier.version
    assert words is not None
    if (words.reason, words.audience) != (prose(group.reason, "reason"), group.audience):
        raise OutOfPlace(
            "A draft of these changes was made before, with another reason: nothing new was made. Write the reason there.",
            field="found",
        )
