"""Every router of pages, in the order of the storeys."""

from fastapi import APIRouter

from app.web import health, language
from app.web.accounts import account, signing, tokens
from app.web.home import work
from app.web.processes import delegations, invitations, participants, presidency, process, taking_up

ROUTERS: tuple[APIRouter, ...] = (
    health.router,
    language.router,
    work.router,
    signing.router,
    account.router,
    tokens.router,
    taking_up.router,
    process.router,
    delegations.router,
    participants.router,
    invitations.router,
    presidency.router,
)
