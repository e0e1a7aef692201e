"""What is found in a marked-up file that came back."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from enum import StrEnum

from app.text.change import Act, Insert
from app.text.document import Document
from app.word.changes import Tracked
from app.word.omissions import Omission


@dataclass(frozen=True, slots=True)
class Base:
    """A text that the file may have been made from. `revision` names it; files remember it as text."""

    revision: Hashable
    text: Document


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment of the file: who said it, when (as the file has it), what, on which words, and the answers to it."""

    author: str
    date: str | None
    text: str
    quoted: str = ""
    replies: tuple["Remark", ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A change to one paragraph of the base, or one new paragraph.

    `key` names the paragraph; a new one has a key that the base does not know. `acts` make the change on the base: words
    and place of one paragraph. `behind` are the paragraphs a new or moved one can stand after, the nearest first; the last
    is of the base (None: the beginning), those before it are new themselves, as many as are near.

    `authors` are the names in the file under which its tracked changes stand. `untracked`: somebody made it, or a part of
    it, while changes were not recorded. `entangled`: several had their hands in the same words, and what each wanted by
    itself cannot be told. `formatting`: the words are the same, their marks or footnotes are not.

    `score` is how alike the paragraph in the file, all changes rejected, is to that of the base, from 0 to 1; `by_key` says
    that it was known by its key, not by its words. `tracked` are the changes as the file has them, `remarks` the comments.
    """

    key: str
    acts: tuple[Act, ...]
    behind: tuple[str | None, ...] = ()
    authors: tuple[str, ...] = ()
    untracked: bool = False
    entangled: bool = False
    formatting: bool = False
    score: float = 1.0
    by_key: bool = True
    tracked: tuple[Tracked, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether it is a new paragraph."""
        return any(isinstance(act, Insert) for act in self.acts)


class Untaken(StrEnum):
    """Changes in the file that cannot be an amendment. MARGINS: tracked in headers or footers. LAYOUT: of a paragraph's
    style. UNDONE: made by one and taken back by another, so that nothing remains. UNSEEN: tracked, without a difference in
    words, marks or places (spacing, fonts, empty paragraphs, and what the base has already)."""

    MARGINS = "margins"
    LAYOUT = "layout"
    UNDONE = "undone"
    UNSEEN = "unseen"


@dataclass(frozen=True, slots=True)
class Returned:
    """What a file that came back says.

    `revision` is the base it was read against; `remembered`: the file itself said so. `elsewhere`: it says that it was made
    from a text that is none of those known. `score` is how much of the base is in it, from 0 to 1. `authors` are the names
    in the file, in the order in which they first occur. `found` stands in the order of the text; `groups` has for each the
    number, from 0, of the amendment it would go into. `remarks` are the comments on paragraphs that nothing changes.
    `left_out` is content, `untaken` changes that no amendment can hold, with how many.
    """

    revision: Hashable
    remembered: bool
    elsewhere: bool
    score: float
    authors: tuple[str, ...]
    found: tuple[Found, ...]
    groups: tuple[int, ...]
    remarks: tuple[Remark, ...] = ()
    left_out: tuple[Omission, ...] = ()
    untaken: dict[Untaken, int] = field(default_factory=dict)
