"""How our texts become Word files."""
