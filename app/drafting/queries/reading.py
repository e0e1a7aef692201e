"""The present text to read: each paragraph with what is said about it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from app.drafting.queries.amendments import AmendmentView, amendments_of
from app.drafting.queries.declarations import DeclarationView
from app.drafting.queries.remarks import CommentView, LinkView, TermView, agenda_links_of, comments_on, term_requests
from app.drafting.queries.revisions import RevisionView, current
from app.drafting.states import AGREED, PENDING, UNTABLED, Wish
from app.drafting.terms import Marked, marked
from app.record.actor import Actor
from app.text.change import Act, Insert
from app.text.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class ReadingParagraph:
    """A paragraph, its words with the terms marked that somebody asks to avoid, and who speaks of it.

    `amendments` are those pending or accepted that change it or add something behind it; `drafts` those the reader's own
    delegation is still writing. `comments` counts what the reader may read.
    """

    paragraph: Paragraph
    label: str
    words: tuple[Marked, ...]
    amendments: tuple[AmendmentView, ...]
    drafts: tuple[AmendmentView, ...]
    comments: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The present text. `opening` are amendments that add something before its first paragraph, `general` those on the
    text as a whole, `remarks` the comments on it as a whole."""

    revision: RevisionView
    paragraphs: tuple[ReadingParagraph, ...]
    opening: tuple[AmendmentView, ...]
    general: tuple[AmendmentView, ...]
    terms: tuple[TermView, ...]
    remarks: tuple[CommentView, ...]
    links: tuple[LinkView, ...]

    @property
    def declaration(self) -> DeclarationView:
        return self.revision.declaration


def reading(session: Session, declaration_id: UUID, *, by: Actor, language: str) -> Reading:
    """The present text as the actor may read it. Raises Unknown, also while there is none."""
    view = current(session, declaration_id, by=by, language=language)
    terms = term_requests(session, declaration_id, by=by, language=language)
    comments = comments_on(session, declaration_id, by=by, language=language)
    counted = Counter(comment.paragraph_key for comment in comments)
    spoken: defaultdict[str | None, list[AmendmentView]] = defaultdict(list)
    general = []
    for amendment in amendments_of(session, declaration_id, by=by, language=language, states=PENDING | AGREED | UNTABLED):
        if amendment.is_general:
            general.append(amendment)
        for key in dict.fromkeys(_places(_acts(amendment))):
            spoken[key].append(amendment)
    avoided = [place for term in terms if term.wish is Wish.AVOID for place in term.occurrences]
    return Reading(
        view,
        tuple(
            ReadingParagraph(
                paragraph,
                view.labels.get(paragraph.key, ""),
                marked(paragraph, avoided),
                tuple(each for each in spoken[paragraph.key] if each.number is not None),
                tuple(each for each in spoken[paragraph.key] if each.number is None),
                counted[paragraph.key],
            )
            for paragraph in view.document
        ),
        tuple(spoken[None]),
        tuple(general),
        terms,
        tuple(comment for comment in comments if comment.paragraph_key is None),
        agenda_links_of(session, declaration_id, by=by),
    )


def _acts(amendment: AmendmentView) -> tuple[Act, ...]:
    if amendment.shown is not None:
        return amendment.shown.acts
    return amendment.draft.acts if amendment.draft is not None else ()


def _places(acts: tuple[Act, ...]) -> Iterator[str | None]:
    """The paragraphs acts stand at: those they speak of; for a new one the one it follows (None: the beginning)."""
    new = {act.paragraph.key for act in acts if isinstance(act, Insert)}
    for act in acts:
        if not isinstance(act, Insert):
            yield act.key
        elif act.after not in new:
            yield act.after
