"""Files are small, named after what they are, and the same on every machine."""

import re
from pathlib import Path

from tests.building.source import files, modules, read

LONGEST = 300
EMPTY_NAMES = {"service", "services", "manager", "managers", "helper", "helpers", "utils", "util", "core", "base", "common"}

# Addresses that mean this machine, this service or nobody; and the names that documents call their vocabularies by.
OUR_HOSTS = {"localhost", "127.0.0.1", "0.0.0.0", "[::1]", "testserver", "protempore"}
OUR_HOSTS |= {"example.org", "example.com", "example.net"}
NAMESPACES = {"schemas.openxmlformats.org", "schemas.microsoft.com", "www.w3.org"}
NAMESPACES |= {"purl.org", "purl.oclc.org", "docs.oasis-open.org"}
NOBODYS = (".example", ".test", ".invalid", ".localhost", ".example.org", ".example.com", ".example.net")
ADDRESS = re.compile(r"https?://([A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9a-f:]+\])")
REGISTRY = re.compile(r"\b(pypi\.org|pythonhosted|npmjs|unpkg|jsdelivr|cdnjs|githubusercontent|deb\.debian)\b")
MACHINE_PATH = re.compile(r"(?<![\w.}*-])/(?:work|tmp|root|home|Users|opt)/[\w.]")


def test_no_file_has_a_name_that_says_nothing() -> None:
    vague = [str(path) for path in files() if path.suffix == ".py" and path.stem in EMPTY_NAMES]
    assert not vague, f"Name these after what they are about: {vague}"


def test_files_stay_small() -> None:
    long = [f"{path} ({lines})" for path in modules() if (lines := read(path).count("\n")) > LONGEST]
    assert not long, f"Split what is longer than {LONGEST} lines, one job a file: {long}"


def test_no_address_of_somebody_else() -> None:
    found = [f"{path}: {host}" for path in _texts() for host in _hosts(read(path))]
    assert not found, f"Name no hosts in the project; it works wherever it stands: {found}"


def test_no_path_of_one_machine() -> None:
    found = [f"{path}: {match.group()}…" for path in _texts() for match in MACHINE_PATH.finditer(read(path))]
    assert not found, f"Take paths from settings, arguments or the place of the file itself: {found}"


def _hosts(text: str) -> list[str]:
    hosts = [host.lower() for host in ADDRESS.findall(text)]
    foreign = [host for host in hosts if host not in OUR_HOSTS | NAMESPACES and not host.endswith(NOBODYS)]
    return sorted({*foreign, *REGISTRY.findall(text)})


def _texts() -> list[Path]:
    here = Path("tests/building/test_files.py")
    return [path for path in files() if path != here and "\0" not in read(path)]
