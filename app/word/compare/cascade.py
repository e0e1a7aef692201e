"""What properties say of a look, however a program spells it: so that what is inherited can be laid over each other.

Programs write one look in many ways. "start" is "left", a colour is a colour in small letters too, and what is said of
complex scripts, or as it would be anyway, says nothing.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from lxml import etree

from app.word.compare.names import VAL, W

Key = tuple[str, ...]
Value = str | bool | tuple
Says = Mapping[Key, Value]
"""What properties say: by the name of the property, with the attribute or child that stands alone in it."""

_ON_BY_DEFAULT = frozenset(
    ["widowControl", "autoSpaceDE", "autoSpaceDN", "kinsoku", "wordWrap", "overflowPunct", "adjustRightInd", "snapToGrid"]
)
TOGGLES = frozenset(
    [
        *("b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint"),
        "vanish",
    ]
)
"""What a style of characters turns off again where the style of its paragraph has turned it on."""
_SWITCHES = (
    TOGGLES
    | _ON_BY_DEFAULT
    | frozenset(
        [
            *("rtl", "cs", "webHidden", "specVanish", "keepNext", "keepLines", "pageBreakBefore", "suppressLineNumbers"),
            *("suppressAutoHyphens", "topLinePunct", "bidi", "contextualSpacing", "mirrorIndents", "suppressOverlap"),
            *("formProt", "noEndnote", "titlePg", "rtlGutter", "cantSplit", "tblHeader", "hidden", "bidiVisual", "noWrap"),
            *("tcFitText", "hideMark", "isLgl", "oMath"),
        ]
    )
)
_OFF = frozenset(["0", "false", "off"])
_BY_ATTRIBUTE = frozenset(["spacing", "ind"])
_BY_CHILD = frozenset(["pBdr", "tblBorders", "tcBorders", "tblCellMar", "tcMar"])
_UNSEEN = frozenset(["lang", "noProof", "rPrChange", "pPrChange", "ins", "del", "moveFrom", "moveTo", "rPr", "sectPr"])
_SIDES = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
_COLOURS = frozenset(["color", "fill", "themeShade", "themeTint", "themeFillShade", "themeFillTint"])
_NOTHING = {
    **dict.fromkeys([("color", "val"), ("*", "color"), ("*", "fill")], "auto"),
    **dict.fromkeys([("*", "space"), ("*", "shadow"), ("*", "frame"), ("docGrid", "charSpace"), ("tblInd", "w")], "0"),
    **dict.fromkeys([("tab", "leader"), ("u", "val"), ("highlight", "val"), ("em", "val"), ("effect", "val")], "none"),
    ("cols", "space"): "720",
    ("cols", "num"): "1",
    ("shd", "val"): "clear",
    ("pgNumType", "fmt"): "decimal",
    ("jc", "val"): "left",
    ("vertAlign", "val"): "baseline",
    ("kern", "val"): "0",
    ("position", "val"): "0",
    ("w", "val"): "100",
    ("outlineLvl", "val"): "9",
    ("textAlignment", "val"): "auto",
    ("type", "val"): "nextPage",
    ("textDirection", "val"): "lrTb",
    ("tblLayout", "type"): "autofit",
    ("vAlign", "val"): "top",
    ("numFmt", "val"): "decimal",
    ("suff", "val"): "tab",
    ("lvlJc", "val"): "left",
    ("start", "val"): "0",
    ("bdr", "val"): "none",
    ("*", "type"): "dxa",
    ("tblW", "type"): "auto",
    ("tcW", "type"): "auto",
    ("tblW", "w"): "0",
    ("gridSpan", "val"): "1",
}
"""What attributes say that need not be there."""
_ABSENT: dict[Key, Value] = {
    ("spacing", "line"): "240",
    ("spacing", "lineRule"): "auto",
    ("numPr", "ilvl"): "0",
    ("numPr", "numId"): "0",
    **{(name,): True for name in _ON_BY_DEFAULT},
}
LIST, LEVEL = ("numPr", "numId"), ("numPr", "ilvl")
_FACES = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}
_LOOK = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400}
_COMPLEX = frozenset([("szCs",), ("bCs",), ("iCs",), ("rFonts", "cs")])
_NUMBER = "-?[0-9]{1,9}"
_COMPLEX_LETTER = "[\u0590-\u109f\u1780-\u18af\ufb1d-\ufdff\ufe70-\ufeff]"
_LETTER = "\u00e9"
_ASIAN_LETTER = "[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
# They are compiled when they are first asked for, as most comparisons never ask: Python keeps them.


def says(properties: etree._Element | None, face: Callable[[str], str]) -> dict[Key, Value]:
    """What `properties` say themselves; `face` gives the typeface that a theme's name stands for."""
    said: dict[Key, Value] = {}
    for child in () if properties is None else properties:
        if not isinstance(child.tag, str):
            continue
        name = child.tag.removeprefix(W)
        if name in _UNSEEN:
            continue
        if name in _SWITCHES:
            said[name,] = child.get(VAL) not in _OFF
        elif name == "rFonts":
            for kind, theme in _FACES.items():
                written = child.get(W + theme)
                typeface = child.get(W + kind) if written is None else face(written)
                if typeface:
                    said[name, kind] = typeface
        elif name in _BY_ATTRIBUTE:
            said.update(_measures(child, name))
        elif name == "numPr":
            said.update({(name, each.tag.removeprefix(W)): each.get(VAL, "") for each in child if each.tag != W + "ins"})
        elif name == "tabs":
            said.update({(name, each.get(W + "pos", "")): _said(each) for each in child})
        elif name in _BY_CHILD:
            said.update({(name, side): line for side, line in sides(child).items()})
        else:
            said[name,] = _said(child)
    return said


def sides(element: etree._Element) -> dict[str, tuple]:
    """What is said of each side, of borders or margins."""
    named = ((each.tag.removeprefix(W), each) for each in element.iterchildren(etree.Element))
    return {_SIDES.get(side, side): _said(each) for side, each in named}


def _measures(element: etree._Element, name: str) -> Iterable[tuple[Key, Value]]:
    """Distances, each of which is inherited alone; a hanging line is a first line that begins before the others."""
    for attribute, value in element.items():
        bare = attribute.rpartition("}")[2]
        if bare in ("firstLine", "hanging"):
            if bare == "hanging" or element.get(W + "hanging") is None:
                yield (name, "first"), "0" if value == "0" else "-" * (bare == "hanging") + value
        else:
            value = {"false": "0", "off": "0", "true": "1", "on": "1"}.get(value, value)
            yield (name, _SIDES.get(bare, bare)), value


def _said(element: etree._Element) -> tuple:
    """What an element says, as a value."""
    name = element.tag.removeprefix(W)
    if name == "docGrid" and element.get(W + "type", "default") == "default":
        return ()
    if name == "cols" and element.get(W + "num", "1") == "1" and not len(element):
        return ()
    if name == "tblLook":
        return _rows_and_columns(element)
    if name in ("vMerge", "hMerge"):
        return (("val", element.get(VAL, "continue")),)
    said = []
    for attribute, value in element.items():
        bare = attribute.rpartition("}")[2]
        if bare in _COLOURS or (name, bare) == ("color", "val"):
            value = value if value == "auto" else value.upper()
        elif bare in ("val", "lvlJc") and name in ("jc", "lvlJc", "tab"):
            value = _SIDES.get(value, value)
        if bare.startswith("theme") and element.get(W + _worn(name, bare), "auto") != "auto":
            continue
        if value not in (_NOTHING.get((name, bare)), _NOTHING.get(("*", bare))):
            said.append((bare, value))
    said.sort()
    return (*said, *(inner for child in element if isinstance(child.tag, str) for inner in [(child.tag, _said(child))]))


def _rows_and_columns(look: etree._Element) -> tuple:
    """Which rows and columns of a table stand out: each said alone, or all in one number, as of old."""
    written = look.get(VAL, "0")
    number = int(written, 16) if re.fullmatch("[0-9A-Fa-f]{1,8}", written) else 0
    return tuple(name for name, bit in _LOOK.items() if look.get(W + name, "1" if number & bit else "0") not in _OFF)


def _worn(name: str, theme: str) -> str:
    """The attribute that gives the colour itself, beside one that says which of the theme it is."""
    return "fill" if theme.startswith("themeFill") else "val" if name == "color" else "color"


def seen(said: Says) -> dict[Key, Value]:
    """What remains of all that is said when what would be so anyway is left out."""
    kept = {key: value for key, value in said.items() if not _is_nothing(key, value)}
    if LIST not in kept:
        kept.pop(LEVEL, None)
    return {key: value for key, value in kept.items() if not _is_where_words_begin(key, value, kept)}


def _is_where_words_begin(key: Key, value: Value, said: Says) -> bool:
    """Whether this is a stop behind a number that no tab runs to: at the words of a list, or before its number."""
    if key[0] != "tabs" or not isinstance(value, tuple) or ("val", "num") not in value:
        return False
    left, first, stop = said.get(("ind", "left"), "0"), said.get(("ind", "first"), "0"), key[1]
    if not all(isinstance(each, str) and re.fullmatch(_NUMBER, each) for each in (left, first, stop)):
        return False
    return int(stop) == int(str(left)) or int(stop) <= int(str(left)) + int(str(first))


def _is_nothing(key: Key, value: Value) -> bool:
    if key in _ABSENT:
        return value == _ABSENT[key]
    if key[0] in ("spacing", "ind"):
        return value == "0"
    if key[0] == "tabs":
        return ("val", "clear") in value if isinstance(value, tuple) else False
    if key[0] in ("pBdr", "tblBorders", "tcBorders"):
        return isinstance(value, tuple) and bool({("val", "none"), ("val", "nil")} & set(value))
    return value is False or value == ()


def sample(text: str) -> str:
    """One letter of each script in `text` that has typefaces of its own."""
    found = [match[0] for script in (_COMPLEX_LETTER, _ASIAN_LETTER) if (match := re.search(script, text))]
    return "".join(found) or ("" if text.isascii() else _LETTER)


def of_text(said: Says, text: str) -> dict[Key, Value]:
    """What is seen of it in `text`, which may be a sample; in none, what is seen of Latin letters."""
    plain = seen(said)
    away: set[Key] = set()
    if not re.search(_COMPLEX_LETTER, text) and ("rtl",) not in plain and ("cs",) not in plain:
        away |= _COMPLEX
    if not re.search(_ASIAN_LETTER, text):
        away.add(("rFonts", "eastAsia"))
    if text.isascii():
        away.add(("rFonts", "hAnsi"))
    return {key: value for key, value in plain.items() if key not in away}
