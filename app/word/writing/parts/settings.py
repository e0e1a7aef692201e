"""The settings of the document."""

from app.word.writing.markup import put, root, written
from app.word.writing.parts.footnotes import SEPARATORS

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"

_WORD = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = (
    ("compatibilityMode", "15"),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
    ("differentiateMultirowTableHeaders", "1"),
)


def settings(*, tracked: bool, notes: bool, two_sided: bool, language: str, mirrored: bool = False) -> bytes:
    """The settings part. `tracked` switches the recording of changes on for whoever edits next; `two_sided` says that
    even pages have headers of their own, `mirrored` that their margins are the other way round."""
    part = root("settings")
    put(part, "zoom", percent="100")
    if mirrored:
        put(part, "mirrorMargins")
    if tracked:
        put(part, "trackRevisions")
    put(part, "defaultTabStop", val="567")
    if two_sided:
        put(part, "evenAndOddHeaders")
    put(part, "characterSpacingControl", val="doNotCompress")
    if notes:
        separators = put(part, "footnotePr")
        for identifier in SEPARATORS:
            put(separators, "footnote", id=identifier)
    compatibility = put(part, "compat")
    for setting, value in _COMPATIBILITY:
        put(compatibility, "compatSetting", name=setting, uri=_WORD, val=value)
    put(part, "themeFontLang", val=language)
    put(part, "decimalSymbol", val=".")
    put(part, "listSeparator", val=",")
    return written(part)
