"""PDF and ODT, made of Word files by LibreOffice where it is installed."""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from app.errors import OutOfPlace

_PROGRAM = "soffice"
_LONGEST = 600
"""Seconds after which a conversion is given up."""
# Once it is told anything, LibreOffice also turns comments into notes of the PDF unless it is told not to.
_TAGGED = {"UseTaggedPDF": {"type": "boolean", "value": "true"}, "ExportNotes": {"type": "boolean", "value": "false"}}
_FILTERS = {"pdf": f"pdf:writer_pdf_Export:{json.dumps(_TAGGED)}"}


def is_installed() -> bool:
    """Whether there is a LibreOffice to ask."""
    return shutil.which(_PROGRAM) is not None


def converted(content: bytes, ending: str) -> bytes:
    """The Word file `content` as a file of the kind that `ending` names ("pdf", "odt"). Raises OutOfPlace.

    A PDF is tagged: it says to whoever cannot see it what is a heading, a row, a footnote, and in which language it is.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        raise OutOfPlace("This form needs LibreOffice, which is not installed here.", field="form")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        given, made = folder / "document.docx", folder / f"document.{ending}"
        given.write_bytes(content)
        # A profile of its own: two at once would wait for each other's.
        command = [program, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        command += ["--convert-to", _FILTERS.get(ending, ending), "--outdir", str(folder), str(given)]
        surroundings = {"PATH": os.environ.get("PATH", os.defpath), "HOME": name, "LANG": "C.UTF-8"}
        try:
            subprocess.run(command, env=surroundings, capture_output=True, timeout=_LONGEST, check=False)
        except subprocess.TimeoutExpired:
            made.unlink(missing_ok=True)
        if not made.exists():
            raise OutOfPlace("LibreOffice could not make this document. Take it in Word.", field="form")
        return made.read_bytes()
