"""A reference document without all that documents do not carry on of it."""

from app.word.house.relations import content_type
from app.word.package import Package
from app.word.writing.carrying import Carrier
from app.word.writing.markup import R, put, root, written
from app.word.writing.paper import mirrored, two_sided
from app.word.writing.parts import section
from app.word.writing.parts.settings import TYPE as SETTINGS_TYPE

_LOOKS = ("styles", "numbering", "theme", "fontTable")


def slim(package: Package) -> bytes:
    """The tamed reference document `package` as one empty page: its styles, lists, theme, fonts and letterhead."""
    thin = Package.empty()
    carrier = Carrier(thin, package)
    for kind in _LOOKS:
        for part in package.related(package.main, kind)[:1]:
            carrier.part(part, kind)
    thin.add("word/settings.xml", _settings(package), SETTINGS_TYPE, thin.main, f"{R}/settings")
    sheet, relations = section.section_of(package.xml(package.main))
    for (kind, pages), identifier in sorted(relations.items()):
        own = package.target(package.main, identifier)
        if own is not None:
            title = f"word/{kind}_{pages}.xml"
            related = thin.add(title, package.parts[own], content_type(package, own), thin.main, f"{R}/{kind}")
            carrier.relations(own, title)
            section.refer(sheet, kind, pages, related)
    document = root("document", "r")
    body = put(document, "body")
    put(body, "p")
    body.append(sheet)
    thin.parts[thin.main] = written(document)
    return thin.write()


def _settings(package: Package) -> bytes:
    part = root("settings")
    if mirrored(package):
        put(part, "mirrorMargins")
    if two_sided(package):
        put(part, "evenAndOddHeaders")
    return written(part)
