"""Headers and footers: which of them each section shows in both documents, and so which are woven into which.

A section shows what it names, or what the one before it shows. Sections that stay may show one header in the old document
and several in the new; the old one is then there several times.
"""

import posixpath
from copy import deepcopy
from itertools import count

from lxml import etree

from app.word.compare.canon import relationships
from app.word.compare.carry import bare, content_type, relate
from app.word.compare.names import SECT, P, R, W
from app.word.opening import serialised
from app.word.package import Package

KINDS = {W + "headerReference": "header", W + "footerReference": "footer"}
_TYPE = W + "type"
_OFFICE = R[1:-1] + "/"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"

Key = tuple[str, str]
"""The tag of a reference, and its type: "default", "first" or "even"."""


class Headers:
    """Works out `pairs`: for each header and footer of the old document the new one's that it becomes, or None."""

    def __init__(self, old: Package, old_root: etree._Element, new: Package, new_root: etree._Element) -> None:
        """`old_root` is the body as it is being woven."""
        self.pairs: dict[str, str | None] = {}
        self._old = old
        self._new = new
        self._shown, self._new_shown = _shown(old, old_root), _shown(new, new_root)
        self._stay: list[tuple[etree._Element, etree._Element]] = []
        self._come: list[tuple[etree._Element, etree._Element]] = []
        self._made: dict[tuple[str | None, str | None], str] = {}

    def stays(self, section: etree._Element, new: etree._Element) -> None:
        """Is told of the sections that stay, in order."""
        self._stay.append((section, new))

    def comes(self, section: etree._Element, new: etree._Element) -> None:
        """Is told of a section that comes: as it stands in the old document, and in the new."""
        self._come.append((section, new))

    def settle(self) -> bool:
        """Pairs the headers and footers and has the sections name them; whether any section was changed."""
        alike = len(self._stay) == len(self._shown) and not self._come
        changed, before = False, dict[Key, str]()
        for section, new in self._stay:
            shown = {key: part for key, part in self._parts(section, new) if part is not None}
            named = _named(self._old, section)
            for key, part in shown.items():
                if named.get(key) != part and (key in named or not alike or before.get(key) != part):
                    self._name(section, key, part)
                    changed = True
            before = shown
        for section, new in self._come:
            for key, part in self._new_shown[new].items():
                there = next((mine for mine, theirs in self.pairs.items() if theirs == part), None)
                self._name(section, key, there or self._blank(part, key))
                changed = True
        return changed

    def _parts(self, section: etree._Element, new: etree._Element) -> list[tuple[Key, str | None]]:
        """What a section that stays is to name, by kind and type."""
        shown, new_shown = self._shown[section], self._new_shown[new]
        return [(key, self._part(shown.get(key), new_shown.get(key), key)) for key in dict.fromkeys((*shown, *new_shown))]

    def _part(self, part: str | None, new_part: str | None, key: Key) -> str | None:
        if part is None:
            return None if new_part is None else self._blank(new_part, key)
        if self.pairs.setdefault(part, new_part) == new_part:
            return part
        return self._copy(part, new_part, key)

    def _blank(self, new_part: str, key: Key) -> str:
        """An empty header, which the new one's text comes into."""
        if (None, new_part) not in self._made:
            tag = self._new.xml(new_part).tag
            root = etree.Element(tag, nsmap={"w": W[1:-1]})
            etree.SubElement(root, P)
            self._add((None, new_part), etree.tostring(root), _CONTENT.format(KINDS[key[0]]), key)
        return self._made[None, new_part]

    def _copy(self, part: str, new_part: str | None, key: Key) -> str:
        if (part, new_part) not in self._made:
            root = deepcopy(self._old.xml(part))
            bare(root)
            name = self._add((part, new_part), serialised(root), content_type(self._old, part), key)
            for item in relationships(self._old, part):
                external = item.get("TargetMode") == "External"
                target = item.get("Target", "") if external else self._old.target(part, item.get("Id", ""))
                if target is not None:
                    relate(self._old, name, item.get("Type", ""), target, external, item.get("Id"))
        return self._made[part, new_part]

    def _add(self, made: tuple[str | None, str | None], data: bytes, kind: str, key: Key) -> str:
        folder = posixpath.dirname(self._old.main)
        names = (posixpath.join(folder, f"{KINDS[key[0]]}{n}.xml") for n in count(1))
        name = next(name for name in names if name not in self._old.parts)
        self._old.add(name, data, kind, self._old.main, _OFFICE + KINDS[key[0]])
        self._made[made] = name
        self.pairs[name] = made[1]
        return name

    def _name(self, section: etree._Element, key: Key, part: str) -> None:
        """Has `section` show `part`."""
        identifier = next(
            item.get("Id", "") for item in relationships(self._old, self._old.main)
            if self._old.target(self._old.main, item.get("Id", "")) == part
        )  # fmt: skip
        reference = next((child for child in section if (child.tag, child.get(_TYPE, "default")) == key), None)
        if reference is None:
            reference = etree.Element(key[0])
            reference.set(_TYPE, key[1])
            section.insert(0, reference)
        reference.set(R + "id", identifier)


def _shown(package: Package, root: etree._Element) -> dict[etree._Element, dict[Key, str]]:
    """What each section under `root` shows."""
    shown: dict[etree._Element, dict[Key, str]] = {}
    before: dict[Key, str] = {}
    for section in root.iter(SECT):
        if section.getparent().tag != SECT + "Change":
            before = shown[section] = before | _named(package, section)
    return shown


def _named(package: Package, section: etree._Element) -> dict[Key, str]:
    """What a section itself names."""
    found = {}
    for reference in section:
        if reference.tag in KINDS:
            part = package.target(package.main, reference.get(R + "id", ""))
            if part is not None:
                found[reference.tag, reference.get(_TYPE, "default")] = part
    return found
