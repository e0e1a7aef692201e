"""What a negotiated text is and how it changes. Pure: values in, values out; no database, no web, no Word."""
