"""Idempotency keys: a program on a bad line that sends twice acts once, and gets the same answer twice."""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

from fastapi import Header, Response
from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse

from app.accounts import once_only
from app.accounts.models import User
from app.web.api.conditions import etag
from app.web.dependencies import Session

IdempotencyKey = Annotated[
    str | None,
    Header(alias="Idempotency-Key", max_length=200, description="Any unique text: the same request with it acts once."),
]


def once(
    session: Session, user: User, key: str | None, request: Any, *, at: datetime, act: Callable[[], tuple[int, Any, int]]
) -> Response:
    """Do `act`, which returns status, answer and version, unless `key` has been used for the same `request` before.

    The answer is kept in the transaction of the act: both are written or neither is. Raises OutOfPlace when the key was
    used for another request.
    """

    def tagged() -> tuple[int, Any, dict[str, str]]:
        status, answer, version = act()
        return status, answer, {"ETag": etag(version)}

    return once_with_headers(session, user, key, request, at=at, act=tagged)


def once_with_headers(
    session: Session,
    user: User,
    key: str | None,
    request: Any,
    *,
    at: datetime,
    act: Callable[[], tuple[int, Any, dict[str, str]]],
) -> Response:
    """As `once`, for what has no version: `act` returns status, answer and headers."""
    asked = hashlib.sha256(json.dumps(jsonable_encoder(request), sort_keys=True).encode()).hexdigest()
    if key and (kept := once_only.find(session, user, key, asked)):
        return JSONResponse(kept.answer, status_code=kept.status, headers={**kept.headers, "Idempotent-Replay": "true"})
    status, answer, headers = act()
    plain = jsonable_encoder(answer)
    if key:
        once_only.keep(session, user, key, asked, status=status, answer=plain, at=at, headers=headers)
    return JSONResponse(plain, status_code=status, headers=headers)
