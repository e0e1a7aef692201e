"""What the stories run on: the whole service, and a browser."""

from tests.support.browser import chromium
from tests.support.server import _demonstration, embedded_place, place, server

__all__ = ["_demonstration", "chromium", "embedded_place", "place", "server"]
