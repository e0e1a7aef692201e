"""A capital at work: files marked up as Word would, on the XML itself."""

import re
from xml.sax.saxutils import escape

from tests.word.making import unzipped, zipped

MAIN = "word/document.xml"
DATE = ' w:date="2017-04-20T10:00:00Z"'


def edited(data: bytes, old: str, new: str) -> bytes:
    """The file with a piece of its body exchanged; `old` must be there."""
    parts = unzipped(data)
    body = parts[MAIN].decode()
    assert old in body, f"not in the file: {old}"
    return zipped({**parts, MAIN: body.replace(old, new, 1).encode()})


def tracked(
    data: bytes, old: str, new: str, author: str = "Ana", *, date: str = DATE, comment: str = "", untracked: bool = False
) -> bytes:
    """`new` in the place of `old`, which stands in one run of the body: tracked under `author`, or not."""
    parts = unzipped(data)
    body = parts[MAIN].decode()
    found = re.search(rf"<w:r><w:t[^>]*>([^<]*{re.escape(escape(old))}[^<]*)</w:t></w:r>", body)
    assert found, f"not in one run of the file: {old}"
    before, after = found[1].split(escape(old), 1)
    inside = run(escape(new)) if untracked else deleted(escape(old), author, date) + inserted(escape(new), author, date)
    body = body[: found.start()] + run(before) + inside + run(after) + body[found.end() :]
    return zipped({**parts, MAIN: body.encode()})


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def inserted(text: str, author: str, date: str = DATE) -> str:
    return f'<w:ins w:id="900" w:author="{author}"{date}>{run(text)}</w:ins>' if text else ""


def deleted(text: str, author: str, date: str = DATE) -> str:
    if not text:
        return ""
    return (
        f'<w:del w:id="901" w:author="{author}"{date}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
    )


def paragraph(inside: str, *, mark: str = "", style: str = "Operative") -> str:
    tracked_mark = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tracked_mark}</w:pPr>{inside}</w:p>'


def without_keys(data: bytes) -> bytes:
    """As a program hands it back that keeps neither bookmarks nor properties."""
    parts = unzipped(data)
    body = re.sub(rb"<w:bookmark(Start|End)[^>]*/>", b"", parts.pop(MAIN))
    parts.pop("docProps/custom.xml", None)
    rels = re.sub(rb"<Relationship [^>]*custom-properties[^>]*/>", b"", parts["_rels/.rels"])
    types = re.sub(rb"<Override [^>]*custom[^>]*/>", b"", parts["[Content_Types].xml"])
    return zipped({**parts, "[Content_Types].xml": types, "_rels/.rels": rels, MAIN: body})
