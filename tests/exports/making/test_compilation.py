import io
import zipfile

from sqlalchemy import Engine
from sqlmodel import select

from app.db import reading, writing
from app.drafting import amendments, decisions, queries
from app.drafting.models import Amendment, Declaration
from app.drafting.queries import names_of
from app.drafting.texts import text_of
from app.exports.kinds import Kind, Options
from app.exports.making.compilation import compiled
from app.text.notation import write
from app.word import changes, read, resolve
from tests.drafting.room import Room
from tests.exports.making.orders import made, of_room, overtaken
from tests.support.oracles import lint
from tests.support.told import Told


def compilation(rcm: Told, reader: str = "secretariat@rcm.example", *, anonymous: bool = False) -> bytes:
    with reading(rcm.engine) as session:
        by = rcm.person(reader)
        return compiled(session, rcm.declaration, rcm.revision(), by=by, at=rcm.at, anonymous=anonymous)


def paragraphs(data: bytes) -> list[str]:
    return [write(found.runs) for found in read.read(data).paragraphs]


def base(rcm: Told) -> list[str]:
    with reading(rcm.engine) as session:
        return [write(paragraph.runs) for paragraph in text_of(session, rcm.revision().id)]


def test_rejecting_everything_gives_the_base(rcm: Told) -> None:
    assert paragraphs(resolve.reject(compilation(rcm))) == base(rcm)


def test_accepting_everything_gives_what_is_free_and_leaves_rivals_in_brackets(rcm: Told) -> None:
    accepted = paragraphs(resolve.accept(compilation(rcm)))
    shared = next(text for text in accepted if text.startswith("An approach of shared responsibility"))
    assert "adhering to its national regulations at all times" in shared
    assert shared.endswith("Efforts at the national level are insufficient; coordinated actions are needed.")
    management = next(text for text in accepted if text.startswith("A framework for migration management"))
    assert "and more efficient border management [Guatemala: delete] [Costa Rica: and more efficient" in management
    assert "[Panama: Common regional definitions" in " ".join(accepted)


def test_each_delegation_is_the_author_of_its_own_changes_and_nobody_else_is(rcm: Told) -> None:
    found = [change for change in changes.changes(compilation(rcm)) if change.kind != "comment"]
    assert {change.author for change in found} == {
        "Guatemala", "Honduras", "Costa Rica", "Mexico", "Panama", "United States",
    }  # fmt: skip
    smuggling = next(change for change in found if "smuggling of migrants" in change.text)
    assert smuggling.author == "Honduras"


def test_a_reason_for_the_chair_stands_only_in_the_copy_of_the_chair(rcm: Told) -> None:
    def comments(reader: str) -> str:
        return " ".join(change.text for change in changes.changes(compilation(rcm, reader)) if change.kind == "comment")

    assert "territorial claim" in comments("secretariat@rcm.example")
    assert "territorial claim" in comments("delegate@gt.example")
    assert "territorial claim" not in comments("delegate@hn.example")


def test_a_proposal_on_the_text_as_a_whole_is_a_comment_at_its_head(rcm: Told) -> None:
    found = [change for change in changes.changes(compilation(rcm)) if change.kind == "comment"]
    general = [change for change in found if "on the text as a whole (" in change.text]
    assert {change.author for change in general} == {"Mexico", "United States", "Guatemala"}


def test_what_was_withdrawn_or_turned_down_is_not_pending(rcm: Told) -> None:
    secretary, honduras = rcm.person("secretariat@rcm.example"), rcm.person("delegate@hn.example")
    with writing(rcm.engine) as session:
        ids = {name: amendment.id for name, amendment in rcm.story.amendments.items()}
        found = {row.id: row for row in session.exec(select(Amendment))}
        withdrawn, refused = found[ids["smuggling"]], found[ids["regulations"]]
        amendments.withdraw(session, withdrawn, expected=withdrawn.version, by=honduras, at=rcm.at)
        declared = session.get_one(Declaration, rcm.declaration.id)
        decisions.not_accept(session, refused, expected=declared.version, by=secretary, at=rcm.at)
    text = " ".join(paragraphs(resolve.accept(compilation(rcm))))
    assert "smuggling of migrants" not in text
    assert "adhering to its national regulations" not in text


def test_the_legend_says_who_proposes_what_and_how_much_is_in_brackets(rcm: Told) -> None:
    (legend,) = (change for change in changes.changes(compilation(rcm)) if change.text.startswith("Legend"))
    assert legend.author == "Secretariat"
    lines = legend.text.splitlines()
    assert [line.partition(":")[0] for line in lines[1:4]] == [
        "Costa Rica",
        "Guatemala",
        "Guatemala, on the text as a whole",
    ]
    accepted = " ".join(paragraphs(resolve.accept(compilation(rcm))))
    assert lines[-1].endswith(f"Brackets in the text with them: {accepted.count('[')}.")


def parts_of(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_an_anonymous_compilation_names_nobody_in_any_part_of_the_file(rcm: Told) -> None:
    data = compilation(rcm, anonymous=True)
    attributed = compilation(rcm)
    with reading(rcm.engine) as session:
        names = set(names_of(session, rcm.declaration.process_id, "en").by_id.values())
    clean = parts_of(made(rcm, Kind.CLEAN))
    parts = parts_of(data)
    found_in = {(name, part) for part, text in parts.items() for name in names if name in text}
    assert found_in == {(name, part) for part, text in clean.items() for name in names if name in text}
    assert not [part for part, text in parts.items() if "AM." in text]
    found = [change for change in changes.changes(data) if change.kind != "comment"]
    assert {(change.author, change.date) for change in found} == {("Proposal", None)}
    assert paragraphs(resolve.reject(data)) == paragraphs(resolve.reject(attributed))
    assert "[Proposal: delete]" in " ".join(paragraphs(resolve.accept(data)))
    assert lint(data) == []


def legend_of(data: bytes) -> list[str]:
    (legend,) = (change for change in changes.changes(data) if change.text.startswith("Legend"))
    return legend.text.splitlines()


def test_what_the_text_overtook_is_named_and_not_shown(embedded_engine: Engine) -> None:
    room = Room(embedded_engine)
    gone = overtaken(room)
    data = of_room(room, Kind.COMPILATION)
    assert "crimes" not in " ".join(paragraphs(resolve.accept(data)))
    told = "Amendments overtaken by Rev.1, not shown until their delegations restate them: AM.1 (Honduras)."
    lines = legend_of(data)
    assert lines[-2:] == ["Proposals: 1. Brackets in the text with them: 0.", told]
    anonymous = legend_of(of_room(room, Kind.COMPILATION, Options(anonymous=True)))
    assert anonymous[-1] == "Amendments overtaken by Rev.1, not shown until their delegations restate them: 1."
    view = room.ask(queries.declaration, room.declaration_id)
    assert (view.pending, view.overtaken, view.undecided) == (1, 1, 2)
    room.correct(gone, room.replacing("p2", "violence", "violence and crimes"))
    data = of_room(room, Kind.COMPILATION)
    assert "violence and crimes" in " ".join(paragraphs(resolve.accept(data)))
    assert legend_of(data)[-1].startswith("Proposals: 2.")
    view = room.ask(queries.declaration, room.declaration_id)
    assert (view.pending, view.overtaken) == (2, 0)


def test_the_legend_is_there_though_all_was_overtaken(embedded_engine: Engine) -> None:
    room = Room(embedded_engine)
    overtaken(room)
    (other,) = (view for view in room.ask(queries.amendments_of, room.declaration_id) if view.name == "AM.3")
    room.decide(decisions.not_accept, other)
    assert "AM.1 (Honduras)" in legend_of(of_room(room, Kind.COMPILATION))[-1]


def test_what_was_overtaken_and_taken_in_other_words_is_shown_in_those(embedded_engine: Engine) -> None:
    room = Room(embedded_engine)
    gone = overtaken(room)
    room.decide(decisions.modify, gone, [room.replacing("p2", "violence", "violence or crimes")])
    data = of_room(room, Kind.COMPILATION)
    assert "violence or crimes" in " ".join(paragraphs(resolve.accept(data)))
    assert legend_of(data)[-1].startswith("Proposals: 2.")
    view = room.ask(queries.declaration, room.declaration_id)
    assert (view.pending, view.overtaken, view.agreed) == (1, 0, 1)
