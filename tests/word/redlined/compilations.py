"""Compilations for the laws of the files: a text, amendments of delegations on it, and the file that shows them all."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from hypothesis import strategies as st

from app.text.change import Change, Insert, Move
from app.text.compilation import compilation
from app.text.document import Document
from app.text.paragraph import Role
from app.text.redline import Line, Redline, authors
from app.word.changes import Kind, Tracked
from app.word.front import Front
from app.word.redlined import redlined
from app.word.writing.markup import instant, legal
from app.word.writing.revisions import Signature
from tests.text import strategies
from tests.text.strategies_changes import changes

DELEGATIONS = ("Guatemala", "Côte d’Ivoire & <Mali>", "Honduras, El Salvador")
FRONT = Front(
    "Draft declaration", process="Regional Conference on Migration", symbol="RCM/1", at=datetime(2017, 4, 24, tzinfo=UTC)
)
Fate = tuple[str, str, str]
"""Whether words come or go, whose doing it is, and when."""

_instants = st.integers(0, 2_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
reasons = st.one_of(st.none(), strategies.sentences.filter(str.strip))
_KINDS = {
    Kind.INSERTION: "come",
    Kind.MOVE_TO: "come",
    Kind.DELETION: "go",
    Kind.MOVE_FROM: "go",
    Kind.PARAGRAPH_INSERTION: "come",
    Kind.PARAGRAPH_MOVE_TO: "come",
    Kind.PARAGRAPH_DELETION: "go",
    Kind.PARAGRAPH_MOVE_FROM: "go",
}
_MARKS = (Kind.PARAGRAPH_INSERTION, Kind.PARAGRAPH_DELETION, Kind.PARAGRAPH_MOVE_FROM, Kind.PARAGRAPH_MOVE_TO)


@dataclass(frozen=True)
class Compiled:
    """A text, amendments on it, how they show, who signs each, and the file."""

    base: Document
    proposed: tuple[Change, ...]
    redline: Redline
    signatures: dict[Hashable, Signature]
    file: bytes = field(repr=False)

    @property
    def delegations(self) -> list[str]:
        return sorted({signed.author for signed in self.signatures.values()})

    @property
    def has_rows(self) -> bool:
        """Whether some of it stands in tables: there each cell of a row is a paragraph, and the bars between are none."""
        return any(line.paragraph.role is Role.ROW for line in self.redline.lines)

    @property
    def takes_back(self) -> bool:
        """Whether a paragraph comes and goes, or an author deletes words of its own: of such two LibreOffice keeps one."""
        pieces = [piece for line in self.redline.lines for piece in line.pieces if piece.inserted_by and piece.deleted_by]
        own = any(self.signatures[each.inserted_by].author == self.signatures[each.deleted_by].author for each in pieces)
        return own or any(line.inserted_by and line.deleted_by for line in self.redline.lines)

    def read(self, paragraphs: Iterable[str]) -> list[str]:
        """Paragraphs as they are to be compared: in a text with rows, only the letters of all."""
        return [letters("".join(paragraphs))] if self.has_rows else list(paragraphs)

    def of(self, delegation: str) -> list[Change]:
        """The amendments of one delegation."""
        return [each for each in self.proposed if self.signatures[each.id].author == delegation]


@st.composite
def compiled(draw: st.DrawFn) -> Compiled:
    """Any text with any amendments on it, rivals or not, by up to three delegations, some with a reason."""
    base = draw(strategies.documents(min_size=1))
    proposed = draw(changes(base))
    signatures = {}
    for each in proposed:
        reason = draw(reasons)
        signatures[each.id] = Signature(draw(st.sampled_from(DELEGATIONS)), draw(_instants), reason)
    redline = compilation(base, proposed, lambda name: signatures[name].author)
    return Compiled(base, tuple(proposed), redline, signatures, redlined(redline, signatures, FRONT))


def texts(document: Document) -> list[str]:
    """The words of each paragraph as a Word file can hold them: no text is one empty paragraph."""
    return [legal(paragraph.text) for paragraph in document] or [""]


def put_in(made: Compiled) -> dict[Fate, str]:
    """What comes and what goes in the paragraphs, by whom and when: the letters of all of it, in order."""
    found: defaultdict[Fate, str] = defaultdict(str)
    for line in made.redline.lines:
        for piece in line.pieces:
            if piece.run.note is None:
                for doing, change in (("come", piece.inserted_by), ("go", piece.deleted_by)):
                    if change is not None:
                        found[_fate(made, doing, change)] += letters(legal(piece.run.text))
    return {fate: words for fate, words in found.items() if words}


def notes_put_in(made: Compiled) -> Counter[tuple[Fate, str]]:
    """Each note that comes or goes."""
    return Counter(
        (_fate(made, doing, change), letters(legal(piece.run.note)))
        for line in made.redline.lines
        for piece in line.pieces
        for doing, change in (("come", piece.inserted_by), ("go", piece.deleted_by))
        if piece.run.note is not None and change is not None and letters(legal(piece.run.note))
    )


def marks_put_in(made: Compiled) -> Counter[Fate]:
    """Each paragraph that comes or goes as a whole. Where none stays, two of them share a mark and this says too much."""
    return Counter(
        _fate(made, doing, change)
        for line in made.redline.lines
        for doing, change in (("come", line.inserted_by), ("go", line.deleted_by))
        if change is not None
    )


def reasons_put_in(made: Compiled) -> Counter[tuple[str, str, str]]:
    """Author, date and letters of each reason whose amendment shows."""
    signed = (made.signatures[change] for change in authors(made.redline))
    return Counter(
        (each.author, instant(each.at), letters(legal(each.comment))) for each in signed if each.comment and each.at
    )


def listed(changes: Iterable[Tracked], story: str = "body") -> dict[Fate, str]:
    """The tracked words of a list of changes, in the form of `put_in`."""
    found: defaultdict[Fate, str] = defaultdict(str)
    for change in changes:
        if change.story == story and change.kind in _KINDS and change.kind not in _MARKS:
            found[_listed_fate(change)] += letters(change.text)
    return {fate: words for fate, words in found.items() if words}


def listed_notes(found: Iterable[Tracked]) -> Counter[tuple[Fate, str]]:
    return Counter(
        (_listed_fate(change), letters(change.text))
        for change in found
        if change.story == "footnotes" and change.kind in _KINDS and letters(change.text)
    )


def listed_marks(found: Iterable[Tracked]) -> Counter[Fate]:
    return Counter(_listed_fate(change) for change in found if change.story == "body" and change.kind in _MARKS)


def listed_reasons(found: Iterable[Tracked]) -> Counter[tuple[str, str, str]]:
    comments = (change for change in found if change.kind is Kind.COMMENT)
    return Counter((each.author or "", each.date or "", letters(each.text)) for each in comments)


def places(proposed: Iterable[Change]) -> set[str | None]:
    """The paragraphs that amendments speak of, and those after which they put something; None for the beginning."""
    acts = [act for change in proposed for act in change.acts]
    return {act.paragraph.key if isinstance(act, Insert) else act.key for act in acts} | {
        act.after for act in acts if isinstance(act, Insert | Move)
    }


def some_paragraph_stays(lines: Iterable[Line]) -> bool:
    return any(line.inserted_by is None and line.deleted_by is None for line in lines)


def moved_and_reworded(lines: Iterable[Line]) -> bool:
    """Whether one rewords what another moves: in Word the two hang together, and neither can be had alone."""
    return any(
        change not in (None, line.inserted_by, line.deleted_by)
        for line in lines
        if line.moved
        for piece in line.pieces
        for change in (piece.inserted_by, piece.deleted_by)
    )


def _fate(made: Compiled, doing: str, change: Hashable) -> Fate:
    signed = made.signatures[change]
    return doing, signed.author, instant(signed.at) if signed.at else ""


def _listed_fate(change: Tracked) -> Fate:
    return _KINDS[change.kind], change.author or "", change.date or ""


def letters(text: str) -> str:
    """The text without blanks and the bars between cells."""
    return "".join(text.replace("|", " ").split())
