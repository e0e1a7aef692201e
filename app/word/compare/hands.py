"""Whether one program wrote both documents: what is said otherwise in one of them was then said by somebody."""

from lxml import etree

from app.word.compare.canon import Form, form
from app.word.compare.names import PPR, RPR, W
from app.word.compare.parts import root_of
from app.word.compare.styles import STYLE, kind_and_name
from app.word.package import Package
from app.word.unreadable import Unreadable

_APPLICATION = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Application"
_DEFAULTS, _SAID = W + "docDefaults", (W + "basedOn", PPR, RPR)


def one_hand(old: Package, new: Package) -> bool:
    """Whether the same program saved both, of whatever edition, and kept the styles: the defaults, and most of those that
    both have."""
    return _program(old) == _program(new) and _same_styles(root_of(old, "styles"), root_of(new, "styles"))


def _program(package: Package) -> str:
    """What saved the file, without its edition; nothing where it does not say."""
    for name in package.related("", "extended-properties"):
        try:
            said = package.xml(name).findtext(_APPLICATION) or ""
        except Unreadable:
            continue
        return "Word" if said.startswith("Microsoft") and "Word" in said else said.partition("/")[0].strip()
    return ""


def _same_styles(old: etree._Element | None, new: etree._Element | None) -> bool:
    if old is None or new is None:
        return old is new
    defaults, new_defaults = old.find(_DEFAULTS), new.find(_DEFAULTS)
    if _form(defaults) != _form(new_defaults):
        return False
    styles, others = _styles(old), _styles(new)
    both = styles.keys() & others.keys()
    return 2 * sum(styles[name] == others[name] for name in both) >= len(both)


def _styles(root: etree._Element) -> dict[tuple[str, str], list[Form]]:
    return {kind_and_name(style): [_form(child) for child in style if child.tag in _SAID] for style in root.iter(STYLE)}


def _form(element: etree._Element | None) -> Form:
    return () if element is None else form(element, str)
