"""Declarations: opening a draft, working on it, and the window for amendments."""

from app.drafting.declarations.details import set_details
from app.drafting.declarations.opening import open_draft, open_from_text
from app.drafting.declarations.paragraphs import (
    add_paragraph,
    delete_paragraph,
    edit_paragraph,
    move_paragraph,
    replace_draft,
)
from app.drafting.declarations.window import close_window, is_late, is_open, open_window, set_deadline

__all__ = [
    "add_paragraph",
    "close_window",
    "delete_paragraph",
    "edit_paragraph",
    "is_late",
    "is_open",
    "move_paragraph",
    "open_draft",
    "open_from_text",
    "open_window",
    "replace_draft",
    "set_deadline",
    "set_details",
]
