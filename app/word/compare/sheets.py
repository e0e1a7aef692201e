"""What text inherits from the styles, the lists and the defaults of its document."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from lxml import etree

from app.word.compare.cascade import LEVEL, LIST, TOGGLES, Key, Says, Value, says
from app.word.compare.formats import Format
from app.word.compare.names import PPR, RPR, W
from app.word.compare.parts import root_of
from app.word.package import Package

Style: TypeAlias = etree._Element | None
_DEFAULTS = {PPR: f"{W}docDefaults/{W}pPrDefault/{W}pPr", RPR: f"{W}docDefaults/{W}rPrDefault/{W}rPr"}
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCRIPTS = {"ascii": "latin", "hansi": "latin", "eastasia": "ea", "bidi": "cs"}
_WIDOWS = ("widowControl",)
_DEEPEST = 50
"""The most styles that one is based on."""


class Around(NamedTuple):
    """The style of the paragraph and of the table that words stand in."""

    paragraph: Style
    table: Style
    in_cell: bool


class Sheet:
    """The styles of one document: `base` gives what a style is based on, `own` what it says of paragraphs (PPR) or of
    characters (RPR) itself, `level` a level of a list by the list's number and its own."""

    def __init__(
        self,
        package: Package,
        base: Callable[[etree._Element], Style],
        own: Callable[[etree._Element, str], etree._Element | None],
        level: Callable[[str, str], etree._Element | None],
    ) -> None:
        self._package = package
        self._base, self._own, self._level = base, own, level
        self._faces: dict[str, str] | None = None
        root = root_of(package, "styles")
        self._defaults = {tag: {} if root is None else says(root.find(path), self.face) for tag, path in _DEFAULTS.items()}
        self._styled: dict[tuple[etree._Element, str], dict[Key, Value]] = {}
        self._literal: dict[Format, Says] = {}

    def paragraph(self, format: Format, around: Around) -> dict[Key, Value]:
        """All that is said of a paragraph of this format."""
        said = dict(self._defaults[PPR])
        for style in (around.table, around.paragraph):
            said.update(self._of(style, PPR))
        self._lay(said, self._says(format))
        if around.in_cell:
            # LibreOffice switches it off in cells where nothing says so; hardly a cell runs over the end of a page.
            said.pop(_WIDOWS, None)
        return said

    def characters(self, format: Format, style: Style, around: Around) -> dict[Key, Value]:
        """All that is said of characters of this format, which names the style `style`."""
        layers = [self._of(each, RPR) for each in (around.table, around.paragraph, style)]
        said = dict(self._defaults[RPR])
        for layer in layers:
            said.update(layer)
        for key in said:
            if key[0] in TOGGLES:
                always = self._defaults[RPR].get(key) is True
                said[key] = always or sum(layer.get(key) is True for layer in layers) % 2 == 1
        said.update(self._says(format))
        return said

    def style(self, style: etree._Element, tag: str, format: Format | None = None) -> dict[Key, Value]:
        """All that is said by a style, or would be if what it says itself were `format`."""
        said = dict(self._defaults[tag])
        if format is None:
            said.update(self._of(style, tag))
        else:
            said.update(self._of(self._base(style), tag))
            self._lay(said, self._says(format))
        return said

    def face(self, theme: str) -> str:
        """The typeface that a theme's name ("minorHAnsi") stands for in this document; the name, where that is open."""
        if self._faces is None:
            self._faces = dict(self._read_faces())
        return self._faces.get(theme.lower()) or theme

    def _of(self, style: Style, tag: str) -> dict[Key, Value]:
        """What a style says, with those that it is based on."""
        unread: list[etree._Element] = []
        said: dict[Key, Value] = {}
        for each in self._line(style):
            if (each, tag) in self._styled:
                said = self._styled[each, tag]
                break
            unread.append(each)
        for each in reversed(unread):
            own, said = self._own(each, tag), dict(said)
            self._lay(said, says(own, self.face))
            self._styled[each, tag] = said
        return said

    def _line(self, style: Style) -> Iterator[etree._Element]:
        """A style, the one it is based on, and so on."""
        for _ in range(_DEEPEST):
            if style is None:
                return
            yield style
            style = self._base(style)

    def _says(self, format: Format) -> Says:
        if format not in self._literal:
            self._literal[format] = says(format.properties, self.face)
        return self._literal[format]

    def _lay(self, said: dict[Key, Value], own: Says) -> None:
        """Lays what stands nearer over what stands farther off, with what the list says that it names."""
        if LIST in own or LEVEL in own:
            number, level = own.get(LIST, said.get(LIST, "0")), own.get(LEVEL, said.get(LEVEL, "0"))
            found = self._level(str(number), str(level))
            if found is not None:
                said.update(says(found.find(PPR), self.face))
        said.update(own)

    def _read_faces(self) -> Iterator[tuple[str, str]]:
        root = root_of(self._package, "theme")
        for kind in ("major", "minor"):
            for name, script in _SCRIPTS.items():
                found = None if root is None else root.find(f".//{_A}{kind}Font/{_A}{script}")
                yield kind + name, "" if found is None else found.get("typeface", "")
