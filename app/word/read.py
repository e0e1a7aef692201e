"""Reading a Word file into paragraphs of a negotiated text: their words, marks, footnotes, labels and headings."""

from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from app.text.document import Document
from app.text.normalise import normalise, normalise_runs, trimmed
from app.text.paragraph import Paragraph
from app.text.roles import Sketch, propose, split_label
from app.text.runs import NO_MARKS, Run, plain
from app.word.blocks import Blocks
from app.word.found import Found, Imported, in_rows
from app.word.inline import Inline, Notes
from app.word.keys import key_in
from app.word.labels import Numbering
from app.word.looks import Styles, descend, is_head
from app.word.names import value, w
from app.word.omissions import Kind, Omission, Tally
from app.word.package import Package, Reason, Unreadable
from app.word.resolve import resolve
from app.word.settling import ARRIVING, LEAVING, by_authors
from app.word.stories import NOTES, related


def read(data: bytes, accept: bool = True) -> Imported:
    """The text of the Word file `data` with every tracked change accepted, or rejected.

    Raises Unreadable, and nothing else, when there is no text to be had.
    """
    package = Package.read(data)
    comments = _counted(package, ("comments",), "comment")
    body = package.xml(package.main)
    tracked = sum(1 for _ in body.iter(*map(w, (*ARRIVING, *LEAVING)))) if accept else 0
    resolve(package, accept, by_authors(None))
    imported = read_settled(package)
    if not imported.paragraphs:
        raise Unreadable(Reason.NO_TEXT)
    counted = ((Kind.TRACKED, tracked), (Kind.COMMENT, comments), (Kind.HEADER, _with_text(package)))
    around = tuple(Omission(kind, count) for kind, count in counted if count)
    return Imported(imported.paragraphs, imported.left_out + around)


def read_settled(package: Package) -> Imported:
    """The text of `package`, which has no tracked changes any more; its comments and its margins are not counted.

    Raises Unreadable.
    """
    styles = Styles(_root(package, "styles"))
    numbering = Numbering(_root(package, "numbering"), styles)
    tally = Tally()
    body = package.xml(package.main)
    inline = Inline(body, styles, _notes(package, styles), tally)
    paragraphs: list[Found] = []
    unplaced: dict[int, str] = {}
    for element, cell in Blocks(tally).paragraphs(body.find(w("body"))):
        found = replace(_found(element, inline, styles, numbering), cell=cell)
        if (found.style or "").lower().startswith("toc ") and found.runs:
            tally.add(Kind.CONTENTS)
        elif found.runs:
            key = found.key or (unplaced.get(cell.row) if cell is not None else None)
            paragraphs.append(replace(found, key=key))
            tally.place = len(paragraphs)
        elif found.key is not None and cell is not None:
            # The key of a row whose first cell is empty.
            unplaced.setdefault(cell.row, found.key)
    return Imported(tuple(paragraphs), tally.omissions)


def document_of(imported: Imported, new_key: Callable[[], str]) -> Document:
    """The paragraphs as a text, each with the role it seems to have; those of a row of a table are one.

    A paragraph this application wrote keeps its key, the first time it occurs; every other has a new one, which must be
    none of those. Numbers, whether Word computed them or somebody typed them, are left out of the words.
    """
    found = [line if line.label or line.is_row else _unlabelled(line) for line in in_rows(imported.paragraphs)]
    roles = propose([Sketch(line.text, line.style, line.label, line.level, line.is_row) for line in found])
    taken: set[str] = set()
    paragraphs = []
    for line, (role, depth) in zip(found, roles, strict=True):
        level = int(line.cell.heads) if line.is_row and line.cell is not None else depth
        key = line.key if line.key and line.key not in taken else new_key()
        taken.add(key)
        paragraphs.append(Paragraph(key, role, line.runs, level))
    return Document(paragraphs)


def _unlabelled(found: Found) -> Found:
    label, words = split_label(found.text)
    if label is None:
        return found
    typed = len(found.text) - len(words)
    runs = []
    for run in found.runs:
        cut = min(typed, len(run.text)) if run.note is None else 0
        typed -= cut
        if run.text[cut:]:
            runs.append(run if not cut else Run(run.text[cut:], run.marks))
    return replace(found, runs=tuple(runs), label=label)


def _found(element: etree._Element, inline: Inline, styles: Styles, numbering: Numbering) -> Found:
    properties = descend(element, "pPr")
    style = value(descend(properties, "pStyle")) or styles.default
    level = styles.level(properties, style)
    name = styles.name(style)
    label = numbering.label(properties, style)
    heads = is_head(level, name)
    runs = trimmed(normalise_runs(tuple(inline.runs(element, None if heads else style))))
    keys = (key_in(value(start, "name")) for start in element.iter(w("bookmarkStart")))
    styled = styles.marks(None, style) if heads else NO_MARKS
    return Found(runs, name, normalise(label) if label else None, level, next(filter(None, keys), None), styled=styled)


def _notes(package: Package, styles: Styles) -> Notes:
    texts = {}
    for kind, (tag, reference) in NOTES.items():
        for name in package.related(package.main, kind):
            root = package.xml(name)
            inline = Inline(root, styles, {}, Tally())
            for note in root.findall(w(tag)):
                lines = (plain(inline.runs(paragraph, None)) for paragraph, _ in Blocks(Tally()).paragraphs(note))
                text = "\n".join(filter(None, (normalise(line).strip() for line in lines)))
                if text and value(note, "type") in (None, "normal"):
                    texts[reference, value(note, "id")] = text
    return texts


def _root(package: Package, kind: str) -> etree._Element | None:
    return next((package.xml(name) for name in package.related(package.main, kind)), None)


def _counted(package: Package, kinds: tuple[str, ...], tag: str) -> int:
    return sum(len(package.xml(name).findall(w(tag))) for name in related(package, kinds))


def _with_text(package: Package) -> int:
    parts = (package.xml(name) for name in related(package, ("header", "footer")))
    return sum(any((text.text or "").strip() for text in part.iter(w("t"))) for part in parts)
