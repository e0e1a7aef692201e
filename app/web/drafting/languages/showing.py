"""A revision in another language, alone or beside the words it is the translation of."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import translations
from app.drafting.queries.placing import process_of_revision
from app.drafting.translations import LanguageVersion, Standing
from app.drafting.translations.policy import may_concord, may_translate
from app.drafting.translations.queries import LanguageLine, VersionView, languages
from app.errors import Refusal
from app.exports.phrases import wording
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.languages.seated import address, at_version
from app.web.drafting.seated import way_to
from app.web.forms import Form, or_again
from app.web.page import Page
from app.web.rendering import go, reader_language, render
from app.word.writing.language import called

router = APIRouter(prefix="/revisions/{revision_id}/languages/{language}")


@dataclass(frozen=True, kw_only=True)
class LanguagePage(Page):
    """`source` is what the reader calls the language of the text. `alone` shows the translation without what it translates;
    `missing` is said of what is not translated, in the language itself. `enters` and `concords` say what the reader may do.
    """

    view: VersionView
    source: str
    languages: tuple[LanguageLine, ...]
    alone: bool
    missing: str
    enters: bool
    concords: bool

    @property
    def version(self) -> LanguageVersion:
        return self.view.version

    @property
    def current(self) -> int:
        return self.version.count(Standing.CURRENT)

    @property
    def stale(self) -> int:
        return self.version.count(Standing.STALE)

    @property
    def untranslated(self) -> int:
        return self.version.count(Standing.MISSING)


@router.get("")
def show(
    request: Request, revision_id: UUID, language: str, session: Reader, me: Me, at: At, alone: bool = False
) -> Response:
    """The two languages side by side; with `alone` only the translation."""
    return _page(request, session, me, revision_id, language, at, alone=alone)


@router.post("/paragraphs/{key}/concordance")
def concord(
    request: Request, revision_id: UUID, language: str, key: str, form: Form, session: Writer, me: Me, at: At
) -> Response:
    """Say that a paragraph means the same, or take that back."""
    declaration, revision, view, by = at_version(session, me, revision_id, language, at, reader_language(request))
    holds = form.text("holds") != "no"
    with or_again(session, lambda refusal: _page(request, session, me, revision_id, language, at, refusal=refusal)):
        translations.concord(
            session, declaration, revision, language, key, holds=holds, expected=form.number("expected"), by=by, at=at
        )
    where = f"{address(view)}#p-{key}"
    if holds:
        return go(request, where, "It is on record that this paragraph means the same.")
    return go(request, where, "That word was taken back.")


def _page(
    request: Request,
    session: Session,
    me: Me,
    revision_id: UUID,
    language: str,
    at: At,
    *,
    alone: bool = False,
    refusal: Refusal | None = None,
) -> Response:
    reader = reader_language(request)
    declaration, revision, view, by = at_version(session, me, revision_id, language, at, reader)
    page = LanguagePage(
        crumbs=way_to(process_of_revision(session, revision.id), reader, declaration),
        view=view,
        source=called(view.revision.declaration.language, reader),
        languages=languages(session, revision.id, by=by),
        alone=alone,
        missing=wording(language).languages.missing,
        enters=may_translate(by, declaration).allowed and view.revision.is_current,
        concords=may_concord(by, declaration).allowed and view.revision.is_current,
        refusal=refusal,
    )
    return render(request, "drafting/languages/show.html", page)
