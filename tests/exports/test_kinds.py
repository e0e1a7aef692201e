"""Whatever is handed out without names names nobody, in any part of the file."""

import re

import pytest

from app.db import reading, writing
from app.drafting import comments
from app.drafting.models import Declaration
from app.drafting.queries import names_of
from app.exports import exports
from app.exports.kinds import MARKED, Kind, Options
from tests.exports.making.orders import made
from tests.exports.making.test_compilation import parts_of
from tests.exports.making.test_redline import next_revision
from tests.support.told import Told


def named(rcm: Told, data: bytes) -> set[tuple[str, str]]:
    """Delegations, and numbers of amendments, with the part that names them."""
    with reading(rcm.engine) as session:
        names = set(names_of(session, rcm.declaration.process_id, "en").by_id.values())
    parts = parts_of(data)
    found = {(name, part) for part, text in parts.items() for name in names if name in text}
    return found | {(match, part) for part, text in parts.items() for match in re.findall(r"AM\.\d+", text)}


@pytest.mark.parametrize("kind", sorted(MARKED))
def test_nobody_is_named_whom_the_text_does_not_name(rcm: Told, kind: Kind) -> None:
    with writing(rcm.engine) as session:
        declared = session.get_one(Declaration, rcm.declaration.id)
        comments.make(session, declared, text="Panama agrees.", by=rcm.person("delegate@hn.example"), at=rcm.at)
    old, _ = next_revision(rcm, "smuggling") if kind in (Kind.REDLINE, Kind.HISTORY) else (None, None)
    by = rcm.person("secretariat@rcm.example")

    def of(kind: Kind, options: Options) -> bytes:
        with reading(rcm.engine) as session:
            args = {"by": by, "at": rcm.at, "against": old, "options": options}
            return exports.make(session, rcm.declaration, kind, rcm.revision(), **args).content

    clean = {name for name, _ in named(rcm, made(rcm, Kind.CLEAN))}
    without = named(rcm, of(kind, Options(anonymous=True)))
    assert {name for name, _ in without} <= clean
    assert not [part for _, part in without if not re.fullmatch(r"word/(document|footnotes)\.xml", part)]
    if kind is not Kind.REDLINE:
        assert {name for name, _ in named(rcm, of(kind, Options()))} - clean
