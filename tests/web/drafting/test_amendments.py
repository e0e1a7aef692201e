"""The pages of amendments, used as delegates use them: through their forms."""

import re
from datetime import timedelta
from uuid import UUID

import pytest

from app.drafting import amendments, queries
from app.text.change import Insert, Move, Replace
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import Mark, Run, runs_of
from tests.exports.making.orders import overtaken
from tests.web.api.drafting import Programs
from tests.web.drafting.negotiating import Form, Negotiation


def path(answer) -> str:
    return answer.headers["location"]


def compose(table, client, key, act="replace", **changed):
    page = f"{table.declaration}/amend?paragraph={table.room.key(key)}&act={act}"
    return table.send(client, page, f"{table.declaration}/amend", **changed)


def kept(table, amendment_url, by):
    return table.room.ask(queries.amendment, amendment_id(amendment_url), by=by)


def amendment_id(url):
    return UUID(url.rpartition("/")[2])


NEW = "We will strengthen consular cooperation and consular protection among the countries of the region."


def test_from_the_first_word_to_the_table(table):
    room, delegate, head = table.room, table.site.by("Gabriela"), table.site.by("Gustavo")
    seen = compose(table, delegate, "p4", words_1=NEW, reason="Protection is missing.", do="preview")
    assert "<ins" in seen.text and "and consular protection" in seen.text
    made = table.resend(delegate, seen, f"{table.declaration}/amend", do="save")
    assert made.status_code == 303
    url = path(made)
    shown = delegate.get(url).text
    assert "Protection is missing." in shown and "The head of your delegation has to clear this" in shown
    assert delegate.get(f"{url}/table").text.count("disabled") == 1
    assert table.send(head, url, f"{url}/clear").status_code == 303
    assert "Cleared" in head.get(url).text
    asked = delegate.get(f"{url}/table")
    assert "exactly what will be tabled" in asked.text and "and consular protection" in asked.text
    assert path(table.resend(delegate, asked, f"{url}/table")) == url
    view = kept(table, url, room.honduras)
    assert (view.name, view.state) == ("AM.1", "tabled")
    assert "AM.1" in table.site.by("Hugo").get(url).text


def test_sending_the_tabling_page_twice_tables_once(table):
    delegate = table.site.by("Hugo")
    url = path(compose(table, delegate, "p4", words_1=NEW, do="save"))
    asked = delegate.get(f"{url}/table")
    assert table.resend(delegate, asked, f"{url}/table").status_code == 303
    assert table.resend(delegate, asked, f"{url}/table").status_code == 409
    assert [view.number for view in table.room.ask(queries.amendments_of, table.room.declaration_id)] == [1]


def test_bold_and_footnotes_survive(embedded_engine):
    table = Negotiation(embedded_engine)
    words = (Run("Urge", frozenset({Mark.BOLD})), Run(" all States"), Run("\ufffc", note="See 2016."), Run(" to act*."))
    table.room.issue(Document([Paragraph("p1", Role.OPERATIVE, words)]))
    delegate = table.site.by("Hugo")
    form = delegate.get(f"{table.declaration}/amend?paragraph={table.room.key('p1')}")
    typed = Form(form.text, f"{table.declaration}/amend").fields["words-1"]
    assert typed == "**Urge** all States{note: See 2016.} to act\\*."
    url = path(compose(table, delegate, "p1", words_1=typed.replace("to act", "to act __now__"), do="save"))
    [act] = kept(table, url, table.room.honduras).draft.acts
    assert isinstance(act, Replace)
    assert act.runs == (*words[:3], Run(" to act "), Run("now", frozenset({Mark.UNDERLINE})), Run("*."))
    assert "<b>Urge</b>" in delegate.get(url).text


def test_one_amendment_over_several_paragraphs_keeps_what_was_typed_at_every_step(table):
    room, delegate, action = table.room, table.site.by("Hugo"), f"{table.declaration}/amend"
    answer = compose(
        table, delegate, "p4", words_1=NEW, reason="R", audience="chair", cosponsors=[str(room.us.id)], do="preview"
    )
    answer = table.resend(delegate, answer, action, do="add:after", more=room.key("p5"))
    answer = table.resend(delegate, answer, action, words_2="A **new** paragraph.", do="add:move", more=room.key("p2"))
    answer = table.resend(delegate, answer, action, place_3=room.key("p5"), do="add:delete", more=room.key("p3"))
    answer = table.resend(delegate, answer, action, do="turn:4:replace")
    answer = table.resend(delegate, answer, action, words_4="Typed before it is deleted.", do="turn:4:delete")
    fields = Form(answer.text, action).fields
    assert fields["words-1"] == NEW and fields["words-2"] == "A **new** paragraph." and fields["place-3"] == room.key("p5")
    assert fields["words-4"] == "Typed before it is deleted." and fields["act-4"] == "delete"
    assert (fields["reason"], fields["audience"], fields["cosponsors"]) == ("R", "chair", [str(room.us.id)])
    answer = table.resend(delegate, answer, action, do="remove:4")
    made = table.resend(delegate, answer, action, do="save")
    view = kept(table, path(made), room.honduras)
    assert [type(act) for act in view.draft.acts] == [Replace, Insert, Move]
    assert [asked.name for asked in view.asked] == ["United States"]
    assert view.draft.audience == "chair"


def test_a_paragraph_emptied_by_mistake(table):
    refused = compose(table, table.site.by("Hugo"), "p4", words_1="  ", reason="My long reason", do="save")
    assert refused.status_code == 422
    assert "propose to delete it" in refused.text and "My long reason" in refused.text
    assert re.search(r'id="f-words-1"[^>]*aria-invalid="true"', refused.text)
    assert table.room.ask(queries.amendments_of, table.room.declaration_id, by=table.room.honduras) == ()


def test_the_empty_form_offers_what_to_propose_and_refuses_nothing_as_an_amendment(table):
    delegate, action = table.site.by("Hugo"), f"{table.declaration}/amend"
    chosen = table.send(delegate, action, action, do="add:keep", more=table.room.key("p2"))
    assert "No change: " in chosen.text
    assert table.send(delegate, action, action, do="save", reason="kept").status_code == 422
    assert "kept" in table.send(delegate, action, action, do="save", reason="kept").text


def test_a_statement_on_the_text_as_a_whole(table):
    delegate, page = table.site.by("Hugo"), f"{table.declaration}/amend?act=general"
    assert table.send(delegate, page, f"{table.declaration}/amend", do="save").status_code == 422
    made = table.send(delegate, page, f"{table.declaration}/amend", reason="Keep it short.", do="save")
    assert kept(table, path(made), table.room.honduras).is_general
    assert "Keep it short." in delegate.get(path(made)).text


def test_the_preview_follows_what_is_typed(table):
    delegate = table.site.by("Hugo")
    fields = {"act-1": "replace", "key-1": table.room.key("p4"), "words-1": NEW}
    part = delegate.post(f"{table.declaration}/amend/preview", data=fields)
    assert "<ins" in part.text and "<html" not in part.text
    emptied = delegate.post(f"{table.declaration}/amend/preview", data=fields | {"words-1": ""})
    assert emptied.status_code == 200 and "propose to delete it" in emptied.text


def test_a_colleague_was_faster(table):
    room, one, two = table.room, table.site.by("Gabriela"), table.site.by("Gustavo")
    url = path(compose(table, one, "p4", words_1=NEW, do="save"))
    mine, theirs = one.get(f"{url}/edit"), two.get(f"{url}/edit")
    assert table.resend(two, theirs, f"{url}/edit", words_1=NEW + " Theirs.", do="save").status_code == 303
    stepped = table.resend(one, mine, f"{url}/edit", words_1=NEW + " Mine.", do="preview")
    refused = table.resend(one, stepped, f"{url}/edit", do="save")
    assert refused.status_code == 409, "a look at the preview must not hide that a colleague has written"
    assert "Theirs." in refused.text and "Mine." in refused.text
    assert table.resend(one, refused, f"{url}/edit", do="save").status_code == 303
    [act] = kept(table, url, room.guatemala).draft.acts
    assert act.runs[0].text.endswith("Mine.")


def test_a_revision_was_issued_while_one_typed(table):
    room, delegate, action = table.room, table.site.by("Hugo"), f"{table.declaration}/amend"
    form = delegate.get(f"{action}?paragraph={room.key('p4')}")
    room.accept(room.table(room.replacing("p4", "strengthen", "deepen"), by=room.united_states))
    room.next()
    refused = table.resend(delegate, form, action, words_1=NEW, do="save")
    assert refused.status_code == 409
    assert NEW in refused.text and "This paragraph has changed since you began" in refused.text
    assert re.search(r"<del[^>]*>strengthen</del>\s*<ins[^>]*>deepen", refused.text)
    assert table.resend(delegate, refused, action, do="save").status_code == 303


def test_drafts_of_others_do_not_exist(table):
    url = path(compose(table, table.site.by("Hugo"), "p4", words_1=NEW, do="save"))
    for name in ("Gabriela", "Sofía"):
        for page in (url, f"{url}/edit", f"{url}/table"):
            assert table.site.by(name).get(page).status_code == 404
        assert table.site.by(name).post(f"{url}/withdraw", data={"expected": "1"}).status_code == 404
        assert NEW not in table.site.by(name).get(f"{table.declaration}/amendments").text


def test_who_only_observes_or_keeps_the_desk_does_not_amend(table):
    for name in ("Sofía", table.room.observer.name):
        client = table.site.by(name)
        assert client.get(f"{table.declaration}/amend?paragraph={table.room.key('p4')}").status_code == 403
        assert client.post(f"{table.declaration}/amend", data={"do": "save"}).status_code == 403
        assert "/amend?" not in client.get(f"{table.declaration}/amendments").text


def test_what_comes_after_the_deadline_is_marked_late(embedded_engine):
    table = Negotiation(embedded_engine)
    table.room.issue(deadline=table.room.time + timedelta(hours=1))
    delegate = table.site.by("Hugo")
    url = path(compose(table, delegate, "p4", words_1=NEW, do="save"))
    table.room.time += timedelta(hours=2)
    table.site.go_to(table.room.time)
    delegate = table.site.by("Hugo")
    asked = delegate.get(f"{url}/table")
    assert "marked late" in asked.text
    table.resend(delegate, asked, f"{url}/table")
    assert kept(table, url, table.room.honduras).late
    assert '<span class="badge warn">late</span>' in delegate.get(url).text


def test_a_reason_for_the_chair_is_not_shown_to_others(table):
    room = table.room
    made = room.table(room.deleting("p3"), reason="A territorial claim.", audience="chair")
    assert "A territorial claim." in table.site.by("Sofía").get(f"/amendments/{made.id}").text
    other = table.site.by("Gabriela").get(f"/amendments/{made.id}").text
    assert "A territorial claim." not in other and "The reason is not for you to read" in other


def test_co_sponsors_are_asked_and_answer(table):
    room, hugo = table.room, table.site.by("Hugo")
    made = room.table(room.deleting("p3"))
    url = f"/amendments/{made.id}"
    assert table.send(hugo, url, f"{url}/sponsors", cosponsors=[str(room.gt.id)]).status_code == 303
    delegate, head = table.site.by("Gabriela"), table.site.by("Gustavo")
    assert "In this delegation only its head may answer this." in delegate.get(url).text
    assert delegate.post(f"{url}/sponsorship", data={"do": "sponsor"}).status_code == 403
    assert head.post(f"{url}/sponsorship", data={"do": "sponsor"}).status_code == 303
    assert [sponsor.name for sponsor in room.view(made).sponsors] == ["Guatemala", "Honduras"]
    assert head.post(f"{url}/sponsorship", data={"do": "unsponsor"}).status_code == 303
    assert [sponsor.name for sponsor in room.view(made).sponsors] == ["Honduras"]


def test_a_new_version_stands_beside_the_old_one(table):
    room, hugo = table.room, table.site.by("Hugo")
    made = room.table(room.replacing("p4", "consular", "consular and police"))
    url = f"/amendments/{made.id}"
    assert table.send(hugo, f"{url}/edit", f"{url}/edit", words_1=NEW, do="save").status_code == 303
    assert "The next version, not tabled yet" in hugo.get(url).text
    assert NEW not in table.site.by("Sofía").get(url).text
    assert table.send(hugo, f"{url}/table", f"{url}/table").status_code == 303
    shown = table.site.by("Sofía").get(url).text
    assert "Version 2 tabled on Zero draft" in shown and "What this version changed" in shown
    assert table.send(hugo, f"{url}/edit", f"{url}/edit", words_1=NEW + "!", do="save").status_code == 303
    assert table.send(hugo, url, f"{url}/discard").status_code == 303
    assert len(room.view(made).versions) == 2


def test_an_addition_is_offered_in_another_place(table):
    room, hugo = table.room, table.site.by("Hugo")
    made = room.table(room.adding("Access to justice.", "p4"))
    url = f"/amendments/{made.id}"
    placed = table.send(hugo, url, f"{url}/elsewhere", after=room.key("p2"))
    assert placed.status_code == 303 and path(placed) != url
    assert "Alternatives to it" in hugo.get(path(placed)).text


def test_a_delegation_says_yes_to_where_its_amendment_landed(table):
    room, hugo = table.room, table.site.by("Hugo")
    rival = room.table(room.replacing("p4", "consular", "every"), by=room.united_states)
    made = room.table(room.replacing("p4", "cooperation", "protection"))
    room.accept(rival)
    room.next()
    url = f"/amendments/{made.id}"
    assert "Carried over in an adapted form" in hugo.get(url).text
    assert f"{url}/confirm" not in table.site.by("Gabriela").get(url).text
    assert table.send(hugo, url, f"{url}/confirm").status_code == 303
    assert room.view(made).state == "carried"
    assert "Confirmed by its delegation" in hugo.get(url).text


def test_an_overtaken_amendment_is_restated_or_withdrawn(table):
    room, hugo = table.room, table.site.by("Hugo")
    rival = room.table(room.replacing("p4", "consular", "judicial"), by=room.united_states)
    made = room.table(room.replacing("p4", "consular", "police"))
    room.accept(rival)
    room.next()
    url = f"/amendments/{made.id}"
    shown = hugo.get(url).text
    assert "Your amendment on Rev.1" in shown and "Overtaken by the new text" in shown
    assert table.send(hugo, f"{url}/edit", f"{url}/edit", words_1="We will restate it.", do="save").status_code == 303
    assert table.send(hugo, f"{url}/table", f"{url}/table").status_code == 303
    assert room.view(made).state == "tabled"
    assert table.send(hugo, url, f"{url}/withdraw").status_code == 303
    assert "Withdrawn" in hugo.get(url).text


def test_a_draft_follows_a_new_revision(table):
    room, hugo = table.room, table.site.by("Hugo")
    url = path(compose(table, hugo, "p4", words_1=NEW, do="save"))
    room.accept(room.table(room.deleting("p5"), by=room.united_states))
    room.next()
    shown = hugo.get(url).text
    assert "Rev.1 has been issued since this was written" in shown
    assert table.send(hugo, url, f"{url}/forward").status_code == 303
    assert table.send(hugo, f"{url}/table", f"{url}/table").status_code == 303


def test_drafts_are_listed_as_the_text_goes_on(table):
    delegate = table.site.by("Gabriela")
    for key in ("p4", "p2", "p3"):
        compose(table, delegate, key, words_1=f"Words for {key}.", do="save")
    shown = delegate.get(f"{table.declaration}/amendments?state=drafts").text
    assert re.findall(r"Words for (p\d)", shown) == ["p2", "p3", "p4"]


def test_the_list_is_narrowed(table):
    room, hugo = table.room, table.site.by("Hugo")
    room.table(room.deleting("p3"))
    room.table(room.replacing("p4", "consular", "close consular"), by=room.united_states)
    room.accept(room.table(room.adding("More.", "p2"), by=room.united_states))
    page = f"{table.declaration}/amendments"
    listed = lambda query: re.findall(r">(AM\.\d)<", hugo.get(f"{page}?{query}").text)  # noqa: E731
    assert listed("") == ["AM.1", "AM.2", "AM.3"]
    assert listed("state=accepted") == ["AM.3"]
    assert listed(f"delegation={room.us.id}") == ["AM.2", "AM.3"]
    assert listed(f"paragraph={room.key('p3')}") == ["AM.1"]
    assert listed(f"paragraph={room.key('p2')}") == ["AM.3"]


@pytest.mark.parametrize("fields", [{"act-1": "burn", "key-1": "x"}, {"act-1": "insert", "role-1": "king"}])
def test_a_form_that_was_tampered_with(table, fields):
    answer = table.site.by("Hugo").post(f"{table.declaration}/amend", data=fields | {"do": "save"})
    assert answer.status_code == 422


def test_a_page_that_was_open_too_long(table):
    room, hugo = table.room, table.site.by("Hugo")
    made = room.draft(Replace(room.key("p4"), runs_of(NEW)))
    url = f"/amendments/{made.id}"
    open_page = hugo.get(url)
    room.act(amendments.edit, made, acts=[room.deleting("p3")], reason="", audience="all", by=room.honduras)
    refused = table.resend(hugo, open_page, f"{url}/withdraw")
    assert refused.status_code == 409 and "Somebody else has changed this amendment" in refused.text
    assert room.view(made, by=room.honduras).state == "drafted"


def test_in_spanish(table):
    room = table.room
    made = room.table(room.deleting("p3"))
    text = table.site.by("Hugo", "es").get(f"/amendments/{made.id}").text
    assert "presentada" in text


def test_what_the_text_overtook_is_counted_beside_what_is_pending(embedded_engine):
    negotiation = Negotiation(embedded_engine)
    overtaken(negotiation.room)
    negotiation.site.go_to(negotiation.room.now())
    delegate, secretary, page = negotiation.site.by("Hugo"), negotiation.site.by("Sofía"), negotiation.declaration
    assert "3 tabled · 1 pending · 1 overtaken by the present text" in delegate.get(page).text
    index = delegate.get("/processes/rcm/declarations").text
    assert "1 amendment pending" in index and "1 amendment overtaken by the present text" in index
    assert [name in delegate.get(f"{page}/amendments?state=pending").text for name in ("AM.1", "AM.3")] == [False, True]
    assert [name in delegate.get(f"{page}/amendments?state=overtaken").text for name in ("AM.1", "AM.3")] == [True, False]
    tally = " ".join(re.sub(r"<[^>]+>", " ", secretary.get(f"{page}/desk").text).split())
    assert "1 pending · 1 overtaken by the present text · 0 accepted" in tally
    assert "2 amendments await a decision (1 of them overtaken by the present text)" in secretary.get("/").text
    documents = delegate.get(f"{page}/documents").text
    assert "No document of it shows the words until its delegation restates them:" in documents
    told = documents.partition('<p class="flag">')[2].partition("</p>")[0]
    assert "AM.1" in told and "AM.3" not in told


def test_the_presidency_is_offered_no_amending_and_cannot(embedded_engine):
    table = Programs(embedded_engine)
    table.room.issue()
    tabled = table.room.table(table.room.deleting("p2"), by=table.room.mexico)
    table.site.go_to(table.room.now())
    chair, program, page = table.site.by("Paula"), table.of("Paula"), table.declaration
    paths = ("", "/amendments", "/documents", "/terms", f"/paragraphs/{table.room.key('p2')}")
    shown = [chair.get(page + each).text for each in paths] + [chair.get(f"/amendments/{tabled.id}").text]
    for html in shown:
        assert f"{page}/amend?" not in html and f'{page}/amend"' not in html and f"{page}/returned" not in html
    assert "/withdraw" not in shown[-1] and "/edit" not in shown[-1]
    for each in ("/amend", "/returned"):
        assert chair.get(page + each).status_code == 403
    assert "The delegates of your delegation do." in chair.get(f"{page}/amend").text
    acts = [{"act": "delete", "key": table.room.key("p3")}]
    answer = program.post(f"{table.path}/amendments", json={"acts": acts})
    assert answer.status_code == 403
    assert answer.json()["detail"].startswith("Who sits for the presidency does not table amendments.")
    view = program.get(f"/api/v1/amendments/{tabled.id}")
    assert (
        program.post(f"/api/v1/amendments/{tabled.id}/withdraw", headers={"if-match": view.headers["etag"]}).status_code
        == 403
    )
