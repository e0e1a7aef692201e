"""The pages of processes: who sits there, in which role, and who presides."""
