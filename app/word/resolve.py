"""Accepting and rejecting: a Word file with its tracked changes settled one way, and nothing else changed."""

from collections.abc import Collection

from lxml import etree

from app.word.names import W14, W15, W16CEX, W16CID, drop, value, w
from app.word.package import Package
from app.word.settling import Chosen, by_authors, settle
from app.word.stories import NOTES, settled_parts


def accept(data: bytes, authors: Collection[str] | None = None) -> bytes:
    """The file with every tracked change accepted; with `authors`, only theirs.

    Parts without such changes keep their bytes. Raises Unreadable.
    """
    return _resolved(data, True, authors)


def reject(data: bytes, authors: Collection[str] | None = None) -> bytes:
    """The file with every tracked change rejected; with `authors`, only theirs. Raises Unreadable."""
    return _resolved(data, False, authors)


def _resolved(data: bytes, accepted: bool, authors: Collection[str] | None) -> bytes:
    package = Package.read(data)
    resolve(package, accepted, by_authors(authors))
    return package.write()


def resolve(package: Package, accepted: bool, chosen: Chosen) -> None:
    """Settles the chosen changes in every part of `package`, in place.

    Notes and comments whose last reference went with the words around it go too. Raises Unreadable.
    """
    before = _references(package)
    for name in settled_parts(package):
        settle(package.xml(name), accepted, chosen)
    after = _references(package)
    for kind, (note, reference) in NOTES.items():
        lost = before[reference] - after[reference]
        for name in package.related(package.main, kind):
            for element in package.xml(name).findall(w(note)):
                if value(element, "id") in lost:
                    drop(element)
    _drop_comments(package, before["commentReference"] - after["commentReference"])


def _references(package: Package) -> dict[str, set[str | None]]:
    root = package.xml(package.main)
    kinds = (*(reference for _, reference in NOTES.values()), "commentReference")
    return {kind: {value(element, "id") for element in root.iter(w(kind))} for kind in kinds}


def _drop_comments(package: Package, lost: set[str | None]) -> None:
    if not lost:
        return
    for marker in list(package.xml(package.main).iter(w("commentRangeStart"), w("commentRangeEnd"))):
        if value(marker, "id") in lost:
            drop(marker)
    paragraphs: set[str | None] = set()
    for name in package.related(package.main, "comments"):
        for comment in package.xml(name).findall(w("comment")):
            if value(comment, "id") in lost:
                paragraphs |= {paragraph.get(f"{{{W14}}}paraId") for paragraph in comment.iter(w("p"))}
                drop(comment)
    durable = _drop_rows(package, "commentsIds", f"{{{W16CID}}}paraId", paragraphs, f"{{{W16CID}}}durableId")
    _drop_rows(package, "commentsExtended", f"{{{W15}}}paraId", paragraphs)
    _drop_rows(package, "commentsExtensible", f"{{{W16CEX}}}durableId", durable)


def _drop_rows(package: Package, kind: str, key: str, keys: set[str | None], wanted: str | None = None) -> set[str | None]:
    """Drops the rows of a comment side part whose `key` is among `keys`; the `wanted` attribute of those."""
    given: set[str | None] = set()
    rows: list[etree._Element] = [row for name in package.related(package.main, kind) for row in package.xml(name)]
    for row in rows:
        if row.get(key) is not None and row.get(key) in keys:
            given.add(row.get(wanted) if wanted else None)
            drop(row)
    return given
