"""Every template compiles, is used, has a title where it is a page, and needs only `page`."""

from pathlib import Path

import pytest
from jinja2 import Environment, meta, nodes

from app.config import Mode, Settings
from app.web.rendering import TEMPLATES, Renderer
from tests.building.source import modules, read

LAYOUTS = "layouts/"


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
