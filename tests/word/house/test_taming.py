import io
import zipfile

import pytest

from app.word.house.taming import LeftOut, tamed
from app.word.names import w
from app.word.package import Package
from app.word.unreadable import Unreadable
from app.word.wording import words
from tests.word.house.letterheads import counting, hostile, secretariat


def test_a_letterhead_as_it_should_be_loses_nothing() -> None:
    package, left_out = tamed(secretariat())
    assert left_out == {}
    assert any(part.endswith(".png") for part in package.parts)


def test_what_points_elsewhere_or_runs_is_named_and_gone() -> None:
    package, left_out = tamed(hostile())
    assert left_out == {
        LeftOut.MACROS: 1,
        LeftOut.TRACKED: 1,
        LeftOut.EMBEDDED: 1,
        LeftOut.FRAME: 1,
        LeftOut.FIELD: 2,
        LeftOut.ELSEWHERE: 1,
        LeftOut.LINK: 1,
        LeftOut.TEXT: 1,
    }
    for part in package.related(package.main, "header"):
        said = package.parts[part] + package.parts.get(part.replace("word/", "word/_rels/") + ".rels", b"")
        for gone in (
            b"elsewhere",
            b"oleObject",
            b"DDEAUTO",
            b"INCLUDEPICTURE",
            b"bookmark",
            b"framePr",
            b"w:ins",
            b"dataBinding",
        ):
            assert gone not in said


def test_the_words_of_what_is_gone_stay() -> None:
    package, _ = tamed(hostile())
    said = " ".join(words(package.xml(part)) for part in package.related(package.main, "header"))
    for word in ("Inserted", "example.org", "picture", "table", "bound"):
        assert word in said
    assert "deleted" not in said


def test_fields_of_the_document_itself_stay() -> None:
    package, left_out = tamed(secretariat(further=counting))
    assert left_out == {}
    footers = [package.xml(part) for part in package.related(package.main, "footer")]
    assert any("PAGE" in (found.text or "") for root in footers for found in root.iter(w("instrText")))


def test_what_unpacks_to_too_much_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for place in range(5):
            archive.writestr(f"word/media/{place}.png", b"\0" * (48 * 1024 * 1024))
    with pytest.raises(Unreadable):
        tamed(out.getvalue())


def test_the_same_file_is_tamed_to_the_same_bytes() -> None:
    once, again = tamed(hostile()).package, tamed(hostile()).package
    assert isinstance(once, Package)
    assert once.written() == again.written()
