"""What every test may ask for."""

import os

import pytest
from hypothesis import settings

from tests.support.laws import DEPTH

pytest_plugins = ["tests.support.databases"]

# What a developer has set for their own service must not steer the tests.
for name in [name for name in os.environ if name.startswith("PROTEMPORE_")]:
    del os.environ[name]

# The same examples every time, so that a run tells of the change and not of chance; `make laws` searches at random.
settings.register_profile("protempore", deadline=None, print_blob=True, max_examples=100 * DEPTH, derandomize=DEPTH == 1)
settings.load_profile("protempore")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgres", "both"),
        default="both",
        help="which databases to run on (PostgreSQL is skipped where no server is installed)",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database" in metafunc.fixturenames:
        wanted = metafunc.config.getoption("database")
        every = (pytest.param("sqlite"), pytest.param("postgres", marks=pytest.mark.postgres))
        metafunc.parametrize("database", [one for one in every if wanted in ("both", one.values[0])])
