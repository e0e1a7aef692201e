"""The stories of a Word file: the parts in which text stands."""

from app.word.package import Package

NOTES = {"footnotes": ("footnote", "footnoteReference"), "endnotes": ("endnote", "endnoteReference")}
"""The kinds of parts with notes: what a note is called there, and what calls one in the text."""

_TEXT = ("footnotes", "endnotes", "header", "footer", "comments")
_LOOKS = ("styles", "numbering")


def stories(package: Package) -> list[str]:
    """Names of the parts with text: the body first, then notes, headers, footers and comments."""
    return [package.main, *related(package, _TEXT)]


def settled_parts(package: Package) -> list[str]:
    """Names of every part that may hold tracked changes: the stories, building blocks, and tracked styles and lists."""
    return [*stories(package), *related(package, ("glossaryDocument", *_LOOKS))]


def related(package: Package, kinds: tuple[str, ...]) -> list[str]:
    return [name for kind in kinds for name in package.related(package.main, kind)]
