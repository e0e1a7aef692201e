"""Another version of a document by chance: edits in its XML, as people and programs make them."""

import random
from copy import deepcopy

from lxml import etree

from tests.word.compare.chance.drafts import SPACES, Draft, fragment, picture
from tests.word.compare.chance.table_edits import TableEdits

W = f"{{{SPACES['w']}}}"
P, R, T, TBL, TR = (W + name for name in ("p", "r", "t", "tbl", "tr"))
_HOLDERS = {
    W + name for name in ("body", "tc", "sdtContent", "txbxContent", "customXml", "hdr", "ftr", "footnote", "endnote")
}
_LAST = {W + name for name in ("tc", "hdr", "ftr", "footnote", "endnote", "txbxContent")}


class Edits(TableEdits):
    """Edits `draft` in place. Every `do_…` is one kind of edit, at a place by chance; none where there is no such place."""

    def __init__(self, draft: Draft, chance: random.Random) -> None:
        super().__init__(draft, chance)
        self.kinds = sorted(name for name in dir(self) if name.startswith("do_"))

    def some(self, number: int, kinds: tuple[str, ...] = ()) -> list[str]:
        """Makes so many edits; their kinds."""
        done = [self.chance.choice(kinds or self.kinds) for _ in range(number)]
        for kind in done:
            getattr(self, kind)()
        return done

    # Words and runs

    def do_words(self) -> None:
        text = self._any("t")
        if text is None or not text.text:
            return
        words = text.text.split(" ")
        place = self.chance.randrange(len(words))
        new = self.chance.choice(([], ["whole"], [words[place], "new"], ["new", words[place]]))
        words[place : place + 1] = new
        text.text = " ".join(words)

    do_more_words = do_other_words = do_words

    def do_cut_run(self) -> None:
        text = self._any("t")
        run = None if text is None else text.getparent()
        if run is None or len(text.text or "") < 2 or run[-1] is not text or run.tag != R:
            return
        place = self.chance.randrange(1, len(text.text))
        other = deepcopy(run)
        other[-1].text, text.text = text.text[place:], text.text[:place]
        for child in list(other)[:-1]:
            if child.tag != W + "rPr":
                other.remove(child)
        run.addnext(other)

    def do_format_words(self) -> None:
        run = self._any("r")
        if run is None:
            return
        self.do_cut_run()
        for old in run.findall(W + "rPr"):
            run.remove(old)
        for new in fragment(self._features(run).run_properties(0.7)):
            run.insert(0, new)

    def do_put_among_words(self) -> None:
        paragraph = self._any("p")
        if paragraph is not None:
            self._insert(paragraph, self._features(paragraph).inline(depth=1), paragraph.find(W + "pPr") is not None)

    def do_put_something_else(self) -> None:
        paragraph = self._any("p")
        if paragraph is None or _within_drawing(paragraph):
            return
        features = self._features(paragraph)
        made = getattr(features, self.chance.choice(features.kinds))(1)
        self._insert(paragraph, made, paragraph.find(W + "pPr") is not None)

    def do_take_from_words(self) -> None:
        paragraph = self._any("p")
        inner = [] if paragraph is None else [child for child in paragraph if child.tag in _ALONE]
        if inner:
            paragraph.remove(self.chance.choice(inner))

    def do_change_field(self) -> None:
        code = self._any("instrText", "fldSimple")
        if code is None:
            return
        new = self.chance.choice((" PAGE ", " REF b2 ", " DATE "))
        if code.tag == W + "instrText":
            code.text = new
        else:
            code.set(W + "instr", new)

    def do_change_link(self) -> None:
        link = self._any("hyperlink")
        if link is not None:
            link.attrib.pop(f"{{{SPACES['r']}}}id", None)
            link.set(W + "anchor", f"b{self.chance.randint(1, 3)}")

    def do_unwrap(self) -> None:
        shell = self._any("hyperlink", "sdt", "smartTag", "customXml")
        if shell is not None:
            content = shell.find(W + "sdtContent")
            for child in list(shell if content is None else content):
                shell.addprevious(child)
            shell.getparent().remove(shell)

    def do_wrap(self) -> None:
        thing = self._any("r", "p", "tr", "tc", "tbl")
        if thing is None or thing.getparent().tag not in {*_HOLDERS, P, TBL, TR, W + "hyperlink"}:
            return
        features = self._features(thing)
        control = fragment(f"<w:sdt>{features.control_properties()}<w:sdtContent/></w:sdt>")[0]
        thing.addprevious(control)
        control[-1].append(thing)
        if control.getparent().tag in _LAST and control.getnext() is None:
            control.addnext(fragment("<w:p/>")[0])

    def do_other_picture(self) -> None:
        shown = self._any("drawing")
        for blip in () if shown is None else shown.iter(f"{{{SPACES['a']}}}blip"):
            part = self._features(blip).part
            data = self.draft.blob(part, "image", "media/image7.png", picture(7), "image/png")
            blip.set(f"{{{SPACES['r']}}}embed", data)

    # Paragraphs

    def do_format_paragraph(self) -> None:
        paragraph = self._any("p")
        if paragraph is None:
            return
        old = paragraph.find(W + "pPr")
        section = None if old is None else old.find(W + "sectPr")
        if old is not None:
            paragraph.remove(old)
        for new in fragment(self._features(paragraph).paragraph_properties("<w:x/>")):
            new.remove(new.find(W + "x"))
            if section is not None:
                new.append(section)
            paragraph.insert(0, new)

    def do_put_block(self) -> None:
        place = self._any("p")
        if place is not None and place.getparent().tag in _HOLDERS:
            simple = _within_drawing(place)
            features = self._features(place)
            made = fragment(features.paragraph(simple=True) if simple else features.block(1))
            for block in reversed(made):
                place.addprevious(block) if self.chance.random() < 0.5 else place.addnext(block)
            _end_well(place.getparent())

    def do_take_block(self) -> None:
        block = self._any("p", "tbl", "sdt", "altChunk")
        if block is not None and block.getparent().tag in _HOLDERS and block.find(f"{W}pPr/{W}sectPr") is None:
            holder = block.getparent()
            holder.remove(block)
            _end_well(holder)

    def do_move_block(self) -> None:
        block, place = self._any("p", "tbl", part="document"), self._any("p", part="document")
        if block is None or place is None or place is block or any(above is block for above in place.iterancestors()):
            return
        if {block.getparent().tag, place.getparent().tag} <= _HOLDERS and not _within_drawing(place):
            holder = block.getparent()
            place.addprevious(block)
            _end_well(holder)
            _end_well(place.getparent())

    def do_split(self) -> None:
        paragraph = self._any("p")
        if paragraph is None or paragraph.getparent().tag not in _HOLDERS:
            return
        inner = [child for child in paragraph if child.tag != W + "pPr"]
        after = inner[self.chance.randint(0, len(inner)) :]
        other = etree.Element(P)
        properties = paragraph.find(W + "pPr")
        if properties is not None:
            other.append(deepcopy(properties))
            for section in other.findall(f"{W}pPr/{W}sectPr"):
                section.getparent().remove(section)
        other.extend(child for child in inner if child not in after)
        paragraph.addprevious(other)

    def do_join(self) -> None:
        paragraph = self._any("p")
        following = None if paragraph is None else paragraph.getnext()
        if following is None or following.tag != P or paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            return
        place = int(following.find(W + "pPr") is not None)
        following[place:place] = [child for child in paragraph if child.tag != W + "pPr"]
        paragraph.getparent().remove(paragraph)

    # The document

    def do_section(self) -> None:
        section = self._any("sectPr", part="document")
        if section is not None:
            new = fragment(self._features(section).section(self.chance.choice((0, 0, 1))))[0]
            section.getparent().replace(section, new)

    def do_put_section(self) -> None:
        paragraph = self._any("p", part="document")
        if paragraph is not None and paragraph.getparent().tag == W + "body":
            features = self._features(paragraph)
            paragraph.addprevious(fragment(features.paragraph(extra=features.section(0.2)))[0])

    def do_take_section(self) -> None:
        section = self._any("sectPr", part="document")
        if section is not None and section.getparent().tag == W + "pPr":
            section.getparent().remove(section)

    def do_list(self) -> None:
        found = list(self.draft.root("numbering").iter(W + "numFmt"))
        self.chance.choice(found).set(W + "val", "upperRoman")

    def do_style(self) -> None:
        style = self.chance.choice(list(self.draft.root("styles").iter(W + "style")))
        for old in style.findall(W + "rPr"):
            style.remove(old)
        style.extend(fragment(f"<w:rPr><w:sz w:val='{self.chance.randint(18, 30)}'/></w:rPr>"))

    def _insert(self, paragraph: etree._Element, xml: str, least: int) -> None:
        made = fragment(xml)
        place = self.chance.randint(least, len(paragraph))
        if not _within_drawing(paragraph) or all(not len(list(each.iter(P))) for each in made):
            paragraph[place:place] = made


_ALONE = {W + name for name in ("r", "hyperlink", "fldSimple", "sdt", "smartTag", "customXml", "dir", "bdo")} | {
    f"{{{SPACES['m']}}}oMath"
}


def _within_drawing(element: etree._Element) -> bool:
    return any(above.tag == W + "txbxContent" for above in element.iterancestors())


def _end_well(holder: etree._Element) -> None:
    """A cell, a note, a box, a header ends with a paragraph; the body with one before its section."""
    around = next((above.tag for above in holder.iterancestors(P, W + "txbxContent")), None)
    if around == P and holder.tag != W + "txbxContent":
        return
    last = holder[-1] if len(holder) else None
    if last is not None and last.tag == W + "sectPr" and holder.tag == W + "body":
        end = last.getprevious()
        if end is None or end.tag != P or end.find(f"{W}pPr/{W}sectPr") is not None:
            last.addprevious(etree.Element(P))
    elif last is None or last.tag != P:
        holder.append(etree.Element(P))
