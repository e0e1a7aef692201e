"""A text somebody brings into a form: read, shown with the roles proposed, corrected, and sent on."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.drafting import importing
from app.drafting.importing import Brought
from app.drafting.limits import PARAGRAPHS
from app.errors import Malformed, TooLarge
from app.text.document import Document
from app.text.numbering import labels
from app.text.paragraph import Paragraph, Role
from app.text.stored import document_from_plain, document_to_plain
from app.web.forms import Typed
from app.web.languages import say

ROLES = tuple(role.value for role in Role)


@dataclass(frozen=True, slots=True)
class Preview:
    """A text read and not yet written. `sent` is it whole, for the form to send on; `left_out` says, in the reader's
    language, what of the file is not in it."""

    paragraphs: tuple[tuple[Paragraph, str], ...]
    left_out: tuple[str, ...]
    sent: str
    filename: str = ""

    @property
    def roles(self) -> dict[str, int]:
        """How many paragraphs of each role there are, in the order of the roles."""
        found = [paragraph.role.value for paragraph, _label in self.paragraphs]
        return {role: found.count(role) for role in ROLES if role in found}


def read(form: Typed) -> tuple[Brought, str]:
    """What the form brings, by its `source` ("paste" or "file"), and the name of the file. Raises Malformed, TooLarge."""
    if form.text("source") == "file":
        uploaded = form.file("file")
        if uploaded is None:
            raise Malformed("Please choose a file.", field="file")
        name, content = uploaded
        return importing.from_file(name, content), name
    return importing.from_text(form.raw("text")), ""


def sent_on(form: Typed) -> Document:
    """The text the form sends on, with the roles as they were corrected. Raises Malformed when it is not one of ours."""
    try:
        plain = json.loads(form.raw("paragraphs"))
        if not isinstance(plain, list):
            raise ValueError("a text is a list of paragraphs")
        if len(plain) > PARAGRAPHS:
            raise TooLarge("A text can have at most {most} paragraphs.", most=PARAGRAPHS)
        document = document_from_plain(plain)
        return Document(_corrected(document, form))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Malformed("The text could not be read back. Please bring it again.", field="paragraphs") from None


def preview(language: str, document: Document, left_out: Iterable[str] = (), filename: str = "") -> Preview:
    """The text to look at before it is written."""
    numbers = labels(document, None, language)
    sent = json.dumps(document_to_plain(document), ensure_ascii=False, separators=(",", ":"))
    return Preview(
        tuple((paragraph, numbers.get(paragraph.key, "")) for paragraph in document), tuple(left_out), sent, filename
    )


def left_out_in_words(language: str, brought: Brought) -> tuple[str, ...]:
    return tuple(say(language, importing.LEFT_OUT[kind], count=count) for kind, count in brought.left_out)


def _corrected(document: Document, form: Typed) -> Iterable[Paragraph]:
    for place, paragraph in enumerate(document):
        role = Role(form.text(f"role-{place}", paragraph.role.value))
        if role is not paragraph.role or role not in (Role.HEADING, Role.ROW):
            level = int(role is Role.HEADING)
        else:
            level = paragraph.level
        yield replace(paragraph, role=role, level=level)
