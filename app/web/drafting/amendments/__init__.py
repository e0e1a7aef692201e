"""Pages of amendments: writing one, reading one, listing them, and what a delegation does with its own."""
