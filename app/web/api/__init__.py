"""The HTTP API, version 1: everything a page can do."""

from fastapi import APIRouter

router = APIRouter(prefix="/api/v1")
