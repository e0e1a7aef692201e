"""The compilation: the base with every proposal shown under its name.

A change that clashes with none shows as what it is: words deleted and inserted, lines deleted, inserted and moved. Where
changes are rivals the words of the base stay as they are, and behind them each rival stands in brackets under its name,
as the passage would read under it: "to persons [Guatemala: to victims of crimes] [Honduras: delete]".
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.text.change import Change
from app.text.contest import Contest, Passage, Said
from app.text.diff import Splice, splice
from app.text.document import Document
from app.text.numbering import labels, quoted
from app.text.paragraph import Paragraph, Role
from app.text.reading import Gap, Reading
from app.text.redline import Line, Piece, Redline, tidy
from app.text.runs import Run, Runs, runs_of
from app.text.tokens import Token, untokenise


@dataclass(frozen=True, slots=True)
class Phrases:
    """What stands in brackets where a proposal is not words, in the language of the compilation.

    `{place}` is the number of the paragraph after which another is to stand ("OP5"), or its first words if it has none that
    is its own. `language` is the tag of the language in which numbers are quoted.
    """

    delete: str = "delete"
    keep: str = "no change"
    move_after: str = "move after {place}"
    move_first: str = "move to the beginning"
    language: str = "en"


PLAIN = Phrases()

_CLOSING = frozenset(".,;:!?…)]}»”’")


def compilation(
    base: Document,
    changes: Sequence[Change | Reading],
    name: Callable[[Hashable], str],
    phrases: Phrases = PLAIN,
) -> Redline:
    """`base` with all `changes` shown; `name` gives the name under which a change stands, from its id.

    Rejecting it all gives the base. If no two changes clash, accepting it all gives what merging them gives. What several
    changes say alike shows once, under the first; the others are among the remarks of the line, as is "no change" that
    nobody contests. A change without acts does not show. Raises NotOnBase.
    """
    return Redline(tuple(_Compiler(Contest(base, changes), name, phrases).lines()))


class _Compiler:
    def __init__(self, contest: Contest, name: Callable[[Hashable], str], phrases: Phrases) -> None:
        self.contest = contest
        self.name = name
        self.phrases = phrases
        self.keys = set(contest.base.keys)

    def lines(self) -> Iterator[Line]:
        yield from self.lines_at(None)
        for paragraph in self.contest.base:
            yield self.line(paragraph)
            yield from self.lines_at(paragraph.key)

    def line(self, paragraph: Paragraph) -> Line:
        """The paragraph where the base has it."""
        key = paragraph.key
        said = self.contest.said.get(key)
        if said is None:
            return Line(paragraph, tidy(map(Piece, paragraph.runs)))
        pieces = self.pieces(key, said)
        gone: Hashable = None
        if said.moving and not self.contest.move_contested(key):
            gone = self.mover(said)
            pieces = tidy(_where_it_stood(pieces, gone))
        elif said.deleting and not said.deletion_contested:
            gone = said.deleting[0].id
            pieces = tidy(replace(piece, deleted_by=gone) for piece in pieces)
        line = Line(paragraph, pieces, deleted_by=gone, moved=bool(said.moving and gone is not None))
        return replace(line, remarks=_unseen(line, said.speaking))

    def lines_at(self, gap: Gap) -> Iterator[Line]:
        """What is put into a gap."""
        contents = self.contest.put.get(gap, {})
        contested = bool(contents) and self.contest.gap_contested(gap)
        for makers in contents.values():
            first, *others = makers
            remarks = tuple(reading.id for reading in others)
            for entry in self.contest.placed(gap, makers):
                if isinstance(entry, Paragraph):
                    runs = self.bracketed(makers, entry.runs) if contested else entry.runs
                    pieces = tidy(Piece(run, inserted_by=first.id) for run in runs)
                    yield Line(self.under_own_key(entry), pieces, inserted_by=first.id, remarks=remarks)
                    remarks = ()
                elif not self.contest.move_contested(entry):
                    said = self.contest.said[entry]
                    mover = self.mover(said)
                    pieces = tidy(_where_it_goes(self.pieces(entry, said), mover))
                    yield Line(self.contest.base[entry], pieces, inserted_by=mover, moved=True)

    def under_own_key(self, paragraph: Paragraph) -> Paragraph:
        """The inserted paragraph, under another key if a rival has taken its own."""
        key, count = paragraph.key, 2
        while key in self.keys:
            key, count = f"{paragraph.key}~{count}", count + 1
        self.keys.add(key)
        return paragraph if key == paragraph.key else replace(paragraph, key=key)

    def mover(self, said: Said) -> Hashable:
        (makers,) = said.moving.values()
        return makers[0].id

    def pieces(self, key: str, said: Said) -> tuple[Piece, ...]:
        """The words of a paragraph with all edits, and behind them what else is contested about it."""
        tokens = self.contest.words[key]
        pieces: list[Piece] = []
        place = 0
        for passage in self.contest.passages(key):
            if said.words_contested or passage.contested:
                stop = _end_of_words(tokens, passage)
                pieces += _pieces(tokens[place:stop])
                pieces += self.rivals(tokens, passage, stop)
                place = stop
            else:
                pieces += _pieces(tokens[place : passage.start])
                place = passage.stop
                author = next(iter(passage.splices)).id
                pieces += _pieces(tokens[passage.start : passage.stop], deleted_by=author)
                pieces += _pieces(_reading(tokens, passage, next(iter(passage.splices))), inserted_by=author)
        pieces += _pieces(tokens[place:])
        return tidy((*pieces, *self.asides(key, said, blank=not tokens or tokens[-1].is_blank)))

    def rivals(self, tokens: tuple[Token, ...], passage: Passage, place: int) -> Iterator[Piece]:
        """Each way in which the contested passage would read, in brackets before the token at `place`."""
        ways: dict[Runs, list[Reading]] = {}
        for reading in passage.splices:
            ways.setdefault(untokenise(_trimmed(_reading(tokens, passage, reading))), []).append(reading)
        before = place == 0 or tokens[place - 1].is_blank
        after = place < len(tokens) and _keeps_apart(tokens[place])
        said = ((makers, runs or runs_of(self.phrases.delete)) for runs, makers in ways.items())
        return self.aside(said, blank_before=not before, blank_after=after)

    def asides(self, key: str, said: Said, blank: bool) -> Iterator[Piece]:
        """What is proposed for the paragraph as a whole and contested, in brackets."""
        whole: list[tuple[list[Reading], Runs]] = []
        if said.deletion_contested:
            whole.append((said.deleting, runs_of(self.phrases.delete)))
        if said.keeping_contested:
            whole.append((said.keeping, runs_of(self.phrases.keep)))
        if said.moving and self.contest.move_contested(key):
            whole += [(makers, runs_of(self.move_to(gap))) for gap, makers in said.moving.items()]
        return self.aside(whole, blank_before=not blank, blank_after=False)

    def aside(self, said: Iterable[tuple[list[Reading], Runs]], blank_before: bool, blank_after: bool) -> Iterator[Piece]:
        author: Hashable = None
        for makers, runs in said:
            if blank_before or author is not None:
                yield Piece(Run(" "), inserted_by=makers[0].id)
            author = makers[0].id
            for run in self.bracketed(makers, runs):
                yield Piece(run, inserted_by=author)
        if blank_after and author is not None:
            yield Piece(Run(" "), inserted_by=author)

    def bracketed(self, makers: Sequence[Reading], runs: Runs) -> Runs:
        names = dict.fromkeys(self.name(reading.id) for reading in makers)
        return (Run(f"[{', '.join(names)}: "), *runs, Run("]"))

    def move_to(self, gap: Gap) -> str:
        if gap is None:
            return self.phrases.move_first
        return self.phrases.move_after.format(place=self.place(self.contest.base[gap]))

    def place(self, paragraph: Paragraph) -> str:
        label = self.labels[paragraph.key]
        if paragraph.role in (Role.PREAMBULAR, Role.OPERATIVE) or label.isdigit():
            return quoted(label, paragraph.role, self.phrases.language)
        return _beginning(paragraph.text)

    @cached_property
    def labels(self) -> dict[str, str]:
        return labels(self.contest.base, language=self.phrases.language)


def _pieces(
    tokens: Iterable[Token], inserted_by: Hashable | None = None, deleted_by: Hashable | None = None
) -> Iterator[Piece]:
    return (Piece(run, inserted_by, deleted_by) for run in untokenise(tokens))


def _reading(tokens: tuple[Token, ...], passage: Passage, reading: Reading) -> tuple[Token, ...]:
    """The passage as it reads under one change."""
    first = passage.start
    splices = [Splice(start - first, stop - first, new) for start, stop, new in passage.splices[reading]]
    return splice(tokens[first : passage.stop], splices)


def _end_of_words(tokens: tuple[Token, ...], passage: Passage) -> int:
    """Where the words of a passage end: before its last blanks, unless it is all blank."""
    stop = passage.stop
    while stop > passage.start and tokens[stop - 1].is_blank:
        stop -= 1
    return stop if stop > passage.start else passage.stop


def _keeps_apart(token: Token) -> bool:
    """Whether a blank is due between a closing bracket and the token."""
    return not token.is_blank and token.text not in _CLOSING


def _trimmed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    start, stop = 0, len(tokens)
    while start < stop and tokens[start].is_blank:
        start += 1
    while start < stop and tokens[stop - 1].is_blank:
        stop -= 1
    return tokens[start:stop]


def _where_it_stood(pieces: Iterable[Piece], mover: Hashable) -> Iterator[Piece]:
    """A moved paragraph where it stood: without the mover's new words, all deleted, by the mover if by no other."""
    for piece in pieces:
        if piece.inserted_by != mover:
            yield piece if piece.deleted_by is not None else replace(piece, deleted_by=mover)


def _where_it_goes(pieces: Iterable[Piece], mover: Hashable) -> Iterator[Piece]:
    """The words of a moved paragraph where it goes: without those the mover deletes; each inserted, by one or the other."""
    for piece in pieces:
        if piece.deleted_by != mover:
            yield piece if piece.inserted_by is not None else replace(piece, inserted_by=mover)


def _unseen(line: Line, speaking: Iterable[Reading]) -> tuple[Hashable, ...]:
    """Those who speak of the paragraph and mark no word in it."""
    seen = {line.deleted_by, *(piece.inserted_by for piece in line.pieces), *(piece.deleted_by for piece in line.pieces)}
    return tuple(reading.id for reading in speaking if reading.id not in seen)


def _beginning(text: str, words: int = 4) -> str:
    """The first words of a paragraph, to tell it from others."""
    found = text.split()
    return f"“{' '.join(found[:words])}{' …' if len(found) > words else ''}”"
