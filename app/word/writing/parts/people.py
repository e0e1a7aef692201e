"""The list of those who signed a change or a comment."""

from collections.abc import Iterable

from lxml import etree

from app.word.writing.markup import name, root, written

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml"
RELATIONSHIP = "http://schemas.microsoft.com/office/2011/relationships/people"


def people(authors: Iterable[str]) -> bytes:
    """The part that names `authors`, none of them tied to an account anywhere."""
    part = root("w15:people", "w15")
    for author in authors:
        person = etree.SubElement(part, name("w15:person"), {name("w15:author"): author})
        presence = {name("w15:providerId"): "None", name("w15:userId"): author}
        etree.SubElement(person, name("w15:presenceInfo"), presence)
    return written(part)
