"""One form for every text that comes in, so that what looks the same is the same.

At the door (`normalise`): Unicode NFC; every line end is "\\n"; a tab is a blank; what cannot be seen and means nothing is
dropped (controls, soft hyphens, zero-width spaces, byte order marks, direction controls, and the anchor character of
footnotes, which nobody types); so is what XML cannot hold. Kept: the joiner and non-joiner between letters, which Arabic,
Persian and Indic scripts are spelled with; no-break and other spaces, which authors mean; kinds of quotes and dashes.

For telling whether two texts say the same (`comparable`): kinds of spaces, quotes and dashes and the number of blanks do
not matter.
"""

import re
import unicodedata

from app.text.runs import Run, Runs, joined

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff\ud800-\udfff\ufdd0-\ufdef\U000e0000-\U000e007f]"
)
_JOINERS = re.compile("[\u200c\u200d]+")

_QUOTES = dict.fromkeys(map(ord, "‘’‚‛ʼ‹›′`´"), "'") | dict.fromkeys(map(ord, "“”„‟«»″"), '"')
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_LOOSE = _QUOTES | _DASHES | {0x200C: None, 0x200D: None}


def normalise(text: str) -> str:
    """`text` in the form in which it is kept. Idempotent; what is normal already comes back as it is."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_END.sub("\n", text).replace("\t", " ")
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return unicodedata.normalize("NFC", _JOINERS.sub(_needed, text))


def normalise_runs(runs: Runs) -> Runs:
    """`runs` in the form in which they are kept: words and notes normalised, in the fewest runs. Idempotent.

    An accent parted from its letter by a change of marks joins its letter.
    """
    out: list[Run] = []
    for run in joined(runs):
        if run.note is not None:
            out.append(Run(run.text, run.marks, normalise(run.note)))
            continue
        text = normalise(run.text)
        if out and out[-1].note is None:
            text = _rejoined(out, text)
        if text:
            out.append(Run(text, run.marks))
    normal = joined(out)
    return normal if normal == runs else normalise_runs(normal)


def trimmed(runs: Runs) -> Runs:
    """`runs` without the blanks at the two ends of the paragraph."""
    out = list(joined(runs))
    while out and out[0].note is None:
        text = out[0].text.lstrip()
        if text:
            out[0] = Run(text, out[0].marks)
            break
        del out[0]
    while out and out[-1].note is None:
        text = out[-1].text.rstrip()
        if text:
            out[-1] = Run(text, out[-1].marks)
            break
        del out[-1]
    return tuple(out)


def comparable(text: str) -> str:
    """A looser form in which texts that read the same are equal. For comparing only, never kept. Idempotent."""
    loose = unicodedata.normalize("NFC", normalise(text).translate(_LOOSE))
    return " ".join(loose.replace("...", "…").split())


def _needed(joiners: re.Match[str]) -> str:
    """One joiner, if it stands between two letters or signs beyond ASCII; else none."""
    text, start, stop = joiners.string, *joiners.span()
    if start == 0 or stop == len(text):
        return ""
    before, after = text[start - 1], text[stop]
    spelled = not (before.isascii() or after.isascii() or before.isspace() or after.isspace())
    return joiners.group()[0] if spelled else ""


def _rejoined(out: list[Run], text: str) -> str:
    """What is left of `text` once the accents it begins with stand on the last letter in `out`."""
    marks = 0
    while marks < len(text) and unicodedata.combining(text[marks]):
        marks += 1
    if marks:
        last = out[-1]
        out[-1] = Run(normalise(last.text + text[:marks]), last.marks)
    return text[marks:]
