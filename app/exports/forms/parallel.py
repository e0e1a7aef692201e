"""Two languages side by side as one HTML page that needs nothing else."""

from dataclasses import dataclass
from html import escape
from itertools import count

from app.exports.forms.html import notes_in_html, runs_in_html
from app.text.paragraph import Role
from app.text.runs import Runs

_STYLE = (
    "body{max-width:76rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.5 Georgia,serif;color:#111}"
    "h1{font-size:1.5rem;line-height:1.25}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #999;padding:.4em .7em;text-align:left;vertical-align:top;white-space:pre-line;width:47%}"
    "th:first-child,td:first-child{width:6%;white-space:nowrap}th{background:#f2f2f2;position:sticky;top:0}"
    ".title td,.heading td{font-weight:bold}footer{font-size:.9rem;color:#555}"
    "@media(max-width:40rem){thead{display:none}table,tbody,tr,td,td:first-child{display:block;width:auto;border:0}"
    "tr{border-top:1px solid #999;padding:.6em 0}td{padding:.2em 0}td+td+td{border-left:3px solid #999;padding-left:.7em}}"
    "@media print{body{margin:0;max-width:none}thead{display:table-header-group}tr{break-inside:avoid}}"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph in both languages. `mark` stands before its translation, or where there is none, in its language."""

    label: str
    role: Role
    source: Runs
    mark: str
    other: Runs


@dataclass(frozen=True, slots=True)
class Parallel:
    """A revision in `language` and in the `other`. `head` names the columns, `notes` stand below."""

    title: str
    stage: str
    language: str
    other: str
    head: tuple[str, str, str]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def parallel_html(told: Parallel) -> bytes:
    """`told` as a page; each column is in its language."""
    numbers = count(1)
    languages = ("", f' lang="{escape(told.language)}"', f' lang="{escape(told.other)}"')
    head = "".join(f"<th{lang}>{escape(words)}</th>" for words, lang in zip(told.head, languages, strict=True))
    rows = [_row(row, languages, numbers) for row in told.rows]
    notes = [run.note for row in told.rows for runs in (row.source, row.other) for run in runs if run.note is not None]
    said = "".join(f"<p>{escape(note)}</p>" for note in told.notes)
    title = escape(told.title)
    return (
        f'<!doctype html>\n<html lang="{escape(told.language)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{_STYLE}</style></head>\n<body>\n'
        f"<main><h1>{title}</h1><p>{escape(told.stage)}</p>\n<table><thead><tr>{head}</tr></thead>\n<tbody>\n"
        + "\n".join(rows)
        + f"\n</tbody></table>\n{said}</main>\n{notes_in_html(notes)}\n</body></html>\n"
    ).encode()


def _row(row: Row, languages: tuple[str, str, str], numbers: "count[int]") -> str:
    none, source, other = languages
    mark = f"<em>{escape(row.mark)}</em> " if row.mark else ""
    words = runs_in_html(row.source, numbers)
    return (
        f'<tr class="{row.role.value}"><td{none}>{escape(row.label)}</td><td{source}>{words}</td>'
        f"<td{other}>{mark}{runs_in_html(row.other, numbers)}</td></tr>"
    )
