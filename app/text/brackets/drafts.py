"""A document as a text under negotiation: brackets may open in one paragraph and close in a later one."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from app.text.brackets.census import Census, census
from app.text.brackets.choices import Choice, choices, picks_everywhere, remaining
from app.text.brackets.grammar import parse
from app.text.brackets.parts import Parts
from app.text.brackets.trimming import Cut
from app.text.document import Document
from app.text.paragraph import Role
from app.text.runs import Run, Runs, joined


@dataclass(frozen=True)
class Draft:
    """A document read for what is not settled in it.

    Its characters are those of the paragraphs, one for the call of a footnote, with a line end between two paragraphs.
    Footnotes have brackets of their own, which are not read.
    """

    document: Document

    @cached_property
    def text(self) -> str:
        return "\n".join(_characters(paragraph.runs) for paragraph in self.document)

    @cached_property
    def parts(self) -> Parts:
        headings = (Role.HEADING, Role.TITLE)
        pairs = zip(self._starts, self.document, strict=True)
        return parse(self.text, {start for start, paragraph in pairs if paragraph.role in headings})

    @cached_property
    def census(self) -> Census:
        return census(self.parts)

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        return choices(self.parts)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each paragraph begins."""
        lengths = [len(_characters(paragraph.runs)) + 1 for paragraph in self.document]
        return [*accumulate(lengths, initial=0)][: len(lengths)]

    def place(self, character: int) -> tuple[str, int]:
        """The key of the paragraph in which a character stands, and its place there. Raises IndexError beyond the text."""
        if not 0 <= character < max(len(self.text), 1) or not self._starts:
            raise IndexError("beyond the text")
        place = bisect_right(self._starts, character) - 1
        return self.document.paragraphs[place].key, character - self._starts[place]

    def chosen(self, picks: Mapping[int, int]) -> Document:
        """The document when some choices, by number, are settled for one of their alternatives, from 0.

        Marks and footnotes stay on what is left; a paragraph of which nothing is left goes. Raises IndexError when there is
        no such choice or alternative.
        """
        left = remaining(self.parts, picks)
        out = []
        step = 0
        for start, paragraph in zip(self._starts, self.document, strict=True):
            stop = start + len(_characters(paragraph.runs))
            while step < len(left) and left[step][1] <= start:
                step += 1
            kept: list[Cut] = []
            index = step
            while index < len(left) and left[index][0] < stop:
                kept.append((max(left[index][0], start) - start, min(left[index][1], stop) - start))
                index += 1
            if kept == [(0, stop - start)] or (start == stop and self._stays(left, step, start)):
                out.append(paragraph)
            elif kept:
                out.append(replace(paragraph, runs=_stretches(paragraph.runs, kept)))
        return Document(out)

    def _stays(self, left: list[Cut], step: int, start: int) -> bool:
        """Whether a paragraph without words, at `start`, is left: the line end behind it is, or there is none."""
        return start == len(self.text) or (step < len(left) and left[step][0] <= start)

    def chosen_everywhere(self, alternative: int) -> Document:
        """The document when every choice that has such an alternative, from 0, is settled for it; the others stay open."""
        return self.chosen(picks_everywhere(self.parts, alternative))


def _characters(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _stretches(runs: Runs, kept: list[Cut]) -> Runs:
    """The runs of the characters in `kept`, which are in order."""
    out: list[Run] = []
    place = index = 0
    for run in runs:
        end = place + len(run.text)
        while index < len(kept) and kept[index][1] <= place:
            index += 1
        step = index
        while step < len(kept) and kept[step][0] < end:
            low, high = max(kept[step][0], place), min(kept[step][1], end)
            out.append(replace(run, text=run.text[low - place : high - place]))
            step += 1
        place = end
    return joined(out)
