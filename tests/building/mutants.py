"""Small faults put into `app.text`, one at a time, to see whether a test notices: `make mutants`.

Works on a copy, with mutmut in an environment of its own, module by module with the tests of that module alone. What
survives is listed; `MODULES="clash merge"` narrows it down.
"""

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.support.programs import ROOT

PLACE = ROOT / ".tools" / "mutants"
MODULES = (
    "apply splices together rivalry standing contest clash sequence step merge phrases redline packages landing rebase "
    "diff derive reading compilation"
)
"""The modules of the algebra, with which the search begins."""

SETTINGS = """[mutmut]
source_paths=app/text
only_mutate=
{only}
pytest_add_cli_args_test_selection=
{tests}
also_copy=
    app
"""


def lay_out(modules: list[str]) -> Path:
    """A copy of the text and its tests, with nothing of the rest, in which faults may be made."""
    place = PLACE / "copy"
    shutil.rmtree(place, ignore_errors=True)
    for folder in ("app/text", "tests/text"):
        shutil.copytree(ROOT / folder, place / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (place / "tests/support").mkdir()
    for file in (
        "app/__init__.py",
        "tests/__init__.py",
        *(f"tests/support/{name}.py" for name in ("__init__", "laws", "met", "programs")),
    ):
        shutil.copy(ROOT / file, place / file)
    (place / "tests/conftest.py").write_text(
        "from hypothesis import settings\n"
        "settings.register_profile('steady', deadline=None, derandomize=True, database=None)\n"
        "settings.load_profile('steady')\n"
    )
    (place / "pyproject.toml").write_text('[tool.pytest.ini_options]\naddopts = "-q"\n')
    tests = [
        test
        for module in modules
        for test in (f"tests/text/test_{module}.py", f"tests/text/{module}")
        if (place / test).exists()
    ]
    (place / "setup.cfg").write_text(
        SETTINGS.format(
            only="\n".join(f"    app/text/{module}.py" for module in modules),
            tests="\n".join(f"    {test}" for test in tests),
        )
    )
    return place


def main() -> None:
    mutmut = PLACE / "bin" / "mutmut"
    for module in sys.argv[1:] or MODULES.split():
        place = lay_out([module])
        subprocess.run([mutmut, "run", "--max-children", "1"], cwd=place, check=False, capture_output=True)
        said = subprocess.run([mutmut, "results", "--all", "true"], cwd=place, check=True, capture_output=True, text=True)
        lines = [line.strip() for line in said.stdout.splitlines() if ": " in line]
        kinds = Counter(line.rsplit(": ", 1)[1] for line in lines)
        print(
            module,
            dict(kinds),
            *(line for line in lines if "survived" in line or "no tests" in line),
            sep="\n  ",
            flush=True,
        )
    print(f"See one of the last with: cd {PLACE.relative_to(ROOT)}/copy && ../bin/mutmut show NAME")


if __name__ == "__main__":
    main()
