"""Amendments: what a delegation does with its own, and what it is asked about those of others."""

from app.drafting.amendments.alternatives import place_elsewhere
from app.drafting.amendments.answering import confirm_landing
from app.drafting.amendments.clearing import clear
from app.drafting.amendments.correcting import correct, discard_correction
from app.drafting.amendments.drafting import bring_forward, draft, edit
from app.drafting.amendments.sponsors import (
    ask_sponsors,
    confirm_sponsorship,
    decline_sponsorship,
    unask_sponsor,
    withdraw_sponsorship,
)
from app.drafting.amendments.tabling import table
from app.drafting.amendments.withdrawing import withdraw

__all__ = [
    "ask_sponsors",
    "bring_forward",
    "clear",
    "confirm_landing",
    "confirm_sponsorship",
    "correct",
    "decline_sponsorship",
    "discard_correction",
    "draft",
    "edit",
    "place_elsewhere",
    "table",
    "unask_sponsor",
    "withdraw",
    "withdraw_sponsorship",
]
