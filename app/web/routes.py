"""Every router of pages, in the order of the storeys."""

from fastapi import APIRouter

from app.web import health, language

ROUTERS: tuple[APIRouter, ...] = (
    health.router,
    language.router,
)
