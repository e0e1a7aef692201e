"""A reference document of a secretariat: what of it goes into documents, and what it brings."""

from app.word.house.taming import LeftOut, tamed

__all__ = ["LeftOut", "tamed"]
