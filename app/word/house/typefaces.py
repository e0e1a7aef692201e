"""Which font and size a style has in the end: its own, else of the style it is based on, else of the document."""

from lxml import etree

from app.word.looks import Styles
from app.word.package import Package
from app.word.writing.markup import name, whole

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Typefaces:
    """The fonts of the styles in `root`; `package` has the theme they may name them by."""

    def __init__(self, package: Package, root: etree._Element) -> None:
        self._styles = Styles(root)
        self._defaults = root.find(f"{name('docDefaults')}/{name('rPrDefault')}/{name('rPr')}")
        self._theme: dict[str, str] = {}
        for part in package.related(package.main, "theme")[:1]:
            for kind in ("major", "minor"):
                latin = next(package.xml(part).iter(f"{_A}{kind}Font"), None)
                face = None if latin is None else latin.find(f"{_A}latin")
                self._theme[kind] = "" if face is None else face.get("typeface", "")

    def of(self, identifier: str) -> tuple[str, float]:
        """The name of the font, "" where nothing names one, and the size in points, 0 where nothing says it."""
        font, size = "", 0
        for look in self._looks(identifier):
            fonts, own = look.find(name("rFonts")), look.find(name("sz"))
            font = font or self._named(fonts)
            size = size or whole(None if own is None else own.get(name("val")), 0)
        return font, size / 2

    def _looks(self, identifier: str) -> list[etree._Element]:
        """The looks of runs from the style down to those of the document."""
        looks = (style.find(name("rPr")) for style in self._styles.chain(identifier))
        return [look for look in (*looks, self._defaults) if look is not None]

    def _named(self, fonts: etree._Element | None) -> str:
        if fonts is None:
            return ""
        themed = fonts.get(name("asciiTheme"), "")
        for kind in ("major", "minor"):
            if themed.startswith(kind) and self._theme.get(kind):
                return self._theme[kind]
        return fonts.get(name("ascii"), "")
