"""Pages of the chair side: the desk, decisions, and the next revision."""
