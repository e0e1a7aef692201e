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
BOX, DEL_TEXT = W + "txbxContent", W + "delText"
INS, DEL, SECT = W + "ins", W + "del", W + "sectPr"
ID, VAL = W + "id", W + "val"

NOISE = frozenset({W + "proofErr", W + "lastRenderedPageBreak"})
"""What Word notes for itself."""
