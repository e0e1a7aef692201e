"""What the document commands read and write: files, texts and dates, with errors in plain words."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)
into = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="OUT.docx",
    help="Where to write the Word file.",
)
EXIT_CODES = """
\b
Exit codes: 0 done; 1 not done, the reason is on the error stream; 2 command line not
understood, or a file it names is not there.
"""


class When(click.ParamType):
    """A date or an instant in ISO 8601; without a zone it is taken as UTC."""

    name = "ISO"

    def convert(self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        found = instant(value)
        if found is None:
            self.fail(f"{value!r} is not a date like 2017-04-24 or 2017-04-24T15:30:00Z.", param, ctx)
        return found


def instant(text: str) -> datetime | None:
    """The instant that `text` names in ISO 8601, in UTC; None when it names none."""
    try:
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def given_or_now(when: datetime | None) -> datetime:
    """`when`; else the seconds since 1970 in SOURCE_DATE_EPOCH; else the present second."""
    if when is not None:
        return when
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise click.ClickException(f"SOURCE_DATE_EPOCH is {epoch!r}, which is not a number of seconds.") from error


def given(path: Path) -> bytes:
    """The bytes of an input file."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise click.ClickException(f"{path}: cannot be read ({error.strerror}).") from error


def keep_inputs(output: Path, *inputs: Path) -> None:
    """Refuses to write over what is read."""
    for path in inputs:
        if output.exists() and output.samefile(path):
            raise click.ClickException(f"{output} is what is read; give another name to write to with -o.")


def write(output: Path, data: bytes) -> None:
    """Writes the whole of `data` to `output`, or nothing."""
    try:
        handle, name = tempfile.mkstemp(dir=output.absolute().parent, prefix=".protempore-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            mask = os.umask(0)
            os.umask(mask)
            Path(name).chmod(0o666 & ~mask)
            Path(name).replace(output)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise click.ClickException(f"{output}: cannot be written ({error.strerror}).") from error


@contextmanager
def about(path: Path) -> Iterator[None]:
    """Says of which file it is when that file cannot be taken."""
    from app.word.unreadable import Unfit

    try:
        yield
    except Unfit as error:
        raise click.ClickException(f"{path}: {error}") from error
