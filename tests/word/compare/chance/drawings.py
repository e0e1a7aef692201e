"""What is drawn, by chance: pictures, text boxes as they are written now and were of old, embedded objects."""

import random

from tests.word.compare.chance.drafts import Draft, picture


class Drawings:
    """Among words: each is a run."""

    draft: Draft
    chance: random.Random
    part: str

    def maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def paragraph(self, simple: bool = False, extra: str = "") -> str:
        raise NotImplementedError

    def in_picture(self, depth: int) -> str:
        return f"<w:r><w:drawing>{self.frame(self.picture())}</w:drawing></w:r>"

    def picture(self) -> str:
        shade = self.chance.randint(0, 3)
        data = self.draft.blob(self.part, "image", f"media/image{shade}.png", picture(shade), "image/png")
        shape = '<pic:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        fill = f'<pic:blipFill><a:blip r:embed="{data}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        name = '<pic:nvPicPr><pic:cNvPr id="0" name="p"/><pic:cNvPicPr/></pic:nvPicPr>'
        uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
        return f'<a:graphicData uri="{uri}"><pic:pic>{name}{fill}{shape}</pic:pic></a:graphicData>'

    def frame(self, content: str) -> str:
        number = self.draft.id()
        named = f'<wp:docPr id="{number}" name="P {number}"/><a:graphic>{content}</a:graphic>'
        named = '<wp:extent cx="9525" cy="9525"/>{}' + named
        if self.maybe(0.5):
            return f'<wp:inline distT="0" distB="0" distL="0" distR="0">{named.format("")}</wp:inline>'
        places = "".join(
            f'<wp:position{axis} relativeFrom="{of}"><wp:posOffset>0</wp:posOffset></wp:position{axis}>'
            for axis, of in (("H", "column"), ("V", "paragraph"))
        )
        said = 'distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"'
        inner = f'<wp:simplePos x="0" y="0"/>{places}{named.format("<wp:wrapNone/>")}'
        return f'<wp:anchor {said} layoutInCell="1" allowOverlap="1">{inner}</wp:anchor>'

    def in_box(self, depth: int) -> str:
        """A text box as Word writes it twice: for itself and for those who know no shapes; or once, as of old."""
        text = f"<w:txbxContent>{self.paragraph(simple=True)}{self.paragraph(simple=True)}</w:txbxContent>"
        shape = f'<v:shape id="s{self.draft.id()}" style="width:9pt;height:9pt"><v:textbox>{text}</v:textbox></v:shape>'
        if self.maybe(0.3):
            return f"<w:r><w:pict>{shape}</w:pict></w:r>"
        uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        wsp = f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{text}</wps:txbx><wps:bodyPr/></wps:wsp>'
        drawing = self.frame(f'<a:graphicData uri="{uri}">{wsp}</a:graphicData>')
        choice = f'<mc:Choice Requires="wps"><w:drawing>{drawing}</w:drawing></mc:Choice>'
        back = f"<mc:Fallback><w:pict>{shape}</w:pict></mc:Fallback>"
        return f"<w:r><mc:AlternateContent>{choice}{back}</mc:AlternateContent></w:r>"

    def in_object(self, depth: int) -> str:
        number, data = self.draft.id(), bytes([self.chance.randint(0, 3)])
        shown = self.draft.blob(self.part, "image", "media/image9.png", picture(9), "image/png")
        name, kind = f"embeddings/o{data[0]}.bin", "application/vnd.openxmlformats-officedocument.oleObject"
        held = self.draft.blob(self.part, "oleObject", name, data, kind)
        shape = f'<v:shape id="s{number}" style="width:9pt;height:9pt"><v:imagedata r:id="{shown}"/></v:shape>'
        said = f'Type="Embed" ProgID="Package" ShapeID="s{number}" DrawAspect="Content" ObjectID="_{number}" r:id="{held}"'
        return f"<w:r><w:object>{shape}<o:OLEObject {said}/></w:object></w:r>"
