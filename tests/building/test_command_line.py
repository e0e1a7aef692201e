"""docs/command-line.md, held against the commands: all are there, and what is there exists."""

import re
import shlex
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from app.cli import COMMANDS, main
from tests.support.programs import ROOT

PAGE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def examples(page: str) -> list[str]:
    return re.findall(r"^ +(?:\.venv/bin/)?protempore (.+)$", page, re.MULTILINE)


def leaves(command: click.Command, *names: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from leaves(found, *names, name)
    else:
        yield names, command


LEAVES = dict(leaves(main))


def understood(example: str) -> None:
    """Raises what the command line would, but for files that are not there. Nothing is run."""
    words = shlex.split(re.sub(r"[<>] *\S+$", "", example))
    names = next(names for names in LEAVES if words[: len(names)] == list(names))
    command = LEAVES[names]
    try:
        command.make_context(" ".join(names), words[len(names) :])
    except click.BadParameter as error:
        assert "does not exist" in error.message, example


def test_every_command_has_an_example() -> None:
    shown = {
        " ".join(names) for names in LEAVES if any(f"{line} ".startswith(" ".join(names) + " ") for line in examples(PAGE))
    }
    assert shown == {" ".join(names) for names in LEAVES}
    assert set(COMMANDS) <= set(re.findall(r"`(\w+)`", PAGE))


@pytest.mark.parametrize("example", [*examples(PAGE), *examples(README)])
def test_every_documented_example_is_understood(example: str) -> None:
    understood(example)


def test_an_option_that_does_not_exist_would_be_noticed() -> None:
    with pytest.raises(click.UsageError):
        understood("changes returned.docx --no-such-option")


def test_every_option_is_told() -> None:
    for names, command in LEAVES.items():
        for option in (each for each in command.params if isinstance(each, click.Option)):
            longest = max(option.opts, key=len)
            assert longest in PAGE or (longest == "--output" and "-o " in PAGE), f"{names}: {longest}"


def test_every_help_teaches_by_example() -> None:
    for names in LEAVES:
        helped = CliRunner().invoke(main, [*names, "--help"], terminal_width=200).output
        told = re.findall(r"^ +(?:\S+=\S+ |.* \| )?protempore (.+)$", helped, re.MULTILINE)
        assert told, f"{names} gives no example"
        for example in told:
            understood(example.split(" && ")[0].replace("…", "00"))
