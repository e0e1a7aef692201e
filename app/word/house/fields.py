"""Fields in headers and footers: those that say something of the document stay, all others leave what they last showed."""

import re

from lxml import etree

from app.word.names import drop, unwrap, value, w

_OF_THE_DOCUMENT = frozenset(
    {
        "ADVANCE", "CREATEDATE", "DATE", "DOCPROPERTY", "EQ", "FILENAME", "NUMPAGES", "PAGE", "PRINTDATE", "SAVEDATE",
        "SECTION", "SECTIONPAGES", "STYLEREF", "SUBJECT", "SYMBOL", "TIME", "TITLE",
    }
)  # fmt: skip


def foreign_fields(root: etree._Element) -> int:
    """Makes plain words of the fields that could reach outside the document; how many there were."""
    count = 0
    for field in list(root.iter(w("fldSimple"))):
        if kind(value(field, "instr") or "") not in _OF_THE_DOCUMENT:
            count += 1
            unwrap(field)
    for begin, instruction, marks in complex_fields(root):
        if kind(instruction) not in _OF_THE_DOCUMENT:
            count += 1
            for mark in (begin, *marks):
                drop(mark)
    return count


def kind(instruction: str) -> str:
    """What sort of field it is: the first word of its instruction."""
    found = re.match(r"\s*([A-Za-z]+)", instruction)
    return found[1].upper() if found else ""


def complex_fields(root: etree._Element) -> list[tuple[etree._Element, str, list[etree._Element]]]:
    """The fields that are spread over runs: where each begins, its instruction, and its other marks, the end last."""
    found = []
    is_open: list[tuple[etree._Element, list[str], list[etree._Element]]] = []
    for mark in root.iter(w("fldChar"), w("instrText")):
        if mark.tag == w("instrText"):
            if is_open:
                is_open[-1][1].append(mark.text or "")
                is_open[-1][2].append(mark)
        elif value(mark, "fldCharType") == "begin":
            is_open.append((mark, [], []))
        elif is_open:
            is_open[-1][2].append(mark)
            if value(mark, "fldCharType") == "end":
                begin, instruction, marks = is_open.pop()
                found.append((begin, "".join(instruction), marks))
    # One that never ends is none: its marks go with those of the foreign ones.
    return found + [(begin, "", marks) for begin, _, marks in is_open]
