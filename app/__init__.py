"""Pro Tempore: a workspace in which States negotiate a common text."""
