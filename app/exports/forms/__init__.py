"""Forms other than Word in which a text is handed out."""
