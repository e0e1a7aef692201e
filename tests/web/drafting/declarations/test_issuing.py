from app.drafting import revisions


def test_the_zero_draft_is_issued_once_and_for_all(drafting):
    secretary, page = drafting.site.by("Sofía"), f"{drafting.declaration}/issue"
    assert drafting.site.by("Hugo").get(drafting.declaration).status_code == 404
    unsure = drafting.send(secretary, page, page, note="For the meeting of April.")
    assert unsure.status_code == 422
    assert "it cannot be taken back" in unsure.text
    assert "For the meeting of April." in unsure.text
    answer = drafting.resend(secretary, unsure, page, sure="1")
    assert answer.status_code == 303
    read = drafting.site.by("Hugo").get(drafting.declaration)
    assert read.status_code == 200
    assert "Zero draft" in read.text
    assert "For the meeting of April." in read.text
    assert secretary.get(page).status_code == 303, "there is nothing to issue any more"


def test_two_who_issue_at_once_issue_once(small_drafting):
    secretary, page = small_drafting.site.by("Sofía"), f"{small_drafting.declaration}/issue"
    opened = secretary.get(page)
    small_drafting.room.chair(revisions.issue_first, by=small_drafting.room.second_secretary)
    answer = small_drafting.resend(secretary, opened, page, sure="1")
    assert answer.status_code == 409
    assert "This text has been issued already." in answer.text


def test_an_empty_draft_is_not_issued(small_drafting):
    secretary = small_drafting.site.by("Sofía")
    new = "/processes/rcm/declarations/new"
    place = small_drafting.send(secretary, new, new, title="Empty").headers["location"]
    answer = small_drafting.send(secretary, f"{place}/issue", f"{place}/issue", sure="1")
    assert answer.status_code == 409
    assert "There is nothing in this draft to issue." in answer.text
