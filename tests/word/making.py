"""Small Word files written by hand, for tests: only the parts a test asks for."""

import io
import zipfile
from collections.abc import Mapping

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w16cex="http://schemas.microsoft.com/office/word/2018/wordml/cex" '
    'xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid" '
    'xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du" '
    'mc:Ignorable="w14 w15 w16cex w16cid w16du"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# Story parts: name → (root element, relationship type, content type suffix).
STORIES = {
    "styles": ("w:styles", OFFICE + "styles"),
    "numbering": ("w:numbering", OFFICE + "numbering"),
    "settings": ("w:settings", OFFICE + "settings"),
    "footnotes": ("w:footnotes", OFFICE + "footnotes"),
    "endnotes": ("w:endnotes", OFFICE + "endnotes"),
    "header": ("w:hdr", OFFICE + "header"),
    "footer": ("w:ftr", OFFICE + "footer"),
    "comments": ("w:comments", OFFICE + "comments"),
    "commentsExtended": (
        "w15:commentsEx",
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    ),
    "commentsIds": ("w16cid:commentsIds", "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds"),
    "commentsExtensible": (
        "w16cex:commentsExtensible",
        "http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible",
    ),
}


def docx(body: str, *, main: str = "word/document.xml", extra: Mapping[str, bytes] | None = None, **stories: str) -> bytes:
    """A Word file with `body` inside w:body; each story by name with what stands inside its root element."""
    folder, base = main.rsplit("/", 1)
    parts = {"_rels/.rels": _rels([(OFFICE + "officeDocument", main)])}
    overrides = [("/" + main, _CT + "document.main+xml")]
    related = []
    for name, inner in stories.items():
        tag, relationship = STORIES[name]
        parts[f"{folder}/{name}.xml"] = f"<{tag} {NS}>{inner}</{tag}>"
        overrides.append((f"/{folder}/{name}.xml", f"{_CT}{name}+xml"))
        related.append((relationship, name + ".xml"))
    parts[main] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {NS}><w:body>{body}</w:body></w:document>'
    )
    parts[f"{folder}/_rels/{base}.rels"] = _rels(related)
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides)
        + "</Types>"
    )
    return zipped({"[Content_Types].xml": types, **parts, **(extra or {})})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def saved_by(program: str, data: bytes) -> bytes:
    """The file `data` with a part that says which program saved it."""
    name, kind = "docProps/app.xml", OFFICE + "extended-properties"
    properties = kind.replace("relationships/", "")
    content_type = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    said = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
    related = f'<Relationship Id="app" Type="{kind}" Target="{name}"/>'
    parts = unzipped(data)
    for part, more in (("[Content_Types].xml", f"{said}</Types>"), ("_rels/.rels", f"{related}</Relationships>")):
        end = more[more.index("</") :]
        parts[part] = parts[part].replace(end.encode(), more.encode())
    parts[name] = f'<Properties xmlns="{properties}"><Application>{program}</Application></Properties>'.encode()
    return zipped(parts)


def _rels(items: list[tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(items, 1)
    )
    return f'<Relationships xmlns="{_RELS}">{inner}</Relationships>'


def p(inner: str = "", mark: str = "", ppr: str = "") -> str:
    """A paragraph: `mark` goes into its w:rPr, `ppr` before that."""
    rpr = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p>{'<w:pPr>' + ppr + rpr + '</w:pPr>' if ppr or rpr else ''}{inner}</w:p>"


def t(text: str, rpr: str = "") -> str:
    return f'<w:r>{"<w:rPr>" + rpr + "</w:rPr>" if rpr else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def dt(text: str) -> str:
    return f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'


def by(author: str = "France", date: str | None = "2026-03-02T09:30:00Z") -> str:
    return f'w:id="7" w:author="{author}"' + (f' w:date="{date}"' if date else "")


def ins(inner: str, author: str = "France") -> str:
    return f"<w:ins {by(author)}>{inner if inner.startswith('<') else t(inner)}</w:ins>"


def dele(inner: str, author: str = "France") -> str:
    return f"<w:del {by(author)}>{inner if inner.startswith('<') else dt(inner)}</w:del>"


def mark(kind: str, author: str = "France") -> str:
    return f"<w:{kind} {by(author)}/>"
