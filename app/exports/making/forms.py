"""The form in which a document is handed out: Word, what LibreOffice makes of Word, or the text itself marked up."""

from sqlmodel import Session

from app.drafting.texts import labels_of, text_of
from app.errors import Malformed
from app.exports.forms.akoma_ntoso import akoma_ntoso
from app.exports.forms.html import html
from app.exports.forms.markdown import markdown
from app.exports.forms.office import converted, is_installed
from app.exports.kinds import Form, Kind
from app.exports.making.front import front_of
from app.exports.making.makers import MAKERS
from app.exports.order import Order

_OF_WORD = (Form.PDF, Form.ODT)
_OF_THE_TEXT = (Form.HTML, Form.MARKDOWN, Form.AKOMA_NTOSO)


def forms_of(kind: Kind) -> tuple[Form, ...]:
    """The forms in which a kind of document can be had here; Word first. What is to be marked up is had in Word alone."""
    if kind is Kind.CAPITAL:
        return (Form.WORD,)
    office = _OF_WORD if is_installed() else ()
    return (Form.WORD, *office, *(_OF_THE_TEXT if kind is Kind.CLEAN else ()))


def in_its_form(session: Session, order: Order) -> bytes:
    """The document in the form that was chosen. Raises Malformed for a form it cannot be had in, and as its maker does."""
    form = order.options.form
    if form not in forms_of(order.kind):
        raise Malformed("This document cannot be had in that form here.", field="form")
    if form not in _OF_THE_TEXT:
        content = MAKERS[order.kind](session, order)
        return content if form is Form.WORD else converted(content, form.value)
    declaration, revision = order.declaration, order.revision
    text = text_of(session, revision.id)
    labels = labels_of(session, revision, text, declaration.language)
    if form is Form.MARKDOWN:
        return markdown(text, labels)
    front = front_of(session, declaration, revision.name, at=order.at)
    return html(text, labels, front) if form is Form.HTML else akoma_ntoso(text, labels, front, revision.issued_at.date())
