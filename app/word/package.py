"""A Word file as a package of parts, read with distrust and written deterministically.

Nothing outside the file is ever fetched: external relationships are not followed, document types and entities are
refused, macros and embedded objects are carried as bytes and never looked into.
"""

import io
import posixpath
import zipfile
from collections.abc import Callable, Mapping
from typing import Self
from urllib.parse import unquote

from lxml import etree

from app.word import opening
from app.word.names import W
from app.word.opening import parsed, serialised, transitional, unpacked
from app.word.unreadable import Reason, Unreadable

__all__ = ["CONTENT_TYPES", "RELATIONSHIPS", "Package", "Reason", "Unreadable", "relations_of"]

CONTENT_TYPES = "[Content_Types].xml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_ByName = Callable[[str], str | None]
_NO_TYPES = f'<Types xmlns="{_TYPES}"/>'.encode()
_DEFAULTS = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_MAIN = "word/document.xml"
_MAIN_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)


class Package:
    """The parts of a Word file by name ("word/document.xml"), in the order of the file.

    A part may be replaced or added through `parts`; what is changed in an element that `xml` gave is written too,
    unless the part was replaced afterwards. Parts nobody touched are written with the bytes they came with.
    """

    def __init__(self, parts: dict[str, bytes], main: str) -> None:
        self.parts = parts
        self.main = main
        self._trees: dict[str, tuple[bytes, etree._Element]] = {}
        self._markup: dict[str, int] = {}

    @classmethod
    def empty(cls) -> Self:
        """A package of nothing but a main part of Word, in which nothing stands yet."""
        types = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
        for extension, content_type in _DEFAULTS.items():
            etree.SubElement(types, f"{{{_TYPES}}}Default", Extension=extension, ContentType=content_type)
        package = cls({CONTENT_TYPES: serialised(types)}, _MAIN)
        package.add(_MAIN, b"", _MAIN_TYPES[0], "", _OFFICE)
        return package

    @classmethod
    def read(cls, data: bytes) -> Self:
        """The package in `data`. Raises Unreadable, and nothing else, when it is none."""
        parts = {_canonical(name): transitional(name, part) for name, part in unpacked(data).items()}
        parts.setdefault(CONTENT_TYPES, _NO_TYPES)
        package = cls(parts, "")
        package.main = package._main()
        if package.xml(package.main).tag != f"{{{W}}}document":
            raise Unreadable(Reason.NOT_A_DOCX)
        return package

    def xml(self, name: str) -> etree._Element:
        """The root element of the part `name`: the same element each time. Raises KeyError, Unreadable."""
        data = self.parts[name]
        known = self._trees.get(name)
        if known is None or known[0] is not data:
            self._markup[name] = data.count(b"<")
            if sum(self._markup.values()) > opening.MAX_MARKUP:
                raise Unreadable(Reason.BOMB)
            known = self._trees[name] = (data, parsed(data))
        return known[1]

    def related(self, part: str, type_suffix: str) -> list[str]:
        """Names of the parts that `part` ("" for the package) relates to by a type that ends with `/type_suffix`.

        In the order of the relationships; external targets and targets that are not there are left out.
        """
        found = (each for each in self._relationships(part) if each.get("Type", "").endswith("/" + type_suffix))
        named = self._by_name()
        return list(dict.fromkeys(filter(None, (self._target(part, each, named) for each in found))))

    def target(self, part: str, identifier: str) -> str | None:
        """The part that relationship `identifier` of `part` points to; None when it is external or not there."""
        for relationship in self._relationships(part):
            if relationship.get("Id") == identifier:
                return self._target(part, relationship, self._by_name())
        return None

    def targets(self, part: str) -> dict[str, str | None]:
        """The parts that `part` relates to by the ids of the relationships, as `target` finds them one by one."""
        found: dict[str, str | None] = {}
        named = self._by_name()
        for relationship in self._relationships(part):
            if identifier := relationship.get("Id"):
                found.setdefault(identifier, self._target(part, relationship, named))
        return found

    def add(self, name: str, data: bytes, content_type: str, source: str, relationship: str) -> str:
        """Adds the part `name` and relates `source` to it by the type `relationship`; the relationship's id."""
        self.parts[name] = data
        self.declare(name, content_type)
        rels = relations_of(source)
        if rels not in self.parts:
            empty = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})
            self.parts[rels] = etree.tostring(empty)
        root = self.xml(rels)
        taken = {item.get("Id") for item in root}
        identifier = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        target = posixpath.relpath("/" + name, "/" + posixpath.dirname(source))
        tag = f"{{{RELATIONSHIPS}}}Relationship"
        etree.SubElement(root, tag, Id=identifier, Type=relationship, Target=target)
        return identifier

    def declare(self, name: str, content_type: str) -> None:
        """Says of which type the part `name` is."""
        types = self.xml(CONTENT_TYPES)
        for override in types.findall(f"{{{_TYPES}}}Override"):
            if override.get("PartName") == "/" + name:
                types.remove(override)
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName="/" + name, ContentType=content_type)

    def written(self) -> dict[str, bytes]:
        """Every part as it would be written now."""
        return {name: self._bytes(name) for name in self.parts}

    def write(self) -> bytes:
        """The package as a file. The same parts give the same bytes."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name in sorted(self.parts, key=lambda name: name != CONTENT_TYPES):
                entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0
                archive.writestr(entry, self._bytes(name))
        return out.getvalue()

    def _bytes(self, name: str) -> bytes:
        data = self.parts[name]
        source, root = self._trees.get(name, (None, None))
        if root is None or source is not data:
            return data
        written = serialised(root)
        return data if written == serialised(parsed(data)) else written

    def _main(self) -> str:
        for name in self.related("", "officeDocument"):
            return name
        named = self._by_name()
        for override in self.xml(CONTENT_TYPES).findall(f"{{{_TYPES}}}Override"):
            if override.get("ContentType") in _MAIN_TYPES:
                found = named(override.get("PartName", "").lstrip("/"))
                if found:
                    return found
        raise Unreadable(_instead(self.parts))

    def _relationships(self, part: str) -> list[etree._Element]:
        name = self._by_name()(relations_of(part))
        return self.xml(name).findall(f"{{{RELATIONSHIPS}}}Relationship") if name else []

    def _target(self, part: str, relationship: etree._Element, named: _ByName) -> str | None:
        target = relationship.get("Target", "")
        if not target or relationship.get("TargetMode") == "External":
            return None
        path = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
        return named(path) or named(unquote(path))

    def _by_name(self) -> _ByName:
        """What finds the part of a name, were it spelled in other letters, small or large."""
        folded = {name.lower(): name for name in reversed(self.parts)}
        return lambda name: name if name in self.parts else folded.get(name.lower())


def _instead(parts: Mapping[str, bytes]) -> Reason:
    """What a package is that has no main part of Word."""
    if "content.xml" in parts and parts[CONTENT_TYPES] is _NO_TYPES:
        return Reason.OPENDOCUMENT
    pages = ("Index/Document.iwa", "Index.zip", "index.apxl", "index.xml.gz")
    return Reason.PAGES if any(name.endswith(pages) for name in parts) else Reason.NOT_A_DOCX


def _canonical(name: str) -> str:
    """The name of a part as this program spells it; names that differ only in case are the same."""
    return CONTENT_TYPES if name.lower() == CONTENT_TYPES.lower() else name


def relations_of(part: str) -> str:
    """Where the relationships of a part stand."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", base + ".rels")
