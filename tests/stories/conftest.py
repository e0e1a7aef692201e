"""What the stories run on: the whole service, and a browser."""

from tests.support.browser import chromium
from tests.support.server import demonstration, embedded_place, postgres_place, server

__all__ = ["chromium", "demonstration", "embedded_place", "postgres_place", "server"]
