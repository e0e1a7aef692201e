"""Reference documents as secretariats make them, with letterhead and emblem, in Spanish Word; and a hostile one."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Emu, Pt, RGBColor

A4, LETTER = (Cm(21), Cm(29.7)), (Emu(7772400), Emu(10058400))
BLUE = (0x1F, 0x3A, 0x68)


def emblem(side: int = 120) -> bytes:
    """A PNG: a ring with a disc in it."""

    def sign(x: int, y: int) -> bytes:
        far = ((x - side / 2) ** 2 + (y - side / 2) ** 2) ** 0.5 / (side / 2)
        inked = 0.78 < far < 0.98 or far < 0.45
        return bytes(BLUE) if inked else b"\xff\xff\xff"

    rows = b"".join(b"\0" + b"".join(sign(x, y) for x in range(side)) for y in range(side))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def secretariat(paper: tuple[Emu, Emu] = A4, further: Callable[[Document], None] | None = None) -> bytes:
    """A letterhead with an emblem on the first page and a line on the others, Georgia throughout, an address at the foot;
    headings in Spanish Word: ids of its own, names of everybody's."""
    own = docx.Document()
    for style in ("Normal", "Title", "Heading 1", "Heading 2"):
        look = own.styles[style]
        look.font.name = "Georgia"
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts = look.element.rPr.rFonts
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    own.styles["Normal"].font.size = Pt(11)
    own.styles["Heading 1"].font.color.rgb = RGBColor(*BLUE)
    own.styles["Heading 1"].element.set(qn("w:styleId"), "Ttulo1")
    operative = own.styles.add_style("Operative", WD_STYLE_TYPE.PARAGRAPH)
    operative.base_style = own.styles["Normal"]
    operative.paragraph_format.left_indent, operative.paragraph_format.first_line_indent = Cm(1.5), Cm(-1.5)
    operative.paragraph_format.space_after = Pt(8)
    section = own.sections[0]
    section.page_width, section.page_height = paper
    section.left_margin = section.right_margin = Cm(2.8)
    section.different_first_page_header_footer = True
    head = section.first_page_header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.add_run().add_picture(io.BytesIO(emblem()), width=Cm(1.8))
    name = section.first_page_header.add_paragraph("CONFERENCIA REGIONAL SOBRE MIGRACIÓN")
    name.alignment, name.runs[0].bold = WD_ALIGN_PARAGRAPH.CENTER, True
    name.runs[0].font.color.rgb = RGBColor(*BLUE)
    section.header.paragraphs[0].text = "Conferencia Regional sobre Migración"
    for footer in (section.footer, section.first_page_footer):
        footer.paragraphs[0].text = "Secretaría Técnica · San José, Costa Rica"
        footer.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        footer.paragraphs[0].runs[0].font.size = Pt(8)
    if further:
        further(own)
    return saved(own)


def counting(own: Document) -> None:
    """Pages are counted in the footer, not of how many there are."""
    for footer in (own.sections[0].footer, own.sections[0].first_page_footer):
        paragraph = footer.add_paragraph("Página ")
        for kind in ("begin", "PAGE", "end"):
            inner = (
                f'<w:fldChar w:fldCharType="{kind}"/>'
                if kind != "PAGE"
                else '<w:instrText xml:space="preserve"> PAGE </w:instrText>'
            )
            paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))


HOSTILE = """<w:p {ns}><w:pPr><w:framePr w:w="200" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="1"/></w:pPr>
<w:bookmarkStart w:id="3" w:name="pt_x"/><w:bookmarkEnd w:id="3"/>
<w:ins w:id="9" w:author="Somebody" w:date="2017-01-01T00:00:00Z"><w:r><w:t>Inserted </w:t></w:r></w:ins>
<w:del w:id="10" w:author="Somebody"><w:r><w:delText>deleted</w:delText></w:r></w:del>
<w:hyperlink r:id="rId71"><w:r><w:t>example.org </w:t></w:r></w:hyperlink>
<w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://elsewhere.example/x.png&quot; \\d ">
<w:r><w:t>picture </w:t></w:r></w:fldSimple>
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDEAUTO excel </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>table </w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="{{1}}"/></w:sdtPr>
<w:sdtContent><w:r><w:t>bound</w:t></w:r></w:sdtContent></w:sdt>
<w:r><w:pict><v:shape id="a" style="width:10pt;height:10pt"><v:imagedata r:id="rId72"/></v:shape></w:pict></w:r>
<w:r><w:object><o:OLEObject Type="Embed" ProgID="Excel.Sheet" ShapeID="b" DrawAspect="Content" ObjectID="_1" r:id="rId73"/>
</w:object></w:r></w:p>"""
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def hostile() -> bytes:
    """A letterhead with all that a document must not carry on."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def further(own: Document) -> None:
        own.add_paragraph("A model letter.")
        header = own.sections[0].header
        header._element.append(parse_xml(HOSTILE.format(ns=_SPACES)))
        related = header.part.rels
        related.get_or_add_ext_rel(f"{office}/hyperlink", "http://elsewhere.example/")
        related.get_or_add_ext_rel(f"{office}/image", "http://elsewhere.example/tracker.png")

    data = secretariat(further=further)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in [each for each in parts if each.startswith("word/_rels/header")]:
        rels = parts[name].decode()
        for target, identifier in (
            ("http://elsewhere.example/", "rId71"),
            ("http://elsewhere.example/tracker.png", "rId72"),
        ):
            at = rels.find(f'Target="{target}"')
            if at >= 0:
                start = rels.rfind("<Relationship ", 0, at)
                end = rels.find("/>", at)
                old = rels[start:end]
                begin = old.find('Id="') + 4
                rels = rels[:start] + old[:begin] + identifier + old[old.find('"', begin) :] + rels[end:]
        rels = rels.replace(
            "</Relationships>",
            f'<Relationship Id="rId73" Type="{office}/oleObject" Target="embeddings/o.bin"/></Relationships>',
        )
        parts[name] = rels.encode()
    parts["word/embeddings/o.bin"] = b"MZ"
    parts["word/vbaProject.bin"] = b"macro"
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = types.replace(
        "<Default", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default', 1
    ).encode()
    main = parts["word/_rels/document.xml.rels"].decode()
    project = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    parts["word/_rels/document.xml.rels"] = main.replace(
        "</Relationships>", f'<Relationship Id="rId99" Type="{project}" Target="vbaProject.bin"/></Relationships>'
    ).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def saved(own: Document) -> bytes:
    out = io.BytesIO()
    own.save(out)
    return out.getvalue()
