"""Word files by chance, in all the shapes in which programs write tracked changes: to hold readers against each other."""

import random

from tests.word.making import docx, p, t

AUTHORS = ("France", "India", "Kenya & <Mali>")
DATES = ("2026-03-02T09:30:00Z", "2026-03-02T11:00:00Z", "2012-02-25T14:03:25.0570604-07:00", None)
_WORDS = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"]
_MARKS = ("", "", "", "", "ins", "ins", "del", "del", "moveFrom", "moveTo", "ins del")
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_GRID = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{}</w:tblGrid>'


class Shapes:
    """Content by chance. `kinds` narrows down what stands among words, `blocks` what stands among paragraphs."""

    def __init__(self, seed: int, kinds: tuple[str, ...] = (), blocks: tuple[str, ...] = ()) -> None:
        self.chance = random.Random(seed)
        self._id = 100
        self.notes: dict[str, list[str]] = {"footnote": [], "endnote": []}
        self.comments: list[str] = []
        self._kinds = kinds or tuple(name[3:] for name in dir(self) if name.startswith("in_"))
        self._blocks = blocks or ("table", "control", "custom", "moved", "controlled", "nested_control")

    def file(self) -> bytes:
        """A whole file."""
        body = "".join(self.block() for _ in range(self.chance.randint(1, 6))) + self.paragraph()
        stories = {name + "s": "".join(notes) for name, notes in self.notes.items() if notes}
        if self.comments:
            stories["comments"] = "".join(self.comments)
        if self.maybe(0.3):
            stories["header"] = self.paragraph(simple=True)
        return docx(body + self.section(), settings="", styles="", **stories)

    def maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def id(self) -> str:
        self._id += 1
        return f'w:id="{self._id}"'

    def signed(self) -> str:
        """The attributes of a change."""
        date = self.chance.choice(DATES)
        author = self.chance.choice(AUTHORS).replace("&", "&amp;").replace("<", "&lt;")
        return f'{self.id()} w:author="{author}"' + (f' w:date="{date}"' if date else "")

    def word(self) -> str:
        return self.chance.choice(_WORDS) + self.chance.choice((" ", " ", ""))

    def change(self, tag: str, inner: str) -> str:
        return f"<w:{tag} {self.signed()}>{inner}</w:{tag}>"

    # Blocks

    def block(self, depth: int = 0) -> str:
        if self.maybe(0.75) or depth > 1:
            return self.paragraph()
        return getattr(self, "block_" + self.chance.choice(self._blocks))(depth)

    def paragraph(self, simple: bool = False) -> str:
        marks = self.chance.choice(_MARKS).split()
        mark = "".join(f"<w:{tag} {self.signed()}/>" for tag in marks)
        inner = "".join(self.inline(simple) for _ in range(self.chance.randint(0, 4)))
        ppr = ""
        if self.maybe(0.1):
            ppr += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins {self.signed()}/></w:numPr>'
        if self.maybe(0.1):
            ppr += '<w:jc w:val="center"/>'
        made = p(inner, mark, ppr)
        if self.maybe(0.1) and "</w:pPr>" in made:
            old = f'<w:pPrChange {self.signed()}><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange></w:pPr>'
            made = made.replace("</w:pPr>", old, 1) if "numPr" not in made else made
        return made

    def section(self) -> str:
        if self.maybe(0.6):
            return ""
        old = self.change("sectPrChange", '<w:sectPr><w:pgSz w:w="1" w:h="2"/></w:sectPr>')
        return f'<w:sectPr><w:pgSz w:w="3" w:h="4"/>{old if self.maybe(0.5) else ""}</w:sectPr>'

    def block_table(self, depth: int) -> str:
        width = self.chance.randint(1, 3)
        whole = self.chance.choice(("", "", "", "ins", "del"))
        rows = "".join(self.row(width, whole, depth) for _ in range(self.chance.randint(1, 3)))
        grid = _GRID.format('<w:gridCol w:w="100"/>' * width)
        return f"<w:tbl>{grid}{rows}</w:tbl>{self.paragraph()}"

    def row(self, width: int, whole: str, depth: int) -> str:
        tracked = whole or self.chance.choice(("", "", "", "ins", "del"))
        properties = f"<w:trPr><w:{tracked} {self.signed()}/></w:trPr>" if tracked else ""
        cells = "".join(self.cell(tracked, depth) for _ in range(width))
        return f"<w:tr>{properties}{cells}</w:tr>"

    def cell(self, row: str, depth: int) -> str:
        own = "" if row else self.chance.choice(("",) * 8 + ("cellIns", "cellDel"))
        marked = f"<w:{own} {self.signed()}/>" if own else ""
        properties = f'<w:tcPr><w:tcW w:w="100" w:type="dxa"/>{marked}</w:tcPr>'
        if row or own:
            kind = row or {"cellIns": "ins", "cellDel": "del"}[own]
            inner = p(self.tracked(kind), f"<w:{kind} {self.signed()}/>")
        else:
            inner = "".join(self.block(depth + 1) for _ in range(self.chance.randint(0, 1))) + self.paragraph()
        return f"<w:tc>{properties}{inner}</w:tc>"

    def block_control(self, depth: int) -> str:
        inner = "".join(self.block(depth + 1) for _ in range(self.chance.randint(1, 2)))
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    def block_custom(self, depth: int) -> str:
        return f'<w:customXml w:element="x">{self.block(depth + 1)}</w:customXml>'

    def block_moved(self, depth: int) -> str:
        """Paragraphs moved from one place to another, as Word writes them."""
        words = [self.word() for _ in range(self.chance.randint(1, 2))]
        name = f"move{self._id}"
        sides = []
        for side in ("moveFrom", "moveTo"):
            start = self.id()
            paragraphs = []
            for number, word in enumerate(words):
                opening = f'<w:{side}RangeStart {start} w:author="France" w:name="{name}"/>' if number == 0 else ""
                edited = self.change("del", self.deleted()) if self.maybe(0.2) else ""
                mark = f"<w:{side} {self.signed()}/>" if self.maybe(0.8) else ""
                paragraphs.append(p(opening + self.change(side, t(word) + edited), mark))
            sides.append("".join(paragraphs) + f"<w:{side}RangeEnd {start}/>")
        self.chance.shuffle(sides)
        return self.paragraph().join(sides)

    def block_controlled(self, depth: int) -> str:
        """A content control put around paragraphs, or taken away from around them."""
        kind = self.chance.choice(("Ins", "Del"))
        first, last = self.id(), self.id()
        author = f'w:author="{self.chance.choice(AUTHORS[:2])}" w:date="{DATES[0]}"'
        return (
            f"<w:customXml{kind}RangeStart {first} {author}/><w:sdt><w:sdtPr/><w:sdtContent>"
            f"<w:customXml{kind}RangeEnd {first}/>{self.block(depth + 1)}<w:customXml{kind}RangeStart {last} {author}/>"
            f"</w:sdtContent></w:sdt><w:customXml{kind}RangeEnd {last}/>"
        )

    def block_nested_control(self, depth: int) -> str:
        return self.block_control(depth).replace("<w:sdtContent>", "<w:sdtContent>" + self.block_control(depth + 1), 1)

    # Among words

    def inline(self, simple: bool = False) -> str:
        if simple or self.maybe(0.7):
            return self.chance.choice((self.in_plain, self.in_plain, self.in_ins, self.in_del, self.in_ins_del))()
        return getattr(self, "in_" + self.chance.choice(self._kinds))()

    def deleted(self, word: str = "") -> str:
        return t(word or self.word()).replace("w:t", "w:delText")

    def tracked(self, kind: str) -> str:
        return self.change(kind, self.deleted() if kind == "del" else t(self.word()))

    def in_plain(self) -> str:
        return t(self.word())

    def in_ins(self) -> str:
        return self.change("ins", t(self.word()) + (t(self.word()) if self.maybe(0.2) else ""))

    def in_del(self) -> str:
        return self.change("del", self.deleted())

    def in_ins_del(self) -> str:
        return self.change("ins", t(self.word()) + self.change("del", self.deleted()))

    def in_moves(self) -> str:
        side = self.chance.choice(("moveFrom", "moveTo"))
        return self.change(side, t(self.word()) + (self.in_del() if self.maybe(0.4) else ""))

    def in_formatted(self) -> str:
        return t(self.word(), f"<w:b/>{self.change('rPrChange', '<w:rPr/>')}")

    def in_signs(self) -> str:
        sign = self.chance.choice(("<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:softHyphen/>", "<w:cr/>"))
        run = f"<w:r>{sign}</w:r>"
        return self.chance.choice((run, self.change("ins", run), self.change("del", run)))

    def in_link(self) -> str:
        inner = self.chance.choice((self.in_plain, self.in_ins, self.in_del))() + self.in_plain()
        link = f'<w:hyperlink w:anchor="a">{inner}</w:hyperlink>'
        return link if self.maybe(0.6) else self.change("ins", f'<w:hyperlink w:anchor="a">{self.in_plain()}</w:hyperlink>')

    def in_emptied_link(self) -> str:
        return f'<w:hyperlink w:anchor="a">{self.chance.choice((self.in_ins, self.in_del))()}</w:hyperlink>'

    def in_simple_field(self) -> str:
        inner = self.chance.choice((self.in_plain, self.in_ins, self.in_del))()
        field = f'<w:fldSimple w:instr=" DATE ">{inner}</w:fldSimple>'
        return (
            field if self.maybe(0.6) else self.change("ins", f'<w:fldSimple w:instr=" X ">{self.in_plain()}</w:fldSimple>')
        )

    def in_field(self) -> str:
        kind = self.chance.choice(("", "ins", "del"))
        marks = [f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in ("begin", "separate", "end")]
        code = "delInstrText" if kind == "del" else "instrText"
        instruction = f"<w:r><w:{code}> PAGE </w:{code}></w:r>"
        result = self.deleted() if kind == "del" else self.in_plain()
        pieces = [marks[0], instruction, marks[1], result, marks[2]]
        if kind and self.maybe(0.5):
            return "".join(self.change(kind, piece) for piece in pieces)
        return self.change(kind, "".join(pieces)) if kind else "".join(pieces)

    def in_control(self) -> str:
        inner = "".join(self.chance.choice((self.in_plain, self.in_ins, self.in_del))() for _ in range(2))
        if self.maybe(0.3):
            return self.change("ins", f"<w:sdt><w:sdtPr/><w:sdtContent>{self.in_plain()}</w:sdtContent></w:sdt>")
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    def in_controlled(self) -> str:
        kind, number = self.chance.choice(("Ins", "Del")), self.id()
        return (
            f'<w:customXml{kind}RangeStart {number} w:author="India"/><w:sdt><w:sdtPr/><w:sdtContent>{self.in_plain()}'
            f"</w:sdtContent></w:sdt><w:customXml{kind}RangeEnd {number}/>"
        )

    def in_wrapped(self) -> str:
        tag = self.chance.choice(("smartTag", "customXml", "dir", "bdo"))
        inner = "".join(self.chance.choice((self.in_plain, self.in_ins, self.in_del))() for _ in range(2))
        attribute = 'w:val="ltr"' if tag in ("dir", "bdo") else 'w:element="x"'
        return f"<w:{tag} {attribute}>{inner}</w:{tag}>"

    def in_ruby(self) -> str:
        part = f"<w:rt>{t('above')}</w:rt><w:rubyBase>{t(self.word())}</w:rubyBase>"
        run = f"<w:r><w:ruby><w:rubyPr/>{part}</w:ruby></w:r>"
        return self.chance.choice((run, self.change("ins", run)))

    def in_note(self) -> str:
        kind = self.chance.choice(("footnote", "endnote"))
        number = len(self.notes[kind]) + 1
        self.notes[kind].append(f'<w:{kind} w:id="{number}">{self.paragraph(simple=True)}</w:{kind}>')
        run = f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'
        return self.chance.choice((run, self.change("ins", run), self.change("del", run)))

    def in_comment(self) -> str:
        number, author = len(self.comments), self.chance.choice(AUTHORS[:2])
        signed = f'w:id="{number}" w:author="{author}" w:date="{DATES[0]}" w:initials="F"'
        self.comments.append(f'<w:comment {signed}><w:p w14:paraId="{number + 1:08X}">{t(self.word())}</w:p></w:comment>')
        inner = self.chance.choice((self.in_plain, self.in_ins, self.in_del))()
        reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        return f'<w:commentRangeStart w:id="{number}"/>{inner}<w:commentRangeEnd w:id="{number}"/>{reference}'

    def in_formula(self) -> str:
        formula = f"<m:oMath {MATH}><m:r><m:t>{self.word()}</m:t></m:r></m:oMath>"
        return self.chance.choice((formula, self.change("ins", formula), self.change("del", formula)))

    def in_fraction(self) -> str:
        """A formula of which the structure is tracked as well as the words."""
        tracked = self.chance.choice(("ins", "del"))
        structure = f"<m:fPr><m:ctrlPr>{self.change(tracked, '<w:rPr/>')}</m:ctrlPr></m:fPr>"
        run = self.change(tracked, f"<m:r><m:t>{self.word()}</m:t></m:r>")
        return f"<m:oMath {MATH}><m:f>{structure}<m:num>{run}</m:num><m:den/></m:f></m:oMath>"

    def in_box(self) -> str:
        box = f"<w:txbxContent>{self.paragraph(simple=True)}{self.paragraph(simple=True)}</w:txbxContent>"
        choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        back = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        return f"<w:r><mc:AlternateContent>{choice}{back}</mc:AlternateContent></w:r>"
