"""A text as one HTML page that needs nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import count, groupby, takewhile
from types import MappingProxyType

from app.exports.forms.notes import notes_of
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.redline import Piece
from app.text.rows import cells, parted
from app.text.runs import Mark, Run, Runs, plain
from app.word.front import Front
from app.word.papers import Tongue

_TAGS = ((Mark.SUPERSCRIPT, "sup"), (Mark.UNDERLINE, "u"), (Mark.ITALIC, "em"), (Mark.BOLD, "strong"))
_STYLE = (
    "body{max-width:42rem;margin:3rem auto;padding:0 1rem;font:1.1rem/1.55 Georgia,serif;color:#111}"
    "header,footer{font-size:.85rem;color:#555;overflow-wrap:anywhere}h1{font-size:1.6rem;line-height:1.25;text-align:center}"
    ".n{display:inline-block;min-width:3.2rem;color:#555}.item{margin-left:3.2rem}.subitem{margin-left:6.4rem}"
    ".wide{overflow-x:auto;margin:1em 0}table{border-collapse:collapse;width:100%;font-size:.95em}th{background:#f2f2f2}"
    "th,td{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top;white-space:pre-line}"
    "p{white-space:pre-line}@media print{body{margin:0;max-width:none}}"
)


def html(
    document: Document,
    labels: Mapping[str, str],
    front: Front,
    foreign: Mapping[str, str] = MappingProxyType({}),
    more: str = "",
    tongues: Iterable[Tongue] = (),
) -> bytes:
    """`document` as a page in its language, its paragraphs under their keys. `labels` are the numbers by key.

    `foreign` says of paragraphs, by key, in which other language they are; their first run is not. `more` is what stands
    behind the text, in HTML; `tongues` are the footnotes in another language.
    """
    numbers = count(1)
    head = " · ".join(part for part in (front.process, front.symbol, front.stage) if part)
    body = [f"<header><p>{escape(head)}</p></header>", "<main>"] if head else ["<main>"]
    for is_table, group in groupby(document, lambda paragraph: paragraph.role is Role.ROW):
        if is_table:
            body.append(_table(list(group), numbers, foreign))
        else:
            body += [
                _paragraph(paragraph, labels.get(paragraph.key, ""), numbers, foreign.get(paragraph.key, ""))
                for paragraph in group
            ]
    body += [more, "</main>", notes_in_html(notes_of(document), tongues)]
    body += [f"<footer><p>{escape(front.foot)}</p></footer>"] if front.foot else []
    return page(front.language, front.title, _STYLE, body)


def page(language: str, title: str, style: str, body: Iterable[str], look: str = "") -> bytes:
    """A page of what stands in `body`, in HTML, that needs nothing else; `look` is its class, if it has one."""
    looks = f' class="{look}"' if look else ""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
        f"<style>{style}</style></head>\n<body{looks}>\n" + "\n".join(body) + "\n</body></html>\n"
    ).encode()


def _paragraph(paragraph: Paragraph, label: str, numbers: "count[int]", language: str) -> str:
    words = _worded(paragraph.runs, numbers, language, 1)
    number = f'<span class="n">{escape(label)}</span> ' if label else ""
    tag = "p"
    if paragraph.role is Role.TITLE:
        tag = "h1"
    elif paragraph.role is Role.HEADING:
        tag = f"h{min(1 + max(paragraph.level, 1), 6)}"
    key = escape(paragraph.key, quote=True)
    return f'<{tag} id="p-{key}" class="{paragraph.role.value}">{number}{words}</{tag}>'


def _table(rows: Sequence[Paragraph], numbers: "count[int]", foreign: Mapping[str, str]) -> str:
    """A table that scrolls by itself where it is wider than the page; it is called by the cells of its first row."""
    lines = [_row(paragraph, numbers, foreign.get(paragraph.key, "")) for paragraph in rows]
    heads = sum(1 for _ in takewhile(lambda paragraph: paragraph.level, rows))
    called = escape(", ".join(filter(None, map(plain, cells(rows[0].runs)))))
    head = f"<thead>{''.join(lines[:heads])}</thead>" if heads else ""
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{called}">'
        f"<table>{head}<tbody>{''.join(lines[heads:])}</tbody></table></div>"
    )


def _row(paragraph: Paragraph, numbers: "count[int]", language: str) -> str:
    tag, scope = ("th", ' scope="col"') if paragraph.level else ("td", "")
    parts = parted(Piece(run) for run in paragraph.runs)
    words = (
        _worded(tuple(piece.run for piece in cell), numbers, language, int(place == 0)) for place, cell in enumerate(parts)
    )
    return (
        f'<tr id="p-{escape(paragraph.key, quote=True)}">'
        + "".join(f"<{tag}{scope}>{each}</{tag}>" for each in words)
        + "</tr>"
    )


def _worded(runs: Runs, numbers: "count[int]", language: str, own: int) -> str:
    """Words in another language but for their first `own` runs; in that of the page when there is none."""
    if not language:
        return runs_in_html(runs, numbers)
    foreign = runs_in_html(runs[own:], numbers)
    return runs_in_html(runs[:own], numbers) + (f'<span lang="{escape(language)}">{foreign}</span>' if foreign else "")


def runs_in_html(runs: Runs, numbers: "count[int]") -> str:
    """Words with their marks; each footnote is called by the next of `numbers`."""
    return "".join(_run(run, numbers) for run in runs)


def notes_in_html(notes: Sequence[str], tongues: Iterable[Tongue] = ()) -> str:
    """The footnotes, each with the way back; "" when there are none. `tongues` are those in another language."""
    spoken = {tongue.note: tongue for tongue in tongues}
    items = (
        f'<li id="n{n}">{_noted(note, spoken.get(note))} <a href="#r{n}">↩</a></li>' for n, note in enumerate(notes, 1)
    )
    return f"<footer><ol>{''.join(items)}</ol></footer>" if notes else ""


def _noted(note: str, tongue: Tongue | None) -> str:
    if tongue is None:
        return escape(note)
    own, other = note[: tongue.start], note[tongue.start :]
    return f'{escape(own)}<span lang="{escape(tongue.language)}">{escape(other)}</span>'


def _run(run: Run, numbers: "count[int]") -> str:
    if run.note is not None:
        number = next(numbers)
        return f'<sup><a id="r{number}" href="#n{number}">{number}</a></sup>'
    words = escape(run.text, quote=False)
    for mark, tag in _TAGS:
        if mark in run.marks:
            words = f"<{tag}>{words}</{tag}>"
    return words
