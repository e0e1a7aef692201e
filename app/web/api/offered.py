"""The API of what documents there are: of which kinds, in which forms and languages."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.drafting import queries
from app.drafting.translations.queries import languages
from app.exports.kinds import MARKED, TRANSLATED, Form, Kind
from app.exports.making.forms import forms_of
from app.exports.policy import may_have_agreed
from app.web.api.callers import Reads
from app.web.dependencies import At, Reader
from app.web.drafting.seated import at_declaration

router = APIRouter(prefix="/declarations/{declaration_id}/documents", tags=["documents"])


class KindShown(BaseModel):
    """A kind of document. `forms` are those in which this service has it; `anonymous` says whether there is one without
    names. `languages` are those into which the present text is translated, where it can be had in another than its own."""

    kind: Kind
    forms: list[Form]
    anonymous: bool
    languages: list[str] = Field(examples=[["es"]])


@router.get("/kinds")
def kinds(declaration_id: UUID, session: Reader, user: Reads, at: At) -> list[KindShown]:
    """What you can have of a declaration, and how."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    present = queries.declaration(session, declaration.id, by=by).current
    lines = languages(session, present.id, by=by) if present else ()
    others = [line.language for line in lines if not line.is_empty]
    return [
        KindShown(
            kind=kind,
            forms=list(forms_of(kind)),
            anonymous=kind in MARKED,
            languages=others if kind in TRANSLATED else [],
        )
        for kind in Kind
        if kind is not Kind.AGREED or may_have_agreed(by, declaration.process_id).allowed
    ]
