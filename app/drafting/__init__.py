"""Declarations: drafts, revisions, amendments, and what the room decided."""
