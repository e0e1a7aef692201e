"""Revisions: texts issued under a name."""

from app.drafting.revisions.first import issue_first
from app.drafting.revisions.naming import ZERO_DRAFT, proposed_name
from app.drafting.revisions.next import issue_next
from app.drafting.revisions.ready import Ready, what_is_ready

__all__ = ["ZERO_DRAFT", "Ready", "issue_first", "issue_next", "proposed_name", "what_is_ready"]
