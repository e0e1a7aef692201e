"""The parts beside the text that both documents may have, one of each kind: styles, lists, settings, notes."""

from lxml import etree

from app.word.compare.names import R, W
from app.word.package import Package

_OFFICE = R[1:-1] + "/"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def part_of(package: Package, kind: str) -> str | None:
    """The name of the part of this kind, when there is one."""
    return next(iter(package.related(package.main, kind)), None)


def root_of(package: Package, kind: str) -> etree._Element | None:
    """The root of the part of this kind, when there is one."""
    part = part_of(package, kind)
    return None if part is None else package.xml(part)


def added(package: Package, kind: str) -> etree._Element:
    """The root of a new, empty part of this kind."""
    return package.xml(put(package, kind, etree.Element(W + kind, nsmap={"w": W[1:-1]})))


def put(package: Package, kind: str, root: etree._Element) -> str:
    """Adds a part of this kind, which the package does not have; its name."""
    folder = package.main.rpartition("/")[0]
    name = f"{folder}/{kind}.xml" if folder else f"{kind}.xml"
    package.add(name, etree.tostring(root), _TYPE.format(kind), package.main, _OFFICE + kind)
    return name
