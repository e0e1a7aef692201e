"""Every router of pages, in the order of the storeys."""

from fastapi import APIRouter

from app.web import health, language
from app.web.home import work

ROUTERS: tuple[APIRouter, ...] = (
    health.router,
    language.router,
    work.router,
)
