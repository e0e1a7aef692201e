"""A table in a text from the file that brings it to the agreed text, as those around the table meet it on the pages."""

import re
from itertools import count
from uuid import UUID

import pytest

from app.db import reading
from app.drafting import declarations, queries, revisions
from app.drafting.models import Declaration
from app.drafting.texts import draft_text
from app.store import Store
from app.text.change import Delete, Insert
from app.text.paragraph import Role
from app.text.runs import plain
from app.word.read import document_of, read
from tests.stories.tabled import WORDS, in_open_document, in_word
from tests.support.oracles import lint, resolved, schema_errors
from tests.web.drafting.negotiating import Form, Negotiation
from tests.word.making import unzipped
from tests.word.returned.by_hand import MAIN, edited, inserted, paragraph, tracked

NEW = "/processes/rcm/declarations/new"
FIELDS = {
    "title": "Regional declaration",
    "symbol": "",
    "language": "en",
    "character": "",
    "meeting_id": "",
    "source": "file",
}
LEFT_OUT = (
    "Tables taken over without their widths, lines and colours: 1.",
    "Merged cells that were parted, with their words in the first: 1.",
    "Tables within a table, taken over as lines of the cell around them: 1.",
)
WHO = 'w:id="951" w:author="Ana" w:date="2017-04-20T10:00:00Z"'
CELL = '<span class="cell"'
UNDER = 'data-column="By when"'
"""What stands at a cell below this one, for where there is no room for columns."""


@pytest.fixture
def empty(engine, tmp_path):
    """The pages of those around a table at which nothing lies yet."""
    table = Negotiation(engine)
    for kept in ("files", "exports"):
        setattr(table.site.app.state, kept, Store(tmp_path / kept))
    return table


def brought(table: Negotiation, name: str, content: bytes) -> str:
    """Opens a declaration with a file, as it was read; the page that showed it."""
    secretary = table.site.by("Sofía")
    shown = secretary.post(NEW, data=FIELDS, files={"file": (name, content)})
    assert shown.status_code == 200, shown.text
    answer = secretary.post(NEW, data=Form(shown.text, NEW).fields)
    assert answer.status_code == 303, answer.text
    table.room.declaration_id = UUID(answer.headers["location"].rpartition("/")[2])
    return shown.text


def written(table: Negotiation) -> list[tuple[str, str, int]]:
    """The draft as it is kept."""
    with reading(table.room.engine) as session:
        declaration = session.get_one(Declaration, table.room.declaration_id)
        return [(each.role.value, each.text, each.level) for each in draft_text(session, declaration.id)]


def issued(table: Negotiation) -> None:
    table.room.chair(revisions.issue_first)
    table.room.chair(declarations.open_window, deadline=None)


def key_of(table: Negotiation, words: str) -> str:
    return next(each.key for each in table.room.text() if each.text.startswith(words))


def rows(table: Negotiation) -> list[str]:
    return [each.text for each in table.room.text() if each.role.value == "row"]


def rows_of(data: bytes) -> list[str]:
    """The rows of a Word file."""
    fresh = count()
    return [each.text for each in document_of(read(data), lambda: f"new{next(fresh)}") if each.role is Role.ROW]


def tabled(table: Negotiation, act: str, words: str, by: str = "Hugo", **changed: str):
    """An amendment on the paragraph that begins with `words`, written in its form and tabled; its page."""
    client, key = table.site.by(by), key_of(table, words)
    to = f"{table.declaration}/amend"
    answer = table.send(client, f"{to}?paragraph={key}&act={act}", to, do="save", **changed)
    assert answer.status_code == 303, answer.text
    url = answer.headers["location"]
    assert table.send(client, f"{url}/table", f"{url}/table").status_code == 303
    return url


def document(table: Negotiation, by: str, **asked: object) -> bytes:
    """A document of the present text."""
    client = table.site.by(by)
    present = table.room.ask(queries.declaration, table.room.declaration_id).current.id
    answer = client.post(f"{table.declaration}/documents", data={"revision": present, **asked})
    assert answer.status_code == 303, answer.text
    got = client.get(answer.headers["location"])
    assert got.status_code == 200
    return got.content


@pytest.mark.parametrize(("name", "content"), [("a.docx", in_word()), ("a.odt", in_open_document())])
def test_either_file_brings_the_same_rows_and_says_what_it_could_not(empty, name, content):
    shown = brought(empty, name, content)
    assert "9 paragraphs" in shown and shown.count(CELL) == 15 and shown.count(UNDER) == 4
    for left_out in LEFT_OUT:
        assert left_out in shown
    assert [(role, words) for role, words, _ in written(empty)] == list(WORDS)
    assert [level for role, _, level in written(empty) if role == "row"] == [1, 0, 0, 0, 0]


def test_a_row_of_a_draft_is_edited_and_one_is_added_with_bars(empty):
    brought(empty, "a.docx", in_word())
    secretary = empty.site.by("Sofía")
    with reading(empty.room.engine) as session:
        keys = draft_text(session, empty.room.declaration_id).keys
    edit, add = f"{empty.declaration}/draft/{keys[4]}", f"{empty.declaration}/draft/add"
    form = secretary.get(edit).text
    assert "A bar (|) parts the cells of a row." in form and form.count(CELL) == 6, "its neighbours stand in cells"
    assert empty.send(secretary, edit, edit, text="Mexico | shares its paper | 11 April").status_code == 303
    assert empty.send(secretary, f"{add}?after={keys[4]}", add, text="Panama | reports").status_code == 303
    head = f"{empty.declaration}/draft/{keys[3]}"
    assert empty.send(secretary, head, head, text="Who | Does what | By when").status_code == 303
    assert written(empty)[3:6] == [
        ("row", "Who | Does what | By when", 1),
        ("row", "Mexico | shares its paper | 11 April", 0),
        ("row", "Panama | reports", 0),
    ]
    fields = Form(secretary.get(head).text, head).fields
    del fields["heads"]
    assert secretary.post(head, data=fields).status_code == 303
    assert empty.send(secretary, edit, edit, heads="1").status_code == 303
    assert [level for role, _, level in written(empty) if role == "row"][:3] == [0, 1, 0]


def test_a_table_from_the_file_to_the_agreed_text(empty, tmp_path):
    brought(empty, "a.docx", in_word())
    issued(empty)
    chair, desk = empty.site.by("Sofía"), f"{empty.declaration}/desk"
    changed = tabled(empty, "replace", "Mexico", words_1="Mexico | shares its paper | 24 April")
    cells = tabled(empty, "replace", "El Salvador", words_1="El Salvador | convenes | Tapachula | 30 April")
    added = tabled(empty, "after", "Guatemala", words_1="Panama | reports | 8 May")
    gone = tabled(empty, "delete", "Secretariat")
    for url in (changed, added, gone):
        shown = chair.get(url).text
        assert shown.count(CELL) == 3 and shown.count(UNDER) == 1, "its cells are shown with their changes"
    shown = chair.get(cells).text
    assert CELL not in shown and "<ins" in shown, "where cells come or go the bars are shown"
    assert chair.get(f"{desk}?only=amended").text.count(CELL) > 12
    zero = empty.room.ask(queries.declaration, empty.room.declaration_id).current.id
    for kind in ("clean", "compilation", "sheets", "table"):
        data = document(empty, "Sofía", kind=kind)
        assert lint(data) == [] and schema_errors(data, tmp_path) == [], kind

    for url in (changed, cells, added, gone):
        decide = f"{url}/decide"
        assert empty.send(chair, desk, decide, do="accept").status_code == 303
    issue = f"{desk}/issue"
    assert empty.send(chair, issue, issue).status_code == 303
    assert rows(empty) == [
        "Who | What | By when",
        "Mexico | shares its paper | 24 April",
        "Guatemala and Honduras |  | 24 April",
        "Panama | reports | 8 May",
        "El Salvador | convenes | Tapachula | 30 April",
    ]
    text = empty.room.text()
    delegate = empty.site.by("Hugo", "es")
    for page in ("", f"/paragraphs/{text.keys[4]}", f"/amend?paragraph={text.keys[4]}"):
        assert CELL in delegate.get(f"{empty.declaration}{page}").text, page

    for kind in ("redline", "history"):
        data = document(empty, "Sofía", kind=kind, against=zero)
        assert lint(data) == [] and schema_errors(data, tmp_path) == [], kind
        assert rows_of(resolved("accept", data)) == rows(empty), kind
        assert rows_of(resolved("reject", data)) == [words for role, words in WORDS if role == "row"], kind
    adopted = document(empty, "Sofía", kind="agreed")
    assert lint(adopted) == [] and schema_errors(adopted, tmp_path) == []
    assert document_of(read(adopted), iter("xyzuvw").__next__).paragraphs[: len(text)] == text.paragraphs


def test_a_cell_marked_up_in_the_capital_is_an_amendment_to_its_row(empty):
    brought(empty, "a.docx", in_word())
    issued(empty)
    content = tracked(document(empty, "Hugo", kind="capital"), "10 April", "24 April")
    client = empty.site.by("Hugo")
    answer = client.post(f"{empty.declaration}/returned", files={"file": ("marked.docx", content)})
    url = answer.headers["location"]
    shown = client.get(url).text
    assert "1 change, by Ana" in shown and shown.count(CELL) == 3
    assert empty.send(client, url, url, do="drafts").status_code == 303
    (view,) = empty.room.ask(queries.amendments_of, empty.room.declaration_id, by=empty.room.honduras)
    (act,) = view.draft.acts
    assert act.key == key_of(empty, "Mexico") and plain(act.runs).endswith("| 24 April")


def test_rows_put_in_and_taken_out_in_word_are_amendments(empty):
    brought(empty, "a.docx", in_word())
    issued(empty)
    cells = "".join(
        f"<w:tc>{paragraph(inserted(words, 'Ana'), mark=f'<w:ins {WHO}/>', style='Row')}</w:tc>"
        for words in ("Panama", "reports", "8 May")
    )
    row = f"<w:tr><w:trPr><w:ins {WHO}/></w:trPr>{cells}</w:tr></w:tbl>"
    data = without_row(edited(document(empty, "Hugo", kind="capital"), "</w:tbl>", row), "Guatemala")
    client = empty.site.by("Hugo")
    answer = client.post(f"{empty.declaration}/returned", files={"file": ("marked.docx", data)})
    url = answer.headers["location"]
    shown = client.get(url).text
    assert "2 changes, by Ana" in shown and "new row" in shown and "row deleted" in shown
    assert "widths, lines and colours" not in shown, "the table is our own"
    assert empty.send(client, url, url, do="drafts").status_code == 303
    views = empty.room.ask(queries.amendments_of, empty.room.declaration_id, by=empty.room.honduras)
    acts = [act for view in views for act in view.draft.acts]
    (new,) = (act for act in acts if isinstance(act, Insert))
    assert (new.paragraph.role, new.paragraph.text) == (Role.ROW, "Panama | reports | 8 May")
    assert new.after == key_of(empty, "Secretariat")
    assert Delete(key_of(empty, "Guatemala")) in acts


def without_row(data: bytes, words: str) -> bytes:
    """The file with the row in which `words` stand tracked as deleted."""
    body = unzipped(data)[MAIN].decode()
    (row,) = (each for each in re.findall(r"<w:tr>.*?</w:tr>", body, re.DOTALL) if words in each)
    gone = row.replace("<w:cantSplit/>", f"<w:cantSplit/><w:del {WHO}/>", 1)
    struck = rf"<w:del {WHO}><w:r><w:delText\1>\2</w:delText></w:r></w:del>"
    gone = re.sub(r"<w:r><w:t([^>]*)>([^<]*)</w:t></w:r>", struck, gone)
    return edited(data, row, gone)


def test_two_delegations_at_one_row_and_its_words_in_another_language(empty, tmp_path):
    brought(empty, "a.docx", in_word())
    issued(empty)
    tabled(empty, "replace", "Mexico", words_1="Mexico | shares its paper | 24 April")
    tabled(empty, "replace", "Mexico", "Gustavo", words_1="Mexico | shares its paper | 8 May")
    shown = empty.site.by("Sofía").get(f"{empty.declaration}/desk?only=contested").text
    assert shown.count(CELL) == 9 and "Clashes with" in shown
    both = document(empty, "Sofía", kind="compilation")
    assert lint(both) == [] and schema_errors(both, tmp_path) == []
