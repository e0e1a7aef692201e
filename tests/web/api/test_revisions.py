import pytest

from tests.web.api.drafting import Programs


@pytest.fixture
def programs(embedded_engine):
    programs = Programs(embedded_engine)
    room = programs.room
    room.issue()
    room.accept(room.table(room.replacing("p2", "offences", "crimes"), by=room.guatemala_head, reason="As we say it."))
    room.next()
    return programs


def test_revisions_are_read_and_compared(programs):
    delegate = programs.of("Hugo")
    zero, first = delegate.get(f"{programs.path}/revisions").json()
    assert (zero["name"], first["name"]) == ("Zero draft", "Rev.1")
    whole = delegate.get(f"/api/v1/revisions/{first['id']}").json()
    assert whole["is_current"] is True
    assert [each["label"] for each in whole["paragraphs"]] == ["PP1", "OP1", "OP2", "OP3", "OP4"]
    compared = delegate.get(f"{programs.path}/compare", params={"old": zero["id"], "new": first["id"]}).json()
    line = next(each for each in compared["lines"] if each["label"] == "OP1")
    assert [each["run"]["text"] for each in line["pieces"] if each["deleted_by"]] == ["offences"]
    assert [each["run"]["text"] for each in line["pieces"] if each["inserted_by"] == first["id"]] == ["crimes"]


def test_where_a_paragraph_was_split_only_its_end_comes(programs):
    room, delegate = programs.room, programs.of("Hugo")
    first = room.replacing("p3", " and more efficient border management", "")
    second = room.adding("More efficient border management.", "p3")
    room.accept(room.table(first, second, by=room.guatemala_head))
    room.next()
    _, old, new = delegate.get(f"{programs.path}/revisions").json()
    lines = delegate.get(f"{programs.path}/compare", params={"old": old["id"], "new": new["id"]}).json()["lines"]
    place = next(place for place, line in enumerate(lines) if line["key"] == room.key("p3"))
    assert lines[place]["seam"] == {"key": room.key("p3"), "inserted_by": new["id"], "deleted_by": None}
    assert (lines[place + 1]["inserted_by"], lines[place + 1]["label"], lines[place + 1]["seam"]) == (None, "OP2 bis", None)
    back = delegate.get(f"{programs.path}/compare", params={"old": new["id"], "new": old["id"]}).json()["lines"]
    assert back[place]["seam"] == {"key": room.key("p3"), "inserted_by": None, "deleted_by": old["id"]}


def test_the_history_of_a_paragraph(programs):
    history = programs.of("Olga").get(f"{programs.path}/paragraphs/{programs.room.key('p2')}/history").json()
    assert [(each["kind"], each["amendment"]) for each in history] == [
        ("issued", ""),
        ("tabled", "AM.1"),
        ("accepted", "AM.1"),
        ("issued", ""),
        ("incorporated", "AM.1"),
    ]
    tabled = history[1]
    assert (tabled["sponsors"], tabled["text"]) == (["Guatemala"], "As we say it.")
    assert {each["inserted_by"] for each in tabled["lines"][0]["pieces"]} == {None, tabled["amendment_id"]}


def test_what_is_not_there_is_not_found(programs):
    delegate, nobody = programs.of("Hugo"), "00000000-0000-0000-0000-000000000000"
    assert delegate.get(f"/api/v1/revisions/{nobody}").status_code == 404
    assert delegate.get(f"{programs.path}/paragraphs/nowhere/history").status_code == 404
    assert delegate.get(f"{programs.path}/compare", params={"old": nobody, "new": nobody}).status_code == 404
