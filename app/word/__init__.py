"""Word documents: bytes in, values out, and back. Pure."""
