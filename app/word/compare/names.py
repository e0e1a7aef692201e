"""The XML names that the comparison reads and writes."""

from app.word import names

W = f"{{{names.W}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC_NS = names.MC
MC = f"{{{MC_NS}}}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DU_NS = names.W16DU
DU = f"{{{DU_NS}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

P, PPR, RUN, RPR, T = W + "p", W + "pPr", W + "r", W + "rPr", W + "t"
TBL, TR, TRPR, TC = W + "tbl", W + "tr", W + "trPr", W + "tc"
SDT, SDT_CONTENT, CUSTOM_XML, SMART_TAG = W + "sdt", W + "sdtContent", W + "customXml", W + "smartTag"
BOX, RUBY, DEL_TEXT = W + "txbxContent", W + "ruby", W + "delText"
INS, DEL, SECT = W + "ins", W + "del", W + "sectPr"
MOVE_FROM, MOVE_TO = W + "moveFrom", W + "moveTo"
ID, VAL = W + "id", W + "val"

ARRIVING, LEAVING = frozenset({INS, MOVE_TO}), frozenset({DEL, MOVE_FROM})
"""What others did to the old document, which nobody has accepted or rejected yet: words that came, words that went."""
FOLD = "{fold}fold"
"""Stands, while a story is woven, where a paragraph whose mark somebody deleted runs on into the following one."""
HELD = LEAVING | {FOLD} | {W + f"move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End")}
"""What must stay between just the same characters, unlike other anchors: words are in it, or it says where they moved."""

NOISE = frozenset({W + "proofErr", W + "lastRenderedPageBreak"})
"""What Word notes for itself."""
