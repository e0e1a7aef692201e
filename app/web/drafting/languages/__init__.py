"""Pages of a text in its other languages."""
