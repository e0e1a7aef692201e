"""The document commands: from files to files, without the service. What they need is imported when they run."""

import json
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.files import (
    EXISTING,
    EXIT_CODES,
    When,
    about,
    given,
    given_or_now,
    into,
    keep_inputs,
    write,
)
from app.cli.progress import working

if TYPE_CHECKING:
    from app.word.package import Package

_MAX_AUTHOR = 255
_of_authors = click.option(
    "--author", "authors", multiple=True, help="Only the changes by this author (may be given several times)."
)


def _author(context: click.Context, parameter: click.Parameter, name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > _MAX_AUTHOR or not name.isprintable():
        raise click.BadParameter(f"a name of 1 to {_MAX_AUTHOR} printable characters is needed.")
    return name


@click.command(epilog=EXIT_CODES)
@click.argument("old", type=EXISTING)
@click.argument("new", type=EXISTING)
@into
@click.option("--author", required=True, callback=_author, help="The name under which the changes show.")
@click.option("--date", type=When(), help="The date of the changes. Without it: SOURCE_DATE_EPOCH, or else now.")
def redline(old: Path, new: Path, output: Path, author: str, date: datetime | None) -> None:
    """Write OUT.docx: the text OLD with Word's own tracked changes to the text NEW.

    Accepting all changes gives NEW, rejecting all gives OLD. Each is a .docx, an .odt, or a .txt in which every line
    that is not blank is a paragraph. Between two Word files the formatting, tables and notes of OLD are kept, and what
    others propose in it: tracked changes in OLD stay under their names, those in NEW are read as accepted. With the
    same --date, the same files give the same bytes. OUT.docx is written over if it is there.

    \b
    Examples:
      protempore redline zero-draft.docx rev1.docx -o changes.docx --author Secretariat
      protempore redline old.txt new.txt -o changes.docx --author "Technical Secretariat" --date 2017-04-24
    """
    keep_inputs(output, old, new)
    at = given_or_now(date)
    with working("Comparing"):
        data = _between(old, new, author, at) or _of_words(old, new, author, at)
    write(output, data)


def _between(old: Path, new: Path, author: str, at: datetime) -> bytes | None:
    """The redline of two Word files; None when one of them is plain text or an OpenDocument text."""
    from app.word.compare import Incomparable, compared, opened_new, opened_old
    from app.word.plain import is_plain_text

    before, after = given(old), given(new)
    if is_plain_text(old.name, before) or is_plain_text(new.name, after):
        return None
    base = _unless_opendocument(old, opened_old, before)
    other = None if base is None else _unless_opendocument(new, opened_new, after)
    if base is None or other is None:
        return None
    try:
        return compared(base, other, author, at)
    except Incomparable as error:
        raise click.ClickException(str(error)) from error


def _unless_opendocument(path: Path, opened: Callable[[bytes], "Package"], data: bytes) -> "Package | None":
    from app.word.unreadable import Reason, Unreadable

    with about(path):
        try:
            return opened(data)
        except Unreadable as unreadable:
            if unreadable.reason is not Reason.OPENDOCUMENT:
                raise
    return None


def _of_words(old: Path, new: Path, author: str, at: datetime) -> bytes:
    from app.cli.documents import base_of, playing_the_same, title_of
    from app.text.compare import compare_unkeyed
    from app.word.front import Front
    from app.word.redlined import Signature, redlined

    before, after = base_of(old), base_of(new, prefix="n")
    compared = compare_unkeyed(before.document, playing_the_same(before.document, after.document), "change")
    front = Front(title=title_of(before.document, "Redline"), creator=author, at=at)
    return redlined(compared, {"change": Signature(author, at)}, front, {**after.labels, **before.labels})


@click.command(epilog=EXIT_CODES)
@click.argument("marked", type=EXISTING)
@click.option("--json", "as_json", is_flag=True, help="A JSON list, with all that is known of each change.")
def changes(marked: Path, as_json: bool) -> None:
    """List every tracked change and comment of the Word file MARKED, in the order of the text.

    Each piece that Word tracks is one entry: an inserted paragraph is its words and its mark. Headers, footers and
    notes are listed behind the body. In JSON, "paragraph" counts the paragraphs of its "part" of the file from 0, blank
    ones too; "before" and "after", given with the first change of a paragraph, are its words without and with all changes.

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
        click.echo(json.dumps(to_plain(found), ensure_ascii=False, indent=1))
    elif found:
        click.echo(table(found))
    else:
        click.echo("There is no tracked change or comment in this document.")


def _settled(
    marked: Path,
    output: Path,
    authors: tuple[str, ...],
    resolved: Callable[[bytes, Collection[str] | None], bytes],
    what: str,
) -> None:
    keep_inputs(output, marked)
    with about(marked), working(what):
        data = resolved(_signed(marked, authors), authors or None)
    write(output, data)


def _signed(marked: Path, authors: tuple[str, ...]) -> bytes:
    """The file, in which each of `authors` has tracked changes; else a name mistyped would settle nothing in silence."""
    from app.word.changes import changes as changes_in

    data = given(marked)
    signed = (
        {change.author for change in changes_in(data) if change.kind != "comment" and change.author} if authors else set()
    )
    for author in authors:
        if author not in signed:
            known = ", ".join(sorted(signed)) or "nobody"
            raise click.ClickException(f"{marked}: no tracked change is by {author}; they are by {known}.")
    return data


@click.command(epilog=EXIT_CODES)
@click.argument("marked", type=EXISTING)
@into
@_of_authors
def accept(marked: Path, output: Path, authors: tuple[str, ...]) -> None:
    """Write OUT.docx: the Word file MARKED with its tracked changes accepted, and nothing else changed.

    \b
    Examples:
      protempore accept redline.docx -o rev1.docx
      protempore accept returned.docx -o with-guatemala.docx --author Guatemala
    """
    from app.word.resolve import accept as accepted

    _settled(marked, output, authors, accepted, "Accepting")


@click.command(epilog=EXIT_CODES)
@click.argument("marked", type=EXISTING)
@into
@_of_authors
def reject(marked: Path, output: Path, authors: tuple[str, ...]) -> None:
    """Write OUT.docx: the Word file MARKED with its tracked changes rejected, and nothing else changed.

    \b
    Examples:
      protempore reject redline.docx -o zero-draft.docx
      protempore reject returned.docx -o without-honduras.docx --author Honduras
    """
    from app.word.resolve import reject as rejected

    _settled(marked, output, authors, rejected, "Rejecting")


@click.command(epilog=EXIT_CODES)
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
