"""How the styles in use are defined: marked where the new document defines one of the same name otherwise."""

from collections.abc import Iterable

from lxml import etree

from app.word.compare.layouts import Layouts
from app.word.compare.names import VAL, W
from app.word.compare.stories import opened
from app.word.compare.styles import NAMING, STYLE, STYLE_ID, kind_and_name
from app.word.opening import serialised
from app.word.package import Package
from app.word.stories import related, stories

_BASE = W + "basedOn"


def define(old: Package, new: Package, layouts: Layouts) -> None:
    """Marks in `old`, whose text is woven, what the styles used there look like in `new`."""
    parts, new_parts = related(old, ("styles",)), related(new, ("styles",))
    if not parts or not new_parts or old.parts[parts[0]] == new.parts[new_parts[0]]:
        return
    root = opened(old, parts[0], new.xml(new_parts[0]))
    theirs = {kind_and_name(style): style for style in new.xml(new_parts[0]).iter(STYLE)}
    used = _used(root, (old.xml(name) for name in stories(old)))
    changed = [
        layouts.style(style, other)
        for style in root.iter(STYLE)
        if style.get(STYLE_ID) in used and (other := theirs.get(kind_and_name(style))) is not None
    ]
    if any(changed):
        old.parts[parts[0]] = serialised(root)


def _used(root: etree._Element, texts: Iterable[etree._Element]) -> set[str]:
    """The ids of the styles that `texts` use, of those that these are based on, and of the default ones."""
    bases = {style.get(STYLE_ID, ""): style.find(_BASE) for style in root.iter(STYLE)}
    used = {style.get(STYLE_ID, "") for style in root.iter(STYLE) if style.get(W + "default") is not None}
    waiting = [naming.get(VAL, "") for text in texts for naming in text.iter(*NAMING)]
    while waiting:
        identifier = waiting.pop()
        if identifier not in used:
            used.add(identifier)
            base = bases.get(identifier)
            waiting += [] if base is None else [base.get(VAL, "")]
    return used
