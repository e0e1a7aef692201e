from app.db import writing
from app.meetings import meetings
from app.meetings.meetings import Particulars
from tests.web.drafting.negotiating import Form


def test_the_particulars_are_changed_all_at_once(table):
    room, chair, page = table.room, table.site.by("Sofía"), f"{table.declaration}/details"
    with writing(room.engine) as session:
        meeting = meetings.convene(
            session, room.process, Particulars(title="In Washington"), by=room.secretary, at=room.now()
        )
    answer = table.send(
        chair, page, page, title="Another title", symbol="RCM/7", character="Succinct", **{"meeting-id": str(meeting.id)}
    )
    assert answer.status_code == 303
    answer = chair.post(page, data=Form(chair.get(page).text, page).fields | {"meeting_id": str(meeting.id)})
    assert answer.status_code == 303
    row = room.declaration()
    assert (row.title, row.symbol, row.character, row.meeting_id) == ("Another title", "RCM/7", "Succinct", meeting.id)
    assert "In Washington" in table.site.by("Hugo").get(table.declaration).text


def test_what_is_refused_comes_back_as_typed(table):
    chair, page = table.site.by("Sofía"), f"{table.declaration}/details"
    answer = table.send(chair, page, page, title="", symbol="KEPT/1")
    assert answer.status_code == 422
    assert 'value="KEPT/1"' in answer.text
    long = table.send(chair, page, page, title="x" * 501)
    assert long.status_code == 413
    opened = chair.get(page)
    table.send(table.site.by("Teresa"), page, page, title="Faster")
    assert "changed the particulars of a declaration" in table.resend(chair, opened, page, title="Slower").text
    assert table.room.declaration().title == "Faster"


def test_only_the_chair_side_changes_them(table):
    page = f"{table.declaration}/details"
    assert table.site.by("Gustavo").get(page).status_code == 403


def test_the_language_is_changed_while_the_text_is_a_draft(drafting, table):
    chair, page = drafting.site.by("Sofía"), f"{drafting.declaration}/details"
    assert drafting.send(chair, page, page, title="T", language="es").status_code == 303
    assert drafting.room.declaration().language == "es"
    chair, page = table.site.by("Sofía"), f"{table.declaration}/details"
    assert "f-language" not in chair.get(page).text
    assert table.resend(chair, chair.get(page), page, language="es").status_code == 409
