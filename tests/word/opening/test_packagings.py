"""The same document packed as other programs pack it is read, listed and settled as the same."""

import io
import re
import warnings
import zipfile
from dataclasses import replace

import pytest

from app.word.changes import changes
from app.word.read import read
from app.word.resolve import accept, reject
from app.word.unreadable import Unreadable
from tests.word.making import docx, unzipped, zipped
from tests.word.shapes import Shapes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = (
    (W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"),
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
GIVEN = [Shapes(seed).file() for seed in range(12)]


def strict(parts):
    out = {}
    for name, data in parts.items():
        text = data.decode()
        for transitional, purl in STRICT:
            text = text.replace(transitional, purl)
        out[name] = text.replace("<w:document ", '<w:document w:conformance="strict" ').encode()
    return out


def utf_16(parts):
    return {name: _declared(data).encode("utf-16") if name.startswith("word/") else data for name, data in parts.items()}


def _declared(data):
    return '<?xml version="1.0" encoding="UTF-16"?>' + re.sub(r"^<\?xml.*?\?>", "", data.decode())


def strict_utf_16(parts):
    return utf_16(strict(parts))


def byte_order_mark(parts):
    return {name: b"\xef\xbb\xbf" + data for name, data in parts.items()}


def absolute_targets(parts):
    return parts | {
        name: data.replace(b'Target="', b'Target="/' if name.startswith("_rels") else b'Target="/word/')
        for name, data in parts.items()
        if name.endswith(".rels")
    }


def other_names(parts):
    renamed = {name.replace("document.xml", "document2.xml"): data for name, data in parts.items()}
    return {name: data.replace(b"word/document.xml", b"word/document2.xml") for name, data in renamed.items()}


def blanks_in_names(parts):
    renamed = {name.replace("word/", "my word/"): data for name, data in parts.items()}
    return {name: data.replace(b"word/", b"my%20word/") for name, data in renamed.items()}


def backslashes(parts):
    return {name.replace("/", "\\"): data for name, data in parts.items()}


def with_macros(parts):
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    types = parts["[Content_Types].xml"].replace(MAIN.encode(), kind.encode())
    return parts | {"[Content_Types].xml": types, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000}


def template(parts):
    kind = MAIN.replace("document.main", "template.main")
    return parts | {"[Content_Types].xml": parts["[Content_Types].xml"].replace(MAIN.encode(), kind.encode())}


def other_prefixes(parts):
    return {
        name: re.sub(rb"(</?|\s|xmlns:)w(:|=)", rb"\1ns0\2", data) if name.startswith("word/") else data
        for name, data in parts.items()
    }


def comments_and_instructions(parts):
    return {
        name: re.sub(rb"(<w:(?:p|r|ins|del)[ >])", rb"<!-- a --><?b c?>\1", data) if name.endswith("document.xml") else data
        for name, data in parts.items()
    }


def types_in_small_letters(parts):
    return {name.lower() if name.startswith("[") else name: data for name, data in parts.items()}


def without_types(parts):
    return {name: data for name, data in parts.items() if not name.startswith("[")}


def parts_in_capitals(parts):
    return {name.upper() if name.startswith("word/") and "rels" not in name else name: data for name, data in parts.items()}


def cdata(parts):
    return {
        name: re.sub(rb"(<w:t[^>]*>)([a-z]+ ?)(</w:t>)", rb"\1<![CDATA[\2]]>\3", data)
        if name.endswith("document.xml")
        else data
        for name, data in parts.items()
    }


def ids_given_twice(parts):
    return {
        name: data.replace(b"<w:p>", b'<w:p xml:id="1">') if name.endswith("document.xml") else data
        for name, data in parts.items()
    }


WAYS = [types_in_small_letters, without_types, parts_in_capitals, cdata, ids_given_twice, strict, utf_16,
        strict_utf_16, byte_order_mark, absolute_targets, other_names, blanks_in_names, backslashes, with_macros,
        template, other_prefixes, comments_and_instructions]  # fmt: skip


def listed(data):
    """The changes in a file, whatever its parts are called."""
    return [replace(change, part="") for change in changes(data)]


@pytest.mark.parametrize("way", WAYS)
def test_however_it_is_packed_it_is_the_same_document(way):
    for data in GIVEN:
        packed = zipped(way(unzipped(data)))
        assert packed != data
        assert listed(packed) == listed(data)
        for settle in (accept, reject):
            assert read(settle(packed)) == read(settle(data))
            assert listed(settle(packed)) == listed(settle(data))


@pytest.mark.parametrize("way", ["stored", "streamed", "zip64", "twice", "behind a program", "with folders"])
def test_however_the_archive_was_written_it_is_the_same_document(way):
    for data in GIVEN[:4]:
        assert listed(archived(data, way)) == listed(data)
        assert read(archived(data, way)) == read(data)


def archived(data, way):
    out = io.BytesIO()
    # What cannot be gone back in is written with the sizes behind the contents.
    target = Forwards(out) if way == "streamed" else out
    compression = zipfile.ZIP_STORED if way == "stored" else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(target, "w", compression) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in unzipped(data).items():
            if way == "with folders" and "/" in name:
                archive.writestr(name.rpartition("/")[0] + "/", b"")
            for _ in range(2 if way == "twice" else 1):
                with archive.open(name, "w", force_zip64=way == "zip64") as part:
                    part.write(content)
    return (b"MZ a program that unpacks itself" if way == "behind a program" else b"") + out.getvalue()


class Forwards(io.RawIOBase):
    """A stream that can only be written on."""

    def __init__(self, out):
        self._out = out

    def writable(self):
        return True

    def write(self, content):
        return self._out.write(content)


def test_two_parts_of_one_name_that_say_different_things_are_refused():
    out = io.BytesIO(GIVEN[0])
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", b"<x/>")
    with pytest.raises(Unreadable):
        changes(out.getvalue())


def test_what_is_only_referred_to_is_not_looked_into():
    chunk = '<w:altChunk r:id="rId77"/>'
    part = '<w:p><w:subDoc r:id="rId78"/></w:p>'
    data = docx(chunk + part + "<w:p><w:r><w:t>Words.</w:t></w:r></w:p>", extra={"word/chunk.html": b"<html/>"})
    assert changes(data) == ()
    assert unzipped(accept(data)) == unzipped(data)
    assert [found.text for found in read(data).paragraphs] == ["Words."]
