"""How hard to look for counter-examples to a law."""

import os

DEPTH = int(os.environ.get("LAWS_DEPTH", "1"))
"""How many times as many examples as on an ordinary day; `make laws` sets it."""
