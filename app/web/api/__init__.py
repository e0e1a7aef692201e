"""The HTTP API, version 1: everything a page can do."""

from fastapi import APIRouter

from app.web.api import (
    accounts,
    agendas,
    agreements,
    amendment_acts,
    amendments,
    declarations,
    desk,
    drafts,
    exports,
    house_styles,
    jobs,
    languages,
    meetings,
    offered,
    papers,
    participants,
    positions,
    processes,
    record,
    remarks,
    reports,
    returned,
    revisions,
    sponsorships,
    statements,
)

router = APIRouter(prefix="/api/v1")
router.include_router(accounts.router)
router.include_router(processes.router)
router.include_router(participants.router)
router.include_router(meetings.router)
router.include_router(agendas.router)
router.include_router(papers.router)
router.include_router(statements.router)
router.include_router(reports.router)
router.include_router(agreements.router)
router.include_router(declarations.router)
router.include_router(drafts.router)
router.include_router(revisions.router)
router.include_router(languages.router)
router.include_router(remarks.router)
router.include_router(positions.router)
router.include_router(offered.router)
router.include_router(exports.router)
router.include_router(house_styles.router)
router.include_router(jobs.router)
router.include_router(record.router)
router.include_router(amendments.router)
router.include_router(amendment_acts.router)
router.include_router(sponsorships.router)
router.include_router(returned.router)
router.include_router(desk.router)
