"""Files taken apart to the last byte: everything that somebody could find in them who looks for it."""

import io
import re
import subprocess
import zipfile
import zlib

from app.exports.kinds import Form
from tests.support.programs import find


def everything_in(content: bytes, form: Form) -> dict[str, str]:
    """The parts of a file by their names, as text; parts that are files themselves are taken apart too."""
    if form is Form.PDF:
        return _portable(content)
    if content[:2] != b"PK":
        return {form.value: content.decode()}
    found: dict[str, str] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        found["names and dates of the parts"] = " ".join(f"{each.filename} {each.date_time}" for each in archive.infolist())
        found["comment of the archive"] = archive.comment.decode("latin-1")
        for each in archive.infolist():
            part = archive.read(each)
            found[each.filename] = part.decode("utf-8", "replace") if each.filename.endswith(".xml") else _text(part)
    return found


def _text(part: bytes) -> str:
    """What a program would find that looks for letters, of one byte each or of two."""
    return part.decode("latin-1") + part.decode("utf-16-le", "ignore") + part[1:].decode("utf-16-le", "ignore")


def _portable(content: bytes) -> dict[str, str]:
    found = {"as it is": _text(content)}
    for place, stream in enumerate(re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)):
        try:
            found[f"stream {place}"] = _text(zlib.decompress(stream))
        except zlib.error:
            continue
    for name, program in (
        ("words", ["pdftotext", "-", "-"]),
        ("metadata", ["pdfinfo", "-"]),
        ("more", ["pdfinfo", "-meta", "-"]),
    ):
        if find("pdftoppm"):
            found[name] = subprocess.run(program, input=content, capture_output=True, check=True).stdout.decode()
    return found
