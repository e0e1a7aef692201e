"""A text read in its other language, and the word that a paragraph means the same."""


def test_secretariat_and_presidency_say_that_it_means_the_same(pages):
    pages.enter("p1")
    page, act = pages.address(), f"{pages.paragraph('p1')}/concordance"
    answer = pages.send(pages.site.by("Paula"), page, act, holds="yes")
    assert answer.status_code == 303
    shown = pages.site.by("Olga").get(page).text
    assert "✓ means the same" in shown and "1 found to mean the same" in shown and "Paula" in shown
    assert pages.send(pages.site.by("Sofía"), page, act, holds="no").status_code == 303
    assert "✓ means the same" not in pages.site.by("Olga").get(page).text


def test_a_delegate_says_no_such_thing(small_pages):
    small_pages.enter("p1")
    act = f"{small_pages.paragraph('p1')}/concordance"
    shown = small_pages.site.by("Hugo").get(small_pages.address()).text
    assert act not in shown
    answer = small_pages.site.by("Hugo").post(act, data={"holds": "yes", "expected": "1"})
    assert answer.status_code == 403
    answer = small_pages.site.by("Sofía").post(act, data={"holds": "yes", "expected": "0"})
    assert answer.status_code == 409


def test_an_earlier_revision_is_read_in_its_own_words(small_pages):
    small_pages.enter("p2")
    revision = small_pages.next("p2", "offences", "crimes")
    small_pages.enter("p2", "Protegeremos a los migrantes víctimas de delitos.", revision)
    reader = small_pages.site.by("Hugo", "es")
    before = reader.get(f"{small_pages.address()}?alone=1").text
    assert "infracciones" in before and "delitos" not in before
    assert f"{small_pages.address(revision)}?alone=1" in before, "this is not the present text"
    assert "delitos" in reader.get(f"{small_pages.address(revision)}?alone=1").text
    assert small_pages.address() in reader.get(f"/revisions/{small_pages.revision.id}").text


def test_who_has_no_seat_finds_nothing(small_pages):
    small_pages.enter("p1")
    world = small_pages.room.world
    world.user("Bruno")
    assert small_pages.site.by("Bruno").get(small_pages.address()).status_code == 404
    assert small_pages.site.nobody().get(small_pages.address()).status_code == 303
