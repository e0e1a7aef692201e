"""What is known of a declaration put into Akoma Ntoso: its texts as statements, its amendments as amendments."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from sqlmodel import Session

from app.drafting.queries import AmendmentView
from app.drafting.texts import revisions_of, text_of
from app.exports.forms.akoma_ntoso import Adoption, Base, Paper, Proposal, amendments, collection, statement
from app.exports.kinds import Kind
from app.exports.making.agreed import adoptable, fingerprint_in, stage_in, states_of, where_and_when
from app.exports.making.compilation import Found, numbers_with, pending_on, without_names
from app.exports.making.on_record import kept_with
from app.exports.making.rows import Rows
from app.exports.making.settled import undecided_on
from app.exports.making.sheets import asked_for
from app.exports.making.spoken import spoken
from app.exports.order import Order
from app.exports.phrases import wording
from app.exports.steps import Step
from app.processes.models import Process
from app.processes.names import name_of
from app.text.change import Act, Change, Insert
from app.text.paragraph import Role


def paper_of(session: Session, order: Order, stage: str) -> Paper:
    """What the text is called and when it was issued."""
    declaration, revision = order.declaration, order.revision
    process = session.get_one(Process, declaration.process_id)
    return Paper(
        process=process.slug,
        organization=name_of(process, declaration.language, "official"),
        symbol=declaration.symbol,
        title=declaration.title,
        language=declaration.language,
        begun=min(each.issued_at for each in revisions_of(session, declaration.id)).date(),
        stage=stage,
        issued=revision.issued_at.date(),
        made=order.at.date(),
    )


def _clean(session: Session, order: Order) -> bytes:
    said = spoken(session, order)
    paper = paper_of(session, order, order.revision.name)
    order.tell(Step.WRITING)
    return statement(said.text, said.labels, replace(paper, language=said.language, title=said.title))


def _agreed(session: Session, order: Order) -> bytes:
    found = adoptable(session, order)
    language = found.language
    words = wording(language).agreed
    kept = kept_with(session, order, found.text, words, language)
    text = kept.text
    own = paper_of(session, order, stage_in(order, language, undecided_on(session, order)))
    process = session.get_one(Process, order.declaration.process_id)
    paper = replace(own, language=language, title=found.title, organization=name_of(process, language, "official"))
    closes = any(each.role is Role.CLOSING for each in text)
    fingerprint = fingerprint_in(order, language)
    adoption = Adoption(
        clause=words.clause.format(process=paper.organization),
        states=tuple(states_of(session, order, language)),
        dated="" if closes else where_and_when(session, order, words, language),
        fingerprint=fingerprint + ("" if kept.is_empty else f". {words.alone}"),
        explanations=tuple((each.delegation, each.words) for each in kept.explanations),
        annex=words.explanations,
    )
    order.tell(Step.WRITING)
    return statement(text, found.labels, paper, adoption)


def _sheets(session: Session, order: Order) -> bytes:
    found = asked_for(session, order)
    title = _titled(order, wording(order.declaration.language).sheets.stage)
    return amendments(_base(session, order, found), _proposals(order, found), title=title)


def _compilation(session: Session, order: Order) -> bytes:
    found = pending_on(session, order.declaration, order.revision, by=order.by)
    if order.options.anonymous:
        found = without_names(text_of(session, order.revision.id), found)
    title = _titled(order, wording(order.declaration.language).compilation)
    return collection(_base(session, order, found), _proposals(order, found), title=title)


LEGAL: Mapping[Kind, Callable[[Session, Order], bytes]] = {
    Kind.CLEAN: _clean,
    Kind.AGREED: _agreed,
    Kind.SHEETS: _sheets,
    Kind.COMPILATION: _compilation,
}
"""The kinds of documents that can be had in Akoma Ntoso."""


def _titled(order: Order, stage: str) -> str:
    name = stage.format(base=order.revision.name)
    return wording(order.declaration.language).stage(name, anonymous=order.options.anonymous)


def _base(session: Session, order: Order, found: list[Found]) -> Base:
    revision, language = order.revision, order.declaration.language
    text = text_of(session, revision.id)
    changes = [Change(view.id, acts) for view, acts in found]
    numbers = numbers_with(session, revision, text, changes, language)
    words = wording(language)
    rows = Rows(text, numbers, words, language)
    spoken_of = [*text, *(act.paragraph for _, acts in found for act in acts if isinstance(act, Insert))]
    places = {paragraph.key: rows.place(paragraph) for paragraph in spoken_of}
    order.tell(Step.WRITING)
    return Base(text, numbers, places, paper_of(session, order, revision.name), words)


def _proposals(order: Order, found: list[Found]) -> list[Proposal]:
    words = wording(order.declaration.language)
    if order.options.anonymous:
        return [Proposal(f"{words.proposal} {place}", acts) for place, (_, acts) in enumerate(found, 1)]
    return [_proposal(view, acts, order) for view, acts in found]


def _proposal(view: AmendmentView, acts: tuple[Act, ...], order: Order) -> Proposal:
    sheets = wording(order.declaration.language).sheets
    return Proposal(
        name=sheets.amendment.format(name=view.name),
        acts=acts,
        by=tuple(sponsor.name for sponsor in view.sponsors),
        tabled=view.tabled_at.date() if view.tabled_at else None,
        status=sheets.states[view.state.value],
        reason=view.reason or "",
    )
