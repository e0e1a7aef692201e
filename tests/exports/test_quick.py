import pytest

from app.db import reading
from app.exports import quick
from app.exports.kinds import Form, Kind, Options
from app.exports.order import Order
from app.exports.quick import is_quick
from tests.support.told import Told


def order(rcm: Told, kind: Kind, **chosen: object) -> Order:
    by = rcm.person("secretariat@rcm.example")
    revision = rcm.revision()
    against = revision if kind is Kind.REDLINE else None
    return Order(rcm.declaration, kind, revision, against, by, rcm.at, Options(**chosen))  # type: ignore[arg-type]


def quickly(rcm: Told, kind: Kind, **chosen: object) -> bool:
    with reading(rcm.engine) as session:
        return is_quick(session, order(rcm, kind, **chosen))


def test_a_text_of_a_few_pages_is_made_at_once(rcm: Told) -> None:
    assert all(quickly(rcm, kind) for kind in Kind)


@pytest.mark.parametrize("form", [Form.PDF, Form.ODT])
def test_what_libreoffice_converts_is_not(rcm: Told, form: Form) -> None:
    assert not quickly(rcm, Kind.CLEAN, form=form)


def test_the_more_there_is_to_read_the_sooner_it_is_ordered(rcm: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "QUICK", 5_000)
    assert quickly(rcm, Kind.CLEAN)
    assert not quickly(rcm, Kind.COMPILATION), "the amendments are read too"
