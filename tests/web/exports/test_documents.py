import hashlib
import re

from lxml import html

from app.drafting import queries, translations
from app.drafting.models import Declaration
from app.drafting.texts import require_current
from app.exports.kinds import MARKED, TRANSLATED, WORD, Form, Kind
from app.exports.making.forms import forms_of
from app.positions import positions
from app.text.runs import runs_of
from app.word.changes import changes
from tests.support.oracles import lint, paragraphs
from tests.web.drafting.negotiating import Form as Filled


def heads(table):
    return table.room.ask(queries.declaration, table.room.declaration_id).revisions


def download(client, table, **asked):
    answer = client.post(f"{table.declaration}/documents", data=asked)
    assert answer.status_code == 303, answer.text
    got = client.get(answer.headers["location"])
    assert got.status_code == 200
    return answer.headers["location"], got


def test_the_three_kinds_are_made_kept_and_downloaded(handing):
    delegate = handing.site.by("Hugo")
    zero, first = heads(handing)
    for asked in (
        {"kind": "clean", "revision": first.id},
        {"kind": "redline", "revision": first.id, "against": zero.id},
        {"kind": "compilation", "revision": first.id},
    ):
        where, got = download(delegate, handing, **asked)
        digest = hashlib.sha256(got.content).hexdigest()
        assert got.headers["content-type"] == WORD
        assert got.headers["etag"] == f'"{digest}"'
        assert got.headers["x-content-type-options"] == "nosniff"
        assert got.headers["content-disposition"].startswith('attachment; filename="Regional declaration Rev.1')
        assert "filename*=UTF-8''Regional%20declaration%20Rev.1" in got.headers["content-disposition"]
        assert lint(got.content) == []
        assert delegate.get(where).content == got.content
        assert delegate.get(where, headers={"if-none-match": f'"{digest}"'}).status_code == 304
        assert digest in delegate.get(f"{handing.declaration}/documents").text


def test_a_document_is_there_again_for_its_own_side_only(handing):
    first = heads(handing)[-1]
    where, got = download(handing.site.by("Sofía"), handing, kind="compilation", revision=first.id)
    assert handing.site.by("Paula").get(where).content == got.content, "secretariat and presidency are one side"
    for name in ("Hugo", "Gabriela", "Olga"):
        assert handing.site.by(name).get(where).status_code == 404
        assert where not in handing.site.by(name).get(f"{handing.declaration}/documents").text
    assert handing.site.nobody().get(where).status_code == 303


def test_made_without_downloading_it_is_listed_first(handing):
    client, page = handing.site.by("Hugo"), f"{handing.declaration}/documents"
    asked = {"kind": "clean", "revision": heads(handing)[0].id, "then": "list"}
    answer = client.post(page, data=asked)
    assert answer.headers["location"].startswith(f"{page}?made=")
    shown = client.get(answer.headers["location"].partition("#")[0]).text
    assert 'class="just-made"' in shown
    assert "Clean text of Zero draft" in shown


def test_what_cannot_be_made_is_said_in_the_form(handing):
    client, page = handing.site.by("Hugo"), f"{handing.declaration}/documents"
    zero = heads(handing)[0]
    for asked, said in (
        ({"kind": "redline", "revision": zero.id, "against": zero.id}, "Choose two different revisions to compare."),
        ({"kind": "redline", "revision": zero.id}, "Choose two different revisions to compare."),
        ({"kind": "clean"}, "Please choose a revision."),
        ({"kind": "poem", "revision": zero.id}, "Please choose one of what is offered."),
    ):
        answer = client.post(page, data=asked)
        assert answer.status_code == 422
        assert said in re.sub("&#39;", "'", answer.text)
    assert client.post(page, data={"kind": "clean", "revision": handing.room.declaration_id}).status_code == 404
    assert Filled(client.get(page).text, page).fields["revision"] == str(heads(handing)[-1].id)


def test_strangers_have_nothing(handing):
    handing.room.world.secretary(handing.room.world.process("sacm"), "Tomás")
    stranger = handing.site.by("Tomás")
    assert stranger.get(f"{handing.declaration}/documents").status_code == 404
    assert stranger.post(f"{handing.declaration}/documents", data={"kind": "clean"}).status_code == 404


def test_what_shows_who_changes_what_can_be_had_without_names(handing):
    delegate = handing.site.by("Hugo")
    zero, first = heads(handing)
    for asked in (
        {"kind": "redline", "revision": first.id, "against": zero.id},
        {"kind": "compilation", "revision": first.id},
        {"kind": "history", "revision": first.id},
    ):
        _, named = download(delegate, handing, **asked)
        _, got = download(delegate, handing, **asked, anonymous="1")
        assert {change.author for change in changes(got.content) if change.kind != "comment"} == {"Proposal"}
        assert "Proposal" not in {change.author for change in changes(named.content)}
    assert "without names" in delegate.get(f"{handing.declaration}/documents").text


def test_sheets_and_table_are_made_too(handing):
    delegate = handing.site.by("Gabriela")
    first = heads(handing)[-1]
    page = delegate.get(f"{handing.declaration}/documents").text
    pending = re.findall(r'<option value="([0-9a-f-]{36})">AM\.2,', page)
    for asked, said in (
        ({"kind": "sheets", "amendments": pending[0]}, "Amendment sheets on Rev.1"),
        ({"kind": "sheets", "anonymous": "1"}, "Amendment sheets on Rev.1, without names"),
        ({"kind": "table"}, "Comparative table of amendments on Rev.1"),
    ):
        _, got = download(delegate, handing, revision=first.id, **asked)
        assert lint(got.content) == []
        assert "For the chair." not in " ".join(paragraphs(got.content))
        assert said in delegate.get(f"{handing.declaration}/documents").text


def test_the_clean_text_is_had_in_other_forms(handing):
    delegate, first = handing.site.by("Hugo"), heads(handing)[-1]
    _, got = download(delegate, handing, kind="clean", revision=first.id, form="md")
    assert got.headers["content-type"] == "text/markdown; charset=utf-8"
    assert 'filename="Regional declaration Rev.1.md"' in got.headers["content-disposition"]
    asked = {"kind": "clean", "revision": first.id, "form": "poem"}
    assert delegate.post(f"{handing.declaration}/documents", data=asked).status_code == 422


def unsettled(room, *, of):
    """Honduras reserves its position on p5, whose words the next revision changes; that revision."""
    with room.writing() as session:
        declaration = session.get_one(Declaration, room.declaration_id)
        given = {"kind": "reservation", "words": "Honduras reserves its position.", "language": "en"}
        positions.enter(session, declaration, **given, paragraph_key=room.key("p5"), by=of, at=room.now())
    room.accept(room.table(room.replacing("p5", "those who return", "all who return"), by=room.united_states))
    return room.next()


def test_who_chairs_sees_which_reservations_are_not_confirmed_before_an_agreed_text_is_taken(handing):
    second = unsettled(handing.room, of=handing.room.honduras)
    handing.site.go_to(handing.room.now())
    documents = f"{handing.declaration}/documents"
    page = handing.site.by("Sofía").get(documents).text
    assert "Reservations not confirmed on Rev.2:" in page and re.search(r"#k-[0-9a-f-]{36}\">Honduras</a>", page)
    assert "Reservas no confirmadas sobre Rev.2:" in handing.site.by("Sofía", "es").get(documents).text
    assert "not confirmed" not in handing.site.by("Gabriela").get(documents).text
    asked = {"kind": "agreed", "revision": second.id, "then": "list"}
    client = handing.site.by("Sofía")
    after = client.get(client.post(documents, data=asked).headers["location"]).text
    assert "They stay in the agreed text until their delegations withdraw them." in after
    answer = client.post(documents, data={**asked, "kind": "clean"})
    assert "The document is made and kept." in client.get(answer.headers["location"]).text


def test_the_page_offers_every_kind_in_every_form_nameless_and_translated_as_it_can_be_had(handing):
    room = handing.room
    with room.writing() as session:
        declaration = session.get_one(Declaration, room.declaration_id)
        words = [translations.Words(room.text().keys[0], runs_of("Reafirmando"), 0)]
        given = {"by": room.secretary, "at": room.now()}
        translations.enter(session, declaration, require_current(session, declaration), "es", words, **given)

    def forms_for(name):
        page = html.fromstring(handing.site.by(name).get(f"{handing.declaration}/documents").text)
        return {
            each.find(".//input[@name='kind']").get("value"): each for each in page.xpath("//form[.//input[@name='kind']]")
        }

    found = forms_for("Sofía")
    assert set(found) == {kind.value for kind in Kind}
    assert set(forms_for("Hugo")) == set(found) - {Kind.AGREED.value}
    assert set(forms_for("Olga")) == set(found) - {Kind.AGREED.value, Kind.CAPITAL.value}
    for kind in Kind:
        form = found[kind.value]
        forms = form.xpath(".//select[@name='form']/option/@value") or [Form.WORD.value]
        assert forms == [each.value for each in forms_of(kind)]
        assert bool(form.xpath(".//input[@name='anonymous']")) is (kind in MARKED), kind
        assert ("es" in form.xpath(".//select[@name='language']/option/@value")) is (kind in TRANSLATED), kind


def test_the_agreed_text_is_made_by_the_chair_side_of_the_present_text_and_by_nobody_else(handing):
    room, page = handing.room, f"{handing.declaration}/documents"
    zero, first = heads(handing)
    for name in ("Hugo", "Gustavo", "Olga"):
        answer = handing.site.by(name).post(page, data={"kind": "agreed", "revision": first.id})
        assert answer.status_code == 403, name
        assert "The same text can be had clean." in answer.text
        assert "States that adopt it" not in handing.site.by(name).get(page).text
    for name in ("Sofía", "Paula"):
        _, got = download(handing.site.by(name), handing, kind="agreed", revision=first.id)
        assert 'filename="Regional declaration Rev.1 for adoption.docx"' in got.headers["content-disposition"]
    chair = handing.site.by("Paula")
    assert "1 amendment to the words of the present text is undecided." in chair.get(page).text
    answer = chair.post(page, data={"kind": "agreed", "revision": zero.id})
    assert answer.status_code == 409
    assert "Rev.1 has been issued since Zero draft. Only the present text" in answer.text
    room.accept(room.table(room.replacing("p5", "those who", "all who"), by=room.united_states))
    handing.site.go_to(room.now())
    shown = chair.get(page).text
    assert "1 accepted amendment is not in the present text yet." in shown and 'value="agreed"' not in shown
    answer = chair.post(page, data={"kind": "agreed", "revision": first.id})
    assert answer.status_code == 409 and "What was accepted is not in Rev.1 yet: AM.3." in answer.text
