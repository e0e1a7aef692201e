"""A document about a text, or about a meeting, as one HTML page that needs nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import count

from app.exports.forms.html import notes_in_html, page, runs_in_html
from app.exports.forms.notes import notes_in_papers
from app.word.layout import Block, Cell, Look, Span, Table, Text
from app.word.papers import Paper
from app.word.writing.language import spelled

_TAGS = {Look.TITLE: "h1", Look.HEADING: "h2", Look.SUBHEADING: "h3"}
_STYLE = (
    "body{margin:2.5rem auto;padding:0 1rem;font:1.05rem/1.5 Georgia,serif;color:#111}"
    ".upright{max-width:46rem}.lying{max-width:80rem}"
    "header,footer,.note{font-size:.88rem;color:#555}h1{font-size:1.55rem;line-height:1.25}"
    "h2{font-size:1.25rem;margin:1.8em 0 .4em}h3{font-size:1.08rem;margin:1.4em 0 .3em}"
    "p{white-space:pre-line;margin:.5em 0}.scroll{overflow-x:auto;margin:1em 0}"
    "table{border-collapse:collapse;width:100%;font-size:.95em;overflow-wrap:break-word}"
    "th,td{padding:.35em .6em;text-align:left;vertical-align:top;font-weight:normal}"
    ".ruled th,.ruled td{border:1px solid #999}td p,th p{margin:.15em 0}thead th,.across th{background:#f2f2f2}"
    "thead th,.label{font-weight:bold}"
    "@media(max-width:40rem){.long thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden}"
    ".long table,.long tbody,.long tr,.long th,.long td{display:block;width:auto!important;border:0}"
    ".long tr{border-top:1px solid #999;padding:.6em 0}.long th,.long td{padding:.2em 0}.long td:empty{display:none}"
    ".long td[data-head]::before{content:attr(data-head);display:block;color:#555;font-size:.85em}}"
    "@media print{body{margin:0;max-width:none}thead{display:table-header-group}.kept tr{break-inside:avoid}}"
)


def paper_in_html(paper: Paper) -> bytes:
    """`paper` as a page in its language; columns in another language are marked as such."""
    front, writing = paper.front, _Writing(paper.front.language)
    day = spelled(front.date, front.language) if front.date else ""
    head = " · ".join(part for part in (front.process, front.symbol, front.stage, day) if part)
    body = [f"<header><p>{escape(head)}</p></header>", "<main>"]
    body += [writing.block(block) for block in paper.blocks]
    body += ["</main>", notes_in_html(notes_in_papers(paper.blocks))]
    title = ", ".join(filter(None, (front.title, front.stage)))
    return page(front.language, title, _STYLE, body, "lying" if front.landscape else "upright")


def blocks_in_html(blocks: Sequence[Block], language: str) -> str:
    """What stands behind a text, without footnotes of its own, on a page in `language`."""
    return "\n".join(_Writing(language).block(block) for block in blocks)


@dataclass(frozen=True, slots=True)
class _Writing:
    """Blocks in HTML on a page in `language`; footnotes are numbered through."""

    language: str
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def block(self, block: Block) -> str:
        return self.table(block) if isinstance(block, Table) else self.text(block)

    def text(self, text: Text, tag: str = "p") -> str:
        tag = _TAGS.get(text.look, tag)
        called = text.look.value if tag == "p" and text.look is not Look.PLAIN else ""
        look = f' class="{called}"' if called else ""
        return f"<{tag}{look}{self._in(text.language)}>{self._words(text.spans)}</{tag}>"

    def table(self, table: Table) -> str:
        languages = table.languages or ("",) * len(table.widths)
        looks = [name for name, wanted in (("long", table.is_long and not table.heads), ("kept", table.kept)) if wanted]
        heads = [self._header(table, languages)] if table.header else []
        heads += [self._row(row, table, languages, head=True) for row in table.rows[: table.heads]]
        body = [self._row(row, table, languages) for row in table.rows[table.heads :]]
        name = f'aria-label="{escape(table.name)}"'
        return "\n".join(
            (
                f'<div class="{" ".join(["scroll", *looks])}" tabindex="0" role="region" {name}>',
                f'<table {name} class="{"ruled" if table.ruled else "open"}">',
                f"<colgroup>{''.join(_columns(table.widths))}</colgroup>",
                *([f"<thead>{''.join(heads)}</thead>"] if heads else []),
                *("<tbody>", *body, "</tbody></table></div>"),
            )
        )

    def _header(self, table: Table, languages: Sequence[str]) -> str:
        over = f' colspan="{table.across}"' if table.across > 1 else ""
        scope = "colgroup" if table.across > 1 else "col"
        spoken = languages[:: table.across]
        cells = (
            f'<th scope="{scope}"{over}{self._in(language)}>{escape(words)}</th>'
            for words, language in zip(table.header, spoken, strict=True)
        )
        return f"<tr>{''.join(cells)}</tr>"

    def _row(self, row: Sequence[Cell], table: Table, languages: Sequence[str], *, head: bool = False) -> str:
        if len(row) == 1 and len(table.widths) > 1:
            return f'<tr class="across"><th colspan="{len(table.widths)}" scope="colgroup">{self._cell(row[0])}</th></tr>'
        cells = []
        for place, (cell, language) in enumerate(zip(row, languages, strict=True)):
            names = place == 0 and not head and any(text.look is Look.LABEL for text in cell) and not table.header
            tag, scope = ("th", ' scope="col"' if head else ' scope="row"') if head or names else ("td", "")
            called = f' data-head="{escape(table.header[place])}"' if cell and len(table.header) == len(row) else ""
            cells.append(f"<{tag}{scope}{called}{self._in(language)}>{self._cell(cell)}</{tag}>")
        return f"<tr>{''.join(cells)}</tr>"

    def _cell(self, cell: Cell) -> str:
        if len(cell) == 1 and cell[0].look is Look.PLAIN:
            return self._words(cell[0].spans)
        return "".join(self.text(text) for text in cell)

    def _words(self, spans: Sequence[Span]) -> str:
        return "".join(map(self._span, spans))

    def _span(self, span: Span) -> str:
        words = runs_in_html((span.run,), self.numbers)
        return f"<del>{words}</del>" if span.struck else words

    def _in(self, language: str) -> str:
        return f' lang="{escape(language)}"' if language and language != self.language else ""


def _columns(widths: Sequence[int]) -> Iterator[str]:
    for width in widths:
        yield f'<col style="width:{100 * width / sum(widths):.1f}%">'
