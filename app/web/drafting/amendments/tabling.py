"""Tabling: the redline of exactly what will be tabled, and the act. A next version is tabled the same way."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.accounts.models import User
from app.drafting import amendments
from app.drafting.policy import may_work_on
from app.errors import OutOfPlace, Refusal, require
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.amendments.amendment_page import AmendmentPage, amendment_page
from app.web.drafting.amendments.offers import Offer
from app.web.drafting.seated import at_amendment
from app.web.forms import Form, or_again
from app.web.rendering import go, reader_language, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class TablingPage(AmendmentPage):
    """The page that asks once more before an amendment is tabled."""

    @property
    def offer(self) -> Offer | None:
        return self.offers.get("table") or self.offers.get("correct")

    @property
    def asked(self) -> tuple[str, ...]:
        """The delegations that will be asked to co-sponsor."""
        return tuple(each.name for each in self.amendment.asked if each.answer in ("open", "confirmed"))


@router.get("/amendments/{amendment_id}/table")
def look(request: Request, amendment_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """What will be tabled, word for word."""
    return _page(request, session, me, amendment_id, at)


@router.post("/amendments/{amendment_id}/table")
def table(request: Request, amendment_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    """Table the draft, or the next version, whose redline was on the page."""
    row, by = at_amendment(session, me, amendment_id, at)
    former = row.number
    with or_again(session, lambda no: _page(request, session, me, amendment_id, at, no)):
        act = amendments.table if former is None else amendments.correct
        version = act(session, row, expected=form.number("expected"), by=by, at=at)
    url = f"/amendments/{amendment_id}"
    if former is not None:
        return go(request, url, "Version {number} of {name} is tabled.", number=version.number, name=f"AM.{former}")
    if version.late:
        return go(request, url, "Tabled as {name}, and marked late: the deadline had passed.", name=f"AM.{row.number}")
    return go(request, url, "Tabled as {name}.", name=f"AM.{row.number}")


def _page(
    request: Request,
    session: Session,
    me: User,
    amendment_id: UUID,
    at: datetime,
    refusal: Refusal | None = None,
) -> Response:
    row, by = at_amendment(session, me, amendment_id, at)
    require(may_work_on(by, row))
    language = reader_language(request)
    page = amendment_page(session, row, by=by, language=language, at=at, kind=TablingPage, refusal=refusal)
    if page.amendment.draft is None:
        raise refusal or OutOfPlace("There is nothing here to table.")
    return render(request, "drafting/amendments/table.html", page)
