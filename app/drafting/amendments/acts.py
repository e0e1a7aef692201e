"""The acts of an amendment at the door: clean, fitting their base, and saying something."""

from collections.abc import Iterable
from dataclasses import replace

from app.drafting.declarations.rows import level_of, words_of
from app.drafting.keys import NewKey, acts_rekeyed, new_key
from app.drafting.limits import ACTS, prose, require_paragraph_fits
from app.drafting.states import Audience
from app.errors import Malformed, TooLarge
from app.text.apply import NotOnBase, apply
from app.text.change import Act, Insert, Keep, Replace
from app.text.document import Document
from app.text.normalise import normalise_runs, trimmed
from app.text.runs import joined


def accepted_acts(
    base: Document, acts: Iterable[Act], *, own: frozenset[str] = frozenset(), fresh: NewKey = new_key
) -> tuple[Act, ...]:
    """`acts` as they are kept: words clean, new paragraphs under keys of ours, those that change nothing left out.

    `own` are the keys that new paragraphs of this amendment have from before. No acts at all are a proposal on the text as
    a whole and come back as they are. Raises Malformed in a delegate's words when an act does not fit the base, leaves a
    paragraph empty, or all together make no difference; TooLarge.
    """
    given = tuple(acts)
    if not given:
        return ()
    if len(given) > ACTS:
        raise TooLarge("An amendment can change at most {most} paragraphs.", most=ACTS)
    clean = tuple(_clean(base, act) for act in acts_rekeyed(given, own, fresh))
    telling = tuple(act for act in clean if not _says_nothing(base, act))
    if not telling:
        raise _no_difference()
    try:
        result = apply(base, telling)
    except NotOnBase as fault:
        raise misfit(base, fault) from fault
    if result == base and not any(isinstance(act, Keep) for act in telling):
        raise _no_difference()
    return telling


def misfit(base: Document, fault: NotOnBase) -> Malformed:
    """What is said when acts do not fit their base."""
    if fault.key is not None and fault.key not in base:
        return Malformed("A paragraph that this amendment speaks of is not in the present text.", key=fault.key)
    return Malformed("This amendment says two things of one paragraph that cannot both be.", key=fault.key)


def accepted_reason(reason: str, audience: str, acts: tuple[Act, ...]) -> tuple[str, Audience]:
    """The reason as it is kept and who may read it.

    A proposal on the text as a whole has its statement there: it must have one, and everybody must be able to read it.
    """
    try:
        readers = Audience(audience)
    except ValueError:
        raise Malformed("Please choose who may read the reason.", field="audience") from None
    text = prose(reason, "reason")
    if not acts:
        if not text:
            raise Malformed(
                "A proposal on the text as a whole needs a statement: say what your delegation proposes.", field="reason"
            )
        if readers is not Audience.ALL:
            raise Malformed("The statement of a proposal on the text as a whole is read by everybody.", field="audience")
    return text, readers


def _clean(base: Document, act: Act) -> Act:
    match act:
        case Replace(key, runs):
            if not trimmed(normalise_runs(runs)):
                raise Malformed(
                    "A paragraph would be left without words. If it is to go, propose to delete it.", field="text", key=key
                )
            require_paragraph_fits(runs)
            return Replace(key, trimmed(normalise_runs(runs)))
        case Insert(paragraph, after):
            level = level_of(paragraph.role, paragraph.level)
            return Insert(replace(paragraph, runs=words_of(paragraph.runs), level=level), after)
        case other:
            return other


def _says_nothing(base: Document, act: Act) -> bool:
    if not isinstance(act, Replace):
        return False
    paragraph = base.get(act.key)
    return paragraph is not None and act.runs == joined(paragraph.runs)


def _no_difference() -> Malformed:
    return Malformed("Your words are the same as those of the text: there is no difference to table.", field="text")
