"""Documents by chance out of all that Word puts into a text: what stands among words, and what stands among paragraphs."""

import random

from tests.word.compare.chance.drafts import Draft, element
from tests.word.compare.chance.drawings import Drawings
from tests.word.compare.chance.grids import table

_WORDS = (
    *("the", "State", "shall", "migration", "of", "rights", "and", "human", "border,", "children.", "protection"),
    *(
        "(dignity)",
        "safe",
        "orderly",
        "regular",
        "no",
        "return",
        "émigré",
        "l’accord",
        "ﬁnal",
        "7%",
        "移民",
        "权利",
        "حقوق",
    ),
)
_RUN = (
    *('<w:rStyle w:val="Strong"/>', '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>', "<w:b/>", "<w:i/>", "<w:caps/>"),
    *("<w:strike/>", '<w:color w:val="FF0000"/>', '<w:spacing w:val="20"/>', '<w:sz w:val="28"/>'),
    *('<w:highlight w:val="yellow"/>', '<w:u w:val="single"/>', '<w:vertAlign w:val="superscript"/>', "<w:rtl/>"),
    '<w:lang w:val="fr-FR"/>',
)
_PARAGRAPH = (
    *("<w:keepNext/>", "<w:pageBreakBefore/>", "<w:numPr><w:ilvl w:val='{0}'/><w:numId w:val='{1}'/></w:numPr>"),
    '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>',
    *('<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>', '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'),
    *("<w:bidi/>", '<w:spacing w:after="{2}"/>', '<w:ind w:left="{2}"/>', '<w:jc w:val="center"/>'),
    '<w:outlineLvl w:val="{0}"/>',
)
SIGNS = (
    *("<w:tab/>", "<w:br/>", '<w:br w:type="page"/>', "<w:cr/>", "<w:noBreakHyphen/>", "<w:softHyphen/>"),
    *('<w:sym w:font="Wingdings" w:char="F0FC"/>', '<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>'),
)
_INSTRUCTIONS = (" PAGE ", " REF b1 \\h ", " DATE ", " SEQ Figure ", " NUMPAGES ")


class Features(Drawings):
    """Makes pieces of `draft`. Among words stand the `in_…`, among paragraphs the `block_…`."""

    def __init__(self, draft: Draft, chance: random.Random, part: str = "document") -> None:
        self.draft, self.chance, self.part = draft, chance, part
        self.kinds = sorted(name for name in dir(self) if name.startswith("in_"))
        self.blocks = sorted(name for name in dir(self) if name.startswith("block_"))

    def words(self, most: int = 6) -> str:
        said = " ".join(self.chance.choices(_WORDS, k=self.chance.randint(1, most)))
        return self.chance.choice(("", " ")) + said + self.chance.choice(("", " "))

    def run_properties(self, share: float = 0.35) -> str:
        chosen = [each for each in _RUN if self.maybe(0.2)] if self.maybe(share) else []
        return f"<w:rPr>{''.join(chosen)}</w:rPr>" if chosen else ""

    def run(self, inner: str = "") -> str:
        inner = inner or f'<w:t xml:space="preserve">{self.words()}</w:t>'
        return f"<w:r>{self.run_properties()}{inner}</w:r>"

    def paragraph_properties(self, extra: str = "") -> str:
        style = self.chance.choice(("",) * 5 + ("Heading1", "ListParagraph", "Normal"))
        numbers = self.chance.randint(0, 2), self.chance.randint(1, 3), self.chance.randint(1, 9) * 40
        chosen = [each.format(*numbers) for each in _PARAGRAPH if self.maybe(0.2)] if self.maybe(0.3) else []
        mark = self.run_properties(0.1)
        inner = (f'<w:pStyle w:val="{style}"/>' if style else "") + "".join(chosen) + mark + extra
        return f"<w:pPr>{inner}</w:pPr>" if inner else ""

    def paragraph(self, simple: bool = False, extra: str = "") -> str:
        inner = "".join(self.inline(simple) for _ in range(self.chance.choice((0, 1, 1, 2, 3, 4))))
        return f"<w:p>{self.paragraph_properties(extra)}{inner}</w:p>"

    def inline(self, simple: bool = False, depth: int = 0) -> str:
        if simple or depth > 2 or self.maybe(0.55):
            return self.run()
        return getattr(self, self.chance.choice(self.kinds))(depth)

    def inlines(self, depth: int) -> str:
        return "".join(self.inline(depth=depth + 1) for _ in range(self.chance.randint(1, 3)))

    def all_blocks(self, most: int, depth: int = 0) -> str:
        return "".join(self.block(depth) for _ in range(self.chance.randint(1, most)))

    def block(self, depth: int = 0) -> str:
        if depth > 2 or self.maybe(0.65):
            return self.paragraph()
        return getattr(self, self.chance.choice(self.blocks))(depth)

    # Among words

    def in_sign(self, depth: int) -> str:
        return self.run(self.chance.choice(SIGNS))

    def in_mixed_run(self, depth: int) -> str:
        texts = [f'<w:t xml:space="preserve">{self.words(2)}</w:t>' for _ in range(2)]
        return self.run(self.chance.choice(SIGNS).join(texts))

    def in_link(self, depth: int) -> str:
        if self.maybe(0.5):
            return f'<w:hyperlink w:anchor="b{self.chance.randint(1, 2)}" w:history="1">{self.linked()}</w:hyperlink>'
        address = f"https://example.org/{self.chance.randint(1, 3)}"
        identifier = self.draft.relate(self.part, "hyperlink", address, True)
        return f'<w:hyperlink r:id="{identifier}">{self.linked()}</w:hyperlink>'

    def linked(self) -> str:
        """What stands in a link: no other link."""
        kinds = (
            self.run,
            self.run,
            self.run,
            lambda: self.in_sign(3),
            lambda: self.in_mixed_run(3),
            lambda: self.in_picture(3),
        )
        return "".join(self.chance.choice(kinds)() for _ in range(self.chance.randint(1, 3)))

    def in_simple_field(self, depth: int) -> str:
        return f'<w:fldSimple w:instr="{self.chance.choice(_INSTRUCTIONS)}">{self.run()}</w:fldSimple>'

    def in_field(self, depth: int) -> str:
        begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
        code = f'<w:r><w:instrText xml:space="preserve">{self.chance.choice(_INSTRUCTIONS)}</w:instrText></w:r>'
        inner = self.in_field(depth + 1) if depth < 2 and self.maybe(0.2) else ""
        result = self.inlines(max(depth, 1)) if self.maybe(0.8) else ""
        return begin + code + inner + separate + result + end

    def in_control(self, depth: int) -> str:
        return f"<w:sdt>{self.control_properties()}<w:sdtContent>{self.inlines(depth)}</w:sdtContent></w:sdt>"

    def control_properties(self) -> str:
        number = self.draft.id()
        kind = self.chance.choice(
            (
                *("", "", "<w:text/>", "<w:picture/>"),
                '<w:dropDownList><w:listItem w:displayText="the" w:value="1"/></w:dropDownList>',
                '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>',
                '<w:dataBinding w:xpath="/x/y" w:storeItemID="{00000000-0000-0000-0000-000000000001}"/>',
            )
        )
        return f'<w:sdtPr><w:alias w:val="c{number}"/><w:tag w:val="t"/><w:id w:val="{number}"/>{kind}</w:sdtPr>'

    def in_note(self, depth: int) -> str:
        if self.part != "document":
            return self.run()
        kind, number = self.chance.choice(("footnote", "endnote")), self.draft.id()
        style = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}'
        text = f"<w:p>{style}Ref/></w:r>{self.run()}</w:p>" + (self.paragraph(simple=True) if self.maybe(0.2) else "")
        root = self.draft.root(kind + "s")
        root.append(_within(root, f'<w:{kind} w:id="{number}">{text}</w:{kind}>'))
        return f'{style}Reference w:id="{number}"/></w:r>'

    def in_comment(self, depth: int) -> str:
        if self.part != "document":
            return self.run()
        number, root = self.draft.id(), self.draft.root("comments")
        signed = f'w:id="{number}" w:author="India" w:date="2026-01-01T00:00:00Z" w:initials="I"'
        root.append(_within(root, f"<w:comment {signed}><w:p>{self.run()}</w:p></w:comment>"))
        reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        return f'<w:commentRangeStart w:id="{number}"/>{self.inlines(depth)}<w:commentRangeEnd w:id="{number}"/>{reference}'

    def in_bookmark(self, depth: int) -> str:
        number = self.draft.id()
        start, end = f'<w:bookmarkStart w:id="{number}" w:name="b{number}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
        return f"{start}{self.inlines(depth)}{end}"

    def in_permission(self, depth: int) -> str:
        number = self.draft.id()
        return f'<w:permStart w:id="{number}" w:edGrp="everyone"/>{self.run()}<w:permEnd w:id="{number}"/>'

    def in_proofing(self, depth: int) -> str:
        return f'<w:proofErr w:type="spellStart"/>{self.run()}<w:proofErr w:type="spellEnd"/>'

    def in_wrapped(self, depth: int) -> str:
        tag = self.chance.choice(("smartTag", "customXml"))
        return f'<w:{tag} w:uri="urn:x" w:element="x">{self.inlines(depth)}</w:{tag}>'

    def in_direction(self, depth: int) -> str:
        tag = self.chance.choice(("dir", "bdo"))
        return f'<w:{tag} w:val="rtl">{self.run()}{self.run()}</w:{tag}>'

    def in_formula(self, depth: int) -> str:
        runs = f"<m:r><m:t>{self.chance.choice('xyz')}</m:t></m:r>"
        whole = f"<m:oMath><m:f><m:num>{runs}</m:num><m:den>{runs}</m:den></m:f></m:oMath>"
        return f"<m:oMathPara>{whole}</m:oMathPara>" if self.maybe(0.2) else whole

    def in_ruby(self, depth: int) -> str:
        properties = (
            '<w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="20"/>'
            '<w:lid w:val="ja-JP"/></w:rubyPr>'
        )
        return f"<w:r><w:ruby>{properties}<w:rt>{self.run()}</w:rt><w:rubyBase>{self.run()}</w:rubyBase></w:ruby></w:r>"

    # Among paragraphs

    def block_table(self, depth: int) -> str:
        return table(self, depth) + self.paragraph()

    def block_control(self, depth: int) -> str:
        return f"<w:sdt>{self.control_properties()}<w:sdtContent>{self.all_blocks(2, depth + 1)}</w:sdtContent></w:sdt>"

    def block_custom(self, depth: int) -> str:
        return f'<w:customXml w:element="x">{self.block(depth + 1)}</w:customXml>'

    def block_contents(self, depth: int) -> str:
        """A table of contents: one field over several paragraphs, of which each line is a link."""
        begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
        code = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" </w:instrText></w:r>'
        lines = [f'<w:hyperlink w:anchor="b{n}">{self.run()}</w:hyperlink>' for n in range(self.chance.randint(1, 3))]
        lines[0], last = begin + code + separate + lines[0], f"<w:p>{end}</w:p>"
        inner = "".join(f"<w:p>{line}</w:p>" for line in lines) + last
        return (
            f"<w:sdt>{self.control_properties()}<w:sdtContent>{inner}</w:sdtContent></w:sdt>" if self.maybe(0.5) else inner
        )

    def block_across(self, depth: int) -> str:
        """Bookmarks that overlap each other across paragraphs."""
        one, other = self.draft.id(), self.draft.id()
        starts = [f'<w:bookmarkStart w:id="{n}" w:name="b{n}"/>' for n in (one, other)]
        ends = [f'<w:bookmarkEnd w:id="{n}"/>' for n in (one, other)]
        inside = f"<w:p>{self.run()}{starts[1]}{self.run()}</w:p><w:p>{self.run()}{ends[0]}{self.run()}</w:p>"
        return starts[0] + inside + self.paragraph() + ends[1]

    def block_section(self, depth: int) -> str:
        return self.paragraph(extra=self.section()) if depth == 0 and self.part == "document" else self.paragraph()

    def block_alternative(self, depth: int) -> str:
        if self.part != "document" or self.maybe(0.9):
            return self.paragraph()
        name = f"chunk{self.chance.randint(0, 2)}.html"
        identifier = self.draft.blob(self.part, "aFChunk", name, name.encode(), "text/html")
        return f'<w:altChunk r:id="{identifier}"/>' + self.paragraph()

    def section(self, headed: float = 0.4) -> str:
        references = ""
        for kind in ("header", "footer"):
            for which in ("default", "first"):
                if self.maybe(headed / 2):
                    references += f'<w:{kind}Reference w:type="{which}" r:id="{self.header(kind)}"/>'
        inner = [f'<w:pgSz w:w="{self.chance.choice((11906, 12240))}" w:h="16838"/>']
        inner += ['<w:cols w:num="2" w:space="720"/>'] if self.maybe(0.2) else []
        inner += ["<w:titlePg/>"] if self.maybe(0.3) else []
        return f"<w:sectPr>{references}{''.join(inner)}</w:sectPr>"

    def header(self, kind: str) -> str:
        name, tag = f"{kind}{self.draft.id()}", {"header": "hdr", "footer": "ftr"}[kind]
        inner = Features(self.draft, self.chance, name).all_blocks(1, 1)
        return self.draft.story(name, tag, inner + "<w:p/>", kind)


def _within(root, xml: str):
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in root.nsmap.items())
    return element(xml.replace(" ", f" {declared} ", 1))
