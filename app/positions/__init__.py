"""What a State keeps on record against a text it does not block: reservations and explanations of position."""
