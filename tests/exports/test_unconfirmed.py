from app.db import reading, writing
from app.drafting import decisions, revisions
from app.drafting.models import Amendment, Declaration
from app.drafting.texts import text_of
from app.exports.unconfirmed import unconfirmed
from app.positions import positions
from app.positions.models import Position
from tests.exports.making.orders import amendment
from tests.exports.making.test_on_record import GUATEMALA, HONDURAS, MEXICO, enter, key
from tests.support.told import Told


def waiting(rcm: Told) -> list[str]:
    with reading(rcm.engine) as session:
        found = unconfirmed(session, rcm.declaration, rcm.revision(), language="en")
    return [each.brief for each in found]


def key_with(rcm: Told, words: str) -> str:
    with reading(rcm.engine) as session:
        return next(each.key for each in text_of(session, rcm.revision().id) if words in each.text)


def next_revision(rcm: Told, name: str) -> None:
    chair = rcm.person("secretariat@rcm.example")
    with writing(rcm.engine) as session:
        declared = session.get_one(Declaration, rcm.declaration.id)
        row = session.get_one(Amendment, amendment(rcm, name))
        decisions.accept(session, row, expected=declared.version, by=chair, at=rcm.at)
        revisions.issue_next(session, declared, expected=declared.version, by=chair, at=rcm.at)


def test_what_its_delegation_has_not_confirmed_since_the_text_changed_is_told_until_it_speaks(rcm: Told) -> None:
    on_changed = enter(rcm, HONDURAS, "Honduras se reserva su posición.", key_with(rcm, "who have been victims in"))
    enter(rcm, GUATEMALA, "Guatemala se reserva su posición.", key(rcm, 1))
    on_the_whole = enter(rcm, MEXICO, "México se reserva su posición sobre el conjunto.")
    enter(rcm, MEXICO, "México explica su posición.", kind="explanation")
    assert waiting(rcm) == []
    next_revision(rcm, "victims")
    assert waiting(rcm) == ["Honduras (item 1, Zero draft)", "Mexico (Zero draft)"]
    with writing(rcm.engine) as session:
        honduran, mexican = session.get_one(Position, on_changed), session.get_one(Position, on_the_whole)
        positions.confirm(session, honduran, expected=1, by=rcm.person(HONDURAS), at=rcm.at)
        positions.withdraw(session, mexican, expected=1, by=rcm.person(MEXICO), at=rcm.at)
    assert waiting(rcm) == []
