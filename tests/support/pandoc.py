"""What pandoc, a reader of Word files that is not ours, finds in them. It is run as a program beside us."""

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tests.support.programs import need

_AT_ONCE = 20
"""Files read by one start: its Lua breaks down after some hundreds of documents."""
SCRIPT = Path(__file__).with_suffix(".lua")
_PARAGRAPHS = ("Para", "Plain", "Header")
_SPOKEN = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}
_TRACKED = ("insertion", "deletion", "paragraph-insertion", "paragraph-deletion", "comment-start")
# Styles name a paragraph title, quotation or definition, and what is so named is told otherwise or left out.
_LOOKS = re.compile(r"(?i)/styles\d*\.xml$")
_NO_LOOKS = b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


class Marked(NamedTuple):
    """A tracked change: insertion, deletion, paragraph-insertion, paragraph-deletion or comment-start."""

    kind: str
    author: str
    date: str
    text: str


@dataclass(frozen=True)
class Told:
    """A file as pandoc tells it: paragraphs of the body that have words after accepting and rejecting, and its changes."""

    accepted: list[str]
    rejected: list[str]
    marked: list[Marked]


def told(files: Sequence[bytes], folder: Path) -> list[Told | None]:
    """What is in each file, None where pandoc cannot read it; `folder` is where they may be put. One start for many."""
    if len(files) > _AT_ONCE:
        return told(files[:_AT_ONCE], folder) + told(files[_AT_ONCE:], folder)
    paths = [folder / f"{place}.docx" for place in range(len(files))]
    for path, data in zip(paths, files, strict=True):
        path.write_bytes(_without_looks(data))
    command = [need("pandoc"), "lua", SCRIPT, *paths]
    said = subprocess.run(command, capture_output=True, timeout=540, check=True).stdout.decode()
    trees = [json.loads(line) for line in said.split("\n") if line]
    triples = zip(trees[::3], trees[1::3], trees[2::3], strict=True)
    return [
        None if None in triple else Told(_paragraphs(triple[1]), _paragraphs(triple[2]), list(_marked(triple[0])))
        for triple in triples
    ]


def _without_looks(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as bare:
        for name in given.namelist():
            bare.writestr(name, _NO_LOOKS if _LOOKS.search(name) else given.read(name))
    return out.getvalue()


def _paragraphs(tree: dict[str, Any]) -> list[str]:
    found = (_words(block) for block in _nodes(tree["blocks"], passing=("Note",)) if block["t"] in _PARAGRAPHS)
    return [words for words in found if words.strip()]


def _marked(tree: dict[str, Any]) -> Iterator[Marked]:
    for node in _nodes(tree["blocks"]):
        if node["t"] == "Span":
            (_, classes, pairs), inside = node["c"]
            known = dict(pairs)
            for kind in classes:
                if kind in _TRACKED:
                    yield Marked(kind, known.get("author", ""), known.get("date", ""), "".join(map(_words, inside)))


def _nodes(tree: Any, passing: tuple[str, ...] = ()) -> Iterator[dict[str, Any]]:
    """Every node, in order, but those of the kinds in `passing` with all that is in them."""
    if isinstance(tree, dict):
        if tree.get("t") in passing:
            return
        yield tree
        # What follows the attributes of a table is its title, which Word does not show among the words.
        tree = tree["c"][2:] if tree.get("t") == "Table" else tree.get("c")
    for child in tree if isinstance(tree, list) else ():
        if isinstance(child, dict | list):
            yield from _nodes(child, passing)


def _words(node: dict[str, Any]) -> str:
    """The words of a block or inline, without those of its notes and comments."""
    name, content = node["t"], node.get("c")
    if name in _SPOKEN:
        return _SPOKEN[name]
    if name == "Str":
        return str(content)
    if name in ("Math", "Code"):
        return str(content[1])
    if name in ("Note", "Image", "RawInline") or _is_comment(node):
        return ""
    return "".join(_words(child) for child in _children(content))


def _children(content: Any) -> Iterator[dict[str, Any]]:
    for child in content if isinstance(content, list) else ():
        if isinstance(child, dict) and "t" in child:
            yield child
        elif isinstance(child, list):
            yield from _children(child)


def _is_comment(node: dict[str, Any]) -> bool:
    return node["t"] == "Span" and "comment-start" in node["c"][0][1]
