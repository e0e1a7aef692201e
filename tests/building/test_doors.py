"""One place commits, reading never writes, and every act says by whom."""

import ast
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from fastapi.dependencies.models import Dependant

from app.config import Mode, Settings
from app.main import create_app
from app.web.dependencies import Writer
from tests.building.source import dotted, modules, read, tree

STOREYS = ("accounts", "processes", "meetings", "drafting", "agreements", "exports")
# By these acts a person shows who they are; before them there is nobody to name, and they record that person themself.
WHO_AM_I = {
    "app.accounts.sign_ins.sign_in",
    "app.accounts.sign_ins.sign_out",
    "app.accounts.users.choose_first_password",
}
RECORD = "app.record.chain"


def test_one_place_commits() -> None:
    places = [str(path) for path in modules() for _ in range(read(path).count(".commit("))]
    assert places == ["app/db.py"], f"Only app.db.writing commits, once, when the whole act went well; not {places}"


def test_no_get_handler_writes() -> None:
    settings = Settings(mode=Mode.DEVELOPMENT, database_url="sqlite://")
    writer = get_args(Writer)[1].dependency
    handlers = list(_handlers(create_app(settings).routes))
    assert any("POST" in route.methods for route in handlers), "no route was found that writes: the rule looks in vain"
    writing = [
        f"{route.path} ({route.endpoint.__module__}.{route.endpoint.__name__})"
        for route in handlers
        if {"GET", "HEAD"} & set(route.methods) and writer in _calls(route.dependant)
    ]
    assert not writing, f"Looking must change nothing; take a Reader, or answer to POST: {writing}"


def _handlers(routes: Iterable[Any]) -> Iterator[Any]:
    """The routes that lead to a handler, also those of routers in routers."""
    for route in routes:
        if getattr(route, "dependant", None) is not None:
            yield route
        elif hasattr(route, "effective_candidates"):
            yield from _handlers(route.effective_candidates())


def _calls(dependant: Dependant) -> Iterator[Any]:
    yield dependant.call
    for below in dependant.dependencies:
        yield from _calls(below)


def test_every_act_says_by_whom() -> None:
    acts = {name: function for storey in STOREYS for name, function in _acts(storey)}
    assert acts, "no act was found: the rule looks in vain"
    nobodys = [
        name
        for name, function in acts.items()
        if name not in WHO_AM_I and "by" not in {argument.arg for argument in function.args.kwonlyargs}
    ]
    assert not nobodys, f"An act is done by somebody: give these a keyword-only `by`: {nobodys}"
    assert set(acts) >= WHO_AM_I, f"No longer acts; take them off the list: {WHO_AM_I - set(acts)}"


def _acts(storey: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """The public functions on a session that write to the record, themselves or through one of their own module."""
    for path in modules():
        if not path.is_relative_to(f"app/{storey}"):
            continue
        module = tree(path)
        functions = {node.name: node for node in module.body if isinstance(node, ast.FunctionDef)}
        recording = _recording(functions, _names_of_the_record(module))
        for name in sorted(recording):
            arguments = functions[name].args.args
            if not name.startswith("_") and arguments and arguments[0].arg == "session":
                yield f"{dotted(path)}.{name}", functions[name]


def _names_of_the_record(module: ast.Module) -> set[str]:
    """What a call that writes to the record is called in a module: `write`, `chain.write`, …"""
    names: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                local = alias.asname or alias.name
                if node.module == RECORD and alias.name == "write":
                    names.add(local)
                elif f"{node.module}.{alias.name}" == RECORD:
                    names.add(f"{local}.write")
    return names


def _recording(functions: dict[str, ast.FunctionDef], names: set[str]) -> set[str]:
    calls = {
        name: {ast.unparse(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)}
        for name, function in functions.items()
    }
    found: set[str] = set()
    while more := {name for name, called in calls.items() if name not in found and called & (names | found)}:
        found |= more
    return found
