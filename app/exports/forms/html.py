"""A text as one HTML page that needs nothing else."""

from collections.abc import Mapping
from html import escape
from itertools import count, groupby

from app.exports.forms.notes import notes_of
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.rows import cells
from app.text.runs import Mark, Run
from app.word.front import Front

_TAGS = ((Mark.SUPERSCRIPT, "sup"), (Mark.UNDERLINE, "u"), (Mark.ITALIC, "em"), (Mark.BOLD, "strong"))
_STYLE = (
    "body{max-width:42rem;margin:3rem auto;padding:0 1rem;font:1.1rem/1.55 Georgia,serif;color:#111}"
    "header,footer{font-size:.85rem;color:#555}h1{font-size:1.6rem;line-height:1.25;text-align:center}"
    ".n{display:inline-block;min-width:3.2rem;color:#555}.item{margin-left:3.2rem}.subitem{margin-left:6.4rem}"
    "table{border-collapse:collapse;width:100%;margin:1em 0;font-size:.95em}th,td{border:1px solid #999;padding:.3em .6em;"
    "text-align:left;vertical-align:top;white-space:pre-line}"
    "p{white-space:pre-line}@media print{body{margin:0;max-width:none}}"
)


def html(document: Document, labels: Mapping[str, str], front: Front) -> bytes:
    """`document` as a page in its language, its paragraphs under their keys. `labels` are the numbers by key."""
    numbers = count(1)
    head = " · ".join(part for part in (front.process, front.symbol, front.stage) if part)
    body = [f"<header><p>{escape(head)}</p></header>", "<main>"] if head else ["<main>"]
    for is_table, group in groupby(document, lambda paragraph: paragraph.role is Role.ROW):
        if is_table:
            body.append(f"<table>{''.join(_row(paragraph, numbers) for paragraph in group)}</table>")
        else:
            body += [_paragraph(paragraph, labels.get(paragraph.key, ""), numbers) for paragraph in group]
    body.append("</main>")
    notes = notes_of(document)
    if notes:
        items = (f'<li id="n{n}">{escape(note)} <a href="#r{n}">↩</a></li>' for n, note in enumerate(notes, 1))
        body.append(f"<footer><ol>{''.join(items)}</ol></footer>")
    title = escape(front.title)
    return (
        f'<!doctype html>\n<html lang="{escape(front.language)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{_STYLE}</style></head>\n<body>\n'
        + "\n".join(body)
        + "\n</body></html>\n"
    ).encode()


def _paragraph(paragraph: Paragraph, label: str, numbers: "count[int]") -> str:
    words = "".join(_run(run, numbers) for run in paragraph.runs)
    number = f'<span class="n">{escape(label)}</span> ' if label else ""
    tag = "p"
    if paragraph.role is Role.TITLE:
        tag = "h1"
    elif paragraph.role is Role.HEADING:
        tag = f"h{min(1 + max(paragraph.level, 1), 6)}"
    key = escape(paragraph.key, quote=True)
    return f'<{tag} id="p-{key}" class="{paragraph.role.value}">{number}{words}</{tag}>'


def _row(paragraph: Paragraph, numbers: "count[int]") -> str:
    tag = "th" if paragraph.level else "td"
    words = ("".join(_run(run, numbers) for run in cell) for cell in cells(paragraph.runs))
    return (
        f'<tr id="p-{escape(paragraph.key, quote=True)}">' + "".join(f"<{tag}>{each}</{tag}>" for each in words) + "</tr>"
    )


def _run(run: Run, numbers: "count[int]") -> str:
    if run.note is not None:
        number = next(numbers)
        return f'<sup><a id="r{number}" href="#n{number}">{number}</a></sup>'
    words = escape(run.text, quote=False)
    for mark, tag in _TAGS:
        if mark in run.marks:
            words = f"<{tag}>{words}</{tag}>"
    return words
