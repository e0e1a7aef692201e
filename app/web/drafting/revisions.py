"""A revision whole, and any two of them compared."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import queries
from app.drafting.queries import Comparison, RevisionView
from app.drafting.queries.declarations import RevisionHead
from app.drafting.queries.placing import process_of_revision
from app.drafting.translations.queries import LanguageLine, languages
from app.errors import Unknown
from app.web.dependencies import At, Me, Reader
from app.web.drafting.seated import at_declaration, at_revision, way_to
from app.web.page import Page
from app.web.rendering import reader_language, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class RevisionPage(Page):
    revision: RevisionView
    languages: tuple[LanguageLine, ...]

    @property
    def before(self) -> RevisionHead | None:
        """The revision before it, to compare with."""
        number = self.revision.head.number
        return next((each for each in self.revision.declaration.revisions if each.number == number - 1), None)


@dataclass(frozen=True, kw_only=True)
class ComparisonPage(Page):
    comparison: Comparison

    @property
    def changed(self) -> int:
        """How many paragraphs have changed."""
        return sum(line.tells for line in self.comparison.redline.lines)

    @property
    def names(self) -> dict[object, str]:
        return {self.comparison.new.id: self.comparison.new.name}


@router.get("/revisions/{revision_id}")
def show(request: Request, revision_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """A revision as it was issued."""
    revision, by = at_revision(session, me, revision_id, at)
    language = reader_language(request)
    view = queries.revision(session, revision.id, by=by, language=language)
    page = RevisionPage(
        crumbs=way_to(process_of_revision(session, revision.id), language, view.declaration),
        revision=view,
        languages=languages(session, revision.id, by=by),
    )
    return render(request, "drafting/revisions/show.html", page)


@router.get("/declarations/{declaration_id}/compare")
def compare(request: Request, declaration_id: UUID, old: UUID, new: UUID, session: Reader, me: Me, at: At) -> Response:
    """What became of one revision in another."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    language = reader_language(request)
    comparison = queries.compare(session, old, new, by=by, language=language)
    if comparison.declaration.id != declaration.id:
        raise Unknown("There is no such revision.")
    crumbs = way_to(process_of_revision(session, new), language, comparison.declaration)
    return render(request, "drafting/revisions/compare.html", ComparisonPage(crumbs=crumbs, comparison=comparison))
