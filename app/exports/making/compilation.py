"""The compilation: a revision with every amendment pending on it, each delegation the author of its own changes."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.drafting.models import Declaration, Revision
from app.drafting.queries.amendments import AmendmentView, amendments_of
from app.drafting.states import Landed, Outcome, State, Word
from app.drafting.texts import labels_of, numbered_on, text_of
from app.exports.making.front import front_of
from app.exports.making.legend import legend
from app.exports.making.threads import discussed, remarked, signature
from app.exports.phrases import Wording, wording
from app.exports.steps import Step, Telling, counting, to_nobody
from app.record.actor import Actor
from app.text.apply import apply
from app.text.change import Act, Change, Insert
from app.text.compilation import compilation
from app.text.document import Document
from app.text.numbering import labels
from app.text.unnamed import unnamed
from app.word.redlined import Signature, redlined

Found = tuple[AmendmentView, tuple[Act, ...]]
"""An amendment, and what it asks of the text."""

LEGEND = "legend"
"""Under which id the legend stands beside the first paragraph."""

COMMENTS = "comments"
"""With the key of a paragraph, the id under which what was said of it stands there; with a number, what was said of all."""


def compiled(
    session: Session,
    declaration: Declaration,
    revision: Revision,
    *,
    by: Actor,
    at: datetime,
    anonymous: bool = False,
    tell: Telling = to_nobody,
) -> bytes:
    """Every amendment on `revision` that `by` may see. A reason stands beside it as a comment where `by` may read it, with
    what the room decided as answers; and so does what was said of a paragraph.

    A proposal on the text as a whole, which changes no words, is a comment on the first paragraph, and before it the
    legend, which also names those that the revision overtook. When it is `anonymous` nobody is named: there are no reasons
    and remarks, for they give away who speaks, no dates, and the order is not that in which they came.
    `tell` is told when everything is read.
    """
    language = declaration.language
    words = wording(language)
    base = text_of(session, revision.id)
    found = pending_on(session, declaration, revision, by=by)
    views = {view.id: (view, acts) for view, acts in (without_names(base, found) if anonymous else found)}
    changes = [Change(view.id, acts, view.delegation_id) for view, acts in views.values() if acts]

    def name(key: Hashable) -> str:
        return words.proposal if anonymous else views[key][0].sponsor_names  # type: ignore[index]

    shown = compilation(base, changes, name, words.proposals)
    displaced = overtaken_on(session, declaration, revision, by=by)
    said = legend([view for view, _ in views.values()], shown, words, language, anonymous=anonymous)
    said = "\n".join([said, *gone_from(displaced, revision, words, anonymous=anonymous)])
    signatures: dict[Hashable, Signature] = {LEGEND: Signature(words.legend.author, at, said)}
    for view, _ in views.values():
        signatures[view.id] = Signature(words.proposal, None) if anonymous else signature(view, revision, words)
    general: list[Hashable] = [view.id for view, acts in views.values() if not acts]
    of_paragraphs, of_the_text = ({}, []) if anonymous else discussed(session, declaration, revision, words, by=by)
    signatures |= {(COMMENTS, key): thread for key, thread in [*of_paragraphs.items(), *enumerate(of_the_text)]}
    whole = [*([LEGEND] if views or displaced else []), *general, *((COMMENTS, place) for place in range(len(of_the_text)))]
    commented = remarked(shown, {key: (COMMENTS, key) for key in of_paragraphs}, whole)
    stage = words.stage(words.compilation.format(base=revision.name), anonymous=anonymous)
    front = front_of(session, declaration, stage, at=at, line_numbers=True)
    numbers = numbers_with(session, revision, base, changes, language)
    tell(Step.WRITING)
    return redlined(commented, signatures, front, numbers, counting=counting(tell, Step.WRITING))


def pending_on(session: Session, declaration: Declaration, revision: Revision, *, by: Actor) -> list[Found]:
    """The amendments on `revision` that `by` may see and the room has not turned down, with what they ask of it."""
    return [
        (view, acts)
        for view in amendments_of(session, declaration.id, by=by, language=declaration.language)
        if _is_open_on(view, revision.id) and (acts := acts_on(view, revision.id)) is not None
    ]


def overtaken_on(session: Session, declaration: Declaration, revision: Revision, *, by: Actor) -> list[AmendmentView]:
    """The amendments that `revision` overtook and on which neither their delegations nor the room have spoken since: they
    are pending, and ask nothing of it."""
    return [
        view
        for view in amendments_of(session, declaration.id, by=by, language=declaration.language)
        if _is_open_on(view, revision.id)
        and any(each.revision_id == revision.id and each.outcome is Landed.OVERTAKEN for each in view.landings)
        and acts_on(view, revision.id) is None
    ]


def gone_from(displaced: Sequence[AmendmentView], revision: Revision, words: Wording, *, anonymous: bool) -> list[str]:
    """A line that tells of those that `revision` overtook, which a document of it does not show; none where there are
    none. When it is `anonymous` it tells how many."""
    if not displaced:
        return []
    names = ", ".join(f"{view.name} ({view.sponsor_names})" for view in displaced)
    return [words.overtaken.format(base=revision.name, amendments=len(displaced) if anonymous else names)]


def without_names(base: Document, found: Iterable[Found]) -> list[Found]:
    """What was found on `base`, in an order that does not tell whose it is; what is the same is one."""
    of: dict[Hashable, Found] = {view.id: (view, acts) for view, acts in found}
    return [of[change.id] for change in unnamed(base, [Change(view.id, acts) for view, acts in of.values()])]


def acts_on(view: AmendmentView, revision_id: UUID) -> tuple[Act, ...] | None:
    """What an amendment asks of that revision: as tabled on it, or as it landed there; None when it speaks of another.

    One that the revision overtook asks nothing of it until its delegation has spoken, or the room has taken it in words of
    its own: those then.
    """
    for version in reversed(view.versions):
        if version.base_id == revision_id:
            return version.acts
    for landing in view.landings:
        stands = landing.outcome in (Landed.CARRIED, Landed.ADAPTED) or landing.word is Word.CONFIRMED
        if landing.revision_id == revision_id and stands:
            return landing.acts
    decision = view.decision
    if decision is not None and decision.outcome is Outcome.MODIFIED and decision.base_id == revision_id:
        return decision.acts
    return None


def _is_open_on(view: AmendmentView, revision_id: UUID) -> bool:
    """Whether it was tabled and the room has not turned it down on that revision, nor its delegation withdrawn it."""
    if not view.tabled or view.state is State.WITHDRAWN:
        return False
    decision = view.decision
    return decision is None or decision.base_id != revision_id or decision.outcome is not Outcome.NOT_ACCEPTED


def numbers_with(
    session: Session, revision: Revision, base: Document, changes: Sequence[Change], language: str
) -> dict[str, str]:
    """The numbers of the revision, and bis or ter for each paragraph that an amendment would add."""
    anchor = numbered_on(session, revision) or base
    numbers = dict(labels_of(session, revision, base, language))
    for change in changes:
        added = [act.paragraph.key for act in change.acts if isinstance(act, Insert)]
        if added:
            proposed = labels(apply(base, change.acts), anchor, language)
            numbers.update({key: proposed[key] for key in added})
    return numbers
