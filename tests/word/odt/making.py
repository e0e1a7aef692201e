"""OpenDocument texts written by hand, for tests."""

import io
import zipfile

from app.word.odt.names import NAMESPACES

_SPACES = " ".join(f'xmlns:{prefix}="{uri}"' for uri, prefix in NAMESPACES.items() if prefix != "xml")
KIND = "application/vnd.oasis.opendocument.text"


def zipped(**parts: str | bytes) -> bytes:
    """A zip of these parts; "__" in a name is a slash, "_" a full stop."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), part)
    return out.getvalue()


def content(body: str, automatic: str = "") -> str:
    return (
        f"<office:document-content {_SPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def odt(body: str, automatic: str = "", styles: str = "", master: str = "", **parts: str | bytes) -> bytes:
    """An OpenDocument text with this body, these automatic and these named styles, and what stands in the margins."""
    named = (
        f"<office:document-styles {_SPACES}><office:styles>{styles}</office:styles>"
        f"<office:master-styles>{master}</office:master-styles></office:document-styles>"
    )
    return zipped(mimetype=KIND, content_xml=content(body, automatic), styles_xml=named, **parts)


def style(name: str, inner: str = "", family: str = "paragraph", **attributes: str) -> str:
    """A style; "list_style_name" is style:list-style-name."""
    written = "".join(f' style:{key.replace("_", "-")}="{value}"' for key, value in attributes.items())
    return (
        f'<style:style style:name="{name}" style:family="{family}"{written}><style:text-properties {inner}/></style:style>'
    )


def p(inner: str = "", style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>' if style else f"<text:p>{inner}</text:p>"
