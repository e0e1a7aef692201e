"""What pages read of language versions, scoped to who asks: whoever sees a revision sees it in every language it has."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.accounts.models import User
from app.drafting.models import Declaration
from app.drafting.queries.finding import find_revision
from app.drafting.queries.revisions import RevisionView
from app.drafting.queries.revisions import revision as revision_view
from app.drafting.texts import text_of
from app.drafting.translations.policy import may_translate
from app.drafting.translations.reading import LanguageVersion, in_language
from app.drafting.translations.rows import languages_of, require_language, states_of
from app.drafting.translations.states import Standing
from app.processes.models import Participant
from app.record.actor import Actor
from app.text.runs import Runs


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """A language a revision can be read in, and how many of its paragraphs are translated so. `stale` are of an earlier
    text, `missing` not translated; `concordant` are those of which it was said that they mean the same."""

    language: str
    current: int
    stale: int
    missing: int
    concordant: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is translated."""
        return not self.current and not self.stale


@dataclass(frozen=True, slots=True)
class VersionView:
    """A revision beside what it says in another language. `names` are those of the persons who entered or spoke, by id."""

    revision: RevisionView
    version: LanguageVersion
    names: dict[UUID, str]


@dataclass(frozen=True, slots=True)
class StateLine:
    """What a paragraph once said in a language. `revision` is the one that was translated, `source` its words then."""

    number: int
    runs: Runs
    source: Runs
    revision: str
    made_by: str
    made_at: datetime


def languages(session: Session, revision_id: UUID, *, by: Actor) -> tuple[LanguageLine, ...]:
    """The languages of a revision besides its own. Those in which there is nothing yet are there for who can enter it.

    Raises Unknown.
    """
    row = find_revision(session, revision_id, by=by)
    declaration = session.get_one(Declaration, row.declaration_id)
    spoken = languages_of(session, declaration)
    text = text_of(session, row.id) if spoken else None
    lines = []
    for tongue in spoken:
        found = in_language(session, declaration, row, tongue, text)
        current, stale, missing = (found.count(each) for each in Standing)
        lines.append(LanguageLine(tongue, current, stale, missing, found.concordant))
    enters = may_translate(by, declaration).allowed
    return tuple(line for line in lines if enters or not line.is_empty)


def version(session: Session, revision_id: UUID, language: str, *, by: Actor, reader: str) -> VersionView:
    """A revision in `language`; labels and names are in that of the `reader`. Raises Unknown."""
    row = find_revision(session, revision_id, by=by)
    view = revision_view(session, row.id, by=by, language=reader)
    declaration = session.get_one(Declaration, row.declaration_id)
    found = in_language(session, declaration, row, language, view.document)
    people = {each.entered.made_by for each in found.paragraphs if each.entered}
    people |= {each.concordance.given_by for each in found.paragraphs if each.concordance}
    return VersionView(view, found, _names(session, people))


def states(session: Session, revision_id: UUID, language: str, key: str, *, by: Actor) -> tuple[StateLine, ...]:
    """Everything a paragraph ever said in a language, the newest first. Raises Unknown."""
    row = find_revision(session, revision_id, by=by)
    declaration = session.get_one(Declaration, row.declaration_id)
    require_language(session, declaration, language)
    found = states_of(session, declaration, language, key).get(key, [])
    names = _names(session, {each.made_by for each in found})
    return tuple(
        StateLine(each.number, each.runs, each.source, each.revision, names[each.made_by], each.made_at)
        for each in reversed(found)
    )


def _names(session: Session, people: set[UUID]) -> dict[UUID, str]:
    if not people:
        return {}
    rows = session.exec(
        select(Participant.id, User.name)
        .join(User, col(User.id) == Participant.user_id)
        .where(col(Participant.id).in_(people))
    )
    return dict(rows.all())
