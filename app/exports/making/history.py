"""The history redline: from the first text to a revision, each word under the delegation that brought it."""

from collections import defaultdict
from collections.abc import Hashable
from uuid import UUID

from sqlmodel import Session, col, select

from app.drafting import queries
from app.drafting.models import Decision, Incorporation
from app.drafting.texts import revisions_of, text_of
from app.errors import Malformed
from app.exports.making.front import front_of
from app.exports.making.redline import numbers_in
from app.exports.order import Order
from app.exports.phrases import wording
from app.exports.steps import Step, counting
from app.text.change import Change
from app.text.history import Stage, history
from app.text.stored import acts_from_plain
from app.word.redlined import Signature, redlined


def history_of(session: Session, order: Order) -> bytes:
    """Each word under the sponsors of the amendment that brought it or took it away, dated when the room accepted it; what
    no amendment on record did, under the name of the revision. Raises Malformed for a first text."""
    declaration, words = order.declaration, wording(order.declaration.language)
    revisions = [row for row in revisions_of(session, declaration.id) if row.number <= order.revision.number]
    if len(revisions) < 2:
        raise Malformed("The first text has no history yet. Choose a later revision.", field="revision")
    first, *later = revisions
    texts = {row.id: text_of(session, row.id) for row in revisions}
    rows = session.exec(
        select(Incorporation, Decision)
        .join(Decision, col(Decision.id) == Incorporation.decision_id)
        .where(col(Incorporation.revision_id).in_([row.id for row in later]))
        .order_by(col(Decision.decided_at), col(Incorporation.id))
    ).all()
    changes: dict[UUID, list[Change]] = defaultdict(list)
    signatures: dict[Hashable, Signature] = {row.id: Signature(row.name, row.issued_at) for row in later}
    sponsors = {
        view.id: view.sponsor_names
        for view in queries.amendments_of(session, declaration.id, by=order.by, language=declaration.language)
    }
    for taken, decision in rows:
        changes[taken.revision_id].append(Change(taken.id, acts_from_plain(taken.acts)))
        signatures[taken.id] = Signature(sponsors[taken.amendment_id], decision.decided_at)
    if order.options.anonymous:
        signatures = dict.fromkeys(signatures, Signature(words.proposal, None))
    order.tell(Step.WRITING)
    told = history(texts[first.id], [Stage(texts[row.id], tuple(changes[row.id]), row.id) for row in later])
    stage = words.history_unnamed if order.options.anonymous else words.history
    stage = stage.format(old=first.name, new=order.revision.name)
    front = front_of(session, declaration, stage, at=order.at)
    last = revisions[-1]
    numbers = numbers_in(session, declaration.language, (first, texts[first.id]), (last, texts[last.id]))
    return redlined(told, signatures, front, numbers, counting=counting(order.tell, Step.WRITING))
