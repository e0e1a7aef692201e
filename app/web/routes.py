"""Every router of pages, in the order of the storeys."""

from fastapi import APIRouter

from app.web import health, language
from app.web.accounts import account, signing, tokens
from app.web.agreements import agreement, taking_down
from app.web.drafting import agenda_links, comments, paragraphs, revisions, terms
from app.web.drafting.amendments import composing, show, tabling
from app.web.drafting.amendments import listing as amendments
from app.web.drafting.declarations import details, draft, issuing, listing, opening, replacing, showing, window
from app.web.drafting.desk import issuing as next_revision
from app.web.drafting.desk import modifying
from app.web.drafting.desk import show as desk
from app.web.drafting.languages import bringing as bringing_translations
from app.web.drafting.languages import showing as language_versions
from app.web.drafting.languages import translating
from app.web.drafting.returned import sending, sorting
from app.web.exports import documents, house_style, jobs
from app.web.exports import meetings as reports
from app.web.home import work
from app.web.meetings import agenda, attendance, meeting, statements
from app.web.meetings import documents as meeting_documents
from app.web.positions import entering as entering_positions
from app.web.positions import showing as positions
from app.web.processes import delegations, invitations, participants, presidency, process, taking_up
from app.web.record import record

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
    house_style.router,
    meeting.router,
    agenda.router,
    attendance.router,
    meeting_documents.router,
    statements.router,
    reports.router,
    agreement.router,
    taking_down.router,
    listing.router,
    opening.router,
    draft.router,
    replacing.router,
    issuing.router,
    window.router,
    details.router,
    showing.router,
    revisions.router,
    language_versions.router,
    translating.router,
    bringing_translations.router,
    paragraphs.router,
    comments.router,
    terms.router,
    entering_positions.router,
    positions.router,
    agenda_links.router,
    documents.router,
    jobs.router,
    amendments.router,
    composing.router,
    show.router,
    tabling.router,
    sending.router,
    sorting.router,
    desk.router,
    modifying.router,
    next_revision.router,
    record.router,
)
