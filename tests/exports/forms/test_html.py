from datetime import UTC, datetime
from html.parser import HTMLParser

from app.exports.forms.html import html
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import NOTE_ANCHOR, Mark, Run, runs_of
from app.word.front import Front

FRONT = Front("A <b> & c", "es", "Proceso", "S/1", "Rev.1", at=datetime(2017, 4, 6, tzinfo=UTC))


class Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.words = ""

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data) -> None:
        self.words += data


def test_the_page_is_in_its_language_with_every_word_and_nothing_from_elsewhere() -> None:
    text = Document(
        [
            Paragraph("t", Role.TITLE, (Run("Título"), Run(NOTE_ANCHOR, note="<nota>"))),
            Paragraph("a", Role.OPERATIVE, (Run("x < y & [z]", frozenset({Mark.BOLD})), *runs_of(" <script>"))),
        ]
    )
    page = Words()
    page.feed(html(text, {"a": "OP1"}, FRONT).decode())
    tags = [tag for tag, _ in page.tags]
    assert ("html", {"lang": "es"}) in page.tags
    assert "script" not in tags and tags.count("strong") == 1 and tags.count("h1") == 1
    for said in ("OP1", "x < y & [z] <script>", "<nota>", "A <b> & c"):
        assert said in page.words
    assert not [attributes for _, attributes in page.tags if "src" in attributes or "http" in attributes.get("href", "")]


def test_rows_are_a_table() -> None:
    text = Document(
        [
            Paragraph("h", Role.ROW, runs_of("Who | When"), 1),
            Paragraph("r", Role.ROW, runs_of("a < b | ")),
            Paragraph("p", Role.OPERATIVE, runs_of("After")),
        ]
    )
    page = html(text, {}, FRONT).decode()
    assert '<div class="wide" tabindex="0" role="region" aria-label="Who, When"><table>' in page
    assert '<thead><tr id="p-h"><th scope="col">Who</th><th scope="col">When</th></tr></thead>' in page
    assert '<tbody><tr id="p-r"><td>a &lt; b</td><td></td></tr></tbody></table></div>' in page


def test_a_row_not_yet_translated_says_of_each_cell_in_which_language_it_is() -> None:
    text = Document([Paragraph("r", Role.ROW, (Run("[sin traducir] "), *runs_of("Mexico | 24 April")))])
    page = html(text, {}, FRONT, {"r": "en"}).decode()
    assert '<td>[sin traducir] <span lang="en">Mexico</span></td><td><span lang="en">24 April</span></td>' in page
