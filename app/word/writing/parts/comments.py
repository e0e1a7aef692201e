"""Comments: the reasons delegations give, each beside the first place where its change shows, and the answers to them.

Word keeps them in four parts: the words, the threads, the lasting ids, and the true time.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from app.text.redline import Line
from app.word.writing.markup import R, instant, legal, name, put, root, written
from app.word.writing.revisions import Reply, Revisions, Signature, author_of
from app.word.writing.runs import text_into

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_OFFICE = "http://schemas.microsoft.com/office"
INITIALS_LENGTH = 9
"""Characters Word allows in the initials of a comment's author."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The pieces `start` (included) to `end` (not included) of a line that a comment speaks of."""

    change: Hashable
    start: int
    end: int


def anchors(lines: Sequence[Line], signatures: Mapping[Hashable, Signature]) -> list[list[Anchor]]:
    """For each line, the comments to anchor there: each commented change once, where it first shows."""
    waiting = {change for change, signature in signatures.items() if legal(signature.comment or "").strip()}
    placed: list[list[Anchor]] = []
    for line in lines:
        here: list[Anchor] = []
        for change in _shown(line):
            if change in waiting:
                waiting.discard(change)
                here.append(_anchor(line, change))
        placed.append(here)
    return placed


def _shown(line: Line) -> list[Hashable]:
    changes = [line.inserted_by, line.deleted_by]
    for piece in line.pieces:
        changes += [piece.inserted_by, piece.deleted_by]
    if line.seam is not None:
        changes += [line.seam.inserted_by, line.seam.deleted_by]
    changes += line.remarks
    return list(dict.fromkeys(change for change in changes if change is not None))


def _anchor(line: Line, change: Hashable) -> Anchor:
    bearing = [change in (piece.inserted_by, piece.deleted_by) for piece in line.pieces]
    if change in (line.inserted_by, line.deleted_by) or not any(bearing):
        return Anchor(change, 0, len(line.pieces))
    start = bearing.index(True)
    end = start + 1
    while end < len(bearing) and bearing[end]:
        end += 1
    return Anchor(change, start, end)


class Comments:
    """The comments of one document."""

    def __init__(self, revisions: Revisions, signatures: Mapping[Hashable, Signature], styles: tuple[str, str]) -> None:
        self.reference_style, self._text_style = styles
        self._revisions = revisions
        self._signatures = signatures
        self._comments = root("comments", "w", "w14", "w16du")
        self._threads = root("w15:commentsEx", "w15")
        self._ids = root("w16cid:commentsIds", "w16cid")
        self._times = root("w16cex:commentsExtensible", "w16cex")
        self._last = 0

    def __bool__(self) -> bool:
        return self._last > 0

    def add(self, change: Hashable) -> tuple[str, ...]:
        """The ids of a new thread: of the comment that says why `change`, and of each answer to it."""
        signature = self._signatures[change]
        first, key = self._comment(signature, signature.comment or "", None)
        answers = [reply for reply in signature.replies if legal(reply.text).strip()]
        return (first, *(self._comment(reply, reply.text, key)[0] for reply in answers))

    def _comment(self, by: Signature | Reply, text: str, parent: str | None) -> tuple[str, str]:
        """The id of a new comment, and the key under which answers name it; `parent` is that of what it answers."""
        self._last += 1
        author = author_of(by)
        self._revisions.authors.setdefault(author)
        identifier = self._revisions.identifier()
        comment = put(self._comments, "comment", id=identifier, author=author, initials=initials(author))
        if by.at is not None:
            comment.set(name("date"), instant(by.at))
        paragraph = self._words(comment, legal(text).strip().splitlines())
        # Eight hexadecimal digits below 80000000; only the last paragraph's is the key of the other three parts.
        key = f"{0x10000000 + self._last:08X}"
        paragraph.set(name("w14:paraId"), key)
        paragraph.set(name("w14:textId"), "77777777")
        durable = f"{0x20000000 + self._last:08X}"
        thread = {"w15:paraId": key, **({} if parent is None else {"w15:paraIdParent": parent}), "w15:done": "0"}
        _add(self._threads, "w15:commentEx", thread)
        _add(self._ids, "w16cid:commentId", {"w16cid:paraId": key, "w16cid:durableId": durable})
        extensible = {"w16cex:durableId": durable}
        if by.at is not None:
            extensible["w16cex:dateUtc"] = instant(by.at)
        _add(self._times, "w16cex:commentExtensible", extensible)
        return identifier, key

    def _words(self, comment: etree._Element, lines: Sequence[str]) -> etree._Element:
        """Writes a paragraph a line; the last of them."""
        for place, words in enumerate(lines):
            paragraph = put(comment, "p")
            put(put(paragraph, "pPr"), "pStyle", val=self._text_style)
            if place == 0:
                number = put(paragraph, "r")
                put(put(number, "rPr"), "rStyle", val=self.reference_style)
                put(number, "annotationRef")
            text_into(put(paragraph, "r"), words)
        return paragraph

    def parts(self) -> list[tuple[str, bytes, str, str]]:
        """Name, bytes, content type and relationship type of each part."""
        kinds = (
            ("comments", self._comments, f"{R}/comments"),
            ("commentsExtended", self._threads, f"{_OFFICE}/2011/relationships/commentsExtended"),
            ("commentsIds", self._ids, f"{_OFFICE}/2016/09/relationships/commentsIds"),
            ("commentsExtensible", self._times, f"{_OFFICE}/2018/08/relationships/commentsExtensible"),
        )
        return [(kind, written(part), _TYPE.format(kind), relationship) for kind, part, relationship in kinds]


def initials(author: str) -> str:
    """The first letters of a name's words, at most nine; of a single word, its first three letters."""
    words = author.split()
    short = words[0][:3].upper() if len(words) == 1 else "".join(word[0] for word in words if word[0].isupper())
    return short[:INITIALS_LENGTH] or author[:1]


def _add(parent: etree._Element, tag: str, attributes: dict[str, str]) -> None:
    etree.SubElement(parent, name(tag), {name(key): value for key, value in attributes.items()})
