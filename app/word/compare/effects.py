"""Whether a change of properties would change what is seen.

Programs write out what a style says anyway, move what is said by default into styles and back, and cut what they inherit
otherwise. Where two programs wrote the two documents, a property is marked only where what is inherited and what is said
together look different in the new document, and where to mark it would make a difference in the old. Where one did, what
it says otherwise was set by somebody, and is marked.
"""

from functools import cached_property

from lxml import etree

from app.word.compare.cascade import Key, Value, of_text, sample
from app.word.compare.formats import Format, Formats
from app.word.compare.hands import one_hand
from app.word.compare.names import TBL, VAL, W
from app.word.compare.paragraphs import Paragraph
from app.word.compare.parts import root_of
from app.word.compare.sheets import Around, Sheet, Style
from app.word.compare.styles import DEFAULTS, STYLE, STYLE_ID, Names, kind_and_name
from app.word.package import Package
from app.word.stories import stories

_BASE, _KIND = W + "basedOn", W + "type"
_OF_PARAGRAPH, _OF_CHARACTERS = W + "pStyle", W + "rStyle"
_OF_TABLE = f"{W}tblPr/{W}tblStyle"
_NAMED = frozenset([("pStyle",), ("rStyle",), ("tblStyle",)])


class _Book:
    """The styles of a document by kind, and by name or id, as they are now: some may be brought over."""

    def __init__(self, package: Package) -> None:
        self._root = root_of(package, "styles")
        self._seen = 0
        self._by_id: dict[tuple[str, str], etree._Element] = {}
        self._by_name: dict[tuple[str, str], etree._Element] = {}
        self._default: dict[str, etree._Element] = {}

    def by_id(self, kind: str, identifier: str | None) -> Style:
        """None is the default one."""
        self._read()
        return self._default.get(kind) if identifier is None else self._by_id.get((kind, identifier))

    def by_name(self, name: tuple[str, str]) -> Style:
        self._read()
        return self._by_name.get(name)

    def base(self, style: etree._Element) -> Style:
        named = style.find(_BASE)
        return None if named is None else self.by_id(style.get(_KIND, "paragraph"), named.get(VAL, ""))

    def _read(self) -> None:
        if self._root is None or len(self._root) == self._seen:
            return
        self._seen = len(self._root)
        for style in self._root.iter(STYLE):
            kind = style.get(_KIND, "paragraph")
            self._by_id.setdefault((kind, style.get(STYLE_ID, "")), style)
            self._by_name.setdefault(kind_and_name(style), style)
            if style.get(W + "default") in ("1", "true", "on"):
                self._default.setdefault(kind, style)
        for kind, name in DEFAULTS:
            if (kind, name) in self._by_name:
                self._default.setdefault(kind, self._by_name[kind, name])


class Effects:
    """Of two documents: the old one as it will be when every change is accepted, and the new one."""

    def __init__(self, old: Package, new: Package, names: Names, formats: Formats, new_formats: Formats) -> None:
        self._old, self._new = old, new
        self._formats, self._new_formats = formats, new_formats
        self._names = names
        self._alike: dict[tuple[object, ...], bool] = {}

    @cached_property
    def _books(self) -> tuple[_Book, _Book]:
        return _Book(self._old), _Book(self._new)

    @cached_property
    def _sheets(self) -> tuple[Sheet, Sheet]:
        book, new_book = self._books
        return (
            Sheet(self._old, book.base, self._accepted, self._names.level),
            Sheet(self._new, new_book.base, self._of_new, self._names.level),
        )

    @cached_property
    def _one_hand(self) -> bool:
        return one_hand(self._old, self._new)

    def paragraphs(self, old: Paragraph, new: Paragraph) -> bool:
        """Whether two paragraphs look the same, but for their words and marks."""
        was, now = old.properties, new.properties
        if was.look == now.look:
            return True
        if self._one_hand or self._named(was, _OF_PARAGRAPH) != self._named(now, _OF_PARAGRAPH):
            return False
        around, new_around = self._around(old, new)
        key = (was, now, around, new_around)
        if key not in self._alike:
            mine, theirs = self._sheets
            there = mine.paragraph(was, around), mine.paragraph(now, around), theirs.paragraph(now, new_around)
            self._alike[key] = _are_alike(*there, "")
        return self._alike[key]

    def characters(self, was: Format, now: Format, old: Paragraph, new: Paragraph, text: str | None = "") -> bool:
        """Whether `text` in `old` looks the same in the format `now`, in `new`. No text is the mark of the paragraph.

        None is something else than words, such as the call of a note: programs have styles of their own for these.
        """
        if was.look == now.look:
            return True
        style, new_style = self._named(was, _OF_CHARACTERS), self._named(now, _OF_CHARACTERS)
        if self._one_hand or (style != new_style and text is not None):
            return False
        around, new_around = self._around(old, new)
        letters = sample(text or "")
        key = (was, now, around, new_around, letters)
        if key not in self._alike:
            mine, theirs = self._sheets
            own, other = self._both("character", new_style)
            self._alike[key] = _are_alike(
                mine.characters(was, self._both("character", style)[0], around),
                mine.characters(now, own, around),
                theirs.characters(now, other, new_around),
                letters,
            )
        return self._alike[key]

    def styles(self, name: tuple[str, str], tag: str) -> bool:
        """Whether the styles of that kind and name look the same in what they say of paragraphs (PPR) or characters."""
        style, other = (book.by_name(name) for book in self._books)
        if style is None or other is None:
            return True
        key = (style, tag)
        if key not in self._alike:
            was, now = self._literal(self._formats, style, tag), self._literal(self._new_formats, other, tag)
            # What it is based on is asked first, and might be itself.
            self._alike[key] = True
            mine, theirs = self._sheets
            there = mine.style(style, tag, was), mine.style(style, tag, now), theirs.style(other, tag)
            self._alike[key] = was.look == now.look or (not self._one_hand and _are_alike(*there, self._letters))
        return self._alike[key]

    def _accepted(self, style: etree._Element, tag: str) -> etree._Element | None:
        name = kind_and_name(style)
        other = None if self.styles(name, tag) else self._books[1].by_name(name)
        return style.find(tag) if other is None else self._of_new(other, tag)

    def _of_new(self, style: etree._Element, tag: str) -> etree._Element | None:
        return self._literal(self._new_formats, style, tag).properties

    def _literal(self, formats: Formats, style: etree._Element, tag: str) -> Format:
        found = style.find(tag)
        return formats.of_any(etree.Element(tag) if found is None else found)

    def _named(self, format: Format, tag: str) -> str | None:
        """The style that a format names, None where it is the default one."""
        found = format.properties.find(tag)
        return None if found is None or self._names.is_default(found) else found.get(VAL)

    def _both(self, kind: str, name: str | None) -> tuple[Style, Style]:
        """The style of both documents by the name it has in the old one."""
        book, new_book = self._books
        own = book.by_id(kind, name)
        there = None if own is None else new_book.by_name(kind_and_name(own))
        return own, new_book.by_id(kind, name) if there is None else there

    def _around(self, old: Paragraph, new: Paragraph) -> tuple[Around, Around]:
        styles = self._both("paragraph", self._named(new.properties, _OF_PARAGRAPH))
        sides = zip(styles, self._books, (old.element, new.element), strict=True)
        mine, theirs = (self._within(style, book, element) for style, book, element in sides)
        return mine, theirs

    def _within(self, style: Style, book: _Book, element: etree._Element) -> Around:
        table = next(element.iterancestors(TBL), None)
        if table is None:
            return Around(style, None, False)
        named = table.find(_OF_TABLE)
        return Around(style, book.by_id("table", None if named is None else named.get(VAL, "")), True)

    @cached_property
    def _letters(self) -> str:
        """One letter of each script that either document is written in."""
        return sample("".join(
            etree.tostring(package.xml(part), encoding="unicode", method="text")
            for package in (self._old, self._new) for part in stories(package)
        ))  # fmt: skip


def _are_alike(was: dict[Key, Value], would_be: dict[Key, Value], new: dict[Key, Value], text: str) -> bool:
    """Whether nothing in which the new one differs would be brought about by the new properties."""
    was, would_be, new = (of_text(each, text) for each in (was, would_be, new))
    return not any(
        was.get(key) != new.get(key) and was.get(key) != would_be.get(key) for key in {*was, *would_be, *new} - _NAMED
    )
