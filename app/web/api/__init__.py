"""The HTTP API, version 1: everything a page can do."""

from fastapi import APIRouter

from app.web.api import accounts, declarations, drafts, exports, participants, processes, record, remarks, revisions

router = APIRouter(prefix="/api/v1")
router.include_router(accounts.router)
router.include_router(processes.router)
router.include_router(participants.router)
router.include_router(declarations.router)
router.include_router(drafts.router)
router.include_router(revisions.router)
router.include_router(remarks.router)
router.include_router(exports.router)
router.include_router(record.router)
