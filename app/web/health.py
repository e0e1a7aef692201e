"""Whether the service lives, and whether it can work."""

import logging

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse

from app import migrations

router = APIRouter()
log = logging.getLogger(__name__)


@router.get("/healthz")
def healthz() -> Response:
    """The process answers."""
    return PlainTextResponse("ok\n")


@router.get("/readyz")
def readyz(request: Request) -> Response:
    """The database answers and its schema is the one this code expects; 503 otherwise."""
    try:
        ready = migrations.at_head(request.app.state.engine)
    # Whatever a driver raises when it cannot reach a database: each raises something else.
    except Exception:
        log.warning("the database cannot be reached", exc_info=True)
        return PlainTextResponse("the database cannot be reached\n", status_code=503)
    if not ready:
        return PlainTextResponse("the database is not migrated\n", status_code=503)
    return PlainTextResponse("ready\n")
