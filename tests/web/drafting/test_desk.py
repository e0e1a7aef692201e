"""The desk: what the chair side sees and decides, and two of them at once."""

import re

from app.drafting import queries
from tests.web.drafting.negotiating import Form


def decide(table, client, made, **fields):
    page = client.get(f"{table.declaration}/desk")
    return table.resend(client, page, f"/amendments/{made.id}/decide", **fields)


def test_the_desk_shows_who_clashes_with_whom_on_which_words(table):
    room = table.room
    one = room.table(room.replacing("p3", " and more efficient border management", ""), by=room.guatemala_head)
    room.table(room.replacing("p3", "more efficient", "humane"))
    shown = table.site.by("Sofía").get(f"{table.declaration}/desk?only=contested").text
    assert "Clashes with AM.2 (Honduras) on" in shown and "more efficient" in shown
    assert f'id="{room.view(one).name}"' in shown
    assert room.key("p5") not in shown


def test_only_the_chair_side_works_there(table):
    made = table.room.table(table.room.deleting("p3"))
    for name in ("Hugo", table.room.observer.name):
        client = table.site.by(name)
        for page in (f"{table.declaration}/desk", f"{table.declaration}/desk/issue", f"/amendments/{made.id}/modify"):
            assert client.get(page).status_code == 403
        assert client.post(f"/amendments/{made.id}/decide", data={"do": "accept", "expected": "1"}).status_code == 403


def test_the_presidency_decides_too(table):
    made = table.room.table(table.room.deleting("p3"))
    assert decide(table, table.site.by(table.room.presidency.name), made, do="hold").status_code == 303
    assert table.room.view(made).state == "held"


def test_accept_and_reopen_with_a_note(table):
    room, secretary = table.room, table.site.by("Sofía")
    made = room.table(room.deleting("p3"))
    done = decide(table, secretary, made, do="accept", note="By consensus.")
    assert done.status_code == 303 and done.headers["location"].endswith("/desk#AM.1")
    assert room.view(made).decision.note == "By consensus."
    assert "By consensus." in table.site.by("Hugo").get(f"/amendments/{made.id}").text
    assert decide(table, secretary, made, do="reopen").status_code == 303
    assert room.view(made).state == "tabled"


def test_accepted_with_different_words(table):
    room, secretary = table.room, table.site.by("Sofía")
    made = room.table(room.replacing("p4", "consular", "close consular"))
    page = f"/amendments/{made.id}/modify"
    form = secretary.get(page)
    assert "close consular" in Form(form.text, page).fields["words-1"]
    seen = table.resend(secretary, form, page, words_1="We will cooperate.", do="preview")
    assert "<ins" in seen.text and "We will cooperate." in seen.text
    emptied = table.resend(secretary, seen, page, words_1=" ", do="save", note="My note")
    assert emptied.status_code == 422 and "My note" in emptied.text
    assert table.resend(secretary, seen, page, do="save", note="As the room said.").status_code == 303
    view = room.view(made)
    assert view.state == "modified" and view.decision.acts[0].runs[0].text == "We will cooperate."
    assert "As accepted by the room" in table.site.by("Hugo").get(f"/amendments/{made.id}").text


def test_two_secretaries_at_once(table):
    room, one, two = table.room, table.site.by("Sofía"), table.site.by("Teresa")
    first, second = room.table(room.deleting("p3")), room.table(room.deleting("p5"))
    stale = two.get(f"{table.declaration}/desk")
    assert decide(table, one, first, do="accept", note="Agreed.").status_code == 303
    refused = table.resend(two, stale, f"/amendments/{second.id}/decide", do="not_accept", note="Typed")
    assert refused.status_code == 409
    assert "took down AM.1 as accepted" in refused.text and "Agreed." in refused.text and "Sofía" in refused.text
    assert "Typed" in refused.text, "what the slower one typed is not lost"
    assert room.view(second).state == "tabled"
    assert table.resend(two, refused, f"/amendments/{second.id}/decide", do="not_accept").status_code == 303
    assert room.view(second).decision.note == "Typed"


def test_those_that_stand_free_are_accepted_together(table):
    room, secretary = table.room, table.site.by("Sofía")
    free = [room.table(room.deleting("p5")), room.table(room.replacing("p2", "offences", "crimes"))]
    rivals = [room.table(room.replacing("p4", "consular", word)) for word in ("police", "judicial")]
    page = f"{table.declaration}/desk"
    offered = set(re.findall(r'name="free" value="([^"]+)"', secretary.get(page).text))
    assert offered == {str(each.id) for each in free} and not offered & {str(each.id) for each in rivals}
    action = f"{page}/accept"
    assert table.send(secretary, page, action).status_code == 422
    assert table.send(secretary, page, action, free=sorted(offered)).status_code == 303
    assert [room.view(each).state for each in free] == ["accepted", "accepted"]


def test_unwanted_terms_are_flagged(table):
    from app.drafting import terms

    room = table.room
    with room.writing() as session:
        declaration = queries.find_declaration(session, room.declaration_id, by=room.united_states)
        terms.ask(session, declaration, term="offences", by=room.united_states, at=room.now())
        terms.ask(session, declaration, term="slavery", by=room.united_states, at=room.now())
    room.table(room.replacing("p2", "offences", "slavery"))
    shown = table.site.by("Sofía").get(f"{table.declaration}/desk").text
    assert "“offences”: United States asks to avoid" in shown
    assert "Brings “slavery”" in shown and "Takes out “offences”" in shown


def test_the_next_revision_is_seen_and_issued(table):
    room, secretary = table.room, table.site.by("Sofía")
    taken = room.table(room.replacing("p4", "consular", "close consular"))
    room.table(room.replacing("p2", "offences", "crimes"))
    room.table(room.replacing("p4", "consular cooperation", "judicial cooperation"))
    page = f"{table.declaration}/desk/issue"
    assert "Nothing that changes the text has been accepted yet." in secretary.get(page).text
    room.accept(taken)
    seen = secretary.get(page).text
    assert re.search(r"<ins[^>]*>close ", seen) and "Carried over unchanged" in seen and "Overtaken" in seen
    issued = table.send(secretary, page, page, note="After the first reading.")
    assert issued.status_code == 303
    head = room.ask(queries.current, room.declaration_id).head
    assert (head.name, head.note) == ("Rev.1", "After the first reading.")
    assert room.view(taken).state == "incorporated"


def test_the_slower_secretary_learns_that_it_was_issued(table):
    room, one, two = table.room, table.site.by("Sofía"), table.site.by("Teresa")
    room.accept(room.table(room.deleting("p3")))
    page = f"{table.declaration}/desk/issue"
    first, second = one.get(page), two.get(page)
    assert table.resend(one, first, page).status_code == 303
    room.accept(room.table(room.deleting("p5")))
    refused = table.resend(two, second, page, note="Not lost")
    assert refused.status_code == 409 and "issued Rev.1" in refused.text and "Not lost" in refused.text
    assert len(room.ask(queries.declaration, room.declaration_id).revisions) == 2


def test_additions_at_one_place_are_put_in_order(table):
    room, secretary = table.room, table.site.by("Sofía")
    one, other = room.table(room.adding("First.", "p4")), room.table(room.adding("Second.", "p4"))
    room.accept(one)
    room.accept(other)
    page = f"{table.declaration}/desk/issue"
    assert "Additions at one place" in secretary.get(page).text
    ordered = secretary.get(f"{page}?rank-{one.id}=2&rank-{other.id}=1")
    assert ordered.text.index("Second.") < ordered.text.index("First.")
    fields = {"expected": str(room.declaration().version), "order": [str(other.id), str(one.id)], "renumber": "keep"}
    assert secretary.post(page, data=fields).status_code == 303
    words = [paragraph.text for paragraph in room.text()]
    assert words.index("Second.") + 1 == words.index("First.")


def test_contradictions_are_named_with_their_words(table):
    room, secretary = table.room, table.site.by("Sofía")
    for word in ("police", "judicial"):
        room.accept(room.table(room.replacing("p4", "consular", word)))
    for page in (f"{table.declaration}/desk", f"{table.declaration}/desk/issue"):
        assert "AM.1 and AM.2 were both accepted and contend for “consular”" in secretary.get(page).text
    refused = secretary.post(f"{table.declaration}/desk/issue", data={"expected": str(room.declaration().version)})
    assert refused.status_code == 409
