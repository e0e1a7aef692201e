"""Redlines as pages show them: each line under the number its paragraph has, or would have."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from app.drafting import queries
from app.drafting.amendments.dossier import Stand
from app.drafting.queries import RevisionHead, RevisionView, changed_lines
from app.drafting.texts import numbered_on
from app.record.actor import Actor
from app.text.apply import NotOnBase, apply
from app.text.change import Act
from app.text.compare import compare
from app.text.document import Document
from app.text.numbering import labels, quoted
from app.text.paragraph import Paragraph
from app.text.redline import Line
from app.text.rows import columns
from app.web.dependencies import Session


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line of a redline, and how running text speaks of its paragraph ("OP5", "item 7 bis", "" for none). For a row of a
    table `heads` is what the table says above each of its cells."""

    line: Line
    label: str
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Redlined:
    """The lines that acts change, and the revision on which they are meant."""

    on: RevisionHead
    lines: tuple[Labelled, ...]


class Texts:
    """The revisions of a declaration as one reader sees them, each read once."""

    def __init__(self, session: Session, *, by: Actor, language: str) -> None:
        self._session = session
        self._by = by
        self._language = language
        self._read: dict[UUID, BaseText] = {}

    def of(self, revision_id: UUID) -> "BaseText":
        """Raises Unknown."""
        if revision_id not in self._read:
            view = queries.revision(self._session, revision_id, by=self._by, language=self._language)
            row = queries.find_revision(self._session, revision_id, by=self._by)
            # While a revision is negotiated, what is added to it is a bis of its numbers.
            basis = numbered_on(self._session, row) or view.document
            self._read[revision_id] = BaseText(view, basis, self._language)
        return self._read[revision_id]

    def redline(self, stand: Stand | None) -> Redlined | None:
        """What acts would do to the revision they are meant on; None when there is nothing to show."""
        if stand is None or not stand.acts:
            return None
        base = self.of(stand.base_id)
        return Redlined(base.view.head, base.lines(stand.acts))


class BaseText:
    """A revision, and what acts on it would do."""

    def __init__(self, view: RevisionView, basis: Document, language: str) -> None:
        self.view = view
        self.document = view.document
        self._basis = basis
        self._language = language

    def lines(self, acts: tuple[Act, ...], by: Hashable = "proposal") -> tuple[Labelled, ...]:
        """The lines that `acts` change, add or speak of. Raises NotOnBase."""
        return self.labelled((anchored.line for anchored in changed_lines(self.document, acts, by)), self.after(acts))

    def labelled(self, lines: Iterable[Line], after: Document | None = None) -> tuple[Labelled, ...]:
        """Lines with their labels; new paragraphs have those they would bear in the text `after`."""
        coming = self._labels(after) if after is not None else {}
        heads = {**columns(after or ()), **self.columns}
        found = []
        for line in lines:
            own = coming if line.inserted_by is not None else self.view.labels
            # A part of a split paragraph stays, with words of the old text, under a key that only the new one has.
            label = own.get(line.paragraph.key) or coming.get(line.paragraph.key, "")
            called = quoted(label, line.paragraph.role, self._language)
            found.append(Labelled(line, called, heads.get(line.paragraph.key, ())))
        return tuple(found)

    def to(self, new: Document, by: Hashable = "next") -> tuple[Labelled, ...]:
        """All lines of this text, as a redline to another that shares its keys."""
        return self.labelled(compare(self.document, new, by).lines, new)

    def after(self, acts: tuple[Act, ...]) -> Document | None:
        """The text as the acts would make it; None when they do not fit."""
        try:
            return apply(self.document, acts)
        except NotOnBase:
            return None

    def called(self, paragraph: Paragraph) -> str:
        """How running text speaks of a paragraph of this text; "" when it has no number."""
        return quoted(self.view.labels.get(paragraph.key, ""), paragraph.role, self._language)

    @cached_property
    def columns(self) -> Mapping[str, tuple[str, ...]]:
        """What stands above the cells of each row of a table."""
        return columns(self.document)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each paragraph is called in a list: its number and its first words."""
        return {paragraph.key: self._named(paragraph) for paragraph in self.document}

    def _named(self, paragraph: Paragraph) -> str:
        words, label = _beginning(paragraph.text), self.called(paragraph)
        return f"{label} · {words}" if label else words

    def _labels(self, document: Document) -> Mapping[str, str]:
        return labels(document, self._basis, self._language)


def _beginning(text: str, most: int = 56) -> str:
    """The first words of a paragraph."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return text[:most].rpartition(" ")[0] + " …"
