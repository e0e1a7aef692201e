"""Small faults put into `app.text`, one at a time, to see whether a test notices: `make mutants`.

Works on a copy for each module, with mutmut in an environment of its own and the tests of that module alone. What was
noticed stands until the function changes, what survived until the tests do: a search cut short goes on where it stopped.
`MODULES="clash brackets/grammar"` narrows it down; `ENDING=147` tries only the faults whose number ends so.
"""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.support.programs import ROOT

PLACE = ROOT / ".tools" / "mutants"
TEXT = ROOT / "app/text"
MODULES = tuple(sorted(str(file.relative_to(TEXT).with_suffix("")) for file in TEXT.rglob("[!_]*.py")))
"""All modules of the text."""

TESTS = {
    "brackets/labels": ("brackets",),
    "brackets/parts": ("brackets",),
    "brackets/signs": ("brackets",),
    "brackets/trimming": ("brackets",),
    "claims": ("test_provenance.py", "test_history.py"),
    "origins": ("test_provenance.py",),
    "runs": ("test_normalise.py", "test_splices.py", "test_tokens.py"),
}
"""The tests of modules that have none under their own name."""

SURVIVED, NOT_RUN = 0, 33
"""What mutmut keeps of a fault that no test noticed, and of one in a function that no test runs."""

KINDS = {SURVIVED: "survived", NOT_RUN: "not run", 1: "noticed", 3: "noticed", None: "not tried"}
"""Any other number is that the tests were ended: most often that they went on for too long."""

SETTINGS = """[mutmut]
source_paths=app/text
only_mutate=app/text/{module}.py
timeout_multiplier=60
timeout_constant=5
use_git_change_detection=false
pytest_add_cli_args_test_selection=
{tests}
also_copy=
    app
"""

CONFTEST = '''"""Examples that are written down come first; one counter-example is enough, and need not be small.

What never ends is ended by the seconds it had of the processor: those on the wall tell only what else the machine does.
"""

import os
import resource

from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "steady",
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("steady")


def pytest_configure():
    if "__mutmut_" in os.environ.get("MUTANT_UNDER_TEST", ""):
        resource.setrlimit(resource.RLIMIT_CPU, (20, 21))


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: item.get_closest_marker("hypothesis") is not None)
'''


def lay_out(module: str) -> Path:
    """A copy of the text and its tests, with nothing of the rest, in which faults may be made."""
    place = PLACE / "copies" / module.replace("/", ".")
    files = {f"{name}.py" for name in ("app/__init__", "tests/__init__")}
    files |= {f"tests/support/{name}.py" for name in ("__init__", "laws", "met", "programs")}
    files |= {
        str(file.relative_to(ROOT)) for folder in ("app/text", "tests/text") for file in (ROOT / folder).rglob("*.py")
    }
    wanted = {file: (ROOT / file).read_text(encoding="utf-8") for file in files}
    wanted["tests/conftest.py"] = CONFTEST
    wanted["pyproject.toml"] = '[tool.pytest.ini_options]\naddopts = "-q"\n'
    tests = [f"tests/text/{name}" for name in TESTS.get(module, (f"test_{module}.py", module))]
    if "/" in module and module not in TESTS:
        folder, name = module.split("/")
        tests = [f"tests/text/{folder}/test_{name}.py"]
    tests = [test for test in tests if (ROOT / test).exists()]
    wanted["setup.cfg"] = SETTINGS.format(module=module, tests="\n".join(f"    {test}" for test in tests))
    changed = [file for file, text in wanted.items() if _put(place / file, text)]
    if any(file.startswith("tests") for file in changed):
        _forget_survivors(place, module)
    return place


def _put(file: Path, text: str) -> bool:
    if file.exists() and file.read_text(encoding="utf-8") == text:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return True


def _kept(place: Path, module: str) -> Path:
    return place / f"mutants/app/text/{module}.py.meta"


def outcomes(place: Path, module: str) -> dict[str, int | None]:
    """How the tests ended for each fault, by its name."""
    kept = _kept(place, module)
    return json.loads(kept.read_text())["exit_code_by_key"] if kept.exists() else {}


def _forget_survivors(place: Path, module: str) -> None:
    (place / "mutants/mutmut-stats.json").unlink(missing_ok=True)
    shutil.rmtree(place / "mutants/tests", ignore_errors=True)
    kept = _kept(place, module)
    if kept.exists():
        said = json.loads(kept.read_text())
        codes = said["exit_code_by_key"]
        said["exit_code_by_key"] = {name: code if KINDS.get(code) == "noticed" else None for name, code in codes.items()}
        kept.write_text(json.dumps(said))


def search(module: str, ending: str) -> dict[str, int | None]:
    """Try the faults of a module that were not tried; only those whose number ends in a figure of `ending`, if any."""
    place = lay_out(module)
    names = [f"*[{ending}]"] if ending else []
    if ending and (known := outcomes(place, module)):
        names = [name for name, code in known.items() if code is None and name[-1] in ending]
        if not names:
            return known
    command = [PLACE / "bin" / "mutmut", "run", "--max-children", "1", *names]
    done = subprocess.run(command, cwd=place, check=False, capture_output=True, text=True)
    found = outcomes(place, module)
    if not any(code is not None for code in found.values()):
        print(done.stdout[-2000:], done.stderr[-2000:], sep="\n")
    return found


def main() -> None:
    for module in sys.argv[1:] or MODULES:
        found = search(module, os.environ.get("ENDING", ""))
        kinds = Counter(KINDS.get(code, "not ended") for code in found.values())
        print(module, dict(sorted(kinds.items())), sep="\t", flush=True)
        for name, code in found.items():
            if KINDS.get(code) not in ("noticed", "not tried"):
                print(f"  {KINDS.get(code, 'not ended')}\t{name}", flush=True)
    print(f"See one with: cd {PLACE.relative_to(ROOT)}/copies/MODULE && ../../bin/mutmut show NAME")


if __name__ == "__main__":
    main()
