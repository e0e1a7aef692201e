"""The new document's styles and lists under the names they have in the old one; brought over where it has none."""

from copy import deepcopy
from itertools import count

from lxml import etree

from app.word.compare.canon import Form, form
from app.word.compare.names import VAL, R, W
from app.word.package import Package

_OFFICE = R[1:-1] + "/"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
STYLE, STYLE_ID, _KIND = W + "style", W + "styleId", W + "type"
_NUM, _NUM_ID, _ABSTRACT, _ABSTRACT_ID = W + "num", W + "numId", W + "abstractNum", W + "abstractNumId"
NAMING = {W + "pStyle": "paragraph", W + "rStyle": "character", W + "tblStyle": "table"}
_RELATED = (W + "basedOn", W + "next", W + "link")
_ASIDE = frozenset(W + name for name in ["nsid", "tmpl", "abstractNumId"])


class Names:
    """Puts the old document's names of styles and lists into properties of the new one."""

    def __init__(self, old: Package, new: Package) -> None:
        self._styles = _Styles(old, new)
        self._lists = _Lists(old, new, self._styles)
        self._styles.rename = self

    def rename(self, element: etree._Element) -> None:
        """In `element` and all that is in it; in place."""
        for naming in element.iter(*NAMING):
            naming.set(VAL, self._styles.name(NAMING[naming.tag], naming.get(VAL, "")))
        for naming in element.iter(_NUM_ID):
            naming.set(VAL, self._lists.number(naming.get(VAL, "")))

    def is_default(self, child: etree._Element) -> bool:
        """Whether a child of properties only names the default style, in the old document's names."""
        return child.tag in NAMING and self._styles.is_default(child)


class _Styles:
    def __init__(self, old: Package, new: Package) -> None:
        self._old = old
        there, new_there = _part(old, "styles"), _part(new, "styles")
        self._root = None if there is None else old.xml(there)
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
        styles = () if new_there is None else new.xml(new_there).iter(STYLE)
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
            self._root = _added(self._old, "styles")
        self._root.append(copied)
        for related in [child for child in copied if child.tag in _RELATED]:
            other = "paragraph" if kind == "character" else "character" if kind == "paragraph" else kind
            related.set(VAL, self.name(other if related.tag == W + "link" else kind, related.get(VAL, "")))
        self.rename.rename(copied)


class _Lists:
    def __init__(self, old: Package, new: Package, styles: _Styles) -> None:
        self._old = old
        self._styles = styles
        there, new_there = _part(old, "numbering"), _part(new, "numbering")
        self._root = None if there is None else old.xml(there)
        self._new_root = etree.Element(W + "numbering") if new_there is None else new.xml(new_there)
        mine, theirs = _lists(self._root), _lists(self._new_root)
        self._known = {number: number for number, says in theirs.items() if mine.get(number) == says}
        free = [number for number in mine if number not in self._known]
        for number, says in theirs.items():
            if number not in self._known:
                same = next((other for other in free if mine[other] == says), None)
                if same is not None:
                    free.remove(same)
                    self._known[number] = same
        self._theirs = theirs
        self._abstracts: dict[str, str] = {}

    def number(self, number: str) -> str:
        """The old document's id for the new one's list; "0", no list, is itself."""
        if number not in self._known:
            self._known[number] = self._bring(number) if number in self._theirs else number
        return self._known[number]

    def _bring(self, number: str) -> str:
        if self._root is None:
            self._root = _added(self._old, "numbering")
        root = self._root
        source = next(num for num in self._new_root.iter(_NUM) if num.get(_NUM_ID) == number)
        copied = deepcopy(source)
        free = _next(root, _NUM, _NUM_ID)
        copied.set(_NUM_ID, free)
        pointer = copied.find(_ABSTRACT_ID)
        if pointer is not None:
            pointer.set(VAL, self._abstract(root, pointer.get(VAL, "")))
        after = root.findall(_NUM) or root.findall(_ABSTRACT)
        if after:
            after[-1].addnext(copied)
        else:
            root.append(copied)
        return free

    def _abstract(self, root: etree._Element, identifier: str) -> str:
        if identifier not in self._abstracts:
            sources = [item for item in self._new_root.iter(_ABSTRACT) if item.get(_ABSTRACT_ID) == identifier]
            if not sources:
                return identifier
            free = _next(root, _ABSTRACT, _ABSTRACT_ID)
            self._abstracts[identifier] = free
            copied = deepcopy(sources[0])
            copied.set(_ABSTRACT_ID, free)
            for child in [child for child in copied if child.tag == W + "nsid"]:
                copied.remove(child)
            # Pictures as bullets are parts of their own; without them the list has its plain sign.
            for picture in list(copied.iter(W + "lvlPicBulletId")):
                picture.getparent().remove(picture)
            for naming in copied.iter(W + "pStyle"):
                naming.set(VAL, self._styles.name("paragraph", naming.get(VAL, "")))
            there = root.findall(_ABSTRACT)
            if there:
                there[-1].addnext(copied)
            else:
                place = sum(child.tag == W + "numPicBullet" for child in root)
                root.insert(place, copied)
        return self._abstracts[identifier]


def _lists(root: etree._Element | None) -> dict[str, Form]:
    """What each list says, by its number."""
    if root is None:
        return {}
    abstracts = {item.get(_ABSTRACT_ID): _says(item) for item in root.iter(_ABSTRACT)}
    lists: dict[str, Form] = {}
    for num in root.iter(_NUM):
        pointer = num.find(_ABSTRACT_ID)
        says = () if pointer is None else abstracts.get(pointer.get(VAL), ())
        lists[num.get(_NUM_ID, "")] = (says, _says(num))
    return lists


def _says(element: etree._Element) -> Form:
    return tuple(form(child, str) for child in element if isinstance(child.tag, str) and child.tag not in _ASIDE)


def _next(root: etree._Element, tag: str, attribute: str) -> str:
    used = [int(value) for item in root.iter(tag) if (value := item.get(attribute, "")).isdigit()]
    return str(max(used, default=0) + 1)


def kind_and_name(style: etree._Element) -> tuple[str, str]:
    """What a style is known by in every document."""
    return style.get(_KIND, "paragraph"), _name(style)


def _name(style: etree._Element) -> str:
    name = style.find(W + "name")
    return (style.get(STYLE_ID, "") if name is None else name.get(VAL, "")).lower()


def _part(package: Package, kind: str) -> str | None:
    return next(iter(package.related(package.main, kind)), None)


def _added(package: Package, kind: str) -> etree._Element:
    """The root of a new, empty part of this kind."""
    folder = package.main.rpartition("/")[0]
    name = f"{folder}/{kind}.xml" if folder else f"{kind}.xml"
    empty = etree.Element(W + kind, nsmap={"w": W[1:-1]})
    package.add(name, etree.tostring(empty), _TYPE.format(kind), package.main, _OFFICE + kind)
    return package.xml(name)
