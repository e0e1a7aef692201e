"""The grammar of a text under negotiation, as it is really written.

    text       words, passages, rivals, placeholders and option blocks, in any order
    passage    [ text ]                     nested as deep as anybody likes, also over several paragraphs
    slashed    [ text / text / … ]          a passage of alternatives; blanks on both sides of the slash, all on one line
    rivals     passage passage …            on one line, with nothing but blanks or a slash between them; or one a line,
                                            each with the label of an option in it: "[Option 1: …]" "[Option 2: …]"
    note       { text }                     on one line
    options    label text label text …      labels of one series, their numbers rising; one within another is sub-options

Option blocks have no closing sign. One ends at a note that says so ("{End of options}"), at a heading, at a note alone on
its line after which its series does not go on, where its series begins anew, or with the bracket that holds it.

A bracket without a partner is `Lone`, at its place; so is one that opens in an option and does not close in it. Nothing is
mended and nothing refused: every text has a reading, and the reading has every character of it.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from app.text.brackets.labels import Label, Order, Series
from app.text.brackets.parts import Lone, Option, Options, Part, Parts, Passage, Placeholder, Rivals, Slash, Words
from app.text.brackets.signs import Sign, SignKind, signs

_BETWEEN = re.compile(r"[^\S\n]*/?[^\S\n]*")


def parse(text: str, headings: Collection[int] | None = None) -> Parts:
    """The parts of `text`: `text_of(parse(text)) == text`. Never fails.

    `headings` are the places where headings begin; None: lines that look like headings are.
    """
    reader = _Reader(text)
    place = 0
    for sign in signs(text, headings):
        reader.add(text[place : sign.start])
        reader.read(sign)
        place = sign.stop
    reader.add(text[place:])
    return reader.finish()


class _Frame:
    """What has been opened and not yet closed, with what has been read in it."""

    def __init__(self) -> None:
        self.parts: list[Part] = []


class _Bracket(_Frame):
    def __init__(self, start: int) -> None:
        super().__init__()
        self.start = start


class _Note(_Frame):
    def __init__(self, *, ends: bool) -> None:
        super().__init__()
        self.ends = ends


@dataclass(slots=True)
class _Current:
    head: str
    name: str
    order: Order


class _Block(_Frame):
    def __init__(self, series: Series, current: _Current) -> None:
        super().__init__()
        self.series = series
        self.current = current
        self.options: list[Option] = []

    def close_option(self) -> None:
        self.options.append(Option(self.current.head, self.current.name, _grouped(self.parts)))
        self.parts = []


class _Reader:
    """`places` are where blocks stand among the frames."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.frames: list[_Frame] = [_Frame()]
        self.places: list[int] = []

    def add(self, text: str) -> None:
        if text:
            self.frames[-1].parts.append(Words(text))

    def read(self, sign: Sign) -> None:
        text = self.text[sign.start : sign.stop]
        match sign.kind:
            case SignKind.OPEN:
                self.frames.append(_Bracket(sign.start))
            case SignKind.CLOSE:
                self.close(sign.stop)
            case SignKind.OPEN_NOTE:
                self.open_note(sign)
            case SignKind.CLOSE_NOTE:
                self.close_note()
            case SignKind.LONE:
                self.frames[-1].parts.append(Lone(text))
            case SignKind.SLASH:
                self.frames[-1].parts.append(Slash(text) if isinstance(self.frames[-1], _Bracket) else Words(text))
            case SignKind.HEADING:
                self.close_blocks()
            case SignKind.LABEL if sign.label is not None:
                self.label(sign.label, text)

    def finish(self) -> Parts:
        self.unwind(0)
        return _grouped(self.frames[0].parts)

    def close(self, stop: int) -> None:
        """A closing bracket: the block that stands in its passage ends with it."""
        place = len(self.frames) - 1
        while isinstance(self.frames[place], _Block):
            place -= 1
        frame = self.frames[place]
        if not isinstance(frame, _Bracket):
            self.frames[-1].parts.append(Lone("]"))
            return
        self.unwind(place)
        self.frames.pop()
        parts = _grouped(frame.parts)
        if any(isinstance(part, Slash) for part in parts) and "\n" in self.text[frame.start : stop]:
            parts = _plain(parts)
        self.frames[-1].parts.append(Passage(parts))

    def open_note(self, sign: Sign) -> None:
        ends = False
        if sign.ends is not None:
            place = self.ended(sign.ends)
            if place is not None:
                self.unwind(place)
                ends = True
        elif sign.alone:
            place = next((place for place, block in self.blocks() if not _goes_on(block, sign.coming)), None)
            if place is not None:
                self.unwind(place - 1)
        self.frames.append(_Note(ends=ends))

    def close_note(self) -> None:
        place = next(place for place in range(len(self.frames) - 1, -1, -1) if isinstance(self.frames[place], _Note))
        self.unwind(place)
        note = self.frames.pop()
        placeholder = Placeholder(_grouped(note.parts))
        block = self.frames[-1]
        if isinstance(note, _Note) and note.ends and isinstance(block, _Block):
            self.close_block(block, placeholder)
        else:
            block.parts.append(placeholder)

    def close_blocks(self) -> None:
        if self.places:
            self.unwind(self.places[0] - 1)

    def label(self, label: Label, head: str) -> None:
        readings = dict(label.readings)
        if not (label.opens and isinstance(self.frames[-1], _Bracket)):
            blocks = self.blocks()[::-1]
            for place, block in blocks:
                order = readings.get(block.series)
                if order is not None and order > block.current.order:
                    self.unwind(place)
                    block.close_option()
                    block.current = _Current(head, label.name, order)
                    return
            for above, (place, block) in enumerate(blocks, 1):
                if block.series in readings and len(self.frames) - place == above:
                    self.unwind(place - 1)
                    break
        series, order = label.readings[0]
        self.places.append(len(self.frames))
        self.frames.append(_Block(series, _Current(head, label.name, order)))

    def blocks(self) -> list[tuple[int, _Block]]:
        """The open blocks, outermost first, and where they stand among the frames."""
        return [(place, frame) for place in self.places if isinstance(frame := self.frames[place], _Block)]

    def ended(self, name: str) -> int | None:
        """The place of the block that a note ends: that of the option of that name, or else the innermost."""
        blocks = self.blocks()[::-1]
        named = [place for place, block in blocks if block.current.name == name]
        return next(iter([*named, *(place for place, _ in blocks)]), None)

    def unwind(self, place: int) -> None:
        """Close all frames above `place`: what is a block is whole, what is a bracket has no partner."""
        while len(self.frames) - 1 > place:
            start = len(self.frames)
            while isinstance(self.frames[start - 1], _Bracket):
                start -= 1
            below = self.frames[start - 1].parts
            for frame in self.frames[start:]:
                below.append(Lone("["))
                below += _plain(frame.parts)
            del self.frames[start:]
            block = self.frames[-1]
            if len(self.frames) - 1 > place and isinstance(block, _Block):
                self.close_block(block, None)

    def close_block(self, block: _Block, end: Placeholder | None) -> None:
        self.frames.pop()
        self.places.pop()
        block.close_option()
        self.frames[-1].parts.append(Options(tuple(block.options), end))


def _goes_on(block: _Block, coming: dict[Series, Order]) -> bool:
    return block.series in coming and coming[block.series] > block.current.order


def _plain(parts: Iterable[Part]) -> Parts:
    """The parts with slashes that part nothing as words."""
    return tuple(Words(part.text) if isinstance(part, Slash) else part for part in parts)


def _grouped(parts: Iterable[Part]) -> Parts:
    """The parts in the fewest, with passages that stand side by side as rivals."""
    out: list[Part] = []
    row: list[Part] = []
    after: Words | None = None

    def close() -> None:
        out.extend([Rivals(tuple(row))] if len(row) > 1 else row)
        out.extend([after] if after else [])
        row.clear()

    for part in _joined(parts):
        if isinstance(part, Words) and row and after is None:
            after = part
            continue
        last = row[-1] if row else None
        if isinstance(part, Passage) and isinstance(last, Passage) and _are_rivals(last, after, part):
            row += [after, part] if after else [part]
        else:
            close()
            (row if isinstance(part, Passage) else out).append(part)
        after = None
    close()
    return tuple(out)


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    texts: list[str] = []
    for part in parts:
        if isinstance(part, Words):
            texts.append(part.text)
            continue
        if texts:
            yield Words("".join(texts))
            texts.clear()
        yield part
    if texts:
        yield Words("".join(texts))


def _are_rivals(last: Passage, between: Words | None, passage: Passage) -> bool:
    if between is None or _BETWEEN.fullmatch(between.text):
        return True
    names = _name(last), _name(passage)
    return None not in names and names[0] != names[1] and not between.text.strip()


def _name(passage: Passage) -> str | None:
    """The name of the option that is all of the passage."""
    part = next((part for part in passage.parts if not (isinstance(part, Words) and part.text.isspace())), None)
    return part.options[0].name if isinstance(part, Options) and len(part.options) == 1 else None
