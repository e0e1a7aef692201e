"""The command `protempore`.

A command is imported when it is called, not before, so that the others start fast.
"""

from importlib import import_module

import click

COMMANDS = {
    "serve": ("app.cli.serving:serve", "Serve the workspace on this machine."),
    "migrate": ("app.cli.serving:migrate", "Bring the database to the schema this version expects."),
    "user": ("app.cli.people:user", "Open, list and close accounts, and set passwords."),
    "record": ("app.cli.record:record", "Prove that nothing was removed from the record or changed in it."),
    "demo": ("app.cli.demo:demo", "Serve the demonstration on this machine."),
    "redline": ("app.cli.words:redline", "Compare two texts: Word's own tracked changes from the old to the new."),
    "compile": ("app.cli.compiling:compile", "Show every amendment on a text, each under its delegation's name."),
    "changes": ("app.cli.words:changes", "List the tracked changes and comments of a Word file."),
    "accept": ("app.cli.words:accept", "Accept the tracked changes of a Word file."),
    "reject": ("app.cli.words:reject", "Reject the tracked changes of a Word file."),
    "text": ("app.cli.words:text", "List the paragraphs of a Word file."),
}
"""Each command by name: where it is ("module:attribute") and what it does, in the order of `--help`."""


class Lazy(click.Group):
    """A group whose commands are listed in `COMMANDS` and imported when they are called."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, attribute = COMMANDS[name][0].split(":")
        return getattr(import_module(module), attribute)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="protempore")
def main() -> None:
    """Negotiate a common text: tracked amendments, named revisions, native Word redlines.

    \b
    protempore redline zero-draft.docx rev1.docx -o changes.docx --author "Secretariat"
    protempore compile rev1.docx amendments.json -o compilation.docx
    protempore changes returned.docx

    `protempore COMMAND --help` explains each command, with examples.

    \b
    Exit codes: 0 it is done; 1 it could not be done, and the reason is said on the error
    stream; 2 the command line was not understood, or a file it names is not there.
    """
