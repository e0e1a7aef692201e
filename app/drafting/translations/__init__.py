"""A text in its other languages, paragraph by paragraph."""
