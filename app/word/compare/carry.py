"""Bringing over what inserted content needs: the parts and addresses it points to, without the new document's ids."""

import posixpath
from functools import cached_property
from itertools import count

from lxml import etree

from app.word.compare.canon import outside_boxes, relationship, relationships
from app.word.compare.names import RUN, SDT, WP, P, R, W
from app.word.compare.pieces import Shell
from app.word.package import CONTENT_TYPES, RELATIONSHIPS, Package, relations_of
from app.word.stories import stories

_DOC_PR = WP + "docPr"
_VML, _SPID = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}spid"
_SHAPES = {"type": "#", "ShapeID": ""}
"""The attributes that point to a shape, and what stands before its id there."""
_PRIVATE = ("rsid", "paraId", "textId")
_ANCHORS = tuple(
    W + name for name in ["bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd"]
)
_COMMENT = W + "commentReference"
_UNKNOWN_TYPE = "application/octet-stream"


class Drawings:
    """Ids for drawings brought over: unique in the package."""

    def __init__(self, package: Package) -> None:
        self._package = package
        used = [0]
        for name in stories(package):
            if b"docPr" in package.parts[name]:
                values = (element.get("id", "") for element in package.xml(name).iter(_DOC_PR))
                used += [int(value) for value in values if value.isascii() and value.isdigit()]
        self._ids = count(max(used) + 1)

    def number(self, elements: list[etree._Element]) -> None:
        """Gives every drawing among `elements` a new id, old ones (VML) only where theirs is taken."""
        renamed: dict[str, str] = {}
        for element in elements:
            if element.tag == _DOC_PR:
                element.set("id", str(next(self._ids)))
            elif element.tag.startswith(_VML):
                element.attrib.pop(_SPID, None)
                identifier = element.get("id")
                if identifier is not None:
                    free = (f"{identifier}_{n}" for n in count(1))
                    own = identifier if identifier not in self._shapes else next(x for x in free if x not in self._shapes)
                    self._shapes.add(own)
                    element.set("id", own)
                    renamed[identifier] = own
        for element in elements if renamed else ():
            for name, sign in _SHAPES.items():
                pointing = element.get(name, "")
                if pointing.startswith(sign) and pointing[len(sign) :] in renamed:
                    element.set(name, sign + renamed[pointing[len(sign) :]])

    @cached_property
    def _shapes(self) -> set[str]:
        """The ids of shapes as they were written of old."""
        parts = [name for name in stories(self._package) if _VML[1:-1].encode() in self._package.parts[name]]
        shapes = (element for name in parts for element in self._package.xml(name).iter(_VML + "*"))
        return {identifier for element in shapes if (identifier := element.get("id")) is not None}


class Carrier:
    """Carries elements of one part of the new package into one part of the old."""

    def __init__(self, old: Package, part: str, new: Package, new_part: str, drawings: Drawings) -> None:
        self._old, self._part = old, part
        self._new, self._new_part = new, new_part
        self._drawings = drawings
        self._known: dict[str, str] = {}
        self._moved: dict[str, str] = {}

    def carry(self, element: etree._Element) -> None:
        """Makes `element` fit for the old package: its relationships, its drawings' ids."""
        own = outside_boxes(element)
        for inner in own:
            for name, value in inner.items():
                if name.startswith(R) and value:
                    inner.set(name, self._identifier(value))
        self._drawings.number(own)

    def shell(self, shell: Shell) -> Shell:
        """A shell like `shell`, fit for the old package."""
        element = etree.Element(shell.element.tag, dict(shell.element.attrib))
        self.carry(element)
        return Shell(element, shell.link)

    def _identifier(self, identifier: str) -> str:
        """The id in the old part of what `identifier` points to in the new one."""
        if identifier not in self._known:
            found = relationship(self._new, self._new_part, identifier)
            self._known[identifier] = identifier if found is None else self._related(self._part, *found)
        return self._known[identifier]

    def _related(self, part: str, kind: str, target: str, external: bool) -> str:
        place = target if external else self._move(target)
        for item in relationships(self._old, part):
            if item.get("Type") == kind and (item.get("TargetMode") == "External") == external:
                there = item.get("Target") if external else self._old.target(part, item.get("Id"))
                if there == place:
                    return item.get("Id")
        return relate(self._old, part, kind, place, external)

    def _move(self, name: str) -> str:
        """The name in the old package of the new package's part `name`, with all that it relates to."""
        if name in self._moved:
            return self._moved[name]
        same = self._old.parts.get(name) == self._new.parts[name] and not relationships(self._new, name)
        if same:
            return name
        stem, extension = posixpath.splitext(name)
        free = (
            name
            if name not in self._old.parts
            else next(candidate for n in count(1) if (candidate := f"{stem}_{n}{extension}") not in self._old.parts)
        )
        self._moved[name] = free
        self._old.parts[free] = self._new.parts[name]
        _declare(self._old, free, content_type(self._new, name))
        related = [relationship(self._new, name, item.get("Id")) for item in relationships(self._new, name)]
        items = [item.get("Id") for item in relationships(self._new, name)]
        for identifier, found in zip(items, related, strict=True):
            if found is not None:
                kind, target, external = found
                relate(self._old, free, kind, target if external else self._move(target), external, identifier)
        return free


def bare(container: etree._Element) -> None:
    """Takes off the blocks of `container` what is the new document's own: ids, anchors, comments."""
    for element in list(container.iter(*_ANCHORS)):
        element.getparent().remove(element)
    for element in list(container.iter(_COMMENT)):
        run = element.getparent()
        if run.tag == RUN and run.getparent() is not None:
            run.getparent().remove(run)
    for element in container.iter(P, W + "tr"):
        for name in [name for name in element.attrib if name.rpartition("}")[2].startswith(_PRIVATE)]:
            del element.attrib[name]
    for element in container.iter(SDT):
        for identifier in element.findall(f"{W}sdtPr/{W}id"):
            identifier.getparent().remove(identifier)


def content_type(package: Package, name: str) -> str:
    """The media type that the package declares for a part."""
    extension = name.rpartition(".")[2].lower()
    default = _UNKNOWN_TYPE
    for item in package.xml(CONTENT_TYPES):
        if item.get("PartName", "").lower() == "/" + name.lower():
            return item.get("ContentType", _UNKNOWN_TYPE)
        if item.get("Extension", "").lower() == extension:
            default = item.get("ContentType", _UNKNOWN_TYPE)
    return default


def relate(package: Package, part: str, kind: str, target: str, external: bool, identifier: str | None = None) -> str:
    """Adds a relationship from `part`; its id: `identifier`, or a new one."""
    name = relations_of(part)
    if name not in package.parts:
        package.parts[name] = etree.tostring(
            etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})
        )
    root = package.xml(name)
    taken = {item.get("Id") for item in root}
    identifier = identifier or next(free for n in count(1) if (free := f"rId{n}") not in taken)
    element = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=identifier, Type=kind)
    element.set("Target", target if external else posixpath.relpath("/" + target, "/" + posixpath.dirname(part)))
    if external:
        element.set("TargetMode", "External")
    return identifier


def _declare(package: Package, name: str, kind: str) -> None:
    if content_type(package, name) != kind:
        types = package.xml(CONTENT_TYPES)
        tag = types.tag.replace("Types", "Override")
        etree.SubElement(types, tag, PartName="/" + name, ContentType=kind)
