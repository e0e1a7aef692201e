"""Whether the service lives, and whether it can work."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse

from app import migrations

router = APIRouter()


@router.get("/healthz")
def healthz() -> Response:
    """The process answers."""
    return PlainTextResponse("ok\n")


@router.get("/readyz")
def readyz(request: Request) -> Response:
    """The database answers and its schema is the one this code expects; 503 otherwise."""
    if migrations.at_head(request.app.state.engine):
        return PlainTextResponse("ready\n")
    return PlainTextResponse("the database is not migrated\n", status_code=503)
