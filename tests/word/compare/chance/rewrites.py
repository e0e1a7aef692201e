"""What another program makes of a document when it saves it: all the same to see, but written otherwise.

Some write out what a style says anyway, some move the defaults into a style, some spell everything their own way.
"""

import random
from copy import deepcopy

from lxml import etree

from tests.word.compare.chance.drafts import Draft, fragment
from tests.word.compare.chance.resaves import W

_FIRST = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
          "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
          "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing",
          "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
          "divId", "cnfStyle", "rPr", "sectPr", "pPrChange")  # fmt: skip
_SMALL = ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
          "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position",
          "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
          "eastAsianLayout", "specVanish", "oMath", "rPrChange")  # fmt: skip
_OF_CELL = ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders")
_OF_TABLE = ("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc",
             "tblCellSpacing", "tblInd", "tblBorders")  # fmt: skip
_OF_SECTION = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc",
               "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg",
               "textDirection", "bidi", "rtlGutter", "docGrid")  # fmt: skip
_SIDES = {"left": "start", "right": "end"}
_DRESSES = {
    "Heading1": '<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="0"/><w:outlineLvl w:val="0"/></w:pPr>'
    '<w:rPr><w:color w:val="2F5496"/><w:sz w:val="32"/></w:rPr>',
    "ListParagraph": '<w:pPr><w:ind w:left="720"/><w:contextualSpacing/></w:pPr>',
    "TableGrid": '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>',
}
_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'


class Rewrites:
    """Rewrites `draft` in place; nothing that a reader sees changes."""

    def __init__(self, draft: Draft, chance: random.Random) -> None:
        self.draft, self.chance = draft, chance

    def do_say_sides_otherwise(self) -> None:
        for element in self._all("jc", "lvlJc", "tab"):
            side = element.get(W + "val")
            if side in _SIDES:
                element.set(W + "val", _SIDES[side])
        for element in self._all("ind"):
            for side, other in _SIDES.items():
                value = element.attrib.pop(W + side, None)
                if value is not None:
                    element.set(W + other, value)
            element.set(W + "hanging", "0") if element.get(W + "firstLine") is None else None

    def do_switch_on_in_words(self) -> None:
        for element in self._all("b", "i", "caps", "strike", "keepNext", "pageBreakBefore", "bidi", "rtl"):
            element.set(W + "val", self.chance.choice(("true", "1", "on")))

    def do_write_what_is_off(self) -> None:
        """As Google Docs does: every run and paragraph says what it is not."""
        for properties in self._runs():
            self._add(properties, _SMALL, '<w:smallCaps w:val="0"/>', '<w:dstrike w:val="false"/>', '<w:w w:val="100"/>',
                      '<w:position w:val="0"/>', '<w:kern w:val="0"/>', '<w:em w:val="none"/>')  # fmt: skip
        for properties in self._paragraphs():
            off = ('<w:keepLines w:val="0"/>', '<w:widowControl w:val="1"/>', '<w:textAlignment w:val="auto"/>')
            self._add(properties, _FIRST, *off)

    def do_write_what_is_inherited(self) -> None:
        """As LibreOffice does: paragraphs say what their style says, and that this is the default one."""
        says = {style.get(W + "styleId"): style.find(W + "pPr") for style in self._all("style")}
        for properties in self._paragraphs():
            named = properties.find(W + "pStyle")
            own = says.get("Normal" if named is None else named.get(W + "val"))
            inherited = [] if own is None else [deepcopy(child) for child in own]
            self._put(properties, _FIRST, [*fragment('<w:pStyle w:val="Normal"/>'), *inherited])

    def do_move_defaults_into_styles(self) -> None:
        """From where all styles inherit them to the default style."""
        root = self.draft.root("styles")
        defaults = root.find(W + "docDefaults")
        normal = next(style for style in self._all("style") if style.get(W + "styleId") == "Normal")
        for name, order in (("pPr", _FIRST), ("rPr", _SMALL)):
            moved = [] if defaults is None else list(defaults.find(f"{W}{name}Default/{W}{name}"))
            there = normal.find(W + name)
            if there is None:
                there = etree.SubElement(normal, W + name)
            self._put(there, order, moved)
        for properties in self._paragraphs():
            self._say_what_the_table_says(properties)

    def _say_what_the_table_says(self, properties: etree._Element) -> None:
        """Where the default style says something, a table's style is not heard any more."""
        table = next(properties.iterancestors(W + "tbl"), None)
        named = None if table is None else table.find(f"{W}tblPr/{W}tblStyle")
        if named is None or named.get(W + "val") != "TableGrid":
            return
        style = properties.find(W + "pStyle")
        is_heading = style is not None and style.get(W + "val") == "Heading1"
        self._add(properties, _FIRST, "<w:spacing/>")
        spacing = properties.find(W + "spacing")
        for name, value in (("after", "0"), ("line", "240"), ("lineRule", "auto")):
            if spacing.get(W + name) is None and not (is_heading and name == "after"):
                spacing.set(W + name, value)

    def do_write_for_other_scripts(self) -> None:
        """What is seen of no word here: nothing is written in those scripts in these styles."""
        for properties in self._runs():
            run = properties.getparent()
            text = "".join(each.text or "" for each in run.iter(W + "t"))
            if run.tag == W + "r" and text.isascii() and properties.find(W + "rtl") is None:
                self._add(properties, _SMALL, "<w:bCs/>", '<w:szCs w:val="96"/>', '<w:lang w:bidi="ar-SA"/>')

    def do_fill_lists(self) -> None:
        """Levels that nobody uses, and stops where words begin anyway."""
        for abstract in self._all("abstractNum"):
            for level in abstract.findall(W + "lvl"):
                level.insert(2, fragment('<w:suff w:val="tab"/>')[0])
            more = ('<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%{1}."/>'
                    '<w:lvlJc w:val="start"/></w:lvl>')  # fmt: skip
            abstract.extend(fragment("".join(more.format(level, level + 1) for level in range(3, 9))))

    def do_say_borders_of_cells(self) -> None:
        for table in self._all("tbl"):
            borders = table.find(f"{W}tblPr/{W}tblBorders")
            if borders is None or len({line.get(W + "sz") for line in borders}) != 1 or len(borders) != 6:
                continue
            borders.getparent().remove(borders)
            sides = "".join(f"<w:{side} {_LINE}/>" for side in ("top", "start", "bottom", "end"))
            for cell in table.iterdescendants(W + "tc"):
                if next(cell.iterancestors(W + "tbl")) is table:
                    if cell.find(W + "tcPr") is None:
                        cell.insert(0, etree.Element(W + "tcPr"))
                    self._add(cell.find(W + "tcPr"), _OF_CELL, f"<w:tcBorders>{sides}</w:tcBorders>")

    def do_reckon_widths_again(self) -> None:
        for element in self._all("tcW", "gridCol"):
            width = element.get(W + "w", "")
            if width.isdecimal() and element.get(W + "type", "dxa") == "dxa" and int(width) > 100:
                element.set(W + "w", str(int(width) + self.chance.randint(-1, 1)))

    def do_write_defaults_of_layouts(self) -> None:
        for properties in self._all("tblPr"):
            self._add(properties, _OF_TABLE, '<w:jc w:val="start"/>', '<w:tblInd w:w="0" w:type="dxa"/>')
        for section in self._all("sectPr"):
            self._add(section, _OF_SECTION, '<w:type w:val="nextPage"/>', '<w:pgNumType w:fmt="decimal"/>',
                      '<w:formProt w:val="false"/>', '<w:textDirection w:val="lrTb"/>',
                      '<w:docGrid w:type="default" w:linePitch="360" w:charSpace="4096"/>')  # fmt: skip

    def _all(self, *names: str) -> list[etree._Element]:
        tags = [W + name for name in names]
        return [element for root in self.draft.roots.values() for element in root.iter(*tags)]

    def _runs(self) -> list[etree._Element]:
        """The properties of each, but of none in a ruby: that is one thing, with all that it is made of."""
        runs = [run for run in self._all("r") if next(run.iterancestors(W + "ruby"), None) is None]
        for run in runs:
            if run.find(W + "rPr") is None:
                run.insert(0, etree.Element(W + "rPr"))
        return [run.find(W + "rPr") for run in runs]

    def _paragraphs(self) -> list[etree._Element]:
        for paragraph in self._all("p"):
            if paragraph.find(W + "pPr") is None:
                paragraph.insert(0, etree.Element(W + "pPr"))
        return [paragraph.find(W + "pPr") for paragraph in self._all("p")]

    def _add(self, properties: etree._Element, order: tuple[str, ...], *xml: str) -> None:
        self._put(properties, order, fragment("".join(xml)))

    def _put(self, properties: etree._Element, order: tuple[str, ...], children: list[etree._Element]) -> None:
        """Puts in what is not there yet, in the order of the schema."""
        there = {child.tag for child in properties}
        for child in children:
            if child.tag not in there:
                properties.append(child)
        names = {W + name: place for place, name in enumerate(order)}
        properties[:] = sorted(properties, key=lambda child: names.get(child.tag, len(order)))


def dressed(draft: Draft, chance: random.Random) -> Draft:
    """A copy that says by default, in its styles and of its tables what documents say there."""
    other = draft.copy()
    fonts = '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="SimSun" w:cs="Arial"/>'
    characters = f'<w:rPr>{fonts}<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US"/></w:rPr>'
    paragraphs = '<w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr>'
    defaults = f"<w:rPrDefault>{characters}</w:rPrDefault><w:pPrDefault>{paragraphs}</w:pPrDefault>"
    root = other.root("styles")
    root.insert(0, fragment(f"<w:docDefaults>{defaults}</w:docDefaults>")[0])
    for style in root.iter(W + "style"):
        style.extend(fragment(_DRESSES.get(style.get(W + "styleId"), "")))
    for properties in other.root("document").iter(W + "tblPr"):
        if chance.random() < 0.5:
            lines = "".join(f"<w:{side} {_LINE}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
            properties.append(fragment(f"<w:tblBorders>{lines}</w:tblBorders>")[0])
            names = {W + name: place for place, name in enumerate(_OF_TABLE)}
            properties[:] = sorted(properties, key=lambda child: names.get(child.tag, len(names)))
    return other


def rewritten(draft: Draft, chance: random.Random, kinds: tuple[str, ...] = ()) -> Draft:
    """A copy in which some of this was done, or all `kinds` of it."""
    other = draft.copy()
    other.program = "LibreOffice/24.8"
    rewrites = Rewrites(other, chance)
    every = sorted(name for name in dir(rewrites) if name.startswith("do_"))
    for name in kinds or [name for name in every if chance.random() < 0.5]:
        getattr(rewrites, name)()
    return other
