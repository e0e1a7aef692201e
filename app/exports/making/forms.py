"""The form in which a document is handed out: Word, what LibreOffice makes of Word, or the text itself marked up."""

from sqlmodel import Session

from app.exports.forms.html import html
from app.exports.forms.markdown import markdown
from app.exports.forms.office import converted, is_installed
from app.exports.forms.papers_in_html import blocks_in_html, paper_in_html
from app.exports.forms.papers_in_markdown import blocks_in_markdown, paper_in_markdown
from app.exports.kinds import Form, Kind
from app.exports.making.agreed import Agreed, agreed
from app.exports.making.akoma_ntoso import LEGAL
from app.exports.making.makers import MAKERS, OF_MEETINGS, PAPERS
from app.exports.making.spoken import spoken
from app.exports.order import AnyOrder, MeetingOrder
from app.exports.steps import Step, Telling, counting
from app.word.papers import Paper, paper_of

_MARKED_UP = (Form.HTML, Form.MARKDOWN)


def forms_of(kind: Kind) -> tuple[Form, ...]:
    """The forms in which a kind of document can be had here; Word first. What is to be marked up is had in Word alone."""
    if kind is Kind.CAPITAL:
        return (Form.WORD,)
    marked_up = _MARKED_UP if kind in (Kind.CLEAN, Kind.AGREED) or kind in PAPERS else ()
    return (Form.WORD, *_of_word(), *marked_up, *((Form.AKOMA_NTOSO,) if kind in LEGAL else ()))


def forms_of_papers() -> tuple[Form, ...]:
    """The forms in which a document about a text, or about a meeting, can be had here; Word first."""
    return (Form.WORD, *_of_word(), *_MARKED_UP)


def in_its_form(session: Session, order: AnyOrder) -> bytes:
    """The document in the form that was chosen, one of those it can be had in. Raises as its maker does, and OutOfPlace."""
    form = order.options.form
    order.tell(Step.READING)
    if isinstance(order, MeetingOrder):
        return _written(OF_MEETINGS[order.kind](session, order), form, order.tell)
    if form is Form.AKOMA_NTOSO:
        return LEGAL[order.kind](session, order)
    if order.kind in PAPERS:
        return _written(PAPERS[order.kind](session, order), form, order.tell)
    if form not in _MARKED_UP:
        return _in_office(MAKERS[order.kind](session, order), form, order.tell)
    if order.kind is Kind.AGREED:
        return _marked_up(agreed(session, order, columns=1), form)
    said = spoken(session, order)
    order.tell(Step.WRITING)
    if form is Form.MARKDOWN:
        return markdown(said.text, said.labels, foot=said.foot)
    return html(said.text, said.labels, said.front(session, order), said.foreign)


def _marked_up(found: Agreed, form: Form) -> bytes:
    front = found.front
    if form is Form.MARKDOWN:
        return markdown(found.text, found.labels, blocks_in_markdown(found.blocks), front.foot)
    more = blocks_in_html(found.blocks, front.language)
    return html(found.text, found.labels, front, more=more, tongues=found.tongues)


def _written(paper: Paper, form: Form, tell: Telling) -> bytes:
    if form is Form.HTML:
        return paper_in_html(paper)
    if form is Form.MARKDOWN:
        return paper_in_markdown(paper)
    return _in_office(paper_of(paper, counting=counting(tell, Step.WRITING)), form, tell)


def _in_office(content: bytes, form: Form, tell: Telling) -> bytes:
    if form is Form.WORD:
        return content
    tell(Step.CONVERTING)
    return converted(content, form.value)


def _of_word() -> tuple[Form, ...]:
    return (Form.PDF, Form.ODT) if is_installed() else ()
