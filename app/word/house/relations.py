"""Which relations of a part may be carried on: to pictures and fonts that stand in the file itself."""

from typing import NamedTuple

from lxml import etree

from app.word.package import CONTENT_TYPES, RELATIONSHIPS, Package, relations_of
from app.word.writing.markup import written

HARMLESS = frozenset(
    {
        "image/bmp",
        "image/emf",
        "image/gif",
        "image/jpeg",
        "image/jpg",
        "image/png",
        "image/tiff",
        "image/wmf",
        "image/x-emf",
        "image/x-wmf",
        "application/vnd.openxmlformats-officedocument.obfuscatedfont",
        "application/x-fontdata",
        "application/x-font-ttf",
    }
)
"""Types of pictures and fonts that cannot point to anything else. A drawing in SVG can."""


class Kept(NamedTuple):
    """The ids of the relations that stay, and of those that went because they lead outside the file."""

    ids: frozenset[str]
    outside: frozenset[str]


def kept_relations(package: Package, part: str, kind: str) -> Kept:
    """Leaves `part` only its relations of this kind ("image") to harmless parts of the file. Raises Unreadable."""
    name = relations_of(part)
    if name not in package.parts:
        return Kept(frozenset(), frozenset())
    root = package.xml(name)
    outside = set()
    targets = package.targets(part)
    for relation in list(root):
        target = targets.get(relation.get("Id", ""))
        if relation.get("TargetMode") == "External":
            outside.add(relation.get("Id", ""))
        fits = relation.get("Type", "").endswith(f"/{kind}") and target is not None
        if not fits or content_type(package, target or "").lower() not in HARMLESS:
            root.remove(relation)
    package.parts[name] = written(root)
    return Kept(frozenset(each.get("Id", "") for each in root.iter(f"{{{RELATIONSHIPS}}}Relationship")), frozenset(outside))


def content_type(package: Package, part: str) -> str:
    """The type of a part as the package declares it; names and endings are the same in small and in capital letters."""
    declared = {}
    for item in package.xml(CONTENT_TYPES).iter(etree.Element):
        known = item.get("PartName") or item.get("Extension")
        if known:
            declared[known.lower()] = item.get("ContentType", "")
    ending = part.rpartition(".")[2].lower()
    return declared.get(f"/{part}".lower()) or declared.get(ending) or "application/octet-stream"
