"""The API of texts in other languages: reading them, entering them, reading a file beside the text, and concordance."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, File, Request, Response, UploadFile

from app.accounts.models import User
from app.config import Settings
from app.drafting import importing, translations
from app.drafting.translations import Words
from app.drafting.translations.bringing import places_of
from app.drafting.translations.policy import may_translate
from app.drafting.translations.queries import languages, states
from app.errors import TooLarge, require
from app.web.api.callers import Desks, Reads
from app.web.api.conditions import IfMatch, expected, tagged
from app.web.api.language_shown import (
    ConcordanceAsked,
    FileBeside,
    FileParagraph,
    LanguageShown,
    ManyWords,
    PlaceShown,
    RenderedShown,
    StateShown,
    VersionShown,
    WordsAsked,
    language_shown,
    rendered_shown,
    state_shown,
)
from app.web.api.texts import runs_asked, runs_shown
from app.web.dependencies import App, At, Reader, Session, Writer
from app.web.drafting.declarations.bringing import left_out_in_words
from app.web.drafting.languages.seated import at_version, paragraph_of
from app.web.drafting.seated import at_revision
from app.web.rendering import reader_language

router = APIRouter(prefix="/revisions/{revision_id}/languages", tags=["languages"])


@router.get("")
def index(revision_id: UUID, session: Reader, user: Reads, at: At) -> list[LanguageShown]:
    """The languages of a revision besides the one it is negotiated in."""
    revision, by = at_revision(session, user, revision_id, at)
    return [language_shown(line) for line in languages(session, revision.id, by=by)]


@router.get("/{language}")
def show(request: Request, revision_id: UUID, language: str, session: Reader, user: Reads, at: At) -> VersionShown:
    """A revision in another language, paragraph by paragraph."""
    view = at_version(session, user, revision_id, language, at, reader_language(request))[2]
    return VersionShown(
        language=language,
        authoritative=view.revision.declaration.language,
        paragraphs=[rendered_shown(view, each) for each in view.version.paragraphs],
    )


@router.get("/{language}/paragraphs/{key}")
def paragraph(
    request: Request, revision_id: UUID, language: str, key: str, response: Response, session: Reader, user: Reads, at: At
) -> RenderedShown:
    """One paragraph, with the ETag to translate it by."""
    return _answer(request, response, session, user, revision_id, language, key, at)


@router.get("/{language}/paragraphs/{key}/states")
def history(
    request: Request, revision_id: UUID, language: str, key: str, session: Reader, user: Reads, at: At
) -> list[StateShown]:
    """Everything a paragraph ever said in the language, the newest first."""
    _, revision, view, by = at_version(session, user, revision_id, language, at, reader_language(request))
    paragraph_of(view, key)
    return [state_shown(each) for each in states(session, revision.id, language, key, by=by)]


@router.put("/{language}/paragraphs/{key}")
def enter(
    request: Request,
    revision_id: UUID,
    language: str,
    key: str,
    asked: WordsAsked,
    response: Response,
    session: Writer,
    user: Desks,
    at: At,
    if_match: IfMatch = None,
) -> RenderedShown:
    """Enter what a paragraph of the present text says in the language. What it said before stays in the record."""
    declaration, revision, _, by = at_version(session, user, revision_id, language, at, reader_language(request))
    words = Words(key, runs_asked(asked.runs), expected(if_match))
    translations.enter(session, declaration, revision, language, [words], by=by, at=at)
    return _answer(request, response, session, user, revision_id, language, key, at)


@router.post("/{language}/paragraphs")
def enter_many(
    request: Request, revision_id: UUID, language: str, asked: ManyWords, session: Writer, user: Desks, at: At
) -> VersionShown:
    """Enter several paragraphs at once. Those that say so already are passed over."""
    declaration, revision, _, by = at_version(session, user, revision_id, language, at, reader_language(request))
    given = [Words(each.key, runs_asked(each.runs), each.number) for each in asked.paragraphs]
    translations.enter(session, declaration, revision, language, given, by=by, at=at)
    return show(request, revision_id, language, session, user, at)


@router.put("/{language}/paragraphs/{key}/concordance")
def concord(
    request: Request,
    revision_id: UUID,
    language: str,
    key: str,
    asked: ConcordanceAsked,
    response: Response,
    session: Writer,
    user: Desks,
    at: At,
    if_match: IfMatch = None,
) -> RenderedShown:
    """Say that a paragraph means the same in both languages, or take that back."""
    declaration, revision, _, by = at_version(session, user, revision_id, language, at, reader_language(request))
    seen = expected(if_match)
    translations.concord(
        session, declaration, revision, language, key, holds=asked.means_the_same, expected=seen, by=by, at=at
    )
    return _answer(request, response, session, user, revision_id, language, key, at)


@router.post("/{language}/read")
def read(
    request: Request,
    revision_id: UUID,
    language: str,
    file: Annotated[UploadFile, File(description="A clean .docx, .odt or .txt in the language.")],
    session: Reader,
    settings: App,
    user: Desks,
    at: At,
) -> FileBeside:
    """Read a file, and say which of its paragraphs is the translation of which of the text. Nothing is written."""
    declaration, _, view, by = at_version(session, user, revision_id, language, at, reader_language(request))
    require(may_translate(by, declaration))
    brought = importing.from_file(file.filename or "", _content(file, settings))
    places, doubtful = places_of(view.revision.document, brought.document)
    return FileBeside(
        paragraphs=[FileParagraph(place=n, runs=runs_shown(each.runs)) for n, each in enumerate(brought.document, 1)],
        places=[
            PlaceShown(key=key, place=places.get(key), doubtful=key in doubtful) for key in view.revision.document.keys
        ],
        left_out=list(left_out_in_words(reader_language(request), brought)),
    )


def _content(file: UploadFile, settings: Settings) -> bytes:
    most = settings.upload_limit_mb
    content = file.file.read(most * 1024 * 1024 + 1)
    if len(content) > most * 1024 * 1024:
        raise TooLarge("The file is larger than {limit} megabytes.", limit=most, field="file")
    return content


def _answer(
    request: Request,
    response: Response,
    session: Session,
    user: User,
    revision_id: UUID,
    language: str,
    key: str,
    at: datetime,
) -> RenderedShown:
    view = at_version(session, user, revision_id, language, at, reader_language(request))[2]
    found = paragraph_of(view, key)
    tagged(response, found.number)
    return rendered_shown(view, found)
