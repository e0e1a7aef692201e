"""The page of a file that came back: what was found, sorted into amendments, and made into drafts."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.accounts.models import User
from app.drafting import returned
from app.drafting.models import Declaration
from app.drafting.returned import Reading
from app.drafting.returned.models import ReturnedFile
from app.drafting.returned.proposing import Group, Proposed
from app.drafting.returned.queries import find_returned, process_of_returned
from app.errors import Malformed, Refusal, Unknown
from app.processes.seats import actor_for
from app.record.actor import Actor
from app.web.dependencies import At, Files, Me, Reader, Session, Writer
from app.web.drafting.returned.sorting_page import Sorting, sorting_page
from app.web.drafting.seated import way_below
from app.web.exports.handing import handed
from app.web.forms import Form, Typed, or_again
from app.web.languages import say
from app.web.page import Crumb
from app.web.rendering import go, reader_language, render

router = APIRouter()
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@router.get("/returned/{file_id}")
def show(request: Request, file_id: UUID, session: Reader, files: Files, me: Me, at: At) -> Response:
    """What was found, as it would be tabled."""
    file, declaration, by = at_returned(session, me, file_id, at)
    return _page(request, session, declaration, returned.read(session, files, file), None, by)


@router.get("/returned/{file_id}/file")
def fetch(request: Request, file_id: UUID, session: Reader, files: Files, me: Me, at: At) -> Response:
    """The file itself, byte for byte."""
    file, _declaration, _by = at_returned(session, me, file_id, at)
    return handed(request, files.get(file.sha256), filename=file.filename, media_type=WORD, sha256=file.sha256)


@router.post("/returned/{file_id}")
def sort(
    request: Request, file_id: UUID, form: Form, reader: Reader, session: Writer, files: Files, me: Me, at: At
) -> Response:
    """Sort the changes anew and show them; or make the drafts."""
    file, declaration, by = at_returned(reader, me, file_id, at)
    reading = returned.read(reader, files, file)
    sorting = sorted_in(form, reading)
    if form.text("do") != "drafts":
        return _page(request, reader, declaration, reading, sorting, by)
    with or_again(session, lambda refusal: _page(request, reader, declaration, reading, sorting, by, refusal)):
        writable = session.get_one(Declaration, declaration.id)
        made = returned.propose(session, writable, reading, _groups(sorting), by=by, at=at)
    return _made(request, declaration, made)


def _made(request: Request, declaration: Declaration, made: Proposed) -> Response:
    """On to the drafts, with what was made and what had been made before."""
    if len(made.amendments) == 1:
        where = f"/amendments/{made.amendments[0].id}"
        if not made.new:
            return go(request, where, "This draft was made before: nothing new was made.")
        return go(request, where, "The draft is made. Only your delegation sees it.")
    where = f"/declarations/{declaration.id}/amendments"
    if not made.new:
        return go(request, where, "These drafts were made before: nothing new was made.")
    if made.before:
        return go(
            request,
            where,
            "New drafts: {new}. Made before, and not made again: {before}. Only your delegation sees them.",
            new=len(made.new),
            before=len(made.before),
        )
    return go(
        request,
        f"{where}?state=drafts",
        "The drafts are made. Only your delegation sees them; each is tabled by itself.",
    )


def at_returned(session: Session, me: User, file_id: UUID, at: datetime) -> tuple[ReturnedFile, Declaration, Actor]:
    """The file and its declaration, and the reader as who acts there. Raises Unknown: it is its delegation's alone."""
    try:
        by = actor_for(session, me, process_of_returned(session, file_id), at=at)
    except Unknown:
        raise Unknown("There is no such file.") from None
    file = find_returned(session, file_id, by=by)
    return file, session.get_one(Declaration, file.declaration_id), by


def sorted_in(form: Typed, reading: Reading) -> Sorting:
    """How the form sorts the changes. Amendments are numbered anew, without gaps."""
    into: dict[int, int] = {}
    for at in range(len(reading.says.found)):
        given = form.text(f"into-{at}")
        into[at] = int(given) if given.isascii() and given.isdecimal() and len(given) < 6 else reading.says.groups[at] + 1
    numbers = {old: new for new, old in enumerate(sorted(set(into.values())), 1)}
    reasons = {new: form.raw(f"reason-{old}") for old, new in numbers.items() if f"reason-{old}" in form.kept}
    untaken = frozenset(at for at in into if not form.ticked(f"take-{at}"))
    return Sorting({at: numbers[number] for at, number in into.items()}, untaken, reasons)


def _groups(sorting: Sorting) -> list[Group]:
    groups = [
        Group(taken, sorting.reasons.get(number, ""))
        for number, all_ in sorting.groups().items()
        if (taken := tuple(at for at in all_ if at not in sorting.untaken))
    ]
    if not groups:
        raise Malformed("Choose at least one change to make a draft of.", field="found")
    return groups


def _page(
    request: Request,
    session: Session,
    declaration: Declaration,
    reading: Reading,
    sorting: Sorting | None,
    by: Actor,
    refusal: Refusal | None = None,
) -> Response:
    language = reader_language(request)
    back = Crumb(say(language, "Marked-up files"), f"/declarations/{declaration.id}/returned")
    page = sorting_page(
        session,
        declaration,
        reading,
        sorting,
        by=by,
        language=language,
        crumbs=(*way_below(session, declaration, language), back),
        refusal=refusal,
    )
    return render(request, "drafting/returned/sort.html", page)
