"""What an element says, without what Word writes for itself: equal forms mean equal content."""

import hashlib
from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from app.word.compare.names import BOX, NOISE, RPR, RUN, SPACE, VAL, WP, R, T, W
from app.word.package import Package, relations_of
from app.word.stories import settled_parts

Form = tuple
Target = Callable[[str], str]

_PRIVATE = ("rsid", "paraId", "textId", "anchorId", "editId")
_NUMBERS = frozenset({"id", "spid", "{urn:schemas-microsoft-com:office:office}spid", "ShapeID", "ObjectID"})
"""What tells drawings apart within one file."""
_DOC_PR = WP + "docPr"
_ON = frozenset({"1", "true", "on"})


def outside_boxes(element: etree._Element) -> list[etree._Element]:
    """`element` and all in it but the text boxes, with what these hold."""
    if next(element.iter(BOX), None) is None:
        return list(element.iter(etree.Element))
    return list(_outside(element))


def _outside(element: etree._Element) -> Iterator[etree._Element]:
    if element.tag != BOX:
        yield element
        for child in element.iterchildren(etree.Element):
            yield from _outside(child)


def boxes_of(element: etree._Element) -> tuple[etree._Element, ...]:
    """The text boxes in `element`, but none that stands in another."""
    return tuple(box for box in element.iter(BOX) if not _is_inner(box, element))


def _is_inner(box: etree._Element, within: etree._Element) -> bool:
    for holder in box.iterancestors():
        if holder is within:
            return False
        if holder.tag == BOX:
            return True
    return False


def joined(parts: Iterable[str]) -> str:
    """One string for several, another for others, as long as they are together: to quote what is quoted already would
    double with every table in a table. The signs between them are in no document."""
    return "\1" + "\2".join(parts) + "\3"


def form(element: etree._Element, target: Target) -> Form:
    """The content of `element` as a value; relationship ids are said as what they point to, text boxes are empty."""
    if element.tag == BOX:
        return (BOX,)
    attributes = []
    for name, value in element.items():
        bare = name.rpartition("}")[2]
        if bare.startswith(_PRIVATE) or name in _NUMBERS or (element.tag == _DOC_PR and name == "name"):
            continue
        if name.startswith(R):
            value = target(value)
        elif name == VAL and value in _ON:
            continue
        attributes.append((name, value))
    attributes.sort()
    children = tuple(form(child, target) for child in element if isinstance(child.tag, str) and child.tag not in NOISE)
    text = element.text or ""
    return (element.tag, tuple(attributes), text if text.strip() or not children else "", children)


def join_runs(holder: etree._Element) -> None:
    """Joins, in place, the text of runs that look the same and were cut from one another."""
    for text in holder.iter(T):
        text.attrib.pop(SPACE, None)
    for run in list(holder.iter(RUN)):
        before = run.getprevious()
        if before is None or before.tag != RUN:
            continue
        looks, texts = zip(*(_taken_apart(each) for each in (before, run)), strict=True)
        if looks[0] == looks[1] and None not in texts:
            texts[0].text = (texts[0].text or "") + (texts[1].text or "")
            run.getparent().remove(run)


def _taken_apart(run: etree._Element) -> tuple[list[Form], etree._Element | None]:
    """The looks of a run, and its text when it holds nothing else."""
    rest = [child for child in run if child.tag != RPR]
    return [form(child, str) for child in run if child.tag == RPR and len(child)], rest[0] if [
        each.tag for each in rest
    ] == [T] else None


def relationship(package: Package, part: str, identifier: str) -> tuple[str, str, bool] | None:
    """Type, target (a part's name when internal) and whether it is external; None when there is no such thing."""
    for item in relationships(package, part):
        if item.get("Id") == identifier:
            external = item.get("TargetMode") == "External"
            target = item.get("Target", "") if external else package.target(part, identifier)
            return (item.get("Type", ""), target, external) if target is not None else None
    return None


def relationships(package: Package, part: str) -> list[etree._Element]:
    """The relationship elements of `part`; empty when it has none."""
    name = relations_of(part)
    return [item for item in package.xml(name) if item.get("Id")] if name in package.parts else []


def targets(package: Package, part: str) -> Target:
    """Says what a relationship id of `part` points to: an address, or the fingerprint of a part's bytes."""
    known: dict[str, str] = {}

    def target(identifier: str) -> str:
        if identifier not in known:
            found = relationship(package, part, identifier)
            if found is None:
                known[identifier] = ""
            elif found[2]:
                known[identifier] = found[1]
            else:
                known[identifier] = hashlib.sha256(package.parts[found[1]]).hexdigest()
        return known[identifier]

    return target


def used_ids(package: Package) -> set[int]:
    """Every w:id on any element of any part that Word reads: what else lies in the file need not even be XML."""
    used: set[int] = set()
    for name in settled_parts(package):
        if b":id=" in package.parts[name]:
            used.update(map(int, filter(_is_number, package.xml(name).xpath("//@w:id", namespaces={"w": W[1:-1]}))))
    return used


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdigit()
