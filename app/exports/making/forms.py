"""The form in which a document is handed out: Word, what LibreOffice makes of Word, or the text itself marked up."""

from sqlmodel import Session

from app.exports.forms.html import html
from app.exports.forms.markdown import markdown
from app.exports.forms.office import converted, is_installed
from app.exports.forms.parallel import parallel_html
from app.exports.kinds import Form, Kind
from app.exports.making.akoma_ntoso import LEGAL
from app.exports.making.makers import MAKERS
from app.exports.making.parallel import in_parallel
from app.exports.making.spoken import spoken
from app.exports.order import Order
from app.exports.steps import Step

_OF_WORD = (Form.PDF, Form.ODT)
_OF_THE_TEXT = (Form.HTML, Form.MARKDOWN)


def forms_of(kind: Kind) -> tuple[Form, ...]:
    """The forms in which a kind of document can be had here; Word first. What is to be marked up is had in Word alone."""
    if kind is Kind.CAPITAL:
        return (Form.WORD,)
    office = _OF_WORD if is_installed() else ()
    of_the_text = _OF_THE_TEXT if kind is Kind.CLEAN else (Form.HTML,) if kind is Kind.PARALLEL else ()
    return (Form.WORD, *office, *of_the_text, *((Form.AKOMA_NTOSO,) if kind in LEGAL else ()))


def in_its_form(session: Session, order: Order) -> bytes:
    """The document in the form that was chosen, one of `forms_of` its kind. Raises as its maker does, and OutOfPlace."""
    form = order.options.form
    order.tell(Step.READING)
    if form is Form.AKOMA_NTOSO:
        return LEGAL[order.kind](session, order)
    if form not in _OF_THE_TEXT:
        content = MAKERS[order.kind](session, order)
        if form is Form.WORD:
            return content
        order.tell(Step.CONVERTING)
        return converted(content, form.value)
    if order.kind is Kind.PARALLEL:
        beside = in_parallel(session, order)
        order.tell(Step.WRITING)
        return parallel_html(beside)
    said = spoken(session, order)
    order.tell(Step.WRITING)
    if form is Form.MARKDOWN:
        return markdown(said.text, said.labels)
    return html(said.text, said.labels, said.front(session, order), said.foreign)
