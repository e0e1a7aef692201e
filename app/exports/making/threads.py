"""What is said about amendments and paragraphs, as the comments of a compilation and the answers to them."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlmodel import Session

from app.drafting.models import Declaration, Revision
from app.drafting.queries import comments_on
from app.drafting.queries.amendments import AmendmentView
from app.drafting.queries.remarks import CommentView
from app.drafting.states import Outcome, Word
from app.exports.phrases import Wording
from app.record.actor import Actor
from app.text.redline import Line, Redline
from app.word.redlined import Reply, Signature


def signature(view: AmendmentView, revision: Revision, words: Wording) -> Signature:
    """Who proposes an amendment and why, as far as its reader may know; what the room decided on it and what its delegation
    said to where it landed on `revision` are the answers. A comment that only answers begin says which amendment it is."""
    said = view.reason or ""
    if said and view.is_general:
        said = words.general.format(sponsors=view.sponsor_names, name=view.name, statement=said)
    elif said:
        said = f"{view.name}: {said}"
    replies = sorted(_answers(view, revision, words), key=lambda reply: (reply.at is not None, reply.at))
    return Signature(view.sponsor_names, view.tabled_at, said or (view.name if replies else None), tuple(replies))


def _answers(view: AmendmentView, revision: Revision, words: Wording) -> Iterator[Reply]:
    for decision in view.decisions:
        reopened = decision.outcome is Outcome.REOPENED
        said = words.threads.reopened if reopened else words.sheets.states[decision.outcome.value]
        if decision.note:
            said = words.threads.noted.format(said=said, note=decision.note)
        yield Reply(words.legend.author, decision.decided_at, said)
    for landing in view.landings:
        if landing.revision_id == revision.id and landing.word is Word.CONFIRMED:
            yield Reply(view.sponsor_names, landing.answered_at, words.threads.confirmed.format(base=revision.name))


def discussed(
    session: Session, declaration: Declaration, revision: Revision, words: Wording, *, by: Actor
) -> tuple[dict[str, Signature], list[Signature]]:
    """What was said of `revision`, as far as `by` may read it: of its paragraphs, by key, the oldest comment with the later
    ones as its answers; and each comment on the text as a whole."""
    threads: dict[str, list[CommentView]] = {}
    whole: list[Signature] = []
    for comment in comments_on(session, declaration.id, by=by, language=declaration.language):
        if comment.revision_id != revision.id:
            continue
        if comment.paragraph_key is None:
            whole.append(_thread([comment], words))
        else:
            threads.setdefault(comment.paragraph_key, []).append(comment)
    return {key: _thread(found, words) for key, found in threads.items()}, whole


def _thread(comments: Sequence[CommentView], words: Wording) -> Signature:
    first, *others = (Reply(each.delegation or words.legend.author, each.made_at, each.text) for each in comments)
    return Signature(first.author, first.at, first.text, tuple(others))


def remarked(redline: Redline, of_paragraphs: Mapping[str, Hashable], of_the_text: Sequence[Hashable]) -> Redline:
    """The redline with remarks beside the paragraphs of the base under these keys, and beside its first line those on the
    text as a whole."""
    waiting = dict(of_paragraphs)
    lines = [_with(line, waiting) for line in redline.lines]
    if lines and of_the_text:
        lines[0] = replace(lines[0], remarks=(*of_the_text, *lines[0].remarks))
    return Redline(tuple(lines))


def _with(line: Line, waiting: dict[str, Hashable]) -> Line:
    if line.inserted_by is not None or line.paragraph.key not in waiting:
        return line
    return replace(line, remarks=(*line.remarks, waiting.pop(line.paragraph.key)))
