"""The form in which an amendment is written: everything it shows, worked out from what has been typed so far."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.drafting import queries
from app.drafting.amendments.acts import accepted_acts
from app.drafting.models import Declaration
from app.drafting.queries import AmendmentView, DeclarationView, RevisionHead, TermView
from app.drafting.states import Audience
from app.errors import Refusal
from app.processes import queries as processes
from app.processes.models import Process
from app.record.actor import Actor
from app.text.compare import words
from app.text.paragraph import Paragraph, Role
from app.text.redline import Piece
from app.web.dependencies import Session
from app.web.drafting.amendments.typed import TypedAct, acts_meant, is_untouched, pinned
from app.web.drafting.labelled import BaseText, Labelled, Redlined, Texts
from app.web.drafting.terms_used import TermUse, terms_touched
from app.web.page import Page


@dataclass(frozen=True, slots=True)
class ActField:
    """An act in the form. `paragraph` is the one spoken of in the present text: None for an addition, and where it is no
    longer there. `since` is what a revision issued in the meantime has done to it."""

    number: int
    act: TypedAct
    paragraph: Paragraph | None
    label: str
    since: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """The redline of what would be tabled, or why there is none yet. `terms` are unwanted terms it touches."""

    lines: tuple[Labelled, ...] = ()
    terms: tuple[TermUse, ...] = ()
    refusal: Refusal | None = None
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A delegation that can be asked to co-sponsor; `answer` is "" while it has not been asked."""

    id: UUID
    name: str
    asked: bool
    answer: str


@dataclass(frozen=True, slots=True)
class Written:
    """What has been typed so far. `general` says it is a proposal on the text as a whole."""

    acts: tuple[TypedAct, ...]
    general: bool
    reason: str = ""
    audience: str = Audience.ALL.value
    cosponsors: frozenset[UUID] = frozenset()


@dataclass(frozen=True, kw_only=True)
class PreviewPage(Page):
    preview: Preview


@dataclass(frozen=True, kw_only=True)
class ActsPage(PreviewPage):
    """A page with a form of acts on `revision`. `places` names what an addition or a move can stand after; `expected` is
    the version that the writer has before them."""

    declaration: DeclarationView
    revision: RevisionHead
    fields: tuple[ActField, ...]
    places: Mapping[str, str]
    expected: int
    roles: tuple[str, ...] = tuple(role.value for role in Role)

    @property
    def paragraphs(self) -> Mapping[str, str]:
        """The paragraphs of the present text, by what they are called."""
        return {key: name for key, name in self.places.items() if not key.startswith("new-")}

    @property
    def has_marks(self) -> bool:
        """Whether there are signs in the words that may want an explanation."""
        return any(re.search(r"[*^]|__|\{note:", field.act.words) for field in self.fields)


@dataclass(frozen=True, kw_only=True)
class ComposePage(ActsPage):
    """The form of a delegation. `on` is the revision the writer has before them, `theirs` what a colleague has written in
    the meantime."""

    amendment: AmendmentView | None
    url: str
    on: UUID
    written: Written
    members: tuple[Member, ...]
    theirs: Redlined | None = None

    @property
    def keep(self) -> str:
        """Under which name the browser keeps what is typed here."""
        return f"amendment-{self.amendment.id if self.amendment else self.declaration.id}"


def preview_of(
    session: Session, declaration: Declaration, base: BaseText, written: Written, *, by: Actor, language: str
) -> Preview:
    """What tabling this would show. Never refuses: what is amiss stands in the preview."""
    if written.general:
        return Preview(statement=written.reason.strip())
    if not written.acts or is_untouched(written.acts, base.document):
        return Preview()
    try:
        meant = acts_meant(written.acts)
        queries.preview(session, declaration.id, meant, by=by)
        # As they will be kept: what only a keyboard writes otherwise is no difference.
        meant = accepted_acts(base.document, meant)
    except Refusal as refusal:
        return Preview(refusal=pinned(refusal, written.acts))
    terms = queries.term_requests(session, declaration.id, by=by, language=language)
    return Preview(base.lines(meant), touched(terms, base, meant))


def touched(terms: Iterable[TermView], base: BaseText, acts: tuple) -> tuple[TermUse, ...]:
    """The unwanted terms that acts on a text bring into it or take out of it."""
    return terms_touched(terms, base.document, base.after(acts))


def fields_of(acts: Sequence[TypedAct], base: BaseText, since: BaseText | None) -> tuple[ActField, ...]:
    """The acts with the paragraphs they speak of; `since` is the text they were begun on, when it is an older one."""
    found = []
    for number, act in enumerate(acts, 1):
        paragraph = base.document.get(act.key)
        former = since.document.get(act.key) if since is not None else None
        pieces: tuple[Piece, ...] = ()
        if paragraph is not None and former is not None and former.runs != paragraph.runs:
            pieces = words(former.runs, paragraph.runs, "since")
        found.append(ActField(number, act, paragraph, base.called(paragraph) if paragraph else "", pieces))
    return tuple(found)


def places_for(acts: Iterable[TypedAct], base: BaseText) -> dict[str, str]:
    """What an addition or a move can stand after: every paragraph by its name, and the additions, which have none."""
    return {**base.names, **{act.key: "" for act in acts if act.kind == "insert"}}


def members_of(
    session: Session,
    process: Process,
    amendment: AmendmentView | None,
    ticked: frozenset[UUID],
    *,
    by: Actor,
    language: str,
    at: datetime,
) -> tuple[Member, ...]:
    """The other member delegations, alphabetically, with what they were asked and said."""
    answers = {each.delegation_id: each.answer for each in amendment.asked} if amendment else {}
    lines = processes.process_page(session, process, by=by, language=language, at=at).members
    return tuple(
        Member(line.id, line.name, line.id in ticked or line.id in answers, answers.get(line.id, ""))
        for line in lines
        if line.id != by.delegation_id
    )


def compose_page(
    session: Session,
    declaration: Declaration,
    written: Written,
    *,
    amendment: AmendmentView | None,
    on: UUID | None = None,
    expected: int | None = None,
    by: Actor,
    language: str,
    at: datetime,
    **more: object,
) -> ComposePage:
    """The form on the present text. `on` is the revision that the writer began on, to show what has changed since.

    `expected` is the version they have before them; None when this shows them the newest of everything.
    """
    texts = Texts(session, by=by, language=language)
    view = queries.declaration(session, declaration.id, by=by)
    current = queries.current(session, declaration.id, by=by, language=language)
    base = texts.of(current.head.id)
    since = texts.of(on) if on is not None and on != current.head.id else None
    process = session.get_one(Process, declaration.process_id)
    return ComposePage(
        declaration=view,
        revision=current.head,
        amendment=amendment,
        url=f"/amendments/{amendment.id}/edit" if amendment else f"/declarations/{declaration.id}/amend",
        written=written,
        fields=fields_of(written.acts, base, since),
        places=places_for(written.acts, base),
        members=members_of(session, process, amendment, written.cosponsors, by=by, language=language, at=at),
        on=on if on is not None and expected is not None else current.head.id,
        expected=expected if expected is not None else amendment.version if amendment else 0,
        preview=preview_of(session, declaration, base, written, by=by, language=language),
        **more,  # type: ignore[arg-type]
    )
