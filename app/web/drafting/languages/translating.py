"""Entering what one paragraph says in another language, the words it translates beside the field."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import translations
from app.drafting.queries.placing import process_of_revision
from app.drafting.translations import Rendered, Standing, Words
from app.drafting.translations.policy import may_translate
from app.drafting.translations.queries import StateLine, VersionView, states
from app.errors import OutOfPlace, Refusal, require
from app.text import notation
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.languages.seated import address, at_version, paragraph_of
from app.web.drafting.seated import way_to
from app.web.drafting.spoken import spoken_labels
from app.web.forms import Form, Typed, or_again
from app.web.page import Crumb, Page
from app.web.rendering import LANGUAGE_NAMES, go, reader_language, render

router = APIRouter(prefix="/revisions/{revision_id}/languages/{language}/paragraphs/{key}")


@dataclass(frozen=True, kw_only=True)
class TranslatingPage(Page):
    """A paragraph, and the field for what it says in the other language. `text` is that in notation; `states` is all it
    ever said, the newest first; `waiting` counts the paragraphs that are stale or not translated."""

    view: VersionView
    paragraph: Rendered
    label: str
    text: str
    states: tuple[StateLine, ...]
    waiting: int


@router.get("")
def show(request: Request, revision_id: UUID, language: str, key: str, session: Reader, me: Me, at: At) -> Response:
    """The form."""
    return _page(request, session, me, revision_id, language, key, at)


@router.post("")
def enter(
    request: Request, revision_id: UUID, language: str, key: str, form: Form, session: Writer, me: Me, at: At
) -> Response:
    """Enter the words, and go back to the text or on to the next paragraph that waits."""
    reader = reader_language(request)
    declaration, revision, view, by = at_version(session, me, revision_id, language, at, reader)
    with or_again(
        session, lambda refusal: _page(request, session, me, revision_id, language, key, at, form=form, refusal=refusal)
    ):
        words = Words(key, notation.read(form.raw("text")), form.number("expected"))
        translations.enter(session, declaration, revision, language, [words], by=by, at=at)
    following = _next(view, key) if form.text("then") == "next" else None
    where = address(view, following) if following else f"{address(view)}#p-{key}"
    return go(request, where, "The translation was entered. What it said before stays in the record.")


def _next(view: VersionView, key: str) -> str | None:
    """The next paragraph behind `key`, then from the beginning, whose translation is missing or stale."""
    keys = [each.source.key for each in view.version.paragraphs]
    place = keys.index(key)
    order = view.version.paragraphs[place + 1 :] + view.version.paragraphs[:place]
    return next((each.source.key for each in order if each.standing is not Standing.CURRENT), None)


def _page(
    request: Request,
    session: Session,
    me: Me,
    revision_id: UUID,
    language: str,
    key: str,
    at: At,
    *,
    form: Typed | None = None,
    refusal: Refusal | None = None,
) -> Response:
    reader = reader_language(request)
    declaration, revision, view, by = at_version(session, me, revision_id, language, at, reader)
    require(may_translate(by, declaration))
    paragraph = paragraph_of(view, key)
    if not view.revision.is_current and refusal is None:
        raise OutOfPlace("A later text has been issued. Translate that one.")
    crumbs = way_to(process_of_revision(session, revision.id), reader, declaration)
    page = TranslatingPage(
        crumbs=(*crumbs, Crumb(LANGUAGE_NAMES.get(language, language), f"{address(view)}#p-{key}")),
        view=view,
        paragraph=paragraph,
        label=spoken_labels(view.revision, reader)[key],
        text=notation.write(paragraph.runs),
        states=states(session, revision.id, language, key, by=by),
        waiting=sum(each.standing is not Standing.CURRENT for each in view.version.paragraphs),
        typed=form.kept if form else {},
        refusal=refusal,
    )
    return render(request, "drafting/languages/translate.html", page)
