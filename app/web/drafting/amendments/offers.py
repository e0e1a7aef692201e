"""What the reader may do next with an amendment, and why not where they may not."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.drafting.models import Amendment
from app.drafting.policy import may_clear, may_speak_for, may_work_on
from app.drafting.queries import AmendmentView, DeclarationView
from app.drafting.states import PENDING, UNTABLED, State, Step, may
from app.errors import Denied, OutOfPlace, Refusal
from app.processes.models import Delegation
from app.processes.policy import heads
from app.record.actor import Actor
from app.text.change import Insert


@dataclass(frozen=True, slots=True)
class Offer:
    """An act by its name, and what stands in its way; nothing does when `why` is None."""

    act: str
    why: Refusal | None = None


def offers_to(
    by: Actor, row: Amendment, view: AmendmentView, declaration: DeclarationView, delegation: Delegation
) -> dict[str, Offer]:
    """The acts to show, by name: those possible, and those one may wonder about with the reason against them.

    For its own delegation: edit, clear, table, correct, discard, bring_forward, withdraw, confirm, elsewhere, ask.
    For a delegation asked to co-sponsor: sponsor, decline, unsponsor.
    """
    found = list(_of_its_own(by, row, view, declaration, delegation)) if may_work_on(by, row).allowed else []
    return {offer.act: offer for offer in found}


def sponsor_offers(by: Actor, view: AmendmentView, delegation: Delegation | None) -> dict[str, Offer]:
    """What a delegation that was asked to co-sponsor can answer; `delegation` is the reader's."""
    if view.my_answer is None or delegation is None or view.state not in PENDING:
        return {}
    verdict = may_speak_for(by, delegation)
    why = verdict if isinstance(verdict, Denied) else None
    acts = {"open": ("sponsor", "decline"), "confirmed": ("unsponsor",)}.get(view.my_answer, ())
    return {act: Offer(act, why) for act in acts}


def _of_its_own(
    by: Actor, row: Amendment, view: AmendmentView, declaration: DeclarationView, delegation: Delegation
) -> Iterator[Offer]:
    words, current = view.draft, declaration.current
    if view.awaits_word:
        yield Offer("confirm", _against_confirming(by, view, delegation))
    if words is not None and current is not None and words.base_id != current.id:
        yield Offer("bring_forward")
    if words is not None and (view.state in UNTABLED or may(Step.CORRECT, view.state)):
        if delegation.clearance and words.cleared_at is None and may_clear(by, row).allowed:
            yield Offer("clear")
        act = "table" if view.state in UNTABLED else "correct"
        yield Offer(act, against_tabling(by, row, view, declaration, delegation))
    if may(Step.EDIT, view.state):
        yield Offer("edit")
    if words is not None and view.state not in UNTABLED:
        yield Offer("discard")
    if view.state in UNTABLED | PENDING:
        yield Offer("ask")
        acts = (view.draft or view.tabled).acts  # type: ignore[union-attr]
        if acts and all(isinstance(act, Insert) for act in acts):
            yield Offer("elsewhere")
    if may(Step.WITHDRAW, view.state):
        yield Offer("withdraw")


def against_tabling(
    by: Actor, row: Amendment, view: AmendmentView, declaration: DeclarationView, delegation: Delegation
) -> Refusal | None:
    """What stands in the way of tabling the words now written; None when nothing does."""
    displaced = view.state in (State.AWAITING, State.OVERTAKEN, State.ABSORBED)
    if not declaration.window_open and not displaced:
        return OutOfPlace("The window for amendments is not open. What you have written is kept.")
    assert view.draft is not None and declaration.current is not None
    if view.draft.base_id != declaration.current.id:
        return OutOfPlace(
            "{name} has been issued since this was written. Look at it on the new text before you table it.",
            name=declaration.current.name,
        )
    if delegation.clearance and view.draft.cleared_at is None and not heads(by, row.delegation_id):
        return OutOfPlace("The head of your delegation has to clear this before it is tabled.")
    return None


def _against_confirming(by: Actor, view: AmendmentView, delegation: Delegation) -> Refusal | None:
    landing = view.landings[-1] if view.landings else None
    if landing is None or landing.acts is None:
        return OutOfPlace("There is nothing here to confirm: restate the amendment on the new text, or withdraw it.")
    verdict = may_speak_for(by, delegation)
    return verdict if isinstance(verdict, Denied) else None
