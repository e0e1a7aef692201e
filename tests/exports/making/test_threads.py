from datetime import timedelta

from sqlmodel import col, select

from app.db import reading, writing
from app.drafting import comments, decisions
from app.drafting.models import Amendment, AmendmentVersion, Comment, Declaration
from app.exports.making.threads import remarked
from app.text.redline import Redline
from app.word.changes import Kind, Tracked, changes
from tests.exports.making.test_compilation import compilation, parts_of
from tests.support.oracles import lint, schema_errors
from tests.support.told import Told
from tests.word.lines import lines


def threads(data: bytes) -> list[Tracked]:
    return [found for found in changes(data) if found.kind is Kind.COMMENT]


def decide(rcm: Told, name: str, *steps: str) -> None:
    """Decisions on an amendment by its name in the story, a minute apart, each with a note that says which."""
    by = rcm.person("secretariat@rcm.example")
    for minutes, step in enumerate(steps):
        with writing(rcm.engine) as session:
            declared = session.get_one(Declaration, rcm.declaration.id)
            row = session.get_one(Amendment, rcm.story.amendments[name].id)
            act, at = getattr(decisions, step), rcm.at + timedelta(minutes=minutes)
            act(session, row, note=f"Note to {step}.", expected=declared.version, by=by, at=at)


def test_what_the_room_decided_answers_the_reason(rcm: Told, tmp_path) -> None:
    decide(rcm, "regulations", "hold", "reopen", "hold")
    data = compilation(rcm)
    (thread,) = (found for found in threads(data) if found.replies)
    answers = [(reply.author, reply.text) for reply in thread.replies]
    assert answers == [
        ("Secretariat", "Held: Note to hold."),
        ("Secretariat", "Reopened: Note to reopen."),
        ("Secretariat", "Held: Note to hold."),
    ]
    assert [reply.date for reply in thread.replies] == sorted(reply.date or "" for reply in thread.replies)
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []


def test_who_may_not_read_the_reason_reads_the_answers_to_the_amendment_by_its_name(rcm: Told) -> None:
    with reading(rcm.engine) as session:
        name = next(
            name
            for name, row in rcm.story.amendments.items()
            if row.number is not None and "territorial" in _reason(session, row.id)
        )
    decide(rcm, name, "hold")

    def answered(reader: str) -> Tracked:
        (found,) = (found for found in threads(compilation(rcm, reader)) if found.replies)
        return found

    assert "territorial claim" in answered("delegate@gt.example").text
    hidden = answered("delegate@hn.example")
    assert hidden.text.startswith("AM.") and " " not in hidden.text
    assert hidden.author == "Guatemala" and [reply.text for reply in hidden.replies] == ["Held: Note to hold."]


def _reason(session, amendment_id) -> str:
    rows = session.exec(select(AmendmentVersion).where(AmendmentVersion.amendment_id == amendment_id)).all()
    return " ".join(row.reason for row in rows)


def test_what_was_said_of_a_paragraph_is_a_thread_on_it(rcm: Told) -> None:
    with reading(rcm.engine) as session:
        first = session.exec(
            select(Comment).where(col(Comment.paragraph_key).is_not(None), Comment.audience == "all")
        ).first()
    assert first is not None
    with writing(rcm.engine) as session:
        declared = session.get_one(Declaration, rcm.declaration.id)
        by = rcm.person("delegate@hn.example")
        comments.make(session, declared, text="We agree.", paragraph_key=first.paragraph_key, by=by, at=rcm.at)
    (thread,) = (found for found in threads(compilation(rcm)) if found.text == first.text)
    assert [(reply.author, reply.text) for reply in thread.replies] == [("Honduras", "We agree.")]
    assert thread.quoted


def test_what_was_said_to_the_chair_is_in_the_copy_of_the_chair(rcm: Told) -> None:
    def said(reader: str) -> str:
        return " ".join(each.text for found in threads(compilation(rcm, reader)) for each in (found, *found.replies))

    assert "this political moment" in said("secretariat@rcm.example")
    assert "this political moment" not in said("delegate@hn.example")
    assert "roadmap" in said("delegate@hn.example")


def test_without_names_nobody_answers(rcm: Told) -> None:
    decide(rcm, "regulations", "hold")
    data = compilation(rcm, anonymous=True)
    (legend,) = threads(data)
    assert legend.text.startswith("Legend") and legend.replies == ()
    everything = " ".join(parts_of(data).values())
    assert "Note to hold" not in everything and "roadmap" not in everything


def test_remarks_stand_where_the_paragraph_stood() -> None:
    shown = Redline(lines(">a A moved | =one | <a A moved | =two"))
    told = remarked(shown, {"A": "said", "nowhere": "lost"}, ["whole"])
    assert [line.remarks for line in told.lines] == [("whole",), (), ("said",), ()]
    assert remarked(Redline(()), {}, ["whole"]) == Redline(())
