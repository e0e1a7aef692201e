"""Texts and amendments for the laws of what comes back, and how they go into a file and are read from it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from app.text.apply import apply
from app.text.change import Act, Change, Insert, Keep, Move, Replace
from app.text.compilation import compilation
from app.text.document import Document
from app.text.merge import Merged, merge
from app.text.normalise import comparable, normalise_runs, trimmed
from app.text.paragraph import Paragraph, Role
from app.text.redline import accepted, only
from app.text.roles import split_label
from app.text.rows import cells, row
from app.text.runs import Mark, Run, Runs, joined, plain
from app.word.capital import Origin, for_capital
from app.word.front import Front
from app.word.redlined import Signature, redlined
from app.word.returned import Base, Found, returned
from tests.text import strategies
from tests.text.strategies_changes import changes

AT = datetime(2017, 4, 24, 15, 30, tzinfo=UTC)
FRONT = Front("Draft declaration", process="Regional Conference on Migration", symbol="RCM/1", at=AT)
NAMES = {"author 0": "Guatemala", "author 1": "Honduras", "author 2": "Panamá", "author 3": "Costa Rica"}


def clean(paragraph: Paragraph) -> Paragraph | None:
    """A paragraph as texts keep them, and its bars as Word does; None when it says nothing, or begins as a typed number
    would. Headings are bold or italic throughout, whether they are marked so or not."""
    runs = trimmed(normalise_runs(paragraph.runs))
    if paragraph.role is Role.ROW:
        runs = row(cells(runs))
    if paragraph.role in (Role.TITLE, Role.HEADING):
        runs = tuple(replace(run, marks=run.marks - {Mark.BOLD, Mark.ITALIC}) for run in runs)
    runs = tuple(run if run.note is None else Run(run.text, frozenset(), run.note.strip() or "note") for run in runs)
    if not plain(runs).strip() or split_label(plain(runs))[0] is not None:
        return None
    return Paragraph(paragraph.key, paragraph.role, joined(runs), paragraph.level)


@st.composite
def texts(draw: st.DrawFn) -> Document:
    document = draw(strategies.documents(min_size=1))
    kept = [each for each in map(clean, document) if each is not None]
    return Document({comparable(each.text): each for each in kept}.values())


@st.composite
def peaceful(draw: st.DrawFn) -> tuple[Document, list[Change]]:
    """A text and amendments on it that do not clash. What one moves another does not reword."""
    base = draw(texts().filter(len))
    proposed = [Change(each.id, tuple(_cleaned(base, each.acts)), each.author) for each in draw(changes(base))]
    proposed = [each for each in proposed if each.acts]
    kept: list[Change] = []
    for each in proposed:
        crossing = [other for other in kept if _moved(each) & _reworded(other) or _reworded(each) & _moved(other)]
        if not crossing and isinstance(merge(base, [*kept, each]), Merged):
            kept.append(each)
    return base, kept


def _moved(change: Change) -> set[str]:
    return {act.key for act in change.acts if isinstance(act, Move)}


def _reworded(change: Change) -> set[str]:
    return {act.key for act in change.acts if isinstance(act, Replace)}


def _cleaned(base: Document, acts: Sequence[Act]) -> list[Act]:
    out: list[Act] = []
    lost: set[str | None] = set()
    wordings = {comparable(each.text) for each in base}
    # Of a few words that are written anew elsewhere nobody can tell that they are the old ones.
    moves = {act.key for act in acts if isinstance(act, Move)}
    for act in acts:
        if isinstance(act, Insert):
            paragraph = clean(act.paragraph)
            if paragraph is None or act.after in lost or comparable(paragraph.text) in wordings:
                lost.add(act.paragraph.key)
            else:
                out.append(Insert(paragraph, act.after))
        elif isinstance(act, Replace):
            paragraph = clean(Paragraph(act.key, base[act.key].role, act.runs))
            if paragraph is not None and act.key not in moves:
                out.append(Replace(act.key, paragraph.runs))
        elif not isinstance(act, Keep):
            out.append(act)
    return out


def sent_back(base: Document, proposed: Sequence[Change]) -> bytes:
    """The file in which each delegation has marked up what it proposes."""
    redline = compilation(base, list(proposed), str)
    signatures = {each.id: Signature(NAMES[str(each.author)], AT) for each in proposed}
    return redlined(redline, signatures, FRONT)


def capital(base: Document) -> bytes:
    return for_capital(base, FRONT, Origin("d", "r"))


def by_author(found: Sequence[Found]) -> Mapping[tuple[str, ...], tuple[Act, ...]]:
    """The acts of each author, or of each group of authors whose words are entangled."""
    acts: dict[tuple[str, ...], list[Act]] = {}
    for each in found:
        acts.setdefault(each.authors, []).extend(each.acts)
    return {authors: tuple(those) for authors, those in acts.items()}


def reads(text: Document) -> list[Runs]:
    """The words, paragraph by paragraph. Which of two that read the same is which, no file can tell."""
    return [joined(paragraph.runs) for paragraph in text]


def shown(base: Document, proposed: Sequence[Change], one: Change) -> Document:
    """The text with what shows of one among all: what several say alike shows under the first of them."""
    return accepted(only(compilation(base, list(proposed), str), [one.id]))


def made(base: Document, acts: Sequence[Act]) -> Document:
    return apply(base, tuple(acts))


def opened(data: bytes, base: Document):
    return returned(data, [Base("r", base)])
