"""A reference document of a secretariat: what of it goes into documents, and what it brings."""
