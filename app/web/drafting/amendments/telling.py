"""What happened to an amendment, told in the order in which it did."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.drafting.amendments.dossier import Stand
from app.drafting.queries import AmendmentView
from app.drafting.queries.amendments import VersionView
from app.drafting.states import Landed, State, Word
from app.text.apply import NotOnBase, apply
from app.text.compare import compare
from app.text.redline import touched
from app.web.drafting.labelled import Labelled, Redlined, Texts


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened. `kind` is "version", "decision", "landing", "answer", "incorporated" or "withdrawn";
    `what` the number of the version, the outcome, or the delegation's word; `revision` the name of the text concerned.

    `redline` is what was proposed or decided, `since` what a version changed in the words of the one before it. `obstacles`
    are words that were in the way of landing. `alternative` is the amendment ("AM.4") that was decided on with this one.
    """

    at: datetime
    kind: str
    what: str = ""
    revision: str = ""
    note: str = ""
    redline: Redlined | None = None
    since: tuple[Labelled, ...] = ()
    obstacles: tuple[str, ...] = ()
    late: bool = False
    alternative: str = ""


def told(view: AmendmentView, texts: Texts) -> tuple[Told, ...]:
    """The life of an amendment since it was tabled, oldest first."""
    return tuple(sorted(_events(view, texts), key=lambda event: event.at))


def _events(view: AmendmentView, texts: Texts) -> Iterator[Told]:
    former: VersionView | None = None
    for version in view.versions:
        redline = texts.redline(Stand(version.base_id, version.acts))
        since = _since(former, version, texts) if former is not None else ()
        name = texts.of(version.base_id).view.head.name
        yield Told(version.tabled_at, "version", str(version.number), name, redline=redline, since=since, late=version.late)
        former = version
    for decision in view.decisions:
        words = texts.redline(Stand(decision.base_id, decision.acts)) if decision.acts else None
        name = texts.of(decision.base_id).view.head.name
        yield Told(
            decision.decided_at,
            "decision",
            decision.outcome.value,
            name,
            decision.note,
            words,
            alternative=decision.alternative,
        )
    for landing in view.landings:
        name = texts.of(landing.revision_id).view.head.name
        redline = None
        if landing.outcome is not Landed.CARRIED and landing.acts:
            redline = texts.redline(Stand(landing.revision_id, landing.acts))
        contended = (str(each.get("words") or "") for each in landing.obstacles)
        obstacles = tuple(dict.fromkeys(each for each in contended if each))
        yield Told(landing.at, "landing", landing.outcome.value, name, redline=redline, obstacles=obstacles)
        if landing.word is Word.CONFIRMED and landing.answered_at is not None:
            yield Told(landing.answered_at, "answer", landing.word.value, name)
    if view.state is State.INCORPORATED and view.incorporated_in is not None:
        yield Told(view.state_at, "incorporated", revision=texts.of(view.incorporated_in).view.head.name)
    if view.state is State.WITHDRAWN:
        yield Told(view.state_at, "withdrawn")


def _since(former: VersionView, version: VersionView, texts: Texts) -> tuple[Labelled, ...]:
    """What a version changed in the one before it, where both are on one text."""
    if former.base_id != version.base_id:
        return ()
    base = texts.of(version.base_id)
    try:
        old, new = apply(base.document, former.acts), apply(base.document, version.acts)
    except NotOnBase:
        return ()
    return base.labelled(touched(compare(old, new, "since")), new)
