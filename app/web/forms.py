"""Reading what a person typed into a form, and giving the form back when it is refused."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request, Response
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from app.errors import Malformed, Refusal, TooLarge
from app.web.dependencies import Session

FIELD_LIMIT = 6 * 1024 * 1024
MAX_FIELDS = 5_000
MAX_NUMBER = 2**31 - 1
"""The largest that every database keeps."""


class Typed:
    """The fields of a form as typed. Every reader of a field says, when it cannot be read, which field and why."""

    def __init__(self, data: FormData, files: dict[str, tuple[str, bytes]]) -> None:
        self._data = data
        self._files = files

    @property
    def kept(self) -> dict[str, str]:
        """Every text field, to be put back into the form."""
        return {name: value for name, value in self._data.multi_items() if isinstance(value, str)}

    def text(self, name: str, default: str = "") -> str:
        """The field without blanks at its ends; `default` when it is absent."""
        value = self._data.get(name, default)
        return value.strip() if isinstance(value, str) else default

    def raw(self, name: str) -> str:
        """The field exactly as it came."""
        value = self._data.get(name, "")
        return value if isinstance(value, str) else ""

    def list(self, name: str) -> list[str]:
        """Every value of a field that may come several times."""
        return [value for value in self._data.getlist(name) if isinstance(value, str) and value]

    def ticked(self, name: str) -> bool:
        return bool(self.text(name))

    def number(self, name: str) -> int:
        """Raises Malformed when it is not a whole number."""
        try:
            number = int(self.text(name))
        except ValueError:
            raise Malformed("Please give a whole number.", field=name) from None
        if abs(number) > MAX_NUMBER:
            raise Malformed("Please give a whole number.", field=name)
        return number

    def uuid(self, name: str) -> UUID | None:
        """None when empty. Raises Malformed when it names nothing."""
        if not (value := self.text(name)):
            return None
        try:
            return UUID(value)
        except ValueError:
            raise Malformed("Please choose one of the list.", field=name) from None

    def day(self, name: str) -> date | None:
        """None when empty. Raises Malformed unless it is a date (YYYY-MM-DD)."""
        if not (value := self.text(name)):
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise Malformed("Please give a date as year-month-day, for example 2017-04-24.", field=name) from None

    def moment(self, name: str) -> datetime | None:
        """A date and hour in UTC (YYYY-MM-DDTHH:MM), unless it says another offset. None when empty. Raises Malformed."""
        if not (value := self.text(name)):
            return None
        try:
            moment = datetime.fromisoformat(value)
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            raise Malformed("Please give a date and an hour, for example 2017-04-24 18:00.", field=name) from None

    def file(self, name: str) -> tuple[str, bytes] | None:
        """The name and content of an uploaded file, or None when there is none."""
        return self._files.get(name)


async def _typed(request: Request) -> Typed:
    limit = request.app.state.settings.upload_limit_mb * 1024 * 1024
    try:
        form = await request.form(max_fields=MAX_FIELDS, max_part_size=FIELD_LIMIT)
    except HTTPException as error:
        if "maximum size" not in str(error.detail):
            raise
        most = FIELD_LIMIT // (1024 * 1024)
        raise TooLarge("What you sent is larger than {limit} megabytes.", limit=most) from error
    files: dict[str, tuple[str, bytes]] = {}
    for name, value in form.multi_items():
        if isinstance(value, UploadFile) and value.filename:
            content = await value.read(limit + 1)
            if len(content) > limit:
                raise TooLarge("The file is larger than {limit} megabytes.", limit=limit // (1024 * 1024), field=name)
            files[name] = (value.filename, content)
    return Typed(form, files)


Form = Annotated[Typed, Depends(_typed)]


class Again(Exception):
    """Carries the form back to the one who typed. Raised, not returned, so that the transaction is rolled back."""

    def __init__(self, response: Response) -> None:
        super().__init__()
        self.response = response


@contextmanager
def or_again(session: Session, again: Callable[[Refusal], Response]) -> Iterator[None]:
    """Do acts; when one is refused, undo everything and answer with `again(refusal)`, the form as it was typed."""
    try:
        yield
    except Refusal as refusal:
        session.rollback()
        raise Again(again(refusal)) from refusal
