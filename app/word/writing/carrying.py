"""Taking parts over from a reference document that was tamed, with the pictures and fonts they show."""

import posixpath
import re

from lxml import etree

from app.word.house.relations import content_type
from app.word.package import RELATIONSHIPS, Package, relations_of
from app.word.writing.markup import R, written


class Carrier:
    """Carries parts from `given` to `package`, each picture and font once."""

    def __init__(self, package: Package, given: Package) -> None:
        self.package = package
        self.given = given
        self._names: dict[str, str] = {}

    def part(self, part: str, kind: str) -> None:
        """Takes a part over under its kind's name, related to the body."""
        name = f"word/{kind}.xml"
        self.package.add(name, self.given.parts[part], content_type(self.given, part), self.package.main, f"{R}/{kind}")
        self.relations(part, name)

    def relations(self, part: str, name: str) -> None:
        """Gives `name` the relations that `part` has in the reference document."""
        source = relations_of(part)
        if source not in self.given.parts:
            return
        root = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})
        targets = self.given.targets(part)
        for relation in self.given.xml(source).iter(f"{{{RELATIONSHIPS}}}Relationship"):
            target = targets.get(relation.get("Id", ""))
            if target is None:
                continue
            here = {"Id": relation.get("Id", ""), "Type": relation.get("Type", ""), "Target": f"/{self._thing(target)}"}
            etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", here)
        if len(root):
            self.package.parts[relations_of(name)] = written(root)

    def _thing(self, target: str) -> str:
        if target not in self._names:
            ending = re.sub(r"[^a-z0-9]", "", posixpath.splitext(target)[1].lower()) or "bin"
            name = self._names[target] = f"word/media/house{len(self._names) + 1}.{ending}"
            self.package.parts[name] = self.given.parts[target]
            self.package.declare(name, content_type(self.given, target))
        return self._names[target]
