"""Edits of tables by chance, and how a place for an edit is found."""

import random

from lxml import etree

from tests.word.compare.chance import grids
from tests.word.compare.chance.drafts import SPACES, Draft, fragment
from tests.word.compare.chance.features import Features

W = f"{{{SPACES['w']}}}"
TBL, TR, TC = (W + name for name in ("tbl", "tr", "tc"))
_STORIES = ("document", "footnotes", "endnotes", "header", "footer")


class TableEdits:
    """Edits the tables of `draft` in place."""

    def __init__(self, draft: Draft, chance: random.Random) -> None:
        self.draft, self.chance = draft, chance

    def _any(self, *names: str, part: str = "") -> etree._Element | None:
        parts = [name for name in self.draft.roots if name.split("/")[1].startswith(part or _STORIES)]
        name = self.chance.choice(parts if self.chance.random() < 0.3 else ["word/document.xml"])
        found = [each for each in self.draft.roots[name].iter(*(W + each for each in names)) if not _of_separator(each)]
        return self.chance.choice(found) if found else None

    def _features(self, place: etree._Element) -> Features:
        root = place.getroottree().getroot()
        name = next(name for name, each in self.draft.roots.items() if each is root)
        return Features(self.draft, self.chance, name[5:-4])

    def do_put_row(self) -> None:
        row = self._any("tr")
        if row is None:
            return
        table = next(above for above in row.iterancestors() if above.tag == TBL)
        width = len(table.find(W + "tblGrid"))
        made = fragment(grids.row(self._features(row), 2, width, None, 0))[0]
        row.addnext(made)

    def do_take_row(self) -> None:
        row = self._any("tr")
        if row is not None and sum(1 for _ in row.getparent().iterchildren(TR)) > 1:
            row.getparent().remove(row)

    def do_put_column(self) -> None:
        table = self._any("tbl")
        if table is None:
            return
        place = self.chance.randint(0, 3)
        table.find(W + "tblGrid").append(fragment('<w:gridCol w:w="1000"/>')[0])
        for row in table.iterchildren(TR):
            cells = list(row.iterchildren(TC))
            made = fragment(f"<w:tc>{self._features(row).paragraph(simple=True)}</w:tc>")[0]
            cells[min(place, len(cells) - 1)].addnext(made) if cells else row.append(made)

    def do_take_column(self) -> None:
        table = self._any("tbl")
        for row in () if table is None else table.iterchildren(TR):
            cells = list(row.iterchildren(TC))
            if len(cells) > 1:
                row.remove(cells[-1])

    def do_merge_cells(self) -> None:
        cell = self._any("tc")
        following = None if cell is None else cell.getnext()
        if following is not None and following.tag == TC:
            cell.extend(child for child in following if child.tag != W + "tcPr")
            cell.getparent().remove(following)
            self._properties(cell, "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>")

    def do_format_table(self) -> None:
        element = self._any("tbl", "tr", "tc")
        if element is not None:
            features = self._features(element)
            merge = {"tc": self.chance.choice(("", "", "<w:vMerge/>"))}.get(element.tag.rpartition("}")[2], "")
            said = {
                TBL: grids.properties(features),
                TR: grids.row_properties(features),
                TC: grids.cell_properties(features, 1, merge),
            }[element.tag]
            self._properties(element, said)

    def _properties(self, element: etree._Element, xml: str) -> None:
        for child in list(element):
            if child.tag in (W + "tblPr", W + "trPr", W + "tcPr"):
                element.remove(child)
        for new in fragment(xml):
            element.insert(0, new)


def _of_separator(element: etree._Element) -> bool:
    return any(above.get(W + "type") for above in element.iterancestors(W + "footnote", W + "endnote"))
