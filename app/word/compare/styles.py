"""The new document's styles and lists under the names they have in the old one; brought over where it has none."""

from copy import deepcopy
from itertools import count

from lxml import etree

from app.word.compare.lists import NUM_ID, Lists
from app.word.compare.names import VAL, W
from app.word.compare.parts import added, root_of
from app.word.package import Package

STYLE, STYLE_ID, _KIND = W + "style", W + "styleId", W + "type"
NAMING = {W + "pStyle": "paragraph", W + "rStyle": "character", W + "tblStyle": "table"}
DEFAULTS = (("paragraph", "normal"), ("character", "default paragraph font"), ("table", "normal table"))
"""The styles, by kind and name, that Word goes by where a document says of none that it is the default one."""
_RELATED = (W + "basedOn", W + "next", W + "link")


class Names:
    """Puts the old document's names of styles and lists into properties of the new one."""

    def __init__(self, old: Package, new: Package) -> None:
        self._styles = _Styles(old, new)
        self._lists = Lists(old, new, lambda name: self._styles.name("paragraph", name))
        self._styles.rename = self

    def rename(self, element: etree._Element) -> None:
        """In `element` and all that is in it; in place."""
        for naming in element.iter(*NAMING):
            naming.set(VAL, self._styles.name(NAMING[naming.tag], naming.get(VAL, "")))
        for naming in element.iter(NUM_ID):
            naming.set(VAL, self._lists.number(naming.get(VAL, "")))

    def level(self, number: str, level: str) -> etree._Element | None:
        """A level of one of the old document's lists, or of one that was brought over."""
        return self._lists.level(number, level)

    def is_default(self, child: etree._Element) -> bool:
        """Whether a child of properties only names the default style, in the old document's names."""
        return child.tag in NAMING and self._styles.is_default(child)


class _Styles:
    def __init__(self, old: Package, new: Package) -> None:
        self._old = old
        self._root, new_root = root_of(old, "styles"), root_of(new, "styles")
        self._ids: set[str] = set()
        self._by_name: dict[tuple[str, str], str] = {}
        self._named: set[tuple[str, str, str]] = set()
        self._defaults: set[tuple[str, str]] = set()
        for style in () if self._root is None else self._root.iter(STYLE):
            kind, identifier = style.get(_KIND, "paragraph"), style.get(STYLE_ID, "")
            self._ids.add(identifier)
            self._by_name.setdefault((kind, _name(style)), identifier)
            self._named.add((kind, identifier, _name(style)))
            if style.get(W + "default") in ("1", "true", "on"):
                self._defaults.add((kind, identifier))
        for kind in {kind for kind, _ in DEFAULTS} - {kind for kind, _ in self._defaults}:
            self._defaults |= {
                (kind, self._by_name[name]) for name in DEFAULTS if name[0] == kind and name in self._by_name
            }
        styles = () if new_root is None else new_root.iter(STYLE)
        self._new = {(style.get(_KIND, "paragraph"), style.get(STYLE_ID, "")): style for style in styles}
        self._known: dict[tuple[str, str], str] = {}
        self.rename: Names

    def is_default(self, naming: etree._Element) -> bool:
        return (NAMING[naming.tag], naming.get(VAL, "")) in self._defaults

    def name(self, kind: str, identifier: str) -> str:
        """The old document's id for the new one's style."""
        key = (kind, identifier)
        if key not in self._known:
            style = self._new.get(key)
            if style is None or (*key, _name(style)) in self._named:
                self._known[key] = identifier
            elif (there := self._by_name.get((kind, _name(style)))) is not None:
                self._known[key] = there
            else:
                self._bring(key, style)
        return self._known[key]

    def _bring(self, key: tuple[str, str], style: etree._Element) -> None:
        kind, identifier = key
        numbered = (f"{identifier}{n}" for n in count(1))
        free = identifier if identifier not in self._ids else next(name for name in numbered if name not in self._ids)
        self._known[key] = free
        self._ids.add(free)
        self._by_name[kind, _name(style)] = free
        copied = deepcopy(style)
        copied.set(STYLE_ID, free)
        copied.attrib.pop(W + "default", None)
        if self._root is None:
            self._root = added(self._old, "styles")
        self._root.append(copied)
        for related in [child for child in copied if child.tag in _RELATED]:
            other = "paragraph" if kind == "character" else "character" if kind == "paragraph" else kind
            related.set(VAL, self.name(other if related.tag == W + "link" else kind, related.get(VAL, "")))
        self.rename.rename(copied)


def kind_and_name(style: etree._Element) -> tuple[str, str]:
    """What a style is known by in every document."""
    return style.get(_KIND, "paragraph"), _name(style)


def _name(style: etree._Element) -> str:
    name = style.find(W + "name")
    return (style.get(STYLE_ID, "") if name is None else name.get(VAL, "")).lower()
