import re

import pytest

from app.drafting import queries


@pytest.fixture
def issued(table):
    """A table on which Rev.1 has been issued, with one amendment in it."""
    table.room.accept(table.room.table(table.room.replacing("p2", "offences", "crimes"), by=table.room.guatemala_head))
    table.room.next(note="Agreed in the room.")
    return table


def heads(table):
    return table.room.ask(queries.declaration, table.room.declaration_id).revisions


def test_any_revision_is_there_whole_with_who_issued_it(issued):
    zero, first = heads(issued)
    shown = issued.site.by("Hugo").get(f"/revisions/{zero.id}").text
    assert "victims of offences" in shown
    assert "This is not the present text." in shown
    assert zero.fingerprint in shown
    assert "Sofía" in shown
    shown = issued.site.by("Olga").get(f"/revisions/{first.id}").text
    assert "victims of crimes" in shown
    assert "Agreed in the room." in shown
    assert "This is not the present text." not in shown


def test_any_two_are_compared_in_either_direction(issued):
    zero, first = heads(issued)
    client = issued.site.by("Hugo")
    shown = client.get(f"{issued.declaration}/compare?old={zero.id}&new={first.id}").text
    assert re.search(r"<del[^>]*>offences</del><ins[^>]*>crimes</ins>", shown)
    assert "1 paragraph has changed." in shown
    shown = client.get(f"{issued.declaration}/compare?old={first.id}&new={zero.id}").text
    assert re.search(r"<del[^>]*>crimes</del><ins[^>]*>offences</ins>", shown)
    assert "The two texts are the same." in client.get(f"{issued.declaration}/compare?old={zero.id}&new={zero.id}").text


def test_what_the_reader_may_not_see_is_not_there(issued):
    zero, first = heads(issued)
    issued.room.world.secretary(issued.room.world.process("sacm"), "Tomás")
    stranger, delegate = issued.site.by("Tomás"), issued.site.by("Hugo")
    compared = f"{issued.declaration}/compare?old={zero.id}&new={first.id}"
    assert stranger.get(f"/revisions/{zero.id}").status_code == 404
    assert stranger.get(compared).status_code == 404
    assert delegate.get(f"{issued.declaration}/compare?old={zero.id}&new={issued.room.declaration_id}").status_code == 404
    assert delegate.get(f"{issued.declaration}/compare?old={zero.id}").status_code == 422


PROMOTE, MANAGE = "We will promote safe, orderly and regular migration", "and more efficient border management."


def test_a_paragraph_that_was_split_shows_its_words_kept_and_its_end_marked(table):
    room = table.room
    first = room.replacing("p3", f" {MANAGE}", ".")
    room.accept(room.table(first, room.adding(MANAGE.capitalize(), "p3"), by=room.guatemala_head))
    room.next()
    zero, parted = heads(table)
    client = table.site.by("Hugo")
    shown = client.get(f"{table.declaration}/compare?old={zero.id}&new={parted.id}").text
    seam = re.search(
        r'<ins class="seam" title="Rev.1"><span aria-hidden="true">¶</span></ins> <span[^>]*>split here</span>', shown
    )
    assert seam
    assert "new paragraph" not in shown
    second = shown[seam.end() :]
    assert re.match(r'</p>\s*</div>\s*<div class="para role-operative">\s*<span class="label">OP2 bis</span>', second)
    assert re.search(r"<ins[^>]*>And</ins> more efficient border management\.</p>", second)
    assert "2 paragraphs have changed." in shown
    back = client.get(f"{table.declaration}/compare?old={parted.id}&new={zero.id}").text
    assert re.search(
        r'<del class="seam"[^>]*>.*?</del> <span class="mark-word">joined with the next paragraph</span>', back
    )
    assert "paragraph deleted" not in back
    spanish = table.site.by("Hugo", "es").get(f"{table.declaration}/compare?old={parted.id}&new={zero.id}").text
    assert "unido con el párrafo siguiente" in spanish
