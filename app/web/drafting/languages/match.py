"""A file in another language beside the text: what stands beside what, shown, corrected, and sent on by the form."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.drafting.limits import PARAGRAPHS
from app.drafting.translations import Rendered
from app.drafting.translations.queries import VersionView
from app.errors import Malformed, TooLarge
from app.text.document import Document
from app.text.paragraph import Paragraph
from app.text.stored import document_from_plain, document_to_plain
from app.web.forms import Typed


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the text, the place in the file of what is taken for its translation, and whether that is doubtful.

    `same` says that these words stand already.
    """

    paragraph: Rendered
    label: str
    place: int | None
    words: Paragraph | None
    doubtful: bool

    @property
    def same(self) -> bool:
        return self.words is not None and self.paragraph.runs == self.words.runs


@dataclass(frozen=True, slots=True)
class Match:
    """A file read, beside the text. `alone` are the paragraphs of the file that stand beside nothing, with their places;
    `sent` is the file whole, for the form to send on; `seen` are the numbers of the words that stood when it was shown."""

    rows: tuple[Row, ...]
    alone: tuple[tuple[int, Paragraph], ...]
    sent: str
    seen: str
    filename: str
    left_out: tuple[str, ...]

    @property
    def unmatched(self) -> int:
        """How many paragraphs of the text nothing of the file stands beside."""
        return sum(row.words is None for row in self.rows)

    @property
    def doubtful(self) -> int:
        return sum(row.doubtful for row in self.rows)


def sent_on(form: Typed) -> tuple[Document, dict[str, int]]:
    """The file the form sends on, and the numbers of the words that stood when it was shown. Raises Malformed."""
    try:
        plain, seen = json.loads(form.raw("paragraphs")), json.loads(form.raw("seen") or "{}")
        if not isinstance(plain, list) or not all(isinstance(number, int) for number in seen.values()):
            raise ValueError("a text is a list of paragraphs, and what was seen has numbers")
        if len(plain) > PARAGRAPHS:
            raise TooLarge("A text can have at most {most} paragraphs.", most=PARAGRAPHS, field="paragraphs")
        return document_from_plain(plain), seen
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Malformed("The text could not be read back. Please bring it again.", field="paragraphs") from None


def corrected(view: VersionView, form: Typed) -> Match:
    """The same file with the places as they were typed. Raises Malformed."""
    document, _seen = sent_on(form)
    typed = {key: form.text(f"place-{key}") for key in view.revision.document.keys}
    places = {key: int(place) if place.isdecimal() and len(place) < 6 else None for key, place in typed.items()}
    return match_of(view, document, places, frozenset(), form.text("filename"), form.list("left_out"))


def match_of(
    view: VersionView,
    document: Document,
    places: Mapping[str, int | None],
    doubtful: frozenset[str],
    filename: str,
    left_out: Sequence[str],
) -> Match:
    """A file beside the text, its paragraphs at `places` (from 1, by the keys of the text)."""

    def words(key: str) -> Paragraph | None:
        place = places.get(key)
        return document.paragraphs[place - 1] if place is not None and 1 <= place <= len(document) else None

    rows = tuple(
        Row(
            each,
            view.revision.labels.get(each.source.key, ""),
            places.get(each.source.key),
            words(each.source.key),
            each.source.key in doubtful,
        )
        for each in view.version.paragraphs
    )
    taken = set(places.values())
    sent = json.dumps(document_to_plain(document), ensure_ascii=False, separators=(",", ":"))
    seen = json.dumps({each.source.key: each.number for each in view.version.paragraphs if each.number})
    alone = tuple((place, each) for place, each in enumerate(document, 1) if place not in taken)
    return Match(rows, alone, sent, seen, filename, tuple(left_out))
