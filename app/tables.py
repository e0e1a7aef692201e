"""Imports every storey's tables, so that the schema is whole."""

from app.db import metadata

__all__ = ["metadata"]
