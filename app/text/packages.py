"""What a chair needs to see a package: which proposals stand free, which stand in each other's way, and which can be taken
together.

Changes that say the same are one proposal with several sponsors. Proposals that clash, directly or through others, form a
group; a proposal in no group can be taken whatever becomes of the rest. From each group the chair may take any set that can
stand together; the packages are the largest such sets, those with the most delegations behind them first.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from app.text.change import Change
from app.text.contest import Contest
from app.text.document import Document
from app.text.paragraph import Paragraph
from app.text.reading import Reading
from app.text.rivalry import Rivalry, rivalries
from app.text.together import Mask, maximal, members

MOST = 128
"""How many packages of one group are looked for."""

WORK = 100_000
"""How many times the search in one group looks up the rivals of a proposal."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one or more changes propose alike: their ids and the authors who sponsor it, in the order of the changes, and
    those who support one of them without being among the sponsors."""

    changes: tuple[Hashable, ...]
    sponsors: tuple[Hashable, ...]
    supporters: tuple[Hashable, ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """Proposals of one group that can stand together, and to which no other of the group can be added."""

    proposals: tuple[Proposal, ...]
    sponsors: tuple[Hashable, ...]
    supporters: tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Proposals that are rivals of each other, directly or through others, with the places where they are.

    When there are more packages than were looked for, `complete` is False. Then every proposal is still in one of those
    found, save the `unseen`, at which the search stopped.
    """

    proposals: tuple[Proposal, ...]
    rivalries: tuple[Rivalry, ...]
    packages: tuple[Package, ...]
    complete: bool = True
    unseen: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Compatible:
    """All proposals on a text: the `free` ones, which can be taken all at once, and the groups of rivals, each in the order
    in which the changes came."""

    free: tuple[Proposal, ...]
    groups: tuple[Group, ...]


def compatible(
    base: Document,
    changes: Sequence[Change | Reading],
    supports: Mapping[Hashable, Collection[Hashable]] | None = None,
) -> Compatible:
    """Which of the changes, tabled on `base`, can be taken together. `supports` are those who support a change, by its id.

    Ids must differ. Takes time in the size of the changes, and in each group up to the bounds `MOST` and `WORK`. Raises
    NotOnBase.
    """
    return compatible_in(Contest(base, changes), supports)


def compatible_in(contest: Contest, supports: Mapping[Hashable, Collection[Hashable]] | None = None) -> Compatible:
    """As `compatible`, of changes already set against each other."""
    proposals = _proposals(contest, supports or {})
    of = {change: proposal for proposal in proposals for change in proposal.changes}
    places = {rivalry: _camps(rivalry, of) for rivalry in rivalries(contest)}
    groups: dict[Proposal, list[Rivalry]] = {}
    leader = _leaders(proposals, places.values())
    for rivalry, camps in places.items():
        groups.setdefault(leader[camps[0][0]], []).append(rivalry)
    crowds: dict[Proposal, list[Proposal]] = {first: [] for first in groups}
    for proposal in proposals:
        if leader[proposal] in crowds:
            crowds[leader[proposal]].append(proposal)
    return Compatible(
        tuple(proposal for proposal in proposals if leader[proposal] not in groups),
        tuple(_group(crowd, {each: places[each] for each in groups[first]}) for first, crowd in crowds.items()),
    )


Camps = list[list[Proposal]]


def _proposals(contest: Contest, supports: Mapping[Hashable, Collection[Hashable]]) -> list[Proposal]:
    alike: dict[Hashable, list[Reading]] = {}
    for reading in contest.readings:
        alike.setdefault(_wish(contest, reading), []).append(reading)
    found = []
    for makers in alike.values():
        sponsors = dict.fromkeys(reading.change.author for reading in makers)
        behind = dict.fromkeys(name for reading in makers for name in supports.get(reading.id, ()) if name not in sponsors)
        found.append(Proposal(tuple(reading.id for reading in makers), tuple(sponsors), tuple(behind)))
    return found


def _wish(contest: Contest, reading: Reading) -> Hashable:
    """What a change wants, whoever wants it: the same for all that say the same. General proposals are all different."""
    if not reading.change.acts:
        return reading
    return (
        reading.keys,
        frozenset(reading.splices.items()),
        reading.deleted,
        reading.kept,
        frozenset((gap, tuple(_read(contest, entry) for entry in entries)) for gap, entries in reading.gaps.items()),
    )


def _read(contest: Contest, entry: Paragraph | str) -> Hashable:
    """What is put into a gap as it reads; with its key, where that is brought to another gap too."""
    if isinstance(entry, str):
        return entry
    return entry.role, entry.level, entry.runs, entry.key if len(contest.brought[entry.key]) > 1 else None


def _camps(rivalry: Rivalry, of: Mapping[Hashable, Proposal]) -> Camps:
    return [list(dict.fromkeys(of[change] for change in camp)) for camp in rivalry.camps]


def _leaders(proposals: Iterable[Proposal], places: Iterable[Camps]) -> dict[Proposal, Proposal]:
    """For each proposal one that stands for its group; for a free one itself."""
    leader = {proposal: proposal for proposal in proposals}

    def find(proposal: Proposal) -> Proposal:
        while leader[proposal] is not proposal:
            leader[proposal] = leader[leader[proposal]]
            proposal = leader[proposal]
        return proposal

    for camps in places:
        first = find(camps[0][0])
        for camp in camps:
            for proposal in camp:
                leader[find(proposal)] = first
    return {proposal: find(proposal) for proposal in leader}


def _group(crowd: Sequence[Proposal], places: Mapping[Rivalry, Camps]) -> Group:
    backed = sorted(crowd, key=lambda each: -len(each.sponsors) - len(each.supporters))
    number = {proposal: place for place, proposal in enumerate(backed)}
    masks = [[_mask(number[proposal] for proposal in camp) for camp in camps] for camps in places.values()]
    stands: list[list[tuple[Mask, Mask]]] = [[] for _ in backed]
    for camps in masks:
        there = 0
        for camp in camps:
            there |= camp
        for camp in camps:
            for place in members(camp):
                stands[place].append((there, camp))

    @cache
    def rivals(place: int) -> Mask:
        found = 0
        for there, camp in stands[place]:
            found |= there & ~camp
        return found

    search = maximal(len(backed), rivals, MOST, WORK)
    rank = {proposal: place for place, proposal in enumerate(crowd)}

    def listed(mask: Mask) -> tuple[Proposal, ...]:
        return tuple(sorted((backed[place] for place in members(mask)), key=rank.__getitem__))

    packages = [_package(listed(mask)) for mask in search.sets]
    packages.sort(key=lambda package: (-len(package.sponsors) - len(package.supporters), -len(package.proposals)))
    return Group(tuple(crowd), tuple(places), tuple(packages), search.complete, listed(search.unseen))


def _package(proposals: tuple[Proposal, ...]) -> Package:
    sponsors = dict.fromkeys(name for proposal in proposals for name in proposal.sponsors)
    supporters = dict.fromkeys(name for proposal in proposals for name in proposal.supporters if name not in sponsors)
    return Package(proposals, tuple(sponsors), tuple(supporters))


def _mask(places: Iterable[int]) -> Mask:
    mask = 0
    for place in places:
        mask |= 1 << place
    return mask
