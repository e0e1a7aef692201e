"""Every string that is shown in the reader's language, with where it stands.

In templates `_("…")` and `{% trans %}`; in the code what a Refusal is given first, what `sentence("…")` marks, what `say`
says and what `go` leaves as a notice.
"""

import ast
from collections.abc import Iterator
from functools import cache
from io import BytesIO

from jinja2.ext import babel_extract

from tests.building.source import modules, tree
from tests.support.programs import ROOT

TEMPLATES = ROOT / "templates"
OPTIONS = {"trimmed": "false", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
KEYWORDS = ("_", "gettext", "ngettext", "pgettext", "npgettext")


def strings() -> dict[str, str]:
    """Each string and one place where it stands."""
    return dict([*_of_templates(), *_of_code()])


def _of_templates() -> Iterator[tuple[str, str]]:
    for path in sorted(TEMPLATES.rglob("*.html")):
        with BytesIO(path.read_bytes()) as file:
            for line, _function, message, _comments in babel_extract(file, KEYWORDS, (), OPTIONS):
                # The singular stands for a plural: that is what a catalogue finds it by.
                text = message if isinstance(message, str) else next(part for part in message if part)
                yield text, f"{path.relative_to(ROOT)}:{line}"


def _of_code() -> Iterator[tuple[str, str]]:
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call):
                for text in _shown(node, in_web=path.is_relative_to("app/web")):
                    yield text, f"{path}:{node.lineno}"


def _shown(call: ast.Call, *, in_web: bool) -> Iterator[str]:
    name = ast.unparse(call.func).rpartition(".")[2]
    if name == "sentence" or name in _refusals():
        yield from _literals(call.args[:1])
    elif name == "say":
        yield from _literals(call.args[1:2])
    elif name == "go" and in_web:
        yield from _literals([*call.args[2:3], *(word.value for word in call.keywords if word.arg == "notice")])


def _literals(arguments: list[ast.expr]) -> Iterator[str]:
    """The strings an argument may be, when it says so on the spot."""
    for argument in arguments:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
            yield argument.value
        elif isinstance(argument, ast.IfExp):
            yield from _literals([argument.body, argument.orelse])


@cache
def _refusals() -> frozenset[str]:
    """The names of Refusal and of every class below it, wherever it is defined."""
    classes = [node for path in modules() for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)]
    known = {"Refusal"}
    while more := {
        one.name
        for one in classes
        if one.name not in known and known & {ast.unparse(base).rpartition(".")[2] for base in one.bases}
    }:
        known |= more
    return frozenset(known)
