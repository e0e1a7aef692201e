"""Pictures among words: what is seen of them, however a program writes it."""

from lxml import etree

from app.word.compare.canon import Form, Target, form
from app.word.compare.names import BOX, WP, W

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_DRAWING, _INLINE, _PICTURE = W + "drawing", WP + "inline", _PIC + "pic"
_UNSEEN = frozenset([WP + "cNvGraphicFramePr", WP + "effectExtent", _PIC + "nvPicPr", _A + "avLst", _A + "noFill"])
_UNSEEN_ATTRIBUTES = frozenset(["distT", "distB", "distL", "distR", "bwMode", "cstate"])
_SIZES = frozenset(["cx", "cy"])
_HUNDREDTH_OF_A_MILLIMETRE, _TWIP = 360, 635


def picture_key(drawing: etree._Element, target: Target) -> str | None:
    """What is seen of a `drawing` that is a picture in the line of words; None of any other."""
    inline = drawing.find(_INLINE) if drawing.tag == _DRAWING else None
    if inline is None or next(inline.iter(_PICTURE), None) is None or next(inline.iter(BOX), None) is not None:
        return None
    return f"picture {_seen(form(inline, target))}"


def _seen(picture: Form) -> Form:
    tag, attributes, text, children = picture
    seen = tuple(
        (name, _measure(value) if name in _SIZES else value)
        for name, value in attributes
        if value and name not in _UNSEEN_ATTRIBUTES
    )
    return tag, seen, text, tuple(_seen(child) for child in children if child[0] not in _UNSEEN and not _is_no_line(child))


def _is_no_line(element: Form) -> bool:
    return element[0] == _A + "ln" and any(child[0] == _A + "noFill" for child in element[3])


def _measure(size: str) -> str:
    """A size as a program gives it back that reckons in hundredths of millimetres, and writes twentieths of points."""
    if not size.isdecimal():
        return size
    hundredths = round(int(size) / _HUNDREDTH_OF_A_MILLIMETRE)
    return str(round(hundredths * _HUNDREDTH_OF_A_MILLIMETRE / _TWIP))
