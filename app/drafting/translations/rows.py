"""The rows of language versions, and in which languages a text can be had."""

from collections import defaultdict
from uuid import UUID

from sqlmodel import Session, col, select

from app.drafting.models import Declaration, Revision, RevisionParagraph
from app.drafting.translations.models import Concordance, Translation
from app.drafting.translations.states import State
from app.errors import Unknown
from app.processes.models import Process
from app.text.stored import runs_from_plain


def working_languages(session: Session, declaration: Declaration) -> tuple[str, ...]:
    """The languages into which a declaration is translated: those of its process but its own."""
    process = session.get_one(Process, declaration.process_id)
    return tuple(language for language in process.languages if language != declaration.language)


def languages_of(session: Session, declaration: Declaration) -> tuple[str, ...]:
    """The languages in which something of a declaration can be read or entered: also those the process works in no more."""
    working = working_languages(session, declaration)
    entered = session.exec(
        select(Translation.language).where(Translation.declaration_id == declaration.id).distinct()
    ).all()
    return (*working, *sorted(set(entered) - set(working)))


def require_language(session: Session, declaration: Declaration, language: str) -> None:
    """Raises Unknown unless `language` is one of `languages_of`."""
    if language not in languages_of(session, declaration):
        raise Unknown("This text is not there in that language.")


def states_of(session: Session, declaration: Declaration, language: str, key: str | None = None) -> dict[str, list[State]]:
    """What was ever entered in a language (for the paragraph under `key` alone), by paragraph, the oldest first."""
    wanted = (
        select(Translation, RevisionParagraph.runs, Revision.number, Revision.name)
        .join(Revision, col(Revision.id) == Translation.revision_id)
        .join(
            RevisionParagraph,
            (col(RevisionParagraph.revision_id) == Translation.revision_id)
            & (col(RevisionParagraph.key) == Translation.paragraph_key),
        )
        .where(Translation.declaration_id == declaration.id, Translation.language == language)
        .order_by(col(Translation.number))
    )
    if key is not None:
        wanted = wanted.where(Translation.paragraph_key == key)
    found: defaultdict[str, list[State]] = defaultdict(list)
    for row, source, number, name in session.exec(wanted):
        words = runs_from_plain(row.runs), runs_from_plain(list(source))
        state = State(row.id, row.paragraph_key, row.number, *words, number, name, row.made_by, row.made_at)
        found[row.paragraph_key].append(state)
    return found


def concordances_of(session: Session, declaration: Declaration, language: str) -> dict[UUID, Concordance]:
    """The newest word on each translation in a language that anybody spoke of, by the id of the translation."""
    rows = session.exec(
        select(Concordance)
        .join(Translation, col(Translation.id) == Concordance.translation_id)
        .where(Translation.declaration_id == declaration.id, Translation.language == language)
        .order_by(col(Concordance.number))
    )
    return {row.translation_id: row for row in rows}
