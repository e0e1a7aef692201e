import re

from app.drafting import amendments


def plain(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_it_tells_who_proposed_which_words_and_what_became_of_them(table):
    room = table.room
    taken = room.table(room.replacing("p2", "offences", "crimes"), by=room.guatemala_head, reason="As we say it.")
    withdrawn = room.table(room.deleting("p2"), by=room.honduras)
    room.accept(taken)
    room.next()
    room.act(amendments.withdraw, withdrawn, by=room.honduras)
    shown = table.site.by("Olga").get(f"{table.declaration}/paragraphs/{room.key('p2')}").text
    told = plain(shown)
    for sentence in (
        "In the text of Zero draft",
        "Guatemala tabled AM.1",
        "Honduras tabled AM.2",
        "AM.1 was accepted",
        "AM.1 became part of Rev.1",
        "AM.2 was overtaken by Rev.1",
        "Honduras withdrew AM.2",
        "As we say it.",
    ):
        assert sentence in told, sentence
    assert re.search(r"<del[^>]*>offences</del><ins[^>]*>crimes</ins>", shown)


def test_a_reason_for_the_chair_is_for_the_chair(table):
    room = table.room
    room.table(room.deleting("p2"), by=room.honduras, reason="A claim.", audience="chair")
    page = f"{table.declaration}/paragraphs/{room.key('p2')}"
    assert "A claim." in table.site.by("Sofía").get(page).text
    assert "A claim." in table.site.by("Hugo").get(page).text
    assert "A claim." not in table.site.by("Gabriela").get(page).text


def test_a_paragraph_that_went_still_has_its_history(table):
    room = table.room
    room.accept(room.table(room.deleting("p4")))
    room.next()
    shown = plain(table.site.by("Hugo").get(f"{table.declaration}/paragraphs/{room.key('p4')}").text)
    assert "This paragraph is not in the present text." in shown
    assert "No longer in the text of Rev.1" in shown
    assert "Comment on this paragraph" not in shown


def test_there_is_none_where_there_is_no_paragraph(table):
    assert table.site.by("Hugo").get(f"{table.declaration}/paragraphs/nowhere").status_code == 404
    assert table.site.by("Sofía").get(f"{table.declaration}/paragraphs/nowhere").status_code == 404
