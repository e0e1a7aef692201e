"""What every test may ask for."""

import os

import pytest
from hypothesis import settings

pytest_plugins = ["tests.support.databases"]

settings.register_profile("everyday", deadline=None, print_blob=True)
settings.register_profile("deep", settings.get_profile("everyday"), max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "everyday"))


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
