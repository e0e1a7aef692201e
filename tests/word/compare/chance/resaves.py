"""What another program does to a document that nobody edits: everything that has a number or a name gets another one."""

import random

from lxml import etree

from tests.word.compare.chance.drafts import SPACES, Draft

W, R = f"{{{SPACES['w']}}}", f"{{{SPACES['r']}}}"
_NAMING = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")


class Resaves:
    """Renames in `draft`, in place; nothing that a reader sees changes."""

    def __init__(self, draft: Draft, chance: random.Random) -> None:
        self.draft, self.chance = draft, chance

    def do_rename_styles(self) -> None:
        ending = self.chance.choice("xyz")
        for style in self.draft.root("styles").iter(W + "style"):
            style.set(W + "styleId", style.get(W + "styleId", "") + ending)
        self._rename(_NAMING, "val", lambda name: name + ending)

    def do_renumber_lists(self) -> None:
        added = self.chance.randint(1, 5)
        for num in self.draft.root("numbering").iter(W + "num"):
            num.set(W + "numId", str(int(num.get(W + "numId", "")) + added))
        self._rename(("numId",), "val", lambda number: str(int(number) + added))

    def do_renumber_notes(self) -> None:
        """In another order: they are called in the same."""
        for kind in ("footnote", "endnote"):
            root = self.draft.root(kind + "s")
            notes = [note for note in root if note.get(W + "type") is None]
            numbers = [note.get(W + "id", "") for note in notes]
            shuffled = self.chance.sample(numbers, len(numbers))
            others = dict(zip(numbers, shuffled, strict=True))
            for note in notes:
                note.set(W + "id", others[note.get(W + "id", "")])
            self._rename((kind + "Reference",), "id", lambda number, others=others: others.get(number, number))

    def do_rename_relationships(self) -> None:
        ending = self.chance.choice("xyz")
        for part, items in self.draft.related.items():
            self.draft.related[part] = [(identifier + ending, *rest) for identifier, *rest in items]
            root = self.draft.roots.get(f"word/{part}.xml")
            for element in () if root is None else root.iter(etree.Element):
                for name in [name for name in element.attrib if name.startswith(R)]:
                    element.set(name, element.get(name) + ending)

    def do_renumber_drawings(self) -> None:
        for root in self.draft.roots.values():
            for element in root.iter(f"{{{SPACES['wp']}}}docPr"):
                element.set("id", str(int(element.get("id")) + 7000))

    def do_write_ids(self) -> None:
        for run in self.draft.root("document").iter(W + "r"):
            run.set(W + "rsidR", "00AA00BB")

    def _rename(self, tags, attribute, renamed) -> None:
        for root in self.draft.roots.values():
            for element in root.iter(*(W + tag for tag in tags)):
                element.set(W + attribute, renamed(element.get(W + attribute, "")))


def resaved(draft: Draft, chance: random.Random) -> Draft:
    """A copy in which all that may have another name has one."""
    other = draft.copy()
    saves = Resaves(other, chance)
    for name in sorted(name for name in dir(saves) if name.startswith("do_")):
        getattr(saves, name)()
    return other
