"""The HTTP API, version 1: everything a page can do."""

from fastapi import APIRouter

from app.web.api import accounts, participants, processes

router = APIRouter(prefix="/api/v1")
router.include_router(accounts.router)
router.include_router(processes.router)
router.include_router(participants.router)
