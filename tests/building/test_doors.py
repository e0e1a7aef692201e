"""One place commits, reading never writes, and every act says by whom."""

import ast
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from fastapi.dependencies.models import Dependant

from app.config import Mode, Settings
from app.main import create_app
from app.web.dependencies import Writer
from tests.building.source import dotted, modules, read, tree

STOREYS = ("accounts", "processes", "meetings", "drafting", "positions", "agreements", "exports")
# By these acts a person shows who they are; before them there is nobody to name, and they record that person themself.
WHO_AM_I = {
    "app.accounts.sign_ins.sign_in",
    "app.accounts.sign_ins.sign_out",
    "app.accounts.users.choose_first_password",
}
WRITE = "app.record.chain.write"


def test_one_place_commits() -> None:
    places = [str(path) for path in modules() for _ in range(read(path).count(".commit("))]
    assert places == ["app/db.py"], f"Only app.db.writing commits, once, when the whole act went well; not {places}"


def test_no_get_handler_writes() -> None:
    settings = Settings(mode=Mode.DEVELOPMENT, database_url="sqlite://")
    writer = get_args(Writer)[1].dependency
    handlers = list(_handlers(create_app(settings).routes))
    assert any(writer in _calls(route.dependant) for route in handlers), "no handler writes: the rule looks in vain"
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
    acts = {name: function for name, function in _recording().items() if _is_act(name, function)}
    assert acts, "no act was found: the rule looks in vain"
    nobodys = [
        name
        for name, function in acts.items()
        if name not in WHO_AM_I and "by" not in {argument.arg for argument in function.args.kwonlyargs}
    ]
    assert not nobodys, f"An act is done by somebody: give these a keyword-only `by`: {nobodys}"
    assert set(acts) >= WHO_AM_I, f"No longer acts; take them off the list: {WHO_AM_I - set(acts)}"


def _is_act(name: str, function: ast.FunctionDef) -> bool:
    """A public function of a storey whose first argument is the session."""
    arguments = function.args.args
    return (
        name.split(".")[1] in STOREYS
        and not function.name.startswith("_")
        and bool(arguments)
        and arguments[0].arg == "session"
    )


def _recording() -> dict[str, ast.FunctionDef]:
    """The functions that write to the record, themselves or through another, by their full names."""
    functions: dict[str, ast.FunctionDef] = {}
    calls: dict[str, set[str]] = {}
    for path in modules():
        module = tree(path)
        own = {node.name: node for node in module.body if isinstance(node, ast.FunctionDef)}
        full = _imported_names(module) | {name: f"{dotted(path)}.{name}" for name in own}
        for name, function in own.items():
            functions[full[name]] = function
            calls[full[name]] = {
                f"{full.get(first, first)}{dot}{rest}"
                for node in ast.walk(function)
                if isinstance(node, ast.Call)
                for first, dot, rest in [ast.unparse(node.func).partition(".")]
            }
    found = {WRITE}
    while more := {name for name, called in calls.items() if name not in found and called & found}:
        found |= more
    return {name: functions[name] for name in sorted(found - {WRITE})}


def _imported_names(module: ast.Module) -> dict[str, str]:
    """What a module's names from elsewhere are in full, as far as they come by `from … import …`."""
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
