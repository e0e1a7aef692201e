"""The form in which a document is handed out: Word, what LibreOffice makes of Word, or the text itself marked up."""

from sqlmodel import Session

from app.drafting.texts import labels_of, text_of
from app.exports.forms.html import html
from app.exports.forms.markdown import markdown
from app.exports.forms.office import converted, is_installed
from app.exports.kinds import Form, Kind
from app.exports.making.akoma_ntoso import LEGAL
from app.exports.making.front import front_of
from app.exports.making.makers import MAKERS
from app.exports.order import Order
from app.exports.steps import Step

_OF_WORD = (Form.PDF, Form.ODT)
_OF_THE_TEXT = (Form.HTML, Form.MARKDOWN)


def forms_of(kind: Kind) -> tuple[Form, ...]:
    """The forms in which a kind of document can be had here; Word first. What is to be marked up is had in Word alone."""
    if kind is Kind.CAPITAL:
        return (Form.WORD,)
    office = _OF_WORD if is_installed() else ()
    of_the_text = _OF_THE_TEXT if kind is Kind.CLEAN else ()
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
    declaration, revision = order.declaration, order.revision
    text = text_of(session, revision.id)
    labels = labels_of(session, revision, text, declaration.language)
    order.tell(Step.WRITING)
    if form is Form.MARKDOWN:
        return markdown(text, labels)
    front = front_of(session, declaration, revision.name, at=order.at)
    return html(text, labels, front)
