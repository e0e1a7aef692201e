"""Having a document made, keeping it, and having it again."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.drafting.models import Declaration, Revision
from app.errors import Malformed, Unknown, require
from app.exports.house_styles.queries import latest
from app.exports.kinds import MARKED, TRANSLATED, Kind, MeetingKind, Options
from app.exports.making.forms import forms_of, forms_of_papers, in_its_form
from app.exports.models import Export
from app.exports.order import AnyOrder, MeetingOrder, Order
from app.exports.phrases import WORDINGS
from app.exports.policy import may_export, may_have_again, may_have_agreed, side_of
from app.exports.seats import meets, subject
from app.exports.steps import Telling, to_nobody
from app.meetings.models import Meeting
from app.record.actor import Actor
from app.record.chain import head, write
from app.store import Store

NOTHING_CHOSEN = Options()
_SAID = {
    *("kind", "revision_id", "against_id", "meeting_id", "options"),
    *("filename", "sha256", "size", "side", "house_style_id"),
}
"""What the record says of a document that was made."""
_CALLED = {Kind.CLEAN: "", Kind.AGREED: "for adoption"}
"""What kinds are called in the names of files, where not by their own name. An agreed text is adopted in the room."""


@dataclass(frozen=True, slots=True)
class Made:
    """A document just made and not yet kept; `house_style_id` is the house style it was written on."""

    order: AnyOrder
    filename: str
    content: bytes
    record_head: str
    house_style_id: UUID | None

    @property
    def options(self) -> Options:
        return self.order.options


def make(
    session: Session,
    declaration: Declaration,
    kind: Kind,
    revision: Revision,
    *,
    by: Actor,
    at: datetime,
    against: Revision | None = None,
    options: Options = NOTHING_CHOSEN,
    tell: Telling = to_nobody,
) -> Made:
    """Make a document for the eyes of `by`. Reads only: nothing waits while Word is written.

    `against` is the earlier revision of a REDLINE; `tell` is told each step. Raises Denied, Malformed, Unknown, OutOfPlace.
    """
    return make_to_order(
        session, ordered(declaration, kind, revision, by=by, at=at, against=against, options=options, tell=tell)
    )


def make_to_order(session: Session, order: AnyOrder) -> Made:
    """Make what `ordered` or `ordered_of_meeting` judged. Reads only. Raises Malformed, OutOfPlace, Unknown."""
    style = latest(session, order.of.process_id) if order.options.form.on_paper else None
    content = in_its_form(session, order)
    return Made(order, named(order), content, head(session), style.id if style is not None and style.sha256 else None)


def ordered(
    declaration: Declaration,
    kind: Kind,
    revision: Revision,
    *,
    by: Actor,
    at: datetime,
    against: Revision | None = None,
    options: Options = NOTHING_CHOSEN,
    tell: Telling = to_nobody,
) -> Order:
    """The order for a document, as far as it can be judged before it is made; what has no meaning for its kind is left out.

    Raises Denied, Malformed, Unknown.
    """
    require(may_export(by, {declaration.process_id}))
    if kind is Kind.AGREED:
        require(may_have_agreed(by, declaration.process_id))
    if {revision.declaration_id, (against or revision).declaration_id} != {declaration.id}:
        raise Unknown("There is no such revision.")
    if kind is not Kind.REDLINE:
        against = None
    elif against is None or against.id == revision.id:
        raise Malformed("Choose two different revisions to compare.", field="against")
    if kind not in MARKED:
        options = replace(options, anonymous=False)
    if options.language == declaration.language:
        options = replace(options, language="")
    if options.language and kind not in TRANSLATED:
        raise Malformed("This document can be had in the language of the text alone.", field="language")
    if kind is Kind.PARALLEL and not options.language:
        raise Malformed("Choose the language that shall stand beside that of the text.", field="language")
    if options.form not in forms_of(kind):
        raise Malformed("This document cannot be had in that form here.", field="form")
    return Order(declaration, kind, revision, against, by, at, options, tell)


def ordered_of_meeting(
    session: Session,
    meeting: Meeting,
    kind: MeetingKind,
    *,
    by: Actor,
    at: datetime,
    options: Options,
    tell: Telling = to_nobody,
) -> MeetingOrder:
    """The order for a document about a meeting, in the language of `options`. Raises Denied, Malformed."""
    require(may_export(by, meets(session, meeting)))
    if options.language not in WORDINGS:
        raise Malformed("Choose the language of the document.", field="language")
    if options.form not in forms_of_papers():
        raise Malformed("This document cannot be had in that form here.", field="form")
    return MeetingOrder(meeting, kind, by, at, Options(form=options.form, language=options.language), tell)


def keep(session: Session, store: Store, made: Made, *, by: Actor, at: datetime) -> Export:
    """Keep what was made under its SHA-256, and record who had it made, when, and from which revision."""
    order = made.order
    require(may_export(by, meets(session, order.of)))
    if by.participant_id is None:
        raise Unknown("There is no such declaration.")
    export = Export(
        **order.facts(),
        filename=made.filename,
        media_type=order.options.form.media_type,
        sha256=store.put(made.content),
        size=len(made.content),
        side=side_of(by, order.of.process_id),
        made_by=by.participant_id,
        made_at=at,
        record_head=made.record_head,
        house_style_id=made.house_style_id,
    )
    session.add(export)
    session.flush()
    after = export.model_dump(mode="json", include=_SAID)
    write(session, "export.make", ("export", export.id), by=by, at=at, process_id=export.process_id, after=after)
    return export


def fetch(session: Session, store: Store, export_id: UUID, *, by: Actor) -> tuple[Export, bytes]:
    """A document made before, byte for byte. Raises Unknown when it is not for the side of `by`."""
    export = session.get(Export, export_id)
    if export is None or not may_have_again(by, export, meets(session, subject(session, export))):
        raise Unknown("There is no such document.")
    return export, store.get(export.sha256)


def named(order: AnyOrder) -> str:
    """A name that sorts well and says what the file is: "RCM-2017-DD.1 Rev.1 compilation.docx"."""
    options = order.options
    if isinstance(order, MeetingOrder):
        parts = [order.meeting.title, order.kind.value]
    else:
        parts = [order.declaration.symbol or order.declaration.title, order.revision.name]
        parts += [f"{order.kind} {order.against.name}"] if order.against else []
        parts += [_CALLED.get(order.kind, order.kind.value)] if order.against is None else []
    parts += [options.language] if options.language else []
    parts += ["anonymous"] if options.anonymous else []
    folded = unicodedata.normalize("NFKD", " ".join(filter(None, parts))).encode("ascii", "ignore").decode()
    safe = re.sub(r"[^A-Za-z0-9._ -]+", "-", folded).strip(" .-")
    return f"{safe[:120] or 'document'}.{options.form}"
