"""The fingerprint of a text: by it anybody can tell whether a copy is the text.

It is the SHA-256, in 64 lower-case hexadecimal digits, of these lines in UTF-8, each ended by one line feed (U+000A):

    pro-tempore-text 1
    P <role> <level>                       for each paragraph, in order
    T <marks> <words>                      for each of its runs, in the fewest runs
    N <marks> <words of the note>          for a footnote call instead

The fields are parted by one blank (U+0020). A role is its English name in lower case ("preambular"); a level is a decimal
number, 0 if there is none; marks are their English names in alphabetical order joined by "+" ("bold+italic"), "-" if there
are none. Words are as they are kept (Unicode NFC), with "\\\\" for a backslash and "\\n" for a line feed. Keys, numbers and
the way runs were cut do not matter: two texts that read the same have one fingerprint.
"""

import hashlib

from app.text.document import Document
from app.text.runs import Run, joined

FORM = "pro-tempore-text 1"


def fingerprint(document: Document) -> str:
    """The fingerprint of `document`."""
    return hashlib.sha256(canonical(document).encode()).hexdigest()


def canonical(document: Document) -> str:
    """The lines the fingerprint is taken of."""
    lines = [FORM]
    for paragraph in document:
        lines.append(f"P {paragraph.role.value} {paragraph.level}")
        lines += [_line(run) for run in joined(paragraph.runs)]
    return "".join(line + "\n" for line in lines)


def _line(run: Run) -> str:
    kind, words = ("T", run.text) if run.note is None else ("N", run.note)
    marks = "+".join(sorted(run.marks)) or "-"
    return f"{kind} {marks} " + words.replace("\\", "\\\\").replace("\n", "\\n")
