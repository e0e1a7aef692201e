"""What Word files hold that no rule foresees, or few programs write, by chance: beside what `shapes` makes."""

from tests.word.making import p, t
from tests.word.shapes import MATH, Shapes

_RANGES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
_FIELD = [f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in ("begin", "separate", "end")]
_SIGNS = ('<w:ptab w:relativeTo="margin" w:alignment="left" w:leader="none"/>', '<w:br w:type="page"/>',
          "<w:lastRenderedPageBreak/>", "<w:pgNum/>", "<w:dayShort/>", "<w:noBreakHyphen/>")  # fmt: skip


class Oddities(Shapes):
    """Also changes that name no author or a strange date, pieces of no length, ranges without partners, tables in tables,
    rows and cells in controls, and properties that say again what was tracked before they changed."""

    def signed(self) -> str:
        odd = (
            ' w:author=""',
            "",
            ' w:author="A" w:date="not a date"',
            ' w:author="Ωμέγα 李" w:date="2026-03-02T09:30:00"',
            ' w:author="A" w:date="2026-03-02T11:30:00Z" w16du:dateUtc="2026-03-02T09:30:00Z"',
        )
        return self.id() + self.chance.choice(odd) if self.maybe(0.25) else super().signed()

    # Among words

    def in_empty(self) -> str:
        nothing = self.chance.choice(("", "<w:r/>", "<w:r><w:t/></w:r>"))
        return self.change("ins", nothing) + self.change("del", nothing.replace("w:t/", "w:delText/"))

    def in_nested(self) -> str:
        """Changes within changes, as no program should write them."""
        kinds = [self.chance.choice(("ins", "del", "moveFrom", "moveTo")) for _ in range(self.chance.randint(2, 4))]
        inner = self.deleted() if "del" in kinds else t(self.word())
        for kind in kinds:
            inner = self.change(kind, inner)
        return inner

    def in_formula_of_changes(self) -> str:
        kind = self.chance.choice(("ins", "del"))
        run = self.change(kind, f"<m:r><m:t>{self.word()}</m:t></m:r>")
        return f"<m:oMathPara {MATH}><m:oMath><m:r><m:t>a</m:t></m:r>{run}</m:oMath></m:oMathPara>"

    def in_said_again(self) -> str:
        return t(self.word(), f"<w:b/>{self.change('rPrChange', f'<w:rPr><w:ins {self.signed()}/></w:rPr>')}")

    def in_stray_comment(self) -> str:
        number = 700 + self._id
        start, end = f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>'
        reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        return self.chance.choice((start + self.in_plain() + end, reference, end))

    def in_bare_comment(self) -> str:
        """A comment that is referred to without a range, has a range that never ends, or nothing refers to."""
        number = len(self.comments)
        body = self.chance.choice((p(t(self.word())), p(t(self.word())) + p(t(self.word())), p()))
        self.comments.append(f'<w:comment w:id="{number}" w:author="India" w:initials="I">{body}</w:comment>')
        reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        start = f'<w:commentRangeStart w:id="{number}"/>'
        return self.chance.choice((reference, "", self.change("ins", reference), start + self.in_ins()))

    def in_hidden(self) -> str:
        return self.change(self.chance.choice(("ins", "moveTo")), t(self.word(), "<w:vanish/>"))

    def in_link_of_changes(self) -> str:
        return self.change("ins", f'<w:hyperlink w:anchor="a">{self.in_plain()}{self.in_del()}</w:hyperlink>')

    def in_changed_field(self) -> str:
        new = self.change("ins", "<w:r><w:instrText> REF a </w:instrText></w:r>")
        old = self.change("del", "<w:r><w:delInstrText> REF b </w:delInstrText></w:r>")
        return _FIELD[0] + new + old + _FIELD[1] + self.in_ins() + self.in_del() + _FIELD[2]

    def in_marks_of_others(self) -> str:
        bookmark = f'<w:bookmarkStart {self.id()} w:name="b{self._id}"/>'
        inner = '<w:proofErr w:type="spellEnd"/>' + t(self.word()) + bookmark
        return '<w:proofErr w:type="spellStart"/><w:subDoc r:id="rId900"/>' + self.change("ins", inner)

    def in_other_signs(self) -> str:
        return self.change("ins", f"<w:r><w:t>a</w:t>{self.chance.choice(_SIGNS)}<w:t>b</w:t></w:r>")

    def in_picture(self) -> str:
        return self.change(self.chance.choice(("ins", "del")), "<w:r><w:drawing/></w:r>")

    # Blocks

    def table(self, rows: str) -> str:
        return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>{rows}</w:tbl>{self.paragraph()}'

    def block_rows_in_controls(self, depth: int) -> str:
        inserted = f"<w:sdt><w:sdtPr/><w:sdtContent>{self.row(1, 'ins', depth)}</w:sdtContent></w:sdt>"
        deleted = f'<w:customXml w:element="x">{self.row(1, "del", depth)}</w:customXml>'
        return self.table(inserted + deleted + self.row(1, "", depth))

    def block_cells_in_controls(self, depth: int) -> str:
        tracked = self.chance.choice(("", "ins", "del"))
        properties = f"<w:trPr><w:{tracked} {self.signed()}/></w:trPr>" if tracked else ""
        cell = self.cell(tracked, depth)
        control = f"<w:sdt><w:sdtPr/><w:sdtContent>{cell}</w:sdtContent></w:sdt>"
        return self.table(f"<w:tr>{properties}{control}</w:tr>")

    def block_table_in_table(self, depth: int) -> str:
        inner = self.table(self.row(1, self.chance.choice(("ins", "del", "")), 2))
        return self.table(f"<w:tr><w:tc><w:tcPr/>{inner}{self.paragraph()}</w:tc></w:tr>{self.row(1, '', 2)}")

    def block_formatted_table(self, depth: int) -> str:
        def changed(kind: str, new: str) -> str:
            return f"<w:{kind}>{new}{self.change(kind + 'Change', f'<w:{kind}/>')}</w:{kind}>"

        width = '<w:tcW w:w="1" w:type="dxa"/>'
        grid = f'<w:tblGrid><w:gridCol w:w="9"/><w:tblGridChange {self.id()}><w:tblGrid/></w:tblGridChange></w:tblGrid>'
        cell = f"<w:tc>{changed('tcPr', width)}{self.paragraph()}</w:tc>"
        row = f"<w:tr>{changed('tblPrEx', '<w:jc/>')}{changed('trPr', '<w:cantSplit/>')}{cell}</w:tr>"
        return f"<w:tbl>{changed('tblPr', '<w:jc/>')}{grid}{row}</w:tbl>{self.paragraph()}"

    def block_stray_moves(self, depth: int) -> str:
        kind = self.chance.choice(_RANGES)
        named = f' w:name="s{self._id}" w:author="A"' if kind.endswith("Start") else ""
        stray = f"<w:{kind} {self.id()}{named}/>"
        return self.chance.choice(
            (stray + self.paragraph(), p(stray + self.in_moves()) + self.paragraph(), self.paragraph() + stray)
        )

    def block_overlapping_moves(self, depth: int) -> str:
        first, second = self.id(), self.id()
        starts = [
            f'<w:moveFromRangeStart {number} w:author="A" w:name="o{self._id}{place}"/>'
            for place, number in enumerate((first, second))
        ]
        moved = [self.change("moveFrom", t(self.word())) for _ in range(3)]
        return (
            p(starts[0] + moved[0])
            + p(starts[1] + moved[1] + f"<w:moveFromRangeEnd {first}/>", f"<w:moveFrom {self.signed()}/>")
            + p(moved[2] + f"<w:moveFromRangeEnd {second}/>")
            + self.paragraph()
        )

    def block_move_across_cells(self, depth: int) -> str:
        number = self.id()
        start = f'<w:moveToRangeStart {number} w:author="A" w:name="x{self._id}"/>'
        first = p(start + self.change("moveTo", t(self.word())), f"<w:moveTo {self.signed()}/>")
        last = p(self.change("moveTo", t(self.word())) + f"<w:moveToRangeEnd {number}/>")
        return self.table(f"<w:tr><w:tc>{first}</w:tc><w:tc>{last}</w:tc></w:tr>")

    def block_all_said_again(self, depth: int) -> str:
        """As Word writes what is tracked first and formatted afterwards."""
        run = f"<w:ins {self.signed()}/><w:b/>" + self.change("rPrChange", f"<w:rPr><w:ins {self.signed()}/></w:rPr>")
        numbering = f'<w:pPr><w:numPr><w:numId w:val="1"/><w:ins {self.signed()}/></w:numPr></w:pPr>'
        properties = f"<w:pPr><w:rPr>{run}</w:rPr>{self.change('pPrChange', numbering)}</w:pPr>"
        return f"<w:p>{properties}{self.in_ins()}</w:p>{self.paragraph()}"


SETTLED = ("empty", "nested", "formula_of_changes", "said_again", "stray_comment", "hidden", "link_of_changes",
           "changed_field", "marks_of_others", "other_signs", "picture", "ins_del", "moves")  # fmt: skip
BLOCKS = ("table", "moved", "table_in_table", "formatted_table", "stray_moves", "overlapping_moves", "move_across_cells",
          "all_said_again")  # fmt: skip
"""What other readers take as we do: docx-scalpel leaves out what of a table stands in controls."""
