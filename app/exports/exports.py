"""Having a document made, keeping it, and having it again."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.drafting.models import Declaration, Revision
from app.errors import Malformed, Unknown, require
from app.exports.kinds import MARKED, TRANSLATED, Kind, Options
from app.exports.making.forms import forms_of, in_its_form
from app.exports.models import Export
from app.exports.order import Order
from app.exports.policy import may_export, may_have_again, side_of
from app.exports.steps import Telling, to_nobody
from app.record.actor import Actor
from app.record.chain import head, write
from app.store import Store

NOTHING_CHOSEN = Options()


@dataclass(frozen=True, slots=True)
class Made:
    """A document just made and not yet kept."""

    declaration: Declaration
    kind: Kind
    revision: Revision
    against: Revision | None
    options: Options
    filename: str
    content: bytes
    record_head: str


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


def make_to_order(session: Session, order: Order) -> Made:
    """Make what `ordered` judged. Reads only. Raises Malformed, OutOfPlace."""
    name = filename(order.declaration, order.kind, order.revision, order.against, order.options)
    content = in_its_form(session, order)
    return Made(order.declaration, order.kind, order.revision, order.against, order.options, name, content, head(session))


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
    require(may_export(by, declaration))
    if {revision.declaration_id, (against or revision).declaration_id} != {declaration.id}:
        raise Unknown("There is no such revision.")
    if kind is not Kind.REDLINE:
        against = None
    elif against is None or against.id == revision.id:
        raise Malformed("Choose two different revisions to compare.", field="against")
    if kind not in MARKED:
        options = replace(options, anonymous=False)
    if kind not in TRANSLATED or options.language == declaration.language:
        options = replace(options, language="")
    if kind is Kind.PARALLEL and not options.language:
        raise Malformed("Choose the language that shall stand beside that of the text.", field="language")
    if options.form not in forms_of(kind):
        raise Malformed("This document cannot be had in that form here.", field="form")
    return Order(declaration, kind, revision, against, by, at, options, tell)


def keep(session: Session, store: Store, made: Made, *, by: Actor, at: datetime) -> Export:
    """Keep what was made under its SHA-256, and record who had it made, when, and from which revision."""
    require(may_export(by, made.declaration))
    if by.participant_id is None:
        raise Unknown("There is no such declaration.")
    export = Export(
        process_id=made.declaration.process_id,
        declaration_id=made.declaration.id,
        kind=made.kind,
        revision_id=made.revision.id,
        against_id=made.against.id if made.against else None,
        options=made.options.plain(),
        filename=made.filename,
        media_type=made.options.form.media_type,
        sha256=store.put(made.content),
        size=len(made.content),
        side=side_of(by, made.declaration),
        made_by=by.participant_id,
        made_at=at,
        record_head=made.record_head,
    )
    session.add(export)
    session.flush()
    said = {"kind", "revision_id", "against_id", "options", "filename", "sha256", "size", "side"}
    after = export.model_dump(mode="json", include=said)
    write(session, "export.make", ("export", export.id), by=by, at=at, process_id=export.process_id, after=after)
    return export


def fetch(session: Session, store: Store, export_id: UUID, *, by: Actor) -> tuple[Export, bytes]:
    """A document made before, byte for byte. Raises Unknown when it is not for the side of `by`."""
    export = session.get(Export, export_id)
    if export is None or not may_have_again(by, export, session.get_one(Declaration, export.declaration_id)):
        raise Unknown("There is no such document.")
    return export, store.get(export.sha256)


def filename(
    declaration: Declaration, kind: Kind, revision: Revision, against: Revision | None, options: Options = NOTHING_CHOSEN
) -> str:
    """A name that sorts well and says what the file is: "RCM-2017-DD.1 Rev.1 compilation.docx"."""
    parts = [declaration.symbol or declaration.title, revision.name]
    parts += [f"{kind} {against.name}"] if against else [] if kind is Kind.CLEAN else [str(kind)]
    parts += [options.language] if options.language else []
    parts += ["anonymous"] if options.anonymous else []
    folded = unicodedata.normalize("NFKD", " ".join(parts)).encode("ascii", "ignore").decode()
    safe = re.sub(r"[^A-Za-z0-9._ -]+", "-", folded).strip(" .-")
    return f"{safe[:120] or 'document'}.{options.form}"
