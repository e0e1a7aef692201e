"""`protempore record`: whether the record is whole, and what is kept is what it says."""

from typing import TYPE_CHECKING

import click

from app.cli.progress import working
from app.cli.settings import database, on_this_machine

if TYPE_CHECKING:
    from app.record.chain import Verdict

_KINDS = {
    "revision": "revision",
    "version": "amendment, version",
    "decision": "decision on amendment, number",
    "translation": "translation, its language, paragraph and number",
}
_WRONGS = {
    "altered": "it is not as it was recorded",
    "missing": "it is on record and no longer kept",
    "unrecorded": "it is kept, and the record knows nothing of it",
}


@click.group()
def record() -> None:
    """The record of every act by anyone.

    \b
    Examples:
      protempore record verify
      protempore record verify --head 5f0c…9a
    """


@record.command()
@click.option("--head", metavar="HASH", help="A head noted earlier, as every export carries one: it must be found.")
def verify(head: str | None) -> None:
    """Prove that nothing was removed from the record or changed in it, and that the texts are what it says.

    The record is a chain: every entry holds the hash of the one before. The whole of it is walked, and then every
    revision, every version of an amendment and every decision that is kept is compared with its entry, both ways.

    A record whose newest entries were cut off is whole by itself; give a head noted earlier to find that out. Every
    exported document carries one.

    \b
    Examples:
      protempore record verify
      protempore record verify --head 5f0c…9a

    \b
    Exit codes: 0 all is whole; 1 something was removed or changed, and the error stream says where.
    """
    from app.db import reading
    from app.drafting.proof import discrepancies
    from app.record import chain

    with reading(database(on_this_machine())) as session, working("Verifying"):
        found = chain.verify(session, expected_head=head)
        # The end is missing, rather than an entry changed, when the chain is whole but for the head that was asked for.
        cut_off = not found.whole and head is not None and chain.verify(session).whole
        wrong = [f"{_KINDS[each.kind]} {each.which}: {_WRONGS[each.what]}" for each in discrepancies(session)]
    click.echo(f"entries  {found.entries}\nhead     {found.head}")
    if not found.whole:
        click.echo(f"BROKEN   {_place(found, cut_off)}", err=True)
    for line in wrong:
        click.echo(f"BROKEN   {line}", err=True)
    if wrong or not found.whole:
        raise SystemExit(1)
    click.echo("whole    nothing was removed or changed, and every text is what the record says")


def _place(found: "Verdict", cut_off: bool) -> str:
    if cut_off:
        return "the given head is not in this record: its newest entries were cut off, or the head is of another record"
    return f"at entry {found.broken_at}: it is missing or was changed"
