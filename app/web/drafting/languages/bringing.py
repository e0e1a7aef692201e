"""A whole translation brought as a file: which of its paragraphs is whose is shown, corrected, and only then entered."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import importing, translations
from app.drafting.queries.placing import process_of_revision
from app.drafting.translations import Words
from app.drafting.translations.bringing import chosen, places_of
from app.drafting.translations.policy import may_translate
from app.drafting.translations.queries import VersionView
from app.errors import Malformed, OutOfPlace, Refusal, require
from app.text.tongue import tongue
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.declarations.bringing import left_out_in_words
from app.web.drafting.languages.match import Match, corrected, match_of, sent_on
from app.web.drafting.languages.seated import address, at_version
from app.web.drafting.seated import way_to
from app.web.forms import Form, Typed, or_again
from app.web.page import Crumb, Page
from app.web.processes.inside import in_words
from app.web.rendering import LANGUAGE_NAMES, go, reader_language, render

router = APIRouter(prefix="/revisions/{revision_id}/languages/{language}/bring")


@dataclass(frozen=True, kw_only=True)
class BringingPage(Page):
    view: VersionView
    match: Match | None = None
    reads_as: str = ""


@router.get("")
def form_(request: Request, revision_id: UUID, language: str, session: Reader, me: Me, at: At) -> Response:
    """The field for the file."""
    return _page(request, session, me, revision_id, language, at)


@router.post("")
def bring(
    request: Request,
    revision_id: UUID,
    language: str,
    form: Form,
    reader: Reader,
    session: Writer,
    me: Me,
    at: At,
) -> Response:
    """Read the file and show what was found; show it again as it was corrected; enter it when that was seen."""
    language_of_reader = reader_language(request)
    declaration, _revision, view, by = at_version(reader, me, revision_id, language, at, language_of_reader)
    require(may_translate(by, declaration))
    if not form.raw("paragraphs"):
        with or_again(reader, lambda refusal: _page(request, reader, me, revision_id, language, at, refusal=refusal)):
            uploaded = form.file("file")
            if uploaded is None:
                raise Malformed("Please choose a file.", field="file")
            brought = importing.from_file(*uploaded)
        places, doubtful = places_of(view.revision.document, brought.document)
        left_out = left_out_in_words(language_of_reader, brought)
        match = match_of(view, brought.document, places, doubtful, uploaded[0], left_out)
        return _page(request, reader, me, revision_id, language, at, match=match)

    def again(refusal: Refusal | None) -> Response:
        unreadable = refusal is not None and refusal.field == "paragraphs"
        match = None if unreadable else corrected(view, form)
        return _page(request, reader, me, revision_id, language, at, match=match, form=form, refusal=refusal)

    if form.text("then") == "look":
        with or_again(reader, again):
            _words(view, form)
        return again(None)
    declaration, revision, view, by = at_version(session, me, revision_id, language, at, language_of_reader)
    with or_again(session, again):
        made = translations.enter(session, declaration, revision, language, _words(view, form), by=by, at=at)
    return go(request, address(view), "Paragraphs entered: {count}.", count=len(made))


def _words(view: VersionView, form: Typed) -> list[Words]:
    """What the form would enter. Raises Malformed."""
    document, seen = sent_on(form)
    given = chosen(view.revision.document, document, _places(view, form))
    if not given:
        raise Malformed("Choose at least one paragraph to enter.", field="paragraphs-chosen")
    return [Words(key, runs, seen.get(key, 0)) for key, runs in given.items()]


def _places(view: VersionView, form: Typed) -> dict[str, int | None]:
    """The places in the file as typed; one left empty takes nothing. Raises Malformed."""
    names = {key: f"place-{key}" for key in view.revision.document.keys}
    return {key: form.number(name) if form.text(name) else None for key, name in names.items()}


def _page(
    request: Request,
    session: Session,
    me: Me,
    revision_id: UUID,
    language: str,
    at: At,
    *,
    match: Match | None = None,
    form: Typed | None = None,
    refusal: Refusal | None = None,
) -> Response:
    reader = reader_language(request)
    declaration, revision, view, by = at_version(session, me, revision_id, language, at, reader)
    require(may_translate(by, declaration))
    if not view.revision.is_current and refusal is None:
        raise OutOfPlace("A later text has been issued. Translate that one.")
    crumbs = way_to(process_of_revision(session, revision.id), reader, declaration)
    page = BringingPage(
        crumbs=(*crumbs, Crumb(LANGUAGE_NAMES.get(language, language), address(view))),
        view=view,
        match=match,
        reads_as=_other_tongue(match, language, reader) if match else "",
        typed=form.kept if form else {},
        refusal=refusal,
    )
    return render(request, "drafting/languages/bring.html", page)


def _other_tongue(match: Match, language: str, reader: str) -> str:
    """The language that a file is in, in the reader's words, where it is not the one it was brought for."""
    words = [row.words for row in match.rows if row.words is not None]
    spoken = tongue("\n".join(each.text for each in (*words, *(each for _place, each in match.alone))))
    return "".join(in_words((spoken,), reader)) if spoken and spoken != language else ""
