"""The document commands: from files to files, without the service. What they need is imported when they run."""

import json
from collections.abc import Hashable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.files import EXISTING, OUTPUT, When, about, given, given_or_now, is_plain, keep_inputs, write
from app.cli.progress import working

if TYPE_CHECKING:
    from app.cli.amendments import Amendment

_CODES = """
\b
Exit codes: 0 done; 1 not done, the reason is on the error stream; 2 command line not
understood, or a file it names is not there.
"""
_MAX_AUTHOR = 255
_ANONYMOUS = "Proposal"


def _author(context: click.Context, parameter: click.Parameter, name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > _MAX_AUTHOR or not name.isprintable():
        raise click.BadParameter(f"a name of 1 to {_MAX_AUTHOR} printable characters is needed.")
    return name


@click.command(epilog=_CODES)
@click.argument("old", type=EXISTING)
@click.argument("new", type=EXISTING)
@click.option("-o", "--output", type=OUTPUT, required=True, metavar="OUT.docx", help="Where to write the Word file.")
@click.option("--author", required=True, callback=_author, help="The name under which the changes show.")
@click.option("--date", type=When(), help="The date of the changes. Without it: SOURCE_DATE_EPOCH, or else now.")
def redline(old: Path, new: Path, output: Path, author: str, date: datetime | None) -> None:
    """Write OUT.docx: the text OLD with Word's own tracked changes to the text NEW.

    Accepting all changes gives NEW, rejecting all gives OLD. Each is a .docx, or a .txt in which every line that is not
    blank is a paragraph. Between two Word files the formatting, tables and notes of OLD are kept. With the same --date,
    the same files give the same bytes. OUT.docx is written over if it is there.

    \b
    Examples:
      protempore redline zero-draft.docx rev1.docx -o changes.docx --author Secretariat
      protempore redline old.txt new.txt -o changes.docx --author "Technical Secretariat" --date 2017-04-24
    """
    keep_inputs(output, old, new)
    at = given_or_now(date)
    with working("Comparing"):
        data = _from_plain(old, new, author, at) if is_plain(old) or is_plain(new) else _between(old, new, author, at)
    write(output, data)


def _between(old: Path, new: Path, author: str, at: datetime) -> bytes:
    from app.word.compare import compare
    from app.word.package import Package

    before, after = given(old), given(new)
    for path, data in ((old, before), (new, after)):
        with about(path):
            Package.read(data)
    with about(old):
        return compare(before, after, author, at)


def _from_plain(old: Path, new: Path, author: str, at: datetime) -> bytes:
    from app.cli.documents import base_of, playing_the_same
    from app.text.compare import compare_unkeyed
    from app.word.front import Front
    from app.word.redlined import Signature, redlined

    before, after = base_of(old), base_of(new, prefix="n")
    compared = compare_unkeyed(before.document, playing_the_same(before.document, after.document), "change")
    front = Front(title=_title(before.document, "Redline"), creator=author, at=at)
    return redlined(compared, {"change": Signature(author, at)}, front, {**after.labels, **before.labels})


@click.command(name="compile", epilog=_CODES)
@click.argument("base", type=EXISTING)
@click.argument("amendments", type=EXISTING)
@click.option("-o", "--output", type=OUTPUT, required=True, metavar="OUT.docx", help="Where to write the Word file.")
@click.option("--anonymous", is_flag=True, help="Show every amendment as “Proposal”: no name, no date of its own.")
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

    BASE is a .docx (its tracked changes count as accepted) or a .txt in which every line that is not blank is a
    paragraph. Its paragraphs have the keys p1, p2, … in order: `protempore text BASE.docx` shows them. AMENDMENTS is:

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
    from app.cli.documents import base_of
    from app.exports.phrases import wording
    from app.text.compilation import compilation
    from app.word.front import Front
    from app.word.redlined import Signature, redlined

    keep_inputs(output, base, amendments)
    at = given_or_now(date)
    with working("Compiling"):
        text = base_of(base)
        found = amendments_in(amendments, text.document)
        names = {item.change.id: _ANONYMOUS if anonymous else ", ".join(item.by) for item in found}
        signatures = {}
        unsaid = _naming_reasons(found) if anonymous else frozenset()
        for item in found:
            reason = None if item.change.id in unsaid else item.reason
            signatures[item.change.id] = Signature(names[item.change.id], (None if anonymous else item.at) or at, reason)
        shown = compilation(text.document, [item.change for item in found], names.__getitem__, wording(language).proposals)
        front = Front(title=_title(text.document, "Compilation of proposals"), language=language, at=at)
        data = redlined(shown, signatures, front, text.labels)
    write(output, data)
    if unsaid:
        click.echo(f"{len(unsaid)} reason(s) that name a delegation were left out.", err=True)
    for item in found:
        if not item.change.acts:
            click.echo(f"Amendment {item.change.id} proposes no change to a paragraph and does not show.", err=True)


def _naming_reasons(found: "list[Amendment]") -> frozenset[Hashable]:
    """The ids of those whose reason names a delegation that proposes something."""
    from app.cli.anonymity import names_one_of

    names = {name for item in found for name in item.by}
    return frozenset(item.change.id for item in found if item.reason and names_one_of(item.reason, names))


def _title(document: Any, otherwise: str) -> str:
    from app.text.paragraph import Role

    return next((paragraph.text for paragraph in document if paragraph.role is Role.TITLE and paragraph.text), otherwise)


@click.command(epilog=_CODES)
@click.argument("marked", type=EXISTING)
@click.option("--json", "as_json", is_flag=True, help="A JSON list, with the paragraph before and after each change.")
def changes(marked: Path, as_json: bool) -> None:
    """List every tracked change and comment of the Word file MARKED, in the order of the text.

    Each piece that Word tracks is one entry: an inserted paragraph is its words and its mark. Headers, footers and
    notes are listed behind the body. In JSON, "paragraph" counts the paragraphs of its "story" from 0, blank ones too;
    "before" and "after" are the words of that paragraph without and with all changes in it.

    \b
    Examples:
      protempore changes returned.docx
      protempore changes returned.docx --json > changes.json
    """
    from app.cli.listing import table, to_plain
    from app.word.changes import changes as changes_in

    with about(marked), working("Reading"):
        found = changes_in(given(marked))
    if as_json:
        click.echo(json.dumps([to_plain(change) for change in found], ensure_ascii=False, indent=1))
    elif found:
        click.echo(table(found))
    else:
        click.echo("There is no tracked change or comment in this document.")


@click.command(epilog=_CODES)
@click.argument("marked", type=EXISTING)
@click.option("-o", "--output", type=OUTPUT, required=True, metavar="OUT.docx", help="Where to write the Word file.")
@click.option("--author", "authors", multiple=True, help="Only the changes by this author (may be given several times).")
def accept(marked: Path, output: Path, authors: tuple[str, ...]) -> None:
    """Write OUT.docx: the Word file MARKED with its tracked changes accepted, and nothing else changed.

    \b
    Examples:
      protempore accept redline.docx -o rev1.docx
      protempore accept returned.docx -o with-guatemala.docx --author Guatemala
    """
    from app.word.resolve import accept as accepted

    keep_inputs(output, marked)
    with about(marked), working("Accepting"):
        data = accepted(given(marked), authors or None)
    write(output, data)


@click.command(epilog=_CODES)
@click.argument("marked", type=EXISTING)
@click.option("-o", "--output", type=OUTPUT, required=True, metavar="OUT.docx", help="Where to write the Word file.")
@click.option("--author", "authors", multiple=True, help="Only the changes by this author (may be given several times).")
def reject(marked: Path, output: Path, authors: tuple[str, ...]) -> None:
    """Write OUT.docx: the Word file MARKED with its tracked changes rejected, and nothing else changed.

    \b
    Examples:
      protempore reject redline.docx -o zero-draft.docx
      protempore reject returned.docx -o without-honduras.docx --author Honduras
    """
    from app.word.resolve import reject as rejected

    keep_inputs(output, marked)
    with about(marked), working("Rejecting"):
        data = rejected(given(marked), authors or None)
    write(output, data)


@click.command(epilog=_CODES)
@click.argument("document", type=EXISTING)
@click.option("--json", "as_json", is_flag=True, help='A JSON list of {"index", "key", "style", "label", "text"}.')
@click.option("--rejected", is_flag=True, help="Read the tracked changes as rejected; without it, as accepted.")
def text(document: Path, as_json: bool, rejected: bool) -> None:
    """List the paragraphs of the Word file DOCUMENT that have words, tracked changes read as accepted.

    In JSON, "index" counts from 0, "style" is the name of the style in every language of Word, "label" the number Word
    computes in front ("3.", "(a)"), "level" the depth of a heading; "key" is there when this program wrote the paragraph.
    What of the document is no paragraph is said on the error stream. Without --json each paragraph stands behind the
    key (p1, p2, …) that `protempore compile` knows it by.

    \b
    Examples:
      protempore text declaration.docx
      protempore text returned.docx --json --rejected
    """
    from app.word.read import read

    with about(document), working("Reading"):
        imported = read(given(document), accept=not rejected)
    if as_json:
        click.echo(json.dumps([_entry(*item) for item in enumerate(imported.paragraphs)], ensure_ascii=False, indent=1))
    else:
        for place, found in enumerate(imported.paragraphs, 1):
            click.echo(f"p{place}\t{found.label + ' ' if found.label else ''}{found.text}")
    for omission in imported.left_out:
        click.echo(str(omission), err=True)


def _entry(index: int, found: Any) -> dict[str, Any]:
    entry = {"index": index, "style": found.style, "label": found.label, "text": found.text}
    notes = [run.note for run in found.runs if run.note is not None]
    extra = {"key": found.key, "level": found.level, "notes": notes or None}
    return entry | {name: value for name, value in extra.items() if value is not None}
