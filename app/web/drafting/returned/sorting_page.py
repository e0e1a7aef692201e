"""What was found in a file, sorted into the amendments it would become: everything the page shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.drafting import queries
from app.drafting.importing import LEFT_OUT
from app.drafting.models import Declaration
from app.drafting.queries import DeclarationView
from app.drafting.returned import Reading
from app.drafting.returned.queries import ReturnedLine, drafted_before, returned_of
from app.drafting.returned.reading import Landing
from app.errors import Refusal
from app.record.actor import Actor
from app.text.apply import NotOnBase
from app.web.dependencies import Session
from app.web.drafting.labelled import Labelled, Texts
from app.web.languages import say
from app.web.page import Page
from app.word.returned import Found, Remark


@dataclass(frozen=True, slots=True)
class Sorting:
    """How the changes are sorted: into which amendment each goes, from 1, by its number; those not taken; and reasons by
    amendment. A reason that was not written yet is None."""

    into: Mapping[int, int]
    untaken: frozenset[int]
    reasons: Mapping[int, str]

    def groups(self) -> dict[int, tuple[int, ...]]:
        """The changes of each amendment."""
        numbers = sorted(set(self.into.values()))
        return {number: tuple(at for at, its in self.into.items() if its == number) for number in numbers}


@dataclass(frozen=True, slots=True)
class Change:
    """A change that was found. `at` is its number in the file, `taken` whether it is to be drafted; `drafted` the amendment
    it went into before. `lines` show it by itself, when its amendment holds others."""

    at: int
    found: Found
    taken: bool
    drafted: UUID | None
    lines: tuple[Labelled, ...]
    dates: tuple[str, ...]

    @property
    def likeness(self) -> int:
        """In percent."""
        return round(self.found.score * 100)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An amendment that would be drafted: its changes, what it would read like on the present text, how it came there
    (`landing`), and its reason; `remarked`: as the comments in the file say it. `problem` says why it cannot be drafted as
    it is sorted."""

    number: int
    changes: tuple[Change, ...]
    lines: tuple[Labelled, ...]
    landing: Landing | None
    reason: str
    remarked: bool = False
    problem: Refusal | None = None

    @property
    def authors(self) -> str:
        return ", ".join(dict.fromkeys(author for change in self.changes for author in change.found.authors))


@dataclass(frozen=True, kw_only=True)
class SortingPage(Page):
    """`twin` is the very same file, where the delegation had sent it before."""

    declaration: DeclarationView
    file: ReturnedLine
    twin: ReturnedLine | None
    present: str
    older: bool
    reading: Reading
    proposals: tuple[Proposal, ...]
    numbers: tuple[int, ...]
    at: Mapping[int, int]
    remarks: tuple[Remark, ...]
    left_out: tuple[str, ...]
    untaken: tuple[tuple[str, int], ...]


def suggested(reading: Reading, drafted: Mapping[int, UUID]) -> Sorting:
    """As the changes were grouped when they were found, without what was drafted before or has no place any more."""
    into = {at: group + 1 for at, group in enumerate(reading.says.groups)}
    placeless = {at for at in into if reading.is_older and not reading.landing((at,)).acts}
    return Sorting(into, frozenset(drafted) | placeless, {})


def sorting_page(
    session: Session,
    declaration: Declaration,
    reading: Reading,
    sorting: Sorting | None,
    *,
    by: Actor,
    language: str,
    **more: object,
) -> SortingPage:
    """The page of a file; with `sorting` None as the changes were grouped when they were found."""
    drafted = drafted_before(session, reading.file)
    chosen = sorting or suggested(reading, drafted)
    texts = Texts(session, by=by, language=language)
    proposals = tuple(
        _proposal(texts, reading, chosen, number, numbers, drafted) for number, numbers in chosen.groups().items()
    )
    sent = returned_of(session, declaration.id, by=by)
    place = next(at for at, each in enumerate(sent) if each.id == reading.file.id)
    file, earlier = sent[place], sent[place + 1 :]
    return SortingPage(
        declaration=queries.declaration(session, declaration.id, by=by),
        file=file,
        twin=next((each for each in earlier if each.sha256 == file.sha256), None),
        present=reading.current.name,
        older=reading.is_older,
        reading=reading,
        proposals=proposals,
        numbers=tuple(range(1, max((each.number for each in proposals), default=0) + 2)),
        at=chosen.into,
        remarks=reading.says.remarks,
        left_out=tuple(say(language, LEFT_OUT[each.kind], count=each.count) for each in reading.says.left_out),
        untaken=tuple((kind.value, count) for kind, count in reading.says.untaken.items()),
        **more,  # type: ignore[arg-type]
    )


def _proposal(
    texts: Texts, reading: Reading, sorting: Sorting, number: int, all_: tuple[int, ...], drafted: Mapping[int, UUID]
) -> Proposal:
    taken = tuple(at for at in all_ if at not in sorting.untaken)
    shown = taken or all_
    landing, problem = _landing(reading, shown)
    lines = _lines(texts, reading, landing, shown)
    changes = tuple(
        Change(
            at,
            reading.says.found[at],
            at in taken,
            drafted.get(at),
            _alone(texts, reading, at) if len(all_) > 1 or problem else (),
            _dates(reading.says.found[at]),
        )
        for at in all_
    )
    remarked = _remarked(reading, shown)
    reason = sorting.reasons.get(number, remarked)
    return Proposal(number, changes, lines, landing, reason, bool(remarked) and reason == remarked, problem)


def _landing(reading: Reading, numbers: tuple[int, ...]) -> tuple[Landing | None, Refusal | None]:
    try:
        return reading.landing(numbers), None
    except Refusal as refusal:
        return None, refusal


def _lines(texts: Texts, reading: Reading, landing: Landing | None, numbers: tuple[int, ...]) -> tuple[Labelled, ...]:
    """The amendment on the present text; where it has no place there, on the text the file was made from."""
    if landing is None:
        return ()
    on, acts = (reading.current.id, landing.acts) if landing.acts else (reading.file.revision_id, reading.acts(numbers))
    try:
        return texts.of(on).lines(acts)
    except NotOnBase:
        return ()


def _alone(texts: Texts, reading: Reading, at: int) -> tuple[Labelled, ...]:
    landing, _problem = _landing(reading, (at,))
    return _lines(texts, reading, landing, (at,))


def _remarked(reading: Reading, numbers: tuple[int, ...]) -> str:
    """What the comments say, as a reason to begin with."""
    said = [remark.text for at in numbers for remark in reading.says.found[at].remarks if remark.text]
    return "\n\n".join(dict.fromkeys(said))


def _dates(found: Found) -> tuple[str, ...]:
    """The days of its changes, as the file has them."""
    return tuple(sorted({(each.date or "")[:10] for each in found.tracked} - {""}))
