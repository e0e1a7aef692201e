"""Pages of meetings: the list, one meeting, its agenda, attendance and documents."""
