"""Meetings of one process or of several together, their agenda, attendance and documents."""
