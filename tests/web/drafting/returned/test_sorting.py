"""The pages of a marked-up file, used as a delegation uses them: through their forms."""

import re
from uuid import UUID

import pytest

from app.drafting import queries
from app.text.change import Replace
from app.text.runs import NO_MARKS, NOTE_ANCHOR, Run
from tests.web.drafting.negotiating import Form
from tests.word.making import unzipped, zipped
from tests.word.returned.by_hand import edited, inserted, paragraph, tracked, without_keys


def taken_home(table, name="Hugo") -> bytes:
    client, page = table.site.by(name), f"{table.declaration}/returned"
    form = Form(client.get(page).text, f"{table.declaration}/documents")
    made = client.post(f"{table.declaration}/documents", data=form.fields)
    answer = client.get(made.headers["location"])
    assert answer.status_code == 200 and "attachment" in answer.headers["content-disposition"]
    return answer.content


def sent(table, content, name="Hugo", filename="marked.docx", language="en"):
    client = table.site.by(name, language)
    answer = client.post(f"{table.declaration}/returned", files={"file": (filename, content)})
    assert answer.status_code == 303, answer.text
    return client, answer.headers["location"]


def drafts(table, by):
    return [view for view in table.room.ask(queries.amendments_of, table.room.declaration_id, by=by) if not view.number]


def test_the_text_for_the_capital_is_the_same_for_everybody_and_is_tracked(table):
    content = taken_home(table)
    assert content == taken_home(table, "Gabriela")
    assert b"<w:trackRevisions/>" in unzipped(content)["word/settings.xml"]


def test_from_the_capital_to_two_drafts(table):
    content = tracked(tracked(taken_home(table), "offences", "crimes"), "consular", "consular and judicial", "Berta")
    client, url = sent(table, content)
    shown = client.get(url).text
    assert "2 changes, by Ana, Berta" in shown and "Ana (20 April 2017)" in shown
    assert "<ins" in shown and "known by the key of the paragraph" in shown
    made = table.send(client, url, url, do="drafts")
    assert made.status_code == 303 and made.headers["location"].endswith("/amendments?state=drafts")
    assert len(drafts(table, table.room.honduras)) == 2 and drafts(table, table.room.guatemala) == []
    again = client.get(url).text
    assert again.count("See the amendment it went into") == 2 and "checked" not in again
    assert table.send(client, url, url, do="drafts").status_code == 422


def test_joined_by_hand_they_are_one_draft(table):
    client, url = sent(table, tracked(tracked(taken_home(table), "offences", "crimes"), "consular", "judicial"))
    sorted_ = table.send(client, url, url, into_1="1", do="sort")
    assert sorted_.status_code == 200 and "Amendment 2" not in sorted_.text
    made = table.resend(client, sorted_, url, reason_1="Both belong together.", do="drafts")
    amendment = made.headers["location"]
    assert "Both belong together." in client.get(amendment).text
    (view,) = drafts(table, table.room.honduras)
    assert view.id == UUID(amendment.rpartition("/")[2]) and len(view.draft.acts) == 2


def test_what_is_not_ticked_is_left_where_it_is(table):
    client, url = sent(table, tracked(tracked(taken_home(table), "offences", "crimes"), "consular", "judicial"))
    fields = Form(client.get(url).text, url).fields
    del fields["take-0"]
    client.post(url, data=fields | {"do": "drafts"})
    (view,) = drafts(table, table.room.honduras)
    assert view.draft.acts[0].key == table.room.key("p4")


def test_a_split_amendment_is_two(table):
    mark = '<w:ins w:id="77" w:author="Ana"/>'
    new = "".join(paragraph(inserted(words, "Ana"), mark=mark) for words in ("We will welcome them.", "We will pay."))
    client, url = sent(table, edited(taken_home(table), "<w:sectPr", new + "<w:sectPr"))
    assert "Amendment 2" not in client.get(url).text
    sorted_ = table.send(client, url, url, into_1="2", do="sort")
    assert "Amendment 2" in sorted_.text
    table.resend(client, sorted_, url, do="drafts")
    assert len(drafts(table, table.room.honduras)) == 2


def test_what_was_not_tracked_and_what_lost_its_key_is_said(table):
    content = without_keys(
        tracked(tracked(taken_home(table), "offences", "crimes", untracked=True), "consular", "judicial")
    )
    client, url = sent(table, content)
    shown = client.get(url).text
    assert "changed while tracking was switched off" in shown and "known by its words only" in shown
    client, url = sent(table, content, language="es")
    assert "control de cambios estaba desactivado" in client.get(url).text


def test_a_footnote_that_was_reworded_is_shown_before_and_after(table):
    room = table.room
    act = room.replacing("p2", "offences", "crimes")
    room.accept(room.table(Replace(act.key, (*act.runs, Run(NOTE_ANCHOR, NO_MARKS, "As in the Palermo Protocol.")))))
    room.next()
    parts = unzipped(taken_home(table))
    notes = parts["word/footnotes.xml"].replace(b"Palermo Protocol", b"Convention of 2000")
    client, url = sent(table, zipped({**parts, "word/footnotes.xml": notes}))
    shown = " ".join(client.get(url).text.split())
    assert 'Footnote taken out: <del lang="en">As in the Palermo Protocol.</del>' in shown
    assert 'Footnote put in: <ins lang="en">As in the Convention of 2000.</ins>' in shown


def test_after_a_new_revision_it_is_said_how_changes_land(table):
    room = table.room
    client, url = sent(table, tracked(tracked(taken_home(table), "offences", "crimes"), "consular", "judicial"))
    room.accept(room.table(room.replacing("p2", "offences", "crimes")))
    room.next()
    shown = client.get(url).text
    assert "The file was made from Zero draft; the present text is Rev.1" in shown
    assert "Absorbed" in shown and "Carried over unchanged" in shown
    assert table.send(client, url, url, do="drafts").status_code == 303
    (view,) = drafts(table, room.honduras)
    assert view.draft.acts[0].key == room.key("p4")


def test_for_others_the_file_does_not_exist(table):
    client, url = sent(table, taken_home(table))
    assert "No change to the text was found" in client.get(url).text
    assert client.get(f"{url}/file").content == taken_home(table)
    for name in ("Gabriela", "Sofía", "Paula", "Olga"):
        other = table.site.by(name)
        assert other.get(url).status_code == other.get(f"{url}/file").status_code == other.post(url).status_code == 404
    assert "marked.docx" not in table.site.by("Gabriela").get(f"{table.declaration}/returned").text
    assert "marked.docx" in client.get(f"{table.declaration}/returned").text


@pytest.mark.parametrize(("content", "why"), [(b"nothing of Word", "not a Word document"), (b"", "nothing in this file")])
def test_what_is_no_word_file_is_refused_with_a_sentence(table, content, why):
    answer = table.site.by("Hugo").post(f"{table.declaration}/returned", files={"file": ("a.docx", content)})
    assert answer.status_code == 422 and why in re.sub(r"<[^>]+>", "", answer.text)


def test_observers_and_the_chair_are_not_asked(table):
    for name in ("Olga", "Sofía"):
        assert table.site.by(name).get(f"{table.declaration}/returned").status_code == 403


def test_the_very_same_file_sent_again_is_said_and_drafted_but_once(table):
    content = tracked(tracked(taken_home(table), "offences", "crimes"), "consular", "judicial")
    client, first = sent(table, content)
    assert "this very file before" not in client.get(first).text
    fields = Form(client.get(first).text, first).fields
    del fields["take-1"]
    client.post(first, data=fields | {"do": "drafts"})
    client, second = sent(table, content, filename="once-more.docx")
    shown = client.get(second).text
    assert "this very file before" in shown and f'href="{first}"' in shown
    assert shown.count("See the amendment it went into") == 1 and shown.count(" checked") == 1
    client, other = sent(table, content, name="Gabriela")
    shown = client.get(other).text
    assert "this very file before" not in shown and "See the amendment it went into" not in shown


def test_a_file_in_which_nothing_was_found_leads_on(table):
    client, url = sent(table, taken_home(table))
    shown = client.get(url).text
    assert "No change to the text was found" in shown and "0 changes" not in shown
    assert f'<a class="button" href="{table.declaration}/returned">' in shown


def test_a_reason_written_here_is_not_said_to_come_from_the_file(table):
    client, url = sent(table, tracked(taken_home(table), "offences", "crimes"))
    sorted_ = table.send(client, url, url, reason_1="Ours.", do="sort").text
    assert "Ours." in sorted_ and "From the comments in the file" not in sorted_


def test_the_same_form_sent_twice_makes_nothing_new_and_says_so(table):
    client, url = sent(table, tracked(tracked(taken_home(table), "offences", "crimes"), "consular", "judicial"))
    fields = Form(client.get(url).text, url).fields | {"do": "drafts"}
    for said in ("The drafts are made.", "These drafts were made before: nothing new was made."):
        answer = client.post(url, data=fields)
        assert answer.status_code == 303
        assert said in client.get(answer.headers["location"]).text
    assert len(drafts(table, table.room.honduras)) == 2
    one = {name: value for name, value in fields.items() if name != "take-1"}
    answer = client.post(url, data=one)
    assert "This draft was made before: nothing new was made." in client.get(answer.headers["location"]).text
    answer = client.post(url, data=one | {"reason-1": "For another reason."})
    assert answer.status_code == 409 and "nothing new was made. Write the reason there." in answer.text
    assert "For another reason." in answer.text and "See the amendment it went into" in answer.text
    assert len(drafts(table, table.room.honduras)) == 2
