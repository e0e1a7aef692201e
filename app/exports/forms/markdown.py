"""A text in Markdown: headings, paragraphs behind their numbers, footnotes at the end."""

import re
from collections.abc import Mapping, Sequence
from itertools import count, groupby

from app.exports.forms.notes import notes_of
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.rows import cells
from app.text.runs import Mark, Run, Runs

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
_AT_THE_START = re.compile(r"^(\s*\d*)([#>+\-.)])")
# Signs stand against the words, and tags around the signs: within a word no reader would take them for signs otherwise.
_MARKS = (
    (Mark.ITALIC, "*", "*"),
    (Mark.BOLD, "**", "**"),
    (Mark.SUPERSCRIPT, "<sup>", "</sup>"),
    (Mark.UNDERLINE, "<u>", "</u>"),
)


def markdown(document: Document, labels: Mapping[str, str], more: Sequence[str] = (), foot: str = "") -> bytes:
    """`document` in CommonMark with footnotes. `labels` are the numbers by key; `more` is what stands behind the text, in
    Markdown, and `foot` the words at the foot of its pages."""
    numbers = count(1)
    parts: list[str] = []
    for is_table, group in groupby(document, lambda paragraph: paragraph.role is Role.ROW):
        if is_table:
            parts.append(_table(list(group), numbers))
        else:
            parts += [_paragraph(paragraph, labels.get(paragraph.key, ""), numbers) for paragraph in group]
    parts += [*more, *([at_the_start(escaped(foot))] if foot else [])]
    parts += [f"[^{place}]: {escaped(note)}" for place, note in enumerate(notes_of(document), 1)]
    return ("\n\n".join(parts) + "\n").encode()


def _paragraph(paragraph: Paragraph, label: str, numbers: "count[int]") -> str:
    words = "".join(run_in_markdown(run, numbers) for run in paragraph.runs)
    if paragraph.role is Role.TITLE:
        return f"# {words}"
    if paragraph.role is Role.HEADING:
        return f"{'#' * min(1 + max(paragraph.level, 1), 6)} {words}"
    return at_the_start(f"{escaped(label)} {words}" if label else words)


def _table(rows: list[Paragraph], numbers: "count[int]") -> str:
    """A table as GitHub and others read it: it has to have a head, which is empty where no row heads the table."""
    lines = [[_cell(cell, numbers) for cell in cells(row.runs)] for row in rows]
    head = lines.pop(0) if rows[0].level else [""] * max(map(len, lines))
    return piped([head, *lines])


def piped(lines: Sequence[Sequence[str]]) -> str:
    """A table of these lines, the first of which is its head."""
    width = max(map(len, lines))
    rows = (lines[0], ["---"] * width, *lines[1:])
    return "\n".join(f"| {' | '.join((*row, *[''] * (width - len(row))))} |" for row in rows)


def _cell(runs: Runs, numbers: "count[int]") -> str:
    return "".join(run_in_markdown(run, numbers) for run in runs).replace("  \n", "<br>")


def run_in_markdown(run: Run, numbers: "count[int]", *, struck: bool = False) -> str:
    """Words with their marks; a footnote is called by the next of `numbers`."""
    if run.note is not None:
        return f"[^{next(numbers)}]"
    # Marks must not touch a blank on their inner side, or they are read as signs.
    words = run.text.strip()
    if not words:
        return run.text
    lead, _, tail = run.text.partition(words)
    words = escaped(words)
    for mark, before, after in _MARKS:
        if mark in run.marks:
            words = f"{before}{words}{after}"
    return f"{lead}~~{words}~~{tail}" if struck else f"{lead}{words}{tail}"


def at_the_start(words: str) -> str:
    """Words that begin a paragraph, which no sign there makes a heading or a list."""
    return _AT_THE_START.sub(r"\1\\\2", words)


def escaped(text: str) -> str:
    """Words in which no character is taken for a sign."""
    return _SPECIAL.sub(r"\\\1", text).replace("\n", "  \n")
