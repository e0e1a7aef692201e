"""ETags: a program that edits says which state it has seen, and is told when that state is gone."""

from typing import Annotated

from fastapi import Header, Response

from app.errors import Malformed

IfMatch = Annotated[str | None, Header(alias="If-Match", description='The ETag of what you read, for example "7".')]


def tagged(response: Response, version: int) -> None:
    """Give the answer the ETag of `version`."""
    response.headers["ETag"] = etag(version)


def etag(version: int) -> str:
    return f'"{version}"'


def expected(if_match: str | None) -> int:
    """The version the caller has seen. Raises Malformed when it is missing: nobody overwrites blindly."""
    try:
        return int((if_match or "").strip().strip('"'))
    except ValueError:
        raise Malformed("Send the ETag of what you are changing as “If-Match”.", field="If-Match") from None
