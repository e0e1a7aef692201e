"""`protempore compile`: amendments from a file on a text from a file, each under its delegation's name."""

from collections.abc import Hashable
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.files import EXISTING, EXIT_CODES, When, given_or_now, into, keep_inputs, write
from app.cli.progress import working

if TYPE_CHECKING:
    from app.cli.amendments import Amendment
    from app.text.change import Change
    from app.text.document import Document


@click.command(name="compile", epilog=EXIT_CODES)
@click.argument("base", type=EXISTING)
@click.argument("amendments", type=EXISTING)
@into
@click.option(
    "--anonymous",
    is_flag=True,
    help="Show every amendment as “Proposal”: no name, no date of its own, in the order of the text.",
)
@click.option("--date", type=When(), help="The date of the document. Without it: SOURCE_DATE_EPOCH, or else now.")
@click.option(
    "--language",
    type=click.Choice(("en", "es", "pt", "fr")),
    default="en",
    show_default=True,
    help="The language of the text, in which “delete” and the like are said.",
)
def compile(base: Path, amendments: Path, output: Path, anonymous: bool, date: datetime | None, language: str) -> None:
    """Write OUT.docx: BASE with every amendment in AMENDMENTS shown as tracked changes under its delegation's name.

    Rejecting all changes gives BASE. Where no two amendments clash, accepting all gives the text with all of them; where
    some clash, the words of BASE stay and the rivals stand behind them in brackets under their names. A reason becomes a
    comment. With --anonymous, a reason that names a delegation is left out, and that is said; what the proposed words
    themselves say stays.

    BASE is a .docx or an .odt (its tracked changes count as accepted), or a .txt in which every line that is not blank
    is a paragraph. Its paragraphs have the keys p1, p2, … in order: `protempore text BASE.docx` shows them. AMENDMENTS is:

    \b
      {"amendments": [
        {"id": "a1", "by": ["Guatemala"], "at": "2017-03-30T10:00:00Z", "reason": "…",
         "changes": [
           {"act": "replace", "key": "p5", "text": "The paragraph as it shall read."},
           {"act": "delete", "key": "p6"},
           {"act": "insert", "after": "p7", "role": "item", "text": "A new paragraph."},
           {"act": "move", "key": "p9", "after": null},
           {"act": "keep", "key": "p1"}]}]}

    "after": null is the beginning. "at", "reason" and "role" may be left out: then the date is that of the document,
    and a new paragraph is what its neighbour is.

    \b
    Examples:
      protempore compile zero-draft.docx amendments.json -o compilation.docx
      protempore compile zero-draft.txt amendments.json -o for-the-room.docx --anonymous
      protempore compile borrador.docx enmiendas.json -o compilacion.docx --language es
    """
    from app.cli.amendments import amendments as amendments_in
    from app.cli.documents import base_of, title_of
    from app.exports.phrases import wording
    from app.text.compilation import compilation
    from app.word.front import Front
    from app.word.redlined import Signature, redlined

    keep_inputs(output, base, amendments)
    at = given_or_now(date)
    with working("Compiling"):
        text = base_of(base)
        found = amendments_in(amendments, text.document)
        words = wording(language)
        names = {item.change.id: words.proposal if anonymous else ", ".join(item.by) for item in found}
        signatures = {}
        unsaid = _naming_reasons(found) if anonymous else frozenset()
        for item in found:
            reason = None if item.change.id in unsaid else item.reason
            signatures[item.change.id] = Signature(names[item.change.id], (None if anonymous else item.at) or at, reason)
        changes = _nobodys(text.document, found) if anonymous else [item.change for item in found]
        shown = compilation(text.document, changes, names.__getitem__, words.proposals)
        front = Front(title=title_of(text.document, "Compilation of proposals"), language=language, at=at)
        data = redlined(shown, signatures, front, text.labels)
    write(output, data)
    if unsaid:
        click.echo(f"{len(unsaid)} reason(s) that name a delegation were left out.", err=True)
    for item in found:
        if not item.change.acts:
            click.echo(f"Amendment {item.change.id} proposes no change to a paragraph and does not show.", err=True)


def _nobodys(base: "Document", found: "list[Amendment]") -> "list[Change]":
    """The changes in an order, and with keys, that do not tell in which order they came: that is often the alphabet's."""
    from app.drafting.keys import acts_rekeyed
    from app.text.unnamed import by_what_they_say

    numbers = count(1)
    given = sorted(found, key=lambda item: item.reason or "")
    return [
        replace(change, acts=acts_rekeyed(change.acts, frozenset(), lambda: f"n{next(numbers)}"))
        for change in by_what_they_say(base, [item.change for item in given])
    ]


def _naming_reasons(found: "list[Amendment]") -> frozenset[Hashable]:
    """The ids of those whose reason names a delegation that proposes something."""
    from app.cli.anonymity import names_one_of

    names = {name for item in found for name in item.by}
    return frozenset(item.change.id for item in found if item.reason and names_one_of(item.reason, names))
