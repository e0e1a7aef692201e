import socket

import click
import pytest
from click.testing import CliRunner

from app.cli import main
from app.cli.address import must_be_free


@pytest.fixture
def taken():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def test_a_taken_port_is_said_and_a_free_one_is_left_free(taken):
    with pytest.raises(click.ClickException, match=f"port {taken} .*--port"):
        must_be_free("127.0.0.1", taken)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        free = listening.getsockname()[1]
    must_be_free("127.0.0.1", free)
    must_be_free("127.0.0.1", free)


def test_the_demonstration_writes_nothing_where_it_cannot_be_served(taken, tmp_path):
    refused = CliRunner().invoke(main, ["demo", "--data", str(tmp_path / "data"), "--port", str(taken)])
    assert refused.exit_code == 1
    assert "Give another with --port" in refused.output
    assert not (tmp_path / "data").exists()
