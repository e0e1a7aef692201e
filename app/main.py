"""Where things are wired together."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from fastapi.staticfiles import StaticFiles

from app.clock import Clock
from app.config import Mode, Settings
from app.db import engine_for
from app.exports.jobs.foreman import Foreman, Workplace
from app.store import Store
from app.web import api, faults, refusals, routes
from app.web.forms import FIELD_LIMIT
from app.web.headers import protecting
from app.web.heads import AnswerHeads
from app.web.limits import BoundedBody
from app.web.origin import OwnOrigin
from app.web.rendering import Renderer

log = logging.getLogger(__name__)
STATIC = Path(__file__).parent / "web" / "static"


def create_app(settings: Settings | None = None) -> FastAPI:
    """The service. Without `settings` they are read from the environment (for `uvicorn --factory app.main:create_app`)."""
    settings = settings or Settings()
    app = FastAPI(
        title="Pro Tempore",
        description="The workspace in which States negotiate a common text.",
        version="1",
        docs_url="/api/docs" if settings.mode is Mode.DEVELOPMENT else None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=_with_workers,
    )
    app.state.settings = settings
    if settings.clock_offset_seconds and settings.mode is Mode.PRODUCTION:
        log.warning("the clock is set off by %s seconds: acts will be dated so", settings.clock_offset_seconds)
    app.state.clock = Clock(timedelta(seconds=settings.clock_offset_seconds))
    app.state.engine = engine_for(settings.database_url)
    app.state.files = Store(settings.data_dir / "files")
    app.state.exports = Store(settings.exports_dir)
    app.state.renderer = Renderer(settings)
    refusals.install(app)
    faults.install(app)
    app.add_middleware(AnswerHeads)
    app.add_middleware(BoundedBody, limit=settings.upload_limit_mb * 1024 * 1024 + FIELD_LIMIT)
    app.add_middleware(OwnOrigin, headers=protecting(settings))
    app.mount("/static", StaticFiles(directory=STATIC, check_dir=False), name="static")
    for router in routes.ROUTERS:
        app.include_router(router, include_in_schema=False)
    app.include_router(api.router)
    return app


@asynccontextmanager
async def _with_workers(app: FastAPI) -> AsyncIterator[None]:
    """While the service runs, its workers make the documents that were ordered."""
    settings: Settings = app.state.settings
    place = Workplace(
        engine=app.state.engine,
        store=app.state.exports,
        clock=app.state.clock,
        folder=settings.data_dir / "making",
        longest=settings.export_minutes,
    )
    foreman = Foreman(place, settings.export_workers)
    foreman.start()
    try:
        yield
    finally:
        await run_in_threadpool(foreman.stop)
