"""A revision in another language: each paragraph with its translation and how that stands."""

from dataclasses import dataclass

from sqlmodel import Session

from app.drafting.models import Declaration, Revision
from app.drafting.texts import text_of
from app.drafting.translations.models import Concordance
from app.drafting.translations.rows import concordances_of, require_language, states_of
from app.drafting.translations.states import Standing, State, standing
from app.text.compare import words
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.redline import Piece
from app.text.runs import Runs


@dataclass(frozen=True, slots=True)
class Rendered:
    """A paragraph, and what stands for it in another language.

    `entered` is what is shown for it; None when the paragraph is MISSING. `number` is that of the newest words entered for
    it on any revision, 0 when there are none: what whoever enters the next ones must have seen. `concordance` is the word
    that they mean the same, while the translation is CURRENT and nobody has taken it back.
    """

    source: Paragraph
    standing: Standing
    entered: State | None
    number: int
    concordance: Concordance | None

    @property
    def runs(self) -> Runs:
        """The words in the other language; none when the paragraph is not translated."""
        return self.entered.runs if self.entered else ()

    @property
    def changed(self) -> tuple[Piece, ...]:
        """What has changed in the source since it was translated; nothing unless the translation is STALE."""
        if self.standing is not Standing.STALE or self.entered is None:
            return ()
        return words(self.entered.source, self.source.runs, "since")


@dataclass(frozen=True, slots=True)
class LanguageVersion:
    """A revision in `language`."""

    language: str
    paragraphs: tuple[Rendered, ...]

    def count(self, standing: Standing) -> int:
        """How many paragraphs stand so."""
        return sum(each.standing is standing for each in self.paragraphs)

    @property
    def title(self) -> str:
        """What the text is called in the language, without footnotes; "" when its title is not translated."""
        titles = (each.runs for each in self.paragraphs if each.source.role is Role.TITLE)
        return "".join(run.text for run in next(titles, ()) if run.note is None)

    @property
    def concordant(self) -> int:
        """Of how many paragraphs somebody has said that they mean the same."""
        return sum(each.concordance is not None for each in self.paragraphs)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the revision is translated."""
        return self.count(Standing.MISSING) == len(self.paragraphs)

    def of(self, key: str) -> Rendered | None:
        return next((each for each in self.paragraphs if each.source.key == key), None)


def in_language(
    session: Session, declaration: Declaration, revision: Revision, language: str, text: Document | None = None
) -> LanguageVersion:
    """A revision of `declaration` in `language`; `text` is its own words when they were read already.

    Raises Unknown for a language that is neither one of the process's nor has anything entered in it.
    """
    require_language(session, declaration, language)
    states = states_of(session, declaration, language)
    spoken = concordances_of(session, declaration, language)
    found = []
    for paragraph in text_of(session, revision.id) if text is None else text:
        entered = states.get(paragraph.key, [])
        how, stands = standing(entered, paragraph.runs, revision.number)
        word = spoken.get(stands.id) if stands is not None and how is Standing.CURRENT else None
        newest = entered[-1].number if entered else 0
        found.append(Rendered(paragraph, how, stands, newest, word if word is not None and word.holds else None))
    return LanguageVersion(language, tuple(found))
