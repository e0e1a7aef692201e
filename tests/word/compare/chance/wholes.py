"""Whole documents by chance: the text, and the parts that stand behind it."""

import random

from tests.word.compare.chance.drafts import Draft, fragment
from tests.word.compare.chance.edits import Edits
from tests.word.compare.chance.features import Features
from tests.word.compare.chance.resaves import resaved

_STYLES = (
    ("paragraph", "Normal", "Normal", ""),
    ("paragraph", "Heading1", "heading 1", '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'),
    ("paragraph", "ListParagraph", "List Paragraph", '<w:basedOn w:val="Normal"/>'),
    ("character", "Strong", "Strong", "<w:rPr><w:b/></w:rPr>"),
    ("table", "TableNormal", "Normal Table", ""),
    ("table", "TableGrid", "Table Grid", '<w:basedOn w:val="TableNormal"/>'),
)
_LEVEL = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:lvlText w:val="%{2}."/></w:lvl>'
_NOTES = (
    '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
    '<w:{0} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{0}>'
)


def pair(seed: int) -> tuple[bytes, bytes]:
    """A document and another version of it."""
    chance = random.Random(seed)
    old = document(chance, chance.choice((2, 4, 8)))
    new = old.copy()
    Edits(new, chance).some(chance.choice((0, 1, 1, 2, 3, 6, 15)))
    return old.written(), (resaved(new, chance) if chance.random() < 0.2 else new).written()


def document(chance: random.Random, most: int = 7) -> Draft:
    """A document with up to so many blocks beside those within them."""
    draft = Draft(used=10)
    draft.story("document", "document", "<w:body/>")
    draft.story("styles", "styles", "".join(_style(*style) for style in _STYLES))
    draft.story("numbering", "numbering", _lists(chance))
    draft.story("settings", "settings", '<w:compat><w:compatSetting w:name="compatibilityMode" '
                'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>')  # fmt: skip
    for kind in ("footnote", "endnote"):
        draft.story(kind + "s", kind + "s", _NOTES.format(kind))
    draft.story("comments", "comments", "")
    if chance.random() < 0.2:
        glossary(draft, chance)
    features = Features(draft, chance)
    body = draft.root("document")[0]
    body.extend(fragment(features.all_blocks(most) + features.paragraph() + features.section(0.8)))
    return draft


def glossary(draft: Draft, chance: random.Random) -> None:
    """Building blocks, which no reader of the text sees."""
    said = Features(draft, chance, "glossary").run()
    category = '<w:category><w:name w:val="General"/><w:gallery w:val="docParts"/></w:category>'
    properties = f'<w:docPartPr><w:name w:val="x"/>{category}</w:docPartPr>'
    part = f"<w:docParts><w:docPart>{properties}<w:docPartBody><w:p>{said}</w:p></w:docPartBody></w:docPart></w:docParts>"
    draft.story("glossary", "glossaryDocument", part)
    draft.types["word/glossary.xml"] = draft.types["word/glossary.xml"].replace("glossaryDocument", "document.glossary")


def _style(kind: str, identifier: str, name: str, inner: str) -> str:
    default = ' w:default="1"' if identifier in ("Normal", "TableNormal") else ""
    return f'<w:style w:type="{kind}"{default} w:styleId="{identifier}"><w:name w:val="{name}"/>{inner}</w:style>'


def _lists(chance: random.Random) -> str:
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(_LEVEL.format(level, chance.choice(("decimal", "lowerLetter")), level + 1) for level in range(3))
        + "</w:abstractNum>"
        for n in range(2)
    )
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = (
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n % 2}"/>{restart if n == 3 else ""}</w:num>' for n in (1, 2, 3)
    )
    return abstracts + "".join(lists)
