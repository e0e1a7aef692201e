from app.exports.models import ExportJob
from app.exports.policy import CHAIR, may_cancel, may_export, may_have_agreed, may_see_job, side_of
from app.record.actor import Actor
from tests.support.told import Told


def test_the_chair_side_is_one_side_and_each_delegation_its_own(rcm: Told) -> None:
    declaration = rcm.declaration
    assert side_of(rcm.person("secretariat@rcm.example"), declaration.process_id) == CHAIR
    assert side_of(rcm.person("presidency@sv.example"), declaration.process_id) == CHAIR
    honduras = rcm.person("delegate@hn.example")
    assert side_of(honduras, declaration.process_id) == str(honduras.delegation_id)


def test_at_a_joint_meeting_who_serves_another_process_is_a_side_of_its_own(rcm: Told) -> None:
    other = rcm.person("secretariat@sacm.example", "sacm")
    assert side_of(other, rcm.declaration.process_id) == str(other.process_id)
    assert may_export(other, {rcm.declaration.process_id, other.process_id}).allowed
    assert not may_export(other, {rcm.declaration.process_id}).allowed


def test_observers_may_take_away_what_they_may_read(rcm: Told) -> None:
    assert may_export(rcm.person("network@rncom.example"), {rcm.declaration.process_id}).allowed


def ordered(rcm: Told, by: Actor) -> ExportJob:
    declaration = rcm.declaration
    return ExportJob(
        process_id=declaration.process_id,
        declaration_id=declaration.id,
        kind="clean",
        revision_id=rcm.revision().id,
        side=side_of(by, declaration.process_id),
        ordered_by=by.participant_id,
        ordered_at=rcm.at,
        steps=3,
    )


def test_what_is_in_the_making_is_seen_by_its_side_and_the_chair(rcm: Told) -> None:
    job = ordered(rcm, rcm.person("delegate@hn.example"))
    seen = {email: may_see_job(rcm.person(email), job, {job.process_id}) for email in EVERYBODY}
    assert [email for email, may in seen.items() if may] == [
        "delegate@hn.example",
        "presidency@hn.example",
        "secretariat@rcm.example",
        "presidency@sv.example",
    ]
    assert not may_see_job(rcm.person("secretariat@sacm.example", "sacm"), job, {job.process_id})


def test_it_is_cancelled_by_who_ordered_it_and_the_chair(rcm: Told) -> None:
    job = ordered(rcm, rcm.person("delegate@hn.example"))
    allowed = [email for email in EVERYBODY if may_cancel(rcm.person(email), job, {job.process_id}).allowed]
    assert allowed == ["delegate@hn.example", "secretariat@rcm.example", "presidency@sv.example"]


EVERYBODY = (
    "delegate@hn.example",
    "presidency@hn.example",
    "delegate@gt.example",
    "network@rncom.example",
    "secretariat@rcm.example",
    "presidency@sv.example",
)


def test_the_agreed_text_is_made_by_the_presidency_in_office_and_the_secretariat(rcm: Told) -> None:
    process = rcm.declaration.process_id
    everybody = (*EVERYBODY, "head@gt.example", "network@rncom.example")
    allowed = [email for email in everybody if may_have_agreed(rcm.person(email), process).allowed]
    assert allowed == ["secretariat@rcm.example", "presidency@sv.example"]
