import contextlib
import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.word import opening
from app.word.names import W
from app.word.package import Package, Reason, Unreadable
from tests.word.making import OFFICE, docx, p, t, unzipped, zipped

PLAIN = docx(p(t("One.")), styles="", header=p(t("Top")))


def reason(data: bytes) -> Reason:
    with pytest.raises(Unreadable) as caught:
        Package.read(data)
    assert str(caught.value).endswith(".")
    return caught.value.reason


def test_main_part_is_found_through_relationships():
    package = Package.read(docx(p(t("x")), main="text/declaration.xml"))
    assert package.main == "text/declaration.xml"
    assert package.xml(package.main).tag == f"{{{W}}}document"


def test_main_part_is_found_by_content_type_when_nothing_relates_to_it():
    parts = unzipped(PLAIN)
    del parts["_rels/.rels"]
    assert Package.read(zipped(parts)).main == "word/document.xml"


def test_related_parts_in_order_and_never_external():
    parts = unzipped(PLAIN)
    rels = parts["word/_rels/document.xml.rels"].decode()
    external = f'<Relationship Id="x" Type="{OFFICE}header" Target="file:///etc/passwd" TargetMode="External"/>'
    parts["word/_rels/document.xml.rels"] = rels.replace("<Relationship ", external + "<Relationship ", 1).encode()
    package = Package.read(zipped(parts))
    assert package.related(package.main, "header") == ["word/header.xml"]
    assert package.target(package.main, "x") is None
    assert package.target(package.main, "rId2") == "word/header.xml"
    targets = package.targets(package.main)
    assert targets["x"] is None
    assert targets["rId2"] == "word/header.xml"
    assert package.related(package.main, "comments") == []


def test_names_are_compared_without_case_and_with_either_slash():
    parts = {name.replace("word/styles", "Word\\Styles"): data for name, data in unzipped(PLAIN).items()}
    package = Package.read(zipped(parts))
    assert package.related(package.main, "styles") == ["Word/Styles.xml"]


def test_untouched_parts_keep_their_bytes_and_edits_are_written():
    package = Package.read(PLAIN)
    before = dict(package.parts)
    package.xml("word/styles.xml")
    package.xml(package.main).find(f".//{{{W}}}t").text = "Two."
    after = unzipped(package.write())
    assert after["word/styles.xml"] == before["word/styles.xml"]
    assert b"Two." in after["word/document.xml"]
    assert Package.read(package.write()).write() == package.write()


def test_a_replaced_part_wins_over_an_edited_element():
    package = Package.read(PLAIN)
    package.xml("word/styles.xml").set("edited", "1")
    package.parts["word/styles.xml"] = b"<new/>"
    assert package.xml("word/styles.xml").tag == "new"
    assert unzipped(package.write())["word/styles.xml"] == b"<new/>"


def test_written_bytes_do_not_depend_on_the_order_of_types_or_on_time():
    parts = unzipped(PLAIN)
    last = {name: parts[name] for name in sorted(parts, key=lambda name: name == "[Content_Types].xml")}
    written = Package.read(zipped(last)).write()
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_added_parts_are_declared_and_related():
    package = Package.read(docx(p(t("x"))))
    first = package.add("word/comments.xml", b"<c/>", "application/x+xml", package.main, OFFICE + "comments")
    package.add("customXml/item1.xml", b"<c/>", "application/x+xml", package.main, OFFICE + "customXml")
    again = Package.read(package.write())
    assert again.target(again.main, first) == "word/comments.xml"
    assert again.related(again.main, "customXml") == ["customXml/item1.xml"]
    assert b'PartName="/word/comments.xml"' in again.parts["[Content_Types].xml"]


def test_strict_documents_read_as_transitional():
    parts = unzipped(PLAIN)
    for name, data in parts.items():
        for transitional, strict in (
            (W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
            (OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships/"),
        ):
            data = data.replace(transitional.encode(), strict.encode())
        parts[name] = data.replace(b"<w:document ", b'<w:document w:conformance="strict" ')
    package = Package.read(zipped(parts))
    assert package.xml(package.main).attrib == Package.read(PLAIN).xml("word/document.xml").attrib
    assert package.related(package.main, "styles") == ["word/styles.xml"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", Reason.EMPTY),
        (b"%PDF-1.7\n%...", Reason.PDF),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), Reason.OPENDOCUMENT),
        (b"Solo texto.", Reason.NOT_A_DOCX),
        (zipped({"a.txt": "x"}), Reason.NOT_A_DOCX),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le"), Reason.OLD_DOC),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), Reason.ENCRYPTED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Reason.NOT_A_DOCX),
        (PLAIN[: len(PLAIN) // 2], Reason.DAMAGED),
        (PLAIN.replace(b"PK\x01\x02", b"PK\x01\x03"), Reason.DAMAGED),
    ],
)
def test_what_is_no_docx_is_refused_with_its_reason(data, why):
    assert reason(data) is why


def test_another_office_file_is_no_word_document():
    parts = unzipped(PLAIN)
    parts["word/document.xml"] = b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    assert reason(zipped(parts)) is Reason.NOT_A_DOCX


def test_a_password_on_the_zip_is_said():
    data = bytearray(PLAIN)
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as archive:
        start = archive.start_dir
    struct.pack_into("<H", data, start + 8, 1)
    assert reason(bytes(data)) is Reason.ENCRYPTED


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<?xml version="1.0"?><!-- a --><!-- b -->\n<!DOCTYPE w:document [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>',
        '<!DOCTYPE w:document SYSTEM "http://example.org/x.dtd">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_and_entities_are_refused(prolog, encoding):
    parts = unzipped(docx(p(t("x"))))
    root = parts["word/document.xml"].decode().split("?>", 1)[1]
    parts["word/document.xml"] = (prolog + root).encode(encoding)
    assert reason(zipped(parts)) is Reason.ENTITIES


def test_a_long_harmless_prolog_is_read_quickly():
    parts = unzipped(PLAIN)
    root = parts["word/document.xml"].decode().split("?>", 1)[1]
    parts["word/document.xml"] = (" \n" * 400 + "<!-- - -->" * 400 + root).strip().encode()
    assert Package.read(zipped(parts)).main == "word/document.xml"


def test_bounds_hold_while_unpacking(monkeypatch):
    bomb = zipped({**unzipped(PLAIN), "word/media/a.bin": b"\0" * 3_000_000})
    monkeypatch.setattr(opening, "MAX_EXPANDED", 1_000_000)
    assert reason(bomb) is Reason.BOMB
    lying = bytearray(bomb)
    with zipfile.ZipFile(io.BytesIO(bomb)) as archive:
        places = [entry for entry in archive.infolist() if entry.filename.endswith("a.bin")]
        directory = bomb.index(b"word/media/a.bin", archive.start_dir) - 46
    struct.pack_into("<L", lying, directory + 24, 10)
    assert places and reason(bytes(lying)) in (Reason.DAMAGED, Reason.BOMB)


def test_a_part_too_large_to_be_read_as_xml(monkeypatch):
    monkeypatch.setattr(opening, "MAX_PART", 100_000)
    assert reason(docx(p(t("x" * 100_000)))) is Reason.BOMB
    assert Package.read(docx(p(t("x")), extra={"word/media/a.bin": b"x" * 200_000})).main == "word/document.xml"


def test_too_many_parts_and_too_large_files(monkeypatch):
    monkeypatch.setattr(opening, "MAX_PARTS", 5)
    assert reason(PLAIN) is Reason.BOMB
    monkeypatch.setattr(opening, "MAX_FILE", 100)
    assert reason(PLAIN) is Reason.TOO_LARGE


def test_the_same_name_twice_is_damage():
    out = io.BytesIO(PLAIN)
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning):
        archive.writestr("word/document.xml", "<other/>")
    assert reason(out.getvalue()) is Reason.DAMAGED


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_mutated_files_are_read_or_unreadable(data):
    mutated = bytearray(PLAIN)
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(mutated) - 1))
        mutated[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, 40))
    with contextlib.suppress(Unreadable):
        Package.read(bytes(mutated[: len(mutated) - cut])).write()
