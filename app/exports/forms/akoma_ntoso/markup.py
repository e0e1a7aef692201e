"""Elements of Akoma Ntoso by name, and what may stand in its names."""

import re
import unicodedata

from lxml import etree

from app.word.writing.markup import legal

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "pt": "por", "ru": "rus", "zh": "zho"}


def name(tag: str) -> str:
    """The full name of an element."""
    return f"{{{NAMESPACE}}}{tag}"


def put(parent: etree._Element, tag: str, text: str = "", /, **attributes: str) -> etree._Element:
    """A new last child of `parent`; `text` stands in it. Attributes that are empty are left out."""
    given = {key.rstrip("_"): legal(value) for key, value in attributes.items() if value}
    element = etree.SubElement(parent, name(tag), given)
    if text:
        element.text = legal(text)
    return element


def say(element: etree._Element, words: str) -> None:
    """Appends words to an element, behind all that is in it."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def root() -> etree._Element:
    """The root of a file."""
    return etree.Element(name("akomaNtoso"), nsmap={None: NAMESPACE})


def written(element: etree._Element) -> bytes:
    """The file with this root."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8")


def slug(words: str, otherwise: str) -> str:
    """Words as they may stand in a name: small letters, digits and hyphens; `otherwise` when none is left."""
    folded = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-") or otherwise


def alpha3(language: str) -> str:
    """The language of a BCP 47 tag in three letters, where we know them; else as the tag has it."""
    primary = language.split("-")[0].lower()
    return _LANGUAGES.get(primary, primary)
