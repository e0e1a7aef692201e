"""Pages of reservations and explanations of position."""
