"""The text of a revision in the language that was asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlmodel import Session

from app.drafting.texts import labels_of, text_of
from app.drafting.translations import LanguageVersion, Rendered, Standing, in_language
from app.errors import OutOfPlace
from app.exports.making.front import front_of
from app.exports.order import Order
from app.exports.phrases import wording
from app.processes.models import Process
from app.processes.names import name_of
from app.text.document import Document
from app.text.paragraph import Paragraph
from app.text.runs import Mark, Run
from app.word.front import Front
from app.word.writing.language import called


@dataclass(frozen=True, slots=True)
class Spoken:
    """A revision in one language. `foot` says that another language is authoritative; "" where it is this one.

    `foreign` says of paragraphs that are not translated, by key, in which language they stand; their first run, which marks
    them, is in `language` all the same. `is_whole`: there are none, and none that is translated from an earlier text.
    """

    language: str
    title: str
    stage: str
    foot: str
    text: Document
    labels: Mapping[str, str]
    foreign: Mapping[str, str]
    is_whole: bool = True

    def front(self, session: Session, order: Order) -> Front:
        """What stands around the text, in its language."""
        process = session.get_one(Process, order.declaration.process_id)
        own = front_of(session, order.declaration, self.stage, at=order.at, foot=self.foot)
        return replace(own, title=self.title, language=self.language, process=name_of(process, self.language, "official"))


def spoken(session: Session, order: Order) -> Spoken:
    """The revision in the language of the order, else in its own. What is not translated is there in its own language, and
    marked: nothing is missing silently. Raises Unknown, OutOfPlace."""
    declaration, revision = order.declaration, order.revision
    text = text_of(session, revision.id)
    language = order.options.language or declaration.language
    labels = labels_of(session, revision, text, language)
    if language == declaration.language:
        return Spoken(language, declaration.title, revision.name, "", text, labels, {})
    version = translated(session, order, text)
    words = wording(language).languages
    source = called(declaration.language, language)
    foreign = {each.source.key: declaration.language for each in version.paragraphs if each.standing is Standing.MISSING}
    return Spoken(
        language,
        version.title or declaration.title,
        words.version.format(name=revision.name, language=source),
        words.authoritative.format(language=source),
        Document(_paragraph(each, words.missing, words.stale) for each in version.paragraphs),
        labels,
        foreign,
        all(each.standing is Standing.CURRENT for each in version.paragraphs),
    )


def wholly_spoken(session: Session, order: Order) -> Spoken:
    """As `spoken`, but with nothing missing and nothing of an earlier text. Raises Unknown, OutOfPlace."""
    said = spoken(session, order)
    if not said.is_whole:
        raise OutOfPlace(
            "Not every paragraph of {revision} is translated as it reads.", revision=order.revision.name, field="language"
        )
    return said


def translated(session: Session, order: Order, text: Document) -> LanguageVersion:
    """The revision in the other language of the order. Raises Unknown, and OutOfPlace when nothing of it is translated."""
    version = in_language(session, order.declaration, order.revision, order.options.language, text)
    if version.is_empty:
        raise OutOfPlace("Nothing of this text is translated into that language yet.", field="language")
    return version


def _paragraph(each: Rendered, missing: str, stale: str) -> Paragraph:
    if each.standing is Standing.MISSING:
        return replace(each.source, runs=(_marked(missing), *each.source.runs))
    if each.standing is Standing.STALE and each.entered is not None:
        return replace(each.source, runs=(_marked(stale.format(name=each.entered.revision)), *each.runs))
    return replace(each.source, runs=each.runs)


def _marked(words: str) -> Run:
    return Run(f"{words} ", frozenset({Mark.ITALIC}))
