"""Reservations and explanations of position, for programs."""

import pytest

from tests.web.api.drafting import Programs

WORDS = "Honduras reserves its position."


@pytest.fixture
def programs(embedded_engine):
    around = Programs(embedded_engine)
    around.room.issue()
    return around


def reservation(programs, **asked):
    given = {"kind": "reservation", "words": WORDS, "language": "en", "paragraph_key": programs.room.key("p3"), **asked}
    return programs.of("Hugo").post(f"{programs.path}/positions", json=given)


def change(programs):
    programs.room.accept(programs.room.table(programs.room.replacing("p3", "border management", "cooperation")))
    return programs.room.next()


def test_a_reservation_is_entered_confirmed_and_withdrawn(programs):
    made = reservation(programs)
    assert made.status_code == 201
    one = f"{programs.path}/positions/{made.json()['id']}"
    for name in ("Gabriela", "Olga", "Sofía"):
        (seen,) = programs.of(name).get(f"{programs.path}/positions").json()
        assert (seen["words"], seen["delegation"], seen["standing"], seen["mine"]) == (WORDS, "Honduras", "standing", False)
    revision = change(programs)
    hugo = programs.of("Hugo")
    shown = hugo.get(one)
    assert (shown.json()["standing"], shown.json()["affirmed_on"]) == ("changed", "Zero draft")
    seen = {"if-match": shown.headers["etag"]}
    assert hugo.post(f"{one}/confirm").status_code == 422
    assert hugo.post(f"{one}/confirm", headers=seen, json={"on": made.json()["id"]}).status_code == 409
    confirmed = hugo.post(f"{one}/confirm", headers=seen, json={"on": str(revision.id)})
    assert (confirmed.json()["standing"], confirmed.json()["affirmed_on"]) == ("standing", "Rev.1")
    assert hugo.post(f"{one}/withdraw", headers=seen).status_code == 409
    withdrawn = hugo.post(f"{one}/withdraw", headers={"if-match": confirmed.headers["etag"]})
    assert (withdrawn.json()["standing"], withdrawn.json()["words"]) == ("withdrawn", WORDS)
    assert withdrawn.json()["withdrawn_at"]


def test_a_request_sent_twice_enters_once(programs):
    given = {"kind": "explanation", "words": "Why.", "language": "en"}
    sent = [
        programs.of("Hugo").post(f"{programs.path}/positions", json=given, headers={"idempotency-key": "once"})
        for _ in range(2)
    ]
    assert [each.status_code for each in sent] == [201, 201]
    assert sent[0].json() == sent[1].json()
    assert len(programs.of("Hugo").get(f"{programs.path}/positions").json()) == 1


def test_who_may_not_is_refused(programs):
    given = {"kind": "reservation", "words": "x", "language": "en"}
    for name in ("Sofía", "Paula", "Olga", "Gabriela"):
        assert programs.of(name).post(f"{programs.path}/positions", json=given).status_code == 403
    assert programs.site.program("Hugo", "read", "draft").post(f"{programs.path}/positions", json=given).status_code == 403
    made = reservation(programs).json()["id"]
    one = f"{programs.path}/positions/{made}"
    assert programs.of("Ursula").post(f"{one}/withdraw", headers={"if-match": '"1"'}).status_code == 403
    missing = one.replace(made, str(programs.room.declaration_id))
    assert programs.of("Hugo").get(missing).status_code == 404


def test_what_cannot_be_taken_is_refused(programs):
    assert reservation(programs, kind="objection").status_code == 422
    assert reservation(programs, language="de").status_code == 422
    assert reservation(programs, kind="explanation").status_code == 422
    assert reservation(programs, paragraph_key="nowhere").status_code == 404
