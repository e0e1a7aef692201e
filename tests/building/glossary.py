"""The part of docs/glossary.md that comes from the code: every public noun of `app.text` with the sentence that defines it.

`make glossary` writes it.
"""

import ast
import re
from pathlib import Path

from tests.building.source import modules, read, tree
from tests.support.programs import ROOT

GLOSSARY = Path("docs/glossary.md")
BEGIN, END = "<!-- from app.text: written by `make glossary` -->\n", "<!-- end of app.text -->\n"


def nouns() -> dict[str, tuple[Path, str]]:
    """The public classes of `app.text`, and the names it gives to a choice of classes, with their definitions."""
    found: dict[str, tuple[Path, str]] = {}
    for path in modules():
        if path.is_relative_to("app/text"):
            body = tree(path).body
            for node, following in zip(body, [*body[1:], None], strict=True):
                noun = _noun(node, following)
                if noun is not None and not noun[0].startswith("_"):
                    found[noun[0]] = (path, noun[1])
    return dict(sorted(found.items(), key=lambda item: item[0].lower()))


def _noun(node: ast.stmt, following: ast.stmt | None) -> tuple[str, str] | None:
    if isinstance(node, ast.ClassDef):
        return node.name, _first_sentence(ast.get_docstring(node) or "")
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and isinstance(node.value, ast.BinOp):
        choice = ast.unparse(node.value)
        if re.fullmatch(r"[A-Z]\w+( \| [A-Z]\w+)+", choice):
            return node.targets[0].id, _sentence_below(following) or f"One of {choice.replace(' | ', ', ')}."
    return None


def _sentence_below(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return _first_sentence(node.value.value)
    return ""


def _first_sentence(text: str) -> str:
    paragraph = " ".join(text.strip().split("\n\n")[0].split())
    return re.split(r"(?<=[.!?])\s+(?=[A-Z“\"`])", paragraph)[0]


def section() -> str:
    """What the code says, as the glossary has it."""
    lines = [f"- **{name}** (`{path}`): {meaning}\n" for name, (path, meaning) in nouns().items()]
    return BEGIN + "\n" + "".join(lines) + "\n" + END


def written() -> str:
    """The whole glossary with its part from the code renewed."""
    text = read(GLOSSARY)
    return text[: text.index(BEGIN)] + section() + text[text.index(END) + len(END) :]


if __name__ == "__main__":
    (ROOT / GLOSSARY).write_text(written(), encoding="utf-8")
