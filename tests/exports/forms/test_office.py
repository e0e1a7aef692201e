import pytest

from app.errors import OutOfPlace
from app.exports.forms import office
from app.exports.kinds import Kind
from tests.exports.making.orders import made
from tests.support.told import Told


@pytest.fixture
def installed() -> None:
    if not office.is_installed():
        pytest.skip("LibreOffice is not installed")


@pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF-"), ("odt", b"PK\x03\x04")])
def test_word_becomes_other_forms(installed: None, rcm: Told, ending: str, begins: bytes) -> None:
    assert office.converted(made(rcm, Kind.CLEAN), ending).startswith(begins)


def test_a_pdf_is_tagged_in_its_language_and_without_the_comments_of_the_word_file(installed: None, rcm: Told) -> None:
    data = office.converted(made(rcm, Kind.COMPILATION), "pdf")
    assert b"/Marked true" in data and b"/StructTreeRoot" in data
    assert b"/Lang(en-GB)" in data
    assert b"/Subtype /Text" not in data and b"/Subtype/Text" not in data


def test_without_libreoffice_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not office.is_installed()
    with pytest.raises(OutOfPlace):
        office.converted(b"", "pdf")
