"""Every template compiles, is used, has a title where it is a page, and needs only `page`."""

import re
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, meta, nodes

from app.config import Mode, Settings
from app.web.rendering import TEMPLATES, Renderer
from tests.building.source import modules, read
from tests.support.programs import ROOT

LAYOUTS = "layouts/"
STATIC = ROOT / "app/web/static"


def names() -> list[str]:
    found = (path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*") if path.suffix in {".html", ".txt"})
    return sorted(found)


@pytest.fixture(scope="module")
def environment() -> Environment:
    return next(iter(Renderer(Settings(mode=Mode.DEVELOPMENT)).environments.values()))


def parsed(environment: Environment, name: str) -> nodes.Template:
    return environment.parse((TEMPLATES / name).read_text(encoding="utf-8"), name=name)


def test_there_are_templates() -> None:
    assert names()


@pytest.mark.parametrize("name", names())
def test_it_compiles_and_needs_only_page(environment: Environment, name: str) -> None:
    environment.get_template(name)
    template = parsed(environment, name)
    # Jinja counts as needed from outside what is set in one branch only, and in a block what is imported or defined above.
    own = {variable.name for variable in template.find_all(nodes.Name) if variable.ctx == "store"}
    own |= {each.target for each in template.find_all(nodes.Import)}
    own |= {each.name for each in template.find_all(nodes.Macro)}
    for each in template.find_all(nodes.FromImport):
        own |= {name if isinstance(name, str) else name[1] for name in each.names}
    needed = meta.find_undeclared_variables(template) - set(environment.globals) - own
    assert needed <= {"page"}, f"Put {sorted(needed - {'page'})} into the page's value, where a test can see it."


@pytest.mark.parametrize("name", names())
def test_a_page_has_a_title(environment: Environment, name: str) -> None:
    template = parsed(environment, name)
    extends = [node.template.value for node in template.find_all(nodes.Extends) if isinstance(node.template, nodes.Const)]
    blocks = {block.name for block in template.find_all(nodes.Block)}
    if any(layout.startswith(LAYOUTS) for layout in extends) and not name.startswith(LAYOUTS):
        assert "title" in blocks, "Say in a title block what the page is: it is what a tab and a screen reader show."


def test_every_template_is_used(environment: Environment) -> None:
    of_code = "\n".join(read(path) for path in modules())
    of_templates = {
        used for name in names() for used in meta.find_referenced_templates(parsed(environment, name)) if used != name
    }
    idle = [name for name in names() if name not in of_templates and f'"{name}"' not in of_code]
    assert not idle, f"Nothing renders these; remove them: {idle}"


def test_every_template_named_in_the_code_exists() -> None:
    missing = [
        f"{path}: {word}"
        for path in modules()
        if path.is_relative_to("app/web")
        for word in read(path).split('"')
        if word.endswith(".html") and "/" in word and " " not in word and not (TEMPLATES / Path(word)).is_file()
    ]
    assert not missing, f"Write these templates, or mend their names: {missing}"


@pytest.mark.parametrize("name", names())
def test_what_a_template_imports_or_defines_is_used(environment: Environment, name: str) -> None:
    template = parsed(environment, name)
    # A part that is included sees what its page imports.
    seen = [template, *(parsed(environment, part.template.value) for part in template.find_all(nodes.Include))]
    used = {each.name for tree in seen for each in tree.find_all(nodes.Name) if each.ctx == "load"}
    imported = {each.target for each in template.find_all(nodes.Import)}
    for each in template.find_all(nodes.FromImport):
        imported |= {one if isinstance(one, str) else one[1] for one in each.names}
    assert imported <= used, f"Import no longer what is not used: {sorted(imported - used)}"
    macros = {each.name for each in template.find_all(nodes.Macro)}
    idle = {macro for macro in macros - used if not re.search(rf"\b{macro}\b", without(name))}
    assert not idle, f"Nobody calls these; remove them: {sorted(idle)}"


@cache
def without(name: str) -> str:
    """All templates but one."""
    return "\n".join((TEMPLATES / each).read_text(encoding="utf-8") for each in names() if each != name)


def test_every_class_of_the_style_sheets_is_used() -> None:
    sheets = "\n".join(path.read_text(encoding="utf-8") for path in sorted((STATIC / "css").glob("*.css")))
    selectors = re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", sheets, flags=re.DOTALL)
    classes = set(re.findall(r"\.([a-z][\w-]*)", selectors))
    assert len(classes) > 100
    used = "\n".join([without(""), *(path.read_text(encoding="utf-8") for path in STATIC.glob("*.js"))])
    # Beginnings of classes whose end is a value: role-item, is-accepted, level-1.
    made = tuple(set(re.findall(r"([a-z]+-)\{\{", used)))
    idle = [each for each in classes if not each.startswith(made) and not re.search(rf"(?<![\w-]){each}(?![\w-])", used)]
    assert not idle, f"Nothing on the pages has these classes; remove their rules: {sorted(idle)}"


def test_what_is_wrong_with_a_field_is_told_with_it() -> None:
    alone = re.findall(r'class="wrong-why"(?! id=")', without(""))
    assert not alone, "Give it an id and name it in the aria-describedby of the field, as components/forms.html does."
