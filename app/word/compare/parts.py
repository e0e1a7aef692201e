"""The parts beside the text that both documents may have: styles, lists."""

from lxml import etree

from app.word.compare.names import R, W
from app.word.package import Package

_OFFICE = R[1:-1] + "/"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def root_of(package: Package, kind: str) -> etree._Element | None:
    """The root of the part of this kind, when there is one."""
    part = next(iter(package.related(package.main, kind)), None)
    return None if part is None else package.xml(part)


def added(package: Package, kind: str) -> etree._Element:
    """The root of a new, empty part of this kind."""
    folder = package.main.rpartition("/")[0]
    name = f"{folder}/{kind}.xml" if folder else f"{kind}.xml"
    empty = etree.Element(W + kind, nsmap={"w": W[1:-1]})
    package.add(name, etree.tostring(empty), _TYPE.format(kind), package.main, _OFFICE + kind)
    return package.xml(name)
